"""A store of its own for each test, and short ways to say what is saved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from planning_kit.records import Household
from planning_kit.store import Revision, Store, record_uuid

ROOT = Path(__file__).resolve().parents[2]
AREA = "990101"


def _household(number: str = "01-001", **stated: object) -> Household:
    return Household(household_id=number, village_code="99010101", **stated)


def _first(record: Household, **more: object) -> Revision:
    key = record_uuid(AREA, "household", record.natural_key())
    return Revision("household", key, AREA, record, "ผู้ทดสอบ", "test", **more)


def _following(revision: Revision, **changes: object) -> Revision:
    assert revision.record is not None
    record = revision.record.with_changes(**changes)
    return _first(record, parent_id=revision.revision_id)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ข้อมูล ตำบล.sqlite"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with Store.open(file) as opened:
        yield opened


@pytest.fixture
def run_python() -> Callable[..., subprocess.Popen[str]]:
    """Start another Python on a script, as a second program would run."""

    def run(script: str, *arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", script, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return run


@pytest.fixture
def household() -> Callable[..., Household]:
    """Make a household of the practice tambon."""
    return _household


@pytest.fixture
def first() -> Callable[..., Revision]:
    """Make the first revision of a household."""
    return _first


@pytest.fixture
def following() -> Callable[..., Revision]:
    """Make the revision that follows one, with some fields changed."""
    return _following


@pytest.fixture
def laptop(empty: Path, tmp_path: Path) -> Iterator[Callable[[], Store]]:
    """Make one more store of its own."""
    opened: list[Store] = []

    def make() -> Store:
        path = shutil.copy(empty, tmp_path / f"laptop-{len(opened)}.sqlite")
        opened.append(Store.open(path))
        return opened[-1]

    yield make
    for store in opened:
        store.close()
