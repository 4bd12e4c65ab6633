"""Thirty people open the app 03_priorities at once: the hall beside stock Voila and kernel.

Both serve the same app on the same practice tambon, one after the other in this session: the
hall as it opens, to be read, and with all tools open at once; stock Voila with its widgets. Ready
is when the last page is whole; memory is the proportional share (PSS) of the whole process tree
at its highest, for each of the thirty.
"""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import nbformat
from tornado.httpclient import AsyncHTTPClient, HTTPRequest

from planning_kit.runs.app_face import as_app
from planning_kit.runs.shelf import notebook_path, read_notebook

PEOPLE = int(os.environ.get("PEOPLE", "30"))
LONGEST = 1800
AT_MOST_OF_STOCK, MOST_MB, MOST_OF_STOCK_MB = 1 / 8, 40, 1 / 4
NOTEBOOK = "03_priorities"
LAST = "มติของที่ประชุม"
MemoryOf = Callable[[int], int]


@dataclass(frozen=True)
class Measured:
    """Seconds until the last page was whole, and megabytes for each person."""

    seconds: float
    megabytes: float


async def _all_at_once(pid: int, address: str, memory_of: MemoryOf) -> Measured:
    client = AsyncHTTPClient(force_instance=True, max_clients=PEOPLE)
    highest = 0

    async def watch() -> None:
        nonlocal highest
        while True:
            highest = max(highest, await asyncio.to_thread(memory_of, pid))
            await asyncio.sleep(1)

    watching = asyncio.ensure_future(watch())
    began = time.perf_counter()
    request = HTTPRequest(address, request_timeout=LONGEST, connect_timeout=LONGEST)
    asked = (client.fetch(request, raise_error=False) for _one in range(PEOPLE))
    pages = await asyncio.gather(*asked)
    took = time.perf_counter() - began
    highest = max(highest, memory_of(pid))
    watching.cancel()
    # The last chapter is there in every one of them.
    for page in pages:
        said = page.body.decode()
        # Stock Voila writes the page's parts as JSON.
        assert LAST in said or json.dumps(LAST)[1:-1] in said, said[-2000:]
    return Measured(took, highest / 1e6 / PEOPLE)


Serve = Callable[..., AbstractContextManager[tuple[int, int]]]


def _measured(
    serving: AbstractContextManager[tuple[int, int]], path: str, memory_of: MemoryOf
) -> Measured:
    with serving as (pid, port):
        return asyncio.run(_all_at_once(pid, f"http://127.0.0.1:{port}{path}", memory_of))


def test_thirty_people_at_once(
    practice_store: str, tmp_path: Path, memory_of: MemoryOf, hall: Serve, served: Serve
) -> None:
    asked = f"{NOTEBOOK}?area=990101&plan_start=2571&language=th"
    read, written = (
        _measured(hall(practice_store), f"/{way}/{asked}", memory_of) for way in ("app", "tools")
    )
    app = as_app(read_notebook(notebook_path(NOTEBOOK)), {"area": "990101", "plan_start": 2571})
    nbformat.write(app, tmp_path / f"{NOTEBOOK}.ipynb")
    voila = ["-m", "voila", str(tmp_path / f"{NOTEBOOK}.ipynb"), "--no-browser", "--port={}"]
    stock = _measured(served(voila, practice_store), "/", memory_of)
    for name, one in (("to read", read), ("all tools open", written), ("stock Voila", stock)):
        ratio = f"{one.seconds / stock.seconds:.3f} of the time"
        print(f"{PEOPLE} people, {name}: {one.seconds:.1f} s, {one.megabytes:.0f} MB each, {ratio}")
    assert read.seconds <= stock.seconds * AT_MOST_OF_STOCK
    assert read.megabytes <= MOST_MB
    assert written.seconds <= stock.seconds * AT_MOST_OF_STOCK
    assert written.megabytes <= min(MOST_MB, stock.megabytes * MOST_OF_STOCK_MB)
