"""Two hundred phones vote within ten seconds, over real HTTP, against the real process.

All join by the code and open the voting paper at once; then each sends it at a moment by chance.
One in five sends again: it changes its vote. Once alone, and once while thirty people open an app.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.simple_httpclient import SimpleAsyncHTTPClient

from planning_kit.hall.join_codes import JoinCodes, codes_file
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_keeper import kept_running
from planning_kit.hall.permissions import Role
from planning_kit.records import BallotMark, Poll, Problem
from planning_kit.workbook import create, open_workbook, whole_tambon
from planning_kit.workbook.saving import save_answers
from planning_kit.workbook.voting import close_vote, turnout

PHONES, SECONDS, P95_MS = 200, 10.0, 250
PEOPLE, LAST = 30, "มติของที่ประชุม"
OPTIONS = [f"P{at:02d}" for at in range(1, 13)]
CRITERIA = ("size", "severity", "ease", "concern")
POLL = {
    "poll_code": "V01", "title": "จัดลำดับปัญหา", "about": "problem", "method": "criteria",
    "option_codes": ",".join(OPTIONS), "is_closed": False, "eligible": PHONES,
}  # fmt: skip
STATEMENT = "น้ำทำนาปรังไม่พอในเดือนกุมภาพันธ์ถึงเมษายน เพราะคลองส่งน้ำตื้นเขิน"


@dataclass
class Phone:
    """One browser: its cookies, and how long each of its votes took to be counted."""

    address: str
    client: AsyncHTTPClient
    chance: random.Random
    poll: str = "V01"
    cookies: dict[str, str] = field(default_factory=dict)
    took_ms: list[float] = field(default_factory=list)
    key: str = ""

    async def ask(self, path: str, form: dict[str, str] | None = None) -> HTTPResponse:
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        method, body = ("GET", None) if form is None else ("POST", urlencode(form))
        if form is not None:
            headers["Accept"] = "application/json"
        answer = await self.client.fetch(
            self.address + path, method=method, body=body, headers=headers,
            follow_redirects=False, raise_error=False, decompress_response=False,
        )  # fmt: skip
        for line in answer.headers.get_list("Set-Cookie"):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer

    async def join(self, code: str) -> None:
        assert (await self.ask(f"/join/{code}")).code == 302
        page = (await self.ask(f"/vote/{self.poll}")).body.decode()
        key = re.search(r'name="_xsrf" value="([^"]+)"', page)
        assert key is not None
        self.key = key[1]

    async def vote(self) -> None:
        await asyncio.sleep(self.chance.random() * SECONDS)
        await self.send()
        if self.chance.random() < 0.2:
            await self.send()

    async def send(self) -> None:
        marks = {f"{o}.{c}": str(self.chance.randint(1, 4)) for o in OPTIONS for c in CRITERIA}
        began = time.perf_counter()
        answer = await self.ask(f"/vote/{self.poll}", {"_xsrf": self.key, **marks})
        self.took_ms.append(1000 * (time.perf_counter() - began))
        assert answer.code == 200, answer.body


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Return a store with an open vote on twelve problems."""
    address = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with create(whole_tambon("990101"), store=address, who="a") as workbook:
        for code in OPTIONS:
            save_answers(
                workbook, Problem, {"problem_code": code, "statement": STATEMENT}, who="a", why="b"
            )
        assert save_answers(workbook, Poll, POLL, who="a", why="b").is_saved
    return address


def test_two_hundred_phones_vote_and_each_is_counted_once(tmp_path, url):
    keys = tmp_path / "keys.json"
    HallKeys(keys)
    start = int(open_workbook("990101", store=url).period.plan_start_be)
    code = JoinCodes(codes_file(keys)).make(Role.PARTICIPANT, "990101", start).code

    async def meeting() -> list[Phone]:
        client = SimpleAsyncHTTPClient(force_instance=True, max_clients=PHONES)
        async with kept_running(LightChoices(url, keys, hall_port=1)) as pages:
            port = pages.port
            phones = [
                Phone(f"http://127.0.0.1:{port}", client, random.Random(n)) for n in range(PHONES)
            ]
            began = time.perf_counter()
            await asyncio.gather(*(phone.join(code) for phone in phones))
            print(f"\nall joined at once, papers open: {time.perf_counter() - began:.1f} s")
            await _all_vote(phones)
        return phones

    p95 = _told(asyncio.run(meeting()))
    with open_workbook("990101", store=url) as workbook:
        assert turnout(workbook) == {"V01": PHONES}
        assert close_vote(workbook, "V01", who="a") == PHONES
        ballots = workbook.records(BallotMark)
    assert len({mark.ballot_no for mark in ballots}) == PHONES
    assert len(ballots) == PHONES * len(OPTIONS)
    assert p95 < P95_MS


def test_they_are_counted_while_thirty_people_open_an_app(practice_store, hall):
    with open_workbook("990101", store=practice_store) as workbook:
        assert save_answers(workbook, Poll, POLL | {"poll_code": "V09"}, who="a", why="b").is_saved
    place = "990101", 2571
    keys = Path(f"{practice_store.removeprefix('sqlite:///')}.hall.json")

    async def meeting(port: int) -> list[Phone]:
        client = SimpleAsyncHTTPClient(force_instance=True, max_clients=PHONES + PEOPLE)
        phones = [
            Phone(f"http://127.0.0.1:{port + 1}", client, random.Random(n), "V09")
            for n in range(PHONES)
        ]
        code = JoinCodes(codes_file(keys)).make(Role.PARTICIPANT, *place).code
        await asyncio.gather(*(phone.join(code) for phone in phones))
        app = f"http://127.0.0.1:{port}/app/03_priorities?area=990101&plan_start=2571&language=th"
        opening = [
            client.fetch(app, request_timeout=300, raise_error=False) for _person in range(PEOPLE)
        ]
        began = time.perf_counter()
        *pages, _votes = await asyncio.gather(*opening, _all_vote(phones))
        assert [page.body.decode() for page in pages if LAST not in page.body.decode()] == []
        print(f"\n{PEOPLE} people and {PHONES} votes: {time.perf_counter() - began:.1f} s")
        return phones

    with hall(practice_store) as (_pid, port):
        p95 = _told(asyncio.run(meeting(port)))
    with open_workbook("990101", store=practice_store) as workbook:
        assert turnout(workbook)["V09"] == PHONES
        assert close_vote(workbook, "V09", who="a") == PHONES
    assert p95 < P95_MS


async def _all_vote(phones: list[Phone]) -> None:
    await asyncio.gather(*(phone.vote() for phone in phones))


def _told(phones: list[Phone]) -> float:
    """Print how long the votes took and return the 95th percentile, in milliseconds."""
    took = sorted(ms for phone in phones for ms in phone.took_ms)
    p95 = took[int(0.95 * len(took))]
    print(f"{len(took)} votes: median {took[len(took) // 2]:.0f} ms, p95 {p95:.0f} ms, "
          f"longest {took[-1]:.0f} ms")  # fmt: skip
    return p95
