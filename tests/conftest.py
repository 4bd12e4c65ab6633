"""No test may touch the store or the logs of whoever runs it, nor leave its language behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from planning_kit.language import set_language
from planning_kit.store import Store


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow files, so that in the end nobody waits for one of them alone."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(scope="session", autouse=True)
def nobodys_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the defaults at a folder of this session's own."""
    folder = tmp_path_factory.mktemp("defaults")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLANNING_KIT_STORE", f"sqlite:///{(folder / 'default.db').as_posix()}")
        patch.setenv("PLANNING_KIT_LOGS", str(folder / "logs"))
        yield


@pytest.fixture(autouse=True)
def thai_to_begin_with() -> Iterator[None]:
    """Start each test in Thai, whatever a command of an earlier one left behind."""
    set_language("th")
    yield
    set_language("th")


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an empty store once: copying it is quicker than making its tables anew."""
    path = tmp_path_factory.mktemp("empty") / "empty.sqlite"
    Store.open(path).close()
    return path


@pytest.fixture
def memory_of() -> Callable[[int], int]:
    """Return what measures a process and all below it: bytes, each page shared out (PSS)."""

    def measured(pid: int) -> int:
        whole = psutil.Process(pid)
        total = 0
        for one in (whole, *whole.children(recursive=True)):
            try:
                total += one.memory_full_info().pss
            except psutil.NoSuchProcess:
                # It ended between being listed and being asked.
                continue
        return total

    return measured
