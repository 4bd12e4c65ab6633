@echo off
rem Installs the kit without internet, then opens a window in which planning-kit works.
setlocal
chcp 65001 >nul
set PYTHONUTF8=1
cd /d "%~dp0"
set "HOME_DIR=%LOCALAPPDATA%\planning-kit"
set "VENV=%HOME_DIR%\venv-@python@"
set "DONE=%VENV%\planning-kit-@version@.txt"

if exist "%DONE%" goto ready

py -@python@ --version >nul 2>&1
if errorlevel 1 goto no_python

type "messages\installing.txt"
if not exist "%HOME_DIR%" mkdir "%HOME_DIR%"
py -@python@ -m venv "%VENV%"
if errorlevel 1 goto failed
"%VENV%\Scripts\python.exe" -m pip --quiet --disable-pip-version-check install --no-index --find-links "%~dp0wheels" --upgrade "planning-kit==@version@"
if errorlevel 1 goto failed
echo @version@> "%DONE%"

:ready
set "PATH=%VENV%\Scripts;%PATH%"
type "messages\ready.txt"
cd /d "%USERPROFILE%"
cmd /k
exit /b 0

:no_python
type "messages\no_python.txt"
pause
exit /b 1

:failed
type "messages\failed.txt"
pause
exit /b 1
