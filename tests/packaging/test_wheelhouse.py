"""The folder that installs the kit offline: right wheels, scripts that a laptop can read."""

import importlib.util
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytest.importorskip("packaging", reason="the wheelhouse reads requirements with packaging")
FOLDER = Path(__file__).resolve().parents[2] / ".ci" / "wheelhouse"


def _load(name):
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


target = _load("target")
build = _load("build")


def _wheel(folder, name, *requires):
    path = folder / f"{name}-1.0-py3-none-any.whl"
    lines = "".join(f"Requires-Dist: {line}\n" for line in requires)
    with zipfile.ZipFile(path, "w") as archive:
        told = f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n{lines}"
        archive.writestr(f"{name}-1.0.dist-info/METADATA", told)
    return path


def test_markers_are_judged_for_the_laptop_not_for_this_machine(tmp_path):
    _wheel(tmp_path, "planning_kit", 'consoles; sys_platform == "win32"',
           'ptys; os_name != "nt"', 'old; python_version < "3.12"')  # fmt: skip
    assert target.missing(tmp_path, target.Target("win_amd64", "3.12")) == ["consoles"]
    assert target.missing(tmp_path, target.Target("linux_x86_64", "3.11")) == ["old", "ptys"]
    assert target.missing(tmp_path, target.Target("macosx_arm64", "3.13")) == ["ptys"]


def test_requirements_of_requirements_and_of_extras_are_followed(tmp_path):
    kit = _wheel(tmp_path, "planning_kit", "fonts[woff]>=1", 'pytest; extra == "test"')
    fonts = _wheel(tmp_path, "fonts", 'brotli>=2; extra == "woff"', 'lxml; extra == "xml"')
    stray = _wheel(tmp_path, "stray")
    windows = target.Target("win_amd64", "3.12")
    assert target.missing(tmp_path, windows) == ["brotli>=2"]
    assert target.needed(tmp_path, windows) == {kit, fonts}
    assert stray.exists()


def _texts(tmp_path, platform):
    build.write_texts(tmp_path, target.Target(platform, "3.12"), "9.8.7")
    return {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_windows_gets_a_script_and_texts_with_its_line_ends(tmp_path):
    texts = _texts(tmp_path, "win_amd64")
    assert {"start.bat", "README-อ่านก่อน.txt", "no_python.txt"} <= texts.keys()
    for name, held in texts.items():
        assert held.count(b"\n") == held.count(b"\r\n"), name
    # cmd.exe misreads batch files that hold anything but ASCII or start with a mark.
    assert texts["start.bat"].isascii()
    script = texts["start.bat"].decode("ascii")
    assert "--no-index" in script and "py -3.12" in script and "planning-kit==9.8.7" in script
    assert set(re.findall(r"goto (\w+)", script)) <= set(re.findall(r"^:(\w+)", script, re.M))


@pytest.mark.parametrize(
    ("platform", "script"), [("linux_x86_64", "start.sh"), ("macosx_arm64", "start.command")]
)
def test_other_systems_get_a_shell_script_that_parses(tmp_path, platform, script):
    texts = _texts(tmp_path, platform)
    assert b"\r" not in b"".join(texts.values())
    assert (tmp_path / script).stat().st_mode & 0o111
    checked = subprocess.run(["sh", "-n", tmp_path / script], capture_output=True, check=False)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("platform", ["win_amd64", "macosx_x86_64", "linux_x86_64"])
def test_every_place_is_filled_and_every_message_named_exists(tmp_path, platform):
    texts = _texts(tmp_path, platform)
    whole = b"".join(texts.values()).decode("utf-8")
    assert not re.search(r"@\w+@", whole)
    assert "รุ่น 9.8.7" in whole
    script = next(t for n, t in texts.items() if n.startswith("start")).decode("utf-8")
    named = set(re.findall(r"messages\\(\w+)\.txt", script))
    named |= set(re.findall(r"messages/(\w+)\.txt|stop (\w+)", script) and
                 re.findall(r"stop (\w+)", script))  # fmt: skip
    assert named
    assert {f"{name}.txt" for name in named} <= texts.keys()


def test_without_the_right_python_the_script_says_so_and_stops(tmp_path):
    build.write_texts(tmp_path, target.Target("linux_x86_64", "3.99"), "9.8.7")
    done = subprocess.run(
        ["sh", tmp_path / "start.sh", "true"],
        env={"PATH": "/usr/bin:/bin", "HOME": str(tmp_path), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Python 3.99" in done.stdout
    assert not (tmp_path / ".local").exists()


def test_an_unknown_platform_is_refused(capsys):
    with pytest.raises(SystemExit):
        build.main(["--platform", "amiga"])
    assert "amiga" in capsys.readouterr().err
