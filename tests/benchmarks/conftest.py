"""What the benchmarks share."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from planning_kit.practice import (
    practice_period,
    practice_plan_area,
    write_practice_plan,
    write_practice_workbook,
)
from planning_kit.workbook import create, import_file

KIT = "import sys; from planning_kit.cli import main; sys.exit(main())"


@pytest.fixture(scope="module")
def practice_store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a practice tambon with its whole plan."""
    folder = tmp_path_factory.mktemp("thirty")
    url = f"sqlite:///{(folder / 'practice.db').as_posix()}"
    create(practice_plan_area(), practice_period(), store=url, who="bench").close()
    for write, name in ((write_practice_workbook, "survey.xlsx"), (write_practice_plan, "p.xlsx")):
        write(folder / name)
        import_file(folder / name, area="990101", store=url, who="bench")
    return url


@pytest.fixture
def served() -> Callable[..., AbstractContextManager[tuple[int, int]]]:
    """Return what runs a command that serves, its port as last word, and gives pid and port."""
    return _served


@pytest.fixture
def hall() -> Callable[[str], AbstractContextManager[tuple[int, int]]]:
    """Return what serves the hall of a practice store; the phones' pages have the port after."""
    ask = ["-c", KIT, "serve", "--practice", "--no-browser"]
    return lambda store: _served([*ask, "--store", store, "--port", "{}"], store, doors=2)


@contextmanager
def _served(command: list[str], store: str, doors: int = 1) -> Iterator[tuple[int, int]]:
    environment = {**os.environ, "PLANNING_KIT_STORE": store, "PLANNING_KIT_LANGUAGE": "th"}
    port = _free_port()
    said = [word.format(port) if "{}" in word else word for word in command]
    process = subprocess.Popen(
        [sys.executable, *said], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )  # fmt: skip
    try:
        for door in range(doors):
            _wait_for(port + door)
        yield process.pid, port
    finally:
        process.terminate()
        process.wait(60)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(port: int) -> None:
    for _try in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError("nothing was served")
