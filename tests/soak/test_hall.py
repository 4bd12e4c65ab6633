"""A full hall for five minutes: ten recorders count hands, forty phones write cards and vote.

Everything that was told as saved must stand in the store afterwards, each once. The whole hall
has two cores and 4 GB, and starts its kernels by forking or, as Windows must, each by itself.
``SOAK_SECONDS`` shortens it.
"""

from __future__ import annotations

import asyncio
import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tornado.simple_httpclient import SimpleAsyncHTTPClient

from planning_kit.hall.join_codes import JoinCodes, codes_file
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.permissions import Role
from planning_kit.records import BallotMark, Poll, Problem, Source, Village, VoteTotal
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.saving import save_answers
from planning_kit.workbook.voting import close_vote

SECONDS = float(os.environ.get("SOAK_SECONDS", "300"))
APPS, PHONES, MOST_MB = 10, 40, 4000
AREA = "990101"
OPTIONS = [f"P{at:02d}" for at in range(1, 9)]
COMMAND = "import sys; from planning_kit.cli import main; sys.exit(main())"


@dataclass
class Told:
    """What people were told is saved, and how long they waited for it."""

    hands: dict[tuple[str, str], int] = field(default_factory=dict)
    cards: set[str] = field(default_factory=set)
    voters: set[int] = field(default_factory=set)
    app_ms: list[float] = field(default_factory=list)
    phone_ms: list[float] = field(default_factory=list)


@pytest.fixture
def store(tmp_path: Path) -> str:
    """Return a tambon with ten villages, eight problems, a vote by hands and one by paper."""
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with create(whole_tambon(AREA), store=url, who="a") as workbook:
        by = {"who": "a", "why": "b"}
        source = {"source_code": "S1", "title": "ส", "publisher": "ก", "method": "random",
                  "date_to": "30 ก.ย. 2569"}  # fmt: skip
        save_answers(workbook, Source, source, **by)
        for moo in range(1, APPS + 1):
            village = {"village_code": f"{AREA}{moo:02d}", "name": f"บ้านที่ {moo}"}
            assert save_answers(workbook, Village, village, **by).is_saved
        for code in OPTIONS:
            problem = {"problem_code": code, "statement": f"ปัญหาข้อ {code} ของตำบล"}
            assert save_answers(workbook, Problem, problem, **by).is_saved
        for code, method in (("V01", "hands"), ("V02", "criteria")):
            poll = {"poll_code": code, "title": code, "about": "problem", "method": method,
                    "option_codes": ",".join(OPTIONS), "is_closed": False}  # fmt: skip
            assert save_answers(workbook, Poll, poll, **by).is_saved
    return url


@pytest.fixture(params=["fork", "spawn"])
def hall(request: Any, store: str, tmp_path: Path) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Serve the store; give the process and the port of the hall's own pages."""
    HallKeys(tmp_path / "kit.db.hall.json").set_pin("246813")
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = int(asked.getsockname()[1])
    start = {"PLANNING_KIT_START": "spawn"} if request.param == "spawn" else {}
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "serve", "--no-browser", "--store", store, "--port", str(port)],
        env={**os.environ, **start},
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    for at in (port, port + 1):
        for _try in range(600):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", at)) == 0:
                    break
            time.sleep(0.1)
    yield process, port
    process.terminate()
    process.wait(60)


async def _record(app: Any, moo: int, path: str, told: Told, until: float) -> None:
    """Count the hands of one village, touch by touch, as a recorder does."""
    await app.open(path)
    chance, n = random.Random(moo), 0
    for model in app.tools():
        view = await app.tell(model, {"ask": "view", "n": None})
        if "votes|P01" in str(view) and "voters" in str(view):
            break
    else:
        raise AssertionError("there is no counter on the page")
    village = f"{AREA}{moo:02d}"
    while time.monotonic() < until:
        await asyncio.sleep(chance.uniform(1.0, 3.0))
        n += 1
        option, votes = chance.choice(OPTIONS), chance.randint(0, 60)
        asked = [["village", village], [f"votes|{option}", str(votes)]]
        began = time.perf_counter()
        answer = await app.tell(model, {"ask": "answers", "n": f"r-{n}", "answers": asked})
        if answer["tell"] == "view":
            told.app_ms.append(1000 * (time.perf_counter() - began))
            assert answer["standing"][0] == "saved", answer["standing"]
            told.hands[village, option] = votes


async def _phone(visitor: Any, at: int, code: str, told: Told, until: float) -> None:
    """Join, then write cards and vote, and vote anew, by chance."""
    assert (await visitor.ask(f"/join/{code}")).code == 302
    chance, cards = random.Random(1000 + at), 0
    while time.monotonic() < until:
        await asyncio.sleep(chance.uniform(2.0, 8.0))
        began = time.perf_counter()
        if chance.random() < 0.25:
            cards += 1
            statement = f"การ์ดใบที่ {cards} จากเครื่องที่ {at}"
            form = {**await visitor.key_of("/card"), "statement": statement}
            began = time.perf_counter()
            answer = await visitor.ask("/card", form)
            assert answer.code == 200, answer.body
            told.cards.add(statement)
        else:
            form = await visitor.key_of("/vote/V02")
            marks = {f"{o}.{c}": str(chance.randint(1, 4)) for o in OPTIONS
                     for c in ("size", "severity", "ease", "concern")}  # fmt: skip
            began = time.perf_counter()
            answer = await visitor.ask("/vote/V02", {**form, **marks})
            assert answer.code == 200, answer.body
            told.voters.add(at)
        told.phone_ms.append(1000 * (time.perf_counter() - began))


def _p95(took: list[float]) -> float:
    # In a run of a few seconds nobody may have answered yet.
    return sorted(took)[int(0.95 * len(took))] if took else float("nan")


async def _meeting(
    memory: Callable[[], int], port: int, people: Any, of: dict[Role, str], start: int, told: Told
) -> float:
    """Let everybody in and at work together; return the memory of the hall at its highest (MB)."""
    visitor_of, app_of = people
    path = f"/tools/03_priorities?area={AREA}&plan_start={start}&language=th"
    client = SimpleAsyncHTTPClient(force_instance=True, max_clients=APPS + PHONES)
    until, highest = time.monotonic() + SECONDS, 0

    async def recorder(moo: int) -> None:
        visitor = visitor_of(port, client)
        assert (await visitor.ask(f"/join/{of[Role.RECORDER]}")).code == 302
        await _record(app_of(visitor), moo, path, told, until)

    async def watch() -> None:
        nonlocal highest
        while True:
            highest = max(highest, await asyncio.to_thread(memory))
            await asyncio.sleep(5)

    watching = asyncio.ensure_future(watch())
    phones = (
        _phone(visitor_of(port, client), at, of[Role.PARTICIPANT], told, until)
        for at in range(PHONES)
    )
    await asyncio.gather(*(recorder(moo) for moo in range(1, APPS + 1)), *phones)
    watching.cancel()
    return highest / 1e6


def test_a_full_hall_loses_no_answer(hall, store, tmp_path, people, memory_of):
    process, port = hall
    with open_workbook(AREA, store=store) as workbook:
        start = int(workbook.period.plan_start_be or 0)
    codes = JoinCodes(codes_file(tmp_path / "kit.db.hall.json"))
    of = {role: codes.make(role, AREA, start).code for role in (Role.RECORDER, Role.PARTICIPANT)}
    told = Told()
    memory = partial(memory_of, process.pid)
    highest = asyncio.run(_meeting(memory, port, people, of, start, told))
    print(f"\n{len(told.app_ms)} counts p95 {_p95(told.app_ms):.0f} ms, "
          f"{len(told.phone_ms)} phone answers p95 {_p95(told.phone_ms):.0f} ms, "
          f"{highest:.0f} MB at most")  # fmt: skip
    with open_workbook(AREA, store=store) as workbook:
        totals = {(str(one.village_code), str(one.option_code)): one.votes
                  for one in workbook.records(VoteTotal)}  # fmt: skip
        statements = [str(one.statement) for one in workbook.records(Problem)]
        assert close_vote(workbook, "V02", who="a") == len(told.voters)
        ballots = {one.ballot_no for one in workbook.records(BallotMark)}
    assert told.hands and {at: totals.get(at) for at in told.hands} == told.hands
    assert told.cards and [one for one in told.cards if statements.count(one) != 1] == []
    assert len(ballots) == len(told.voters)
    assert highest < MOST_MB
