"""What the architecture tests read: every file of the repository, once."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def tracked() -> dict[str, Path]:
    """Every file that git tracks or would track: posix path -> path."""
    asked = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, check=True).stdout
    names = listed.decode("utf-8").split("\0")
    return {name: ROOT / name for name in names if name and (ROOT / name).is_file()}


@pytest.fixture(scope="session")
def sources(tracked) -> dict[str, str]:
    """Every Python file: posix path -> text."""
    return {n: p.read_text("utf-8") for n, p in tracked.items() if n.endswith(".py")}


@pytest.fixture(scope="session")
def package(sources) -> dict[str, str]:
    """Every Python file of the package."""
    return {name: text for name, text in sources.items() if name.startswith("planning_kit/")}
