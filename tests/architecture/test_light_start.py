"""`planning-kit areas` answers at once: it loads no analysis, no notebooks, no server."""

import subprocess
import sys

import pytest

HEAVY = (
    "pandas", "numpy", "matplotlib", "papermill", "nbconvert", "nbclient", "voila", "tornado",
    "sqlalchemy", "openpyxl", "ipywidgets", "anywidget", "IPython", "jupyter_client", "cryptography",
)  # fmt: skip


def loaded_by(code: str) -> set[str]:
    """Return which heavy libraries a fresh Python has loaded after running ``code``."""
    told = f"{code}\nimport sys\nprint('LOADED', *({HEAVY!r} & sys.modules.keys()))"
    told = told.replace(repr(HEAVY), f"set({HEAVY!r})")
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize(
    "code",
    [
        "import planning_kit",
        "import planning_kit.cli",
        "from planning_kit.cli import main\nassert main(['areas', '990101']) == 0",
        "from planning_kit.cli import main\nassert main(['areas', 'ขอนแก่น']) == 0",
    ],
)
def test_the_light_start_stays_light(code):
    assert loaded_by(code) == set()


def test_a_heavy_start_is_caught():
    assert "openpyxl" in loaded_by("import openpyxl")
