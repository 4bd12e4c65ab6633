"""The process of the light pages: light, kept running, and gone with the hall."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from tornado.httpclient import AsyncHTTPClient

from planning_kit.hall.gathered import Gathered
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_keeper import kept_running


def test_it_brings_no_analysis_no_pictures_and_no_notebooks_along():
    heavy = {"pandas", "matplotlib", "ipywidgets", "voila", "jupyter_server", "IPython", "papermill",
             "nbconvert", "jupyter_client"}  # fmt: skip
    asked = (
        f"import sys, planning_kit.hall.light_process; print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def _answers(port: int) -> bool:
    try:
        answer = await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/join", raise_error=False)
    except OSError:
        return False
    return answer.code == 200


def _children() -> list[psutil.Process]:
    return [
        one for one in psutil.Process().children() if "light_process" in " ".join(one.cmdline())
    ]


def test_it_is_started_again_on_its_port_and_ends_with_the_hall(room_of_votes):
    async def scene() -> None:
        chosen = LightChoices(room_of_votes.store_url, room_of_votes.keys_file, hall_port=1)
        async with kept_running(chosen) as pages:
            port = pages.port
            assert await _answers(port)
            (first,) = _children()
            first.kill()
            until = time.monotonic() + 60
            while not await _answers(port) and time.monotonic() < until:
                await asyncio.sleep(0.2)
            (second,) = _children()
            assert second.pid != first.pid and await _answers(port)
        assert _children() == []

    asyncio.run(scene())


def test_what_comes_together_is_done_together_and_each_hears_its_own():
    done = []

    def work(items):
        time.sleep(0.05)
        done.append(list(items))
        if "bad" in items:
            raise ValueError("bad")
        return [item.upper() for item in items]

    async def scene() -> None:
        with ThreadPoolExecutor(1) as executor:
            gathered: Gathered[str, str] = Gathered(work, executor)
            first = asyncio.create_task(gathered.done("a"))
            await asyncio.sleep(0.01)
            gone = asyncio.create_task(gathered.done("gone"))
            others = [asyncio.create_task(gathered.done(one)) for one in ("b", "c")]
            await asyncio.sleep(0)
            gone.cancel()
            assert [await first, *(await asyncio.gather(*others))] == ["A", "B", "C"]
            assert done == [["a"], ["gone", "b", "c"]]
            with pytest.raises(ValueError):
                await gathered.done("bad")
            assert await gathered.done("d") == "D"

    asyncio.run(scene())
