"""Two commands are promised for a fresh machine; these say the Makefile keeps the promise."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
pytestmark = pytest.mark.skipif(not shutil.which("make"), reason="there is no make here")


def make(*words):
    return subprocess.run(
        ["make", "--no-print-directory", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_make_alone_explains_every_target():
    told = make().stdout
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split()
    silent = {"help", "venv", "browser"}  # steps of others
    assert [name for name in phony if name not in silent and f"make {name}" not in told] == []


@pytest.mark.parametrize("target", ["demo", "test", "check", "install", "bench", "soak"])
def test_every_target_starts_from_an_empty_folder(target, tmp_path):
    planned = make("--dry-run", target, f"VENV={tmp_path / 'none yet'}".replace(" ", "-"))
    assert planned.returncode == 0, planned.stderr
    assert "-m venv" in planned.stdout
    assert "--constraint constraints.txt" in planned.stdout


def test_the_second_run_installs_nothing(tmp_path):
    for marker in (".made", ".installed", ".tested"):
        (tmp_path / marker).touch()
    planned = make("--dry-run", "demo", f"VENV={tmp_path}")
    assert "pip install" not in planned.stdout
    assert "planning-kit demo" in planned.stdout


def test_new_pins_are_installed(tmp_path):
    for marker in (".made", ".installed"):
        (tmp_path / marker).touch()
        os.utime(tmp_path / marker, (0, 0))
    assert "pip" in make("--dry-run", "demo", f"VENV={tmp_path}").stdout


def test_a_python_too_old_is_told_in_a_sentence(tmp_path):
    old = tmp_path / "python-old"
    old.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    old.chmod(0o755)
    tried = make("venv", f"PYTHON={old}", f"VENV={tmp_path / 'venv'}")
    assert tried.returncode != 0
    assert "Python 3.11 or newer is needed" in tried.stdout
    assert not (tmp_path / "venv").exists()


def test_wheelhouse_takes_the_laptop_python_and_platform(tmp_path):
    planned = make("--dry-run", "wheelhouse", "PLATFORM=macosx_arm64", "PYTHON=3.13").stdout
    assert "--platform macosx_arm64 --python 3.13" in planned
    assert "3.13 -m venv" not in planned
    assert "--platform win_amd64 --python 3.12" in make("--dry-run", "wheelhouse").stdout


def test_continuous_integration_runs_what_developers_run():
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^exec make test$", script.read_text("utf-8"), re.MULTILINE)
