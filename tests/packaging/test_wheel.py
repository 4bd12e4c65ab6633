"""A wheel installed elsewhere does all that the clone does."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from planning_kit.cli import main
from planning_kit.language import current_language, set_language
from planning_kit.records import Household
from planning_kit.report.browser import find_browser
from planning_kit.runs.shelf import notebook_names
from planning_kit.workbook import open_workbook

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("wheel"),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    pytest.importorskip("hatchling", reason="building the wheel needs hatchling (make test has it)")
    out = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(out.glob("planning_kit-*.whl"))


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """A Python of its own that has the wheel, and borrows the dependencies installed here."""
    home = tmp_path_factory.mktemp("an empty environment")
    venv.create(home / "venv", with_pip=False)
    windows = os.name == "nt"
    python = home / "venv" / ("Scripts/python.exe" if windows else "bin/python")
    asked = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip())
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", str(site), str(wheel)], check=True)
    # After the kit's own folder, so that an editable install of the clone never wins.
    borrowed = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    (site / "borrowed.pth").write_text("\n".join(borrowed), "utf-8")
    return home, python


def settings_of(home):
    """Return an environment that knows nothing of the clone."""
    clean = {name: text for name, text in os.environ.items() if not name.startswith("PYTHON")}
    return {
        **clean,
        "PYTHONUTF8": "1",
        "XDG_STATE_HOME": str(home / "state"),
        "PLANNING_KIT_STORE": f"sqlite:///{(home / 'a.db').as_posix()}",
        # Where pip would have put nbconvert's base templates, had it installed them here.
        "JUPYTER_PATH": str(Path(sys.prefix) / "share" / "jupyter"),
    }


def run(elsewhere, *words):
    """Run the installed kit in an empty folder far from the clone."""
    home, python = elsewhere
    folder = home / "งาน ของฉัน"
    folder.mkdir(exist_ok=True)
    start = "import sys; from planning_kit.cli import main; sys.exit(main())"
    return subprocess.run(
        [python, "-c", start, *words],
        cwd=folder,
        env=settings_of(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    ), folder


def test_everything_travels_with_the_wheel(wheel):
    held = set(zipfile.ZipFile(wheel).namelist())
    asked = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, listed.decode("utf-8").split("\0")):
        if name.startswith("planning_kit/") and (ROOT / name).exists():
            assert name in held
        if name.startswith(("data/", "notebooks/")) and (ROOT / name).exists():
            assert f"planning_kit/shipped_files/{name}" in held
    assert any(name.endswith(".po") for name in held)
    assert any(name.endswith(".ipynb") for name in held)
    assert any("/report/template/" in name for name in held)
    assert any(name.endswith("licenses/LICENSE") for name in held)


def test_nothing_else_travels(wheel):
    held = zipfile.ZipFile(wheel).namelist()
    stray = ("tests/", ".pyc", ".db", ".ipynb_checkpoints", ".env", "constraints.txt")
    assert [name for name in held if any(part in name for part in stray)] == []


def test_it_is_the_wheel_that_runs(elsewhere):
    home, python = elsewhere
    code = "import planning_kit; print(planning_kit.__file__)"
    done = subprocess.run(
        [python, "-c", code],
        cwd=home,
        env=settings_of(home),
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(done.stdout.strip()).is_relative_to(home)


def test_areas_and_template_work_elsewhere(elsewhere):
    done, _folder = run(elsewhere, "areas", "990101")
    assert done.returncode == 0, done.stderr
    assert "ทุ่งฝึกหัด" in done.stdout
    done, folder = run(elsewhere, "template", "--out", "แบบสำรวจ.xlsx")
    assert done.returncode == 0, done.stderr
    assert zipfile.is_zipfile(folder / "แบบสำรวจ.xlsx")


def test_the_demo_makes_every_report_elsewhere_and_can_be_run_again(elsewhere, monkeypatch):
    done, folder = run(elsewhere, "demo", "--out", "สาธิต")
    assert done.returncode == 0, done.stderr
    made = folder / "สาธิต"
    pages = sorted(made.glob("*.html"))
    assert [page.name for page in pages] == [
        f"990101-2571-{name}-th.html" for name in notebook_names()
    ]
    printed = {path.suffix for path in made.glob("990101-2571-06_tambon_plan-th.*")}
    if find_browser() is None:
        assert printed == {".html"} and "ไม่พบ" in done.stdout
    else:
        assert printed == {".html", ".pdf", ".png"}
    assert all(str(page) in done.stdout for page in pages)
    assert "planning-kit new --area" in done.stdout
    for page in pages:
        text = page.read_text("utf-8")
        assert "ทุ่งฝึกหัด" in text and "สมมติ" in text and "font/woff2;base64" in text
    # The demo has a database of its own; the user's stays untouched.
    assert not (elsewhere[0] / "a.db").exists()
    store = f"sqlite:///{(made / 'practice.db').as_posix()}"
    with open_workbook("990101", store=store) as workbook:
        households = len(workbook.records(Household))
    assert households > 200
    # Again: what is asked is whether it doubles anything; the pages would be the same.
    monkeypatch.setattr("planning_kit.cli.demo._reports", lambda *_given, **_said: [])
    before = current_language()
    assert main(["demo", "--language", "th", "--out", str(made)]) == 0
    set_language(before)
    with open_workbook("990101", store=store) as workbook:
        assert len(workbook.records(Household)) == households
