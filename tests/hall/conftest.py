"""A hall on a free port in this very process, and a visitor who asks it for pages."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse
from tornado.web import create_signed_value

from planning_kit.hall.badge import Badge
from planning_kit.hall.choices import HallChoices
from planning_kit.hall.identity import cookie_name
from planning_kit.hall.join_codes import JoinCodes, codes_file
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_process import light_pages
from planning_kit.hall.permissions import Role
from planning_kit.hall.serving import opened_room
from planning_kit.records import Forum, Poll, Problem
from planning_kit.workbook import create, open_workbook, whole_tambon


@dataclass
class Visit:
    """One browser: it keeps its cookies and follows nothing by itself."""

    room: Any
    cookies: dict[str, str] = field(default_factory=dict)
    form_cookie: str = "_xsrf"

    def another(self) -> Visit:
        """Return another browser."""
        return Visit(self.room, form_cookie=self.form_cookie)

    async def ask(
        self, path: str, *, form: dict[str, str] | None = None, **options: Any
    ) -> HTTPResponse:
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if form is not None:
            from urllib.parse import urlencode

            fields = {"_xsrf": self.cookies.get(self.form_cookie, ""), **form}
            options |= {"method": "POST", "body": urlencode(fields)}
        headers |= options.pop("headers", {})
        answer = await AsyncHTTPClient().fetch(
            f"http://127.0.0.1:{self.room.port}{path}",
            headers=headers, raise_error=False, follow_redirects=False, request_timeout=120, **options,
        )  # fmt: skip
        for line in answer.headers.get_list("Set-Cookie"):
            name, _, value = line.split(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return answer


@pytest.fixture
def choices(tmp_path: Path) -> HallChoices:
    """Return a practice hall with one empty workbook."""
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    create(whole_tambon("990101"), store=url, who="a").close()
    return HallChoices(url, tmp_path / "keys.json", practice=True, port=0, open_browser=False)


Scene = Callable[[Visit], Awaitable[None]]


@pytest.fixture
def visit(choices: HallChoices) -> Callable[..., None]:
    """Return what opens a hall and plays one scene in it."""

    def play(scene: Scene, **changes: Any) -> None:
        async def opened() -> None:
            chosen = replace(choices, **changes)
            async with opened_room(chosen, HallKeys(chosen.keys_file)) as room:
                await scene(Visit(room))

        asyncio.run(opened())

    return play


@pytest.fixture
def signed_in() -> Callable[[Visit], Awaitable[Visit]]:
    """Return what signs in the facilitator."""

    async def sign_in(anna: Visit) -> Visit:
        await anna.ask("/login")
        assert (await anna.ask("/login", form={"pin": "246813"})).code == 302
        return anna

    return sign_in


@pytest.fixture
def recorder() -> Callable[..., Visit]:
    """Return what lets in another browser with the code of those who write down."""

    def let_in(anna: Visit, area: str, code_id: str) -> Visit:
        bo = anna.another()
        name = cookie_name(anna.room.port)
        badge = Badge.new(Role.RECORDER, area, 2571, code_id)
        bo.cookies[name] = create_signed_value(anna.room.cookie_secret, name, badge.said()).decode()
        bo.cookies["_xsrf"] = anna.cookies["_xsrf"]
        return bo

    return let_in


@pytest.fixture
def upload() -> Callable[..., Awaitable[HTTPResponse]]:
    """Return what sends a file with the form of the page of a province, as browsers do."""
    boundary = "one-of-our-forms"

    async def send(
        anna: Visit,
        content: bytes,
        path: str = "/plans/open",
        name: str = "../แผน.zip",
        **more: str,
    ) -> HTTPResponse:
        fields = {"_xsrf": anna.cookies["_xsrf"], "area": "67", "plan_start": "2571", **more}
        parts = [
            f'--{boundary}\r\nContent-Disposition: form-data; name="{one}"\r\n\r\n{value}\r\n'
            for one, value in fields.items()
        ]
        head = f'Content-Disposition: form-data; name="file"; filename="{name}"'
        parts.append(f"--{boundary}\r\n{head}\r\nContent-Type: application/zip\r\n\r\n")
        body = "".join(parts).encode() + content + f"\r\n--{boundary}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
        return await anna.ask(path, method="POST", body=body, headers=headers)

    return send


@pytest.fixture
def room_of_votes(choices: HallChoices) -> HallChoices:
    """Return a hall whose workbook has three problems, a meeting, and a vote of each kind open."""
    with open_workbook("990101", store=choices.store_url) as workbook:
        for record in (
            *(Problem(problem_code=f"P0{n}", statement=f"น้ำไม่พอ {n}") for n in (1, 2, 3)),
            Forum(forum_code="F01", kind="village_forum", title="ประชาคม", date="10 ต.ค. 2569"),
            _poll("V01", "criteria"),
            _poll("V02", "pairwise"),
            _poll("V03", "dots", dots_each=3),
            _poll("V04", "approval", max_approvals=2),
        ):
            workbook.save(record, who="a", why="b")
    HallKeys(choices.keys_file)
    return choices


def _poll(code: str, method: str, **more: Any) -> Poll:
    return Poll(poll_code=code, title=f"เรื่อง {code}", about="problem", method=method,
                option_codes="P01,P02,P03", is_closed=False, **more)  # fmt: skip


@pytest.fixture
def codes(choices: HallChoices) -> JoinCodes:
    """Return the hall's join codes."""
    return JoinCodes(codes_file(choices.keys_file))


@pytest.fixture
def light(room_of_votes: HallChoices) -> Callable[..., None]:
    """Return what opens the light pages and plays one scene with a phone."""

    def play(scene: Scene) -> None:
        async def opened() -> None:
            chosen = LightChoices(room_of_votes.store_url, room_of_votes.keys_file, hall_port=1)
            async with light_pages(chosen) as pages:
                port = pages.port
                await scene(Visit(SimpleNamespace(port=port), {}, "planning-kit-light-form-1"))

        asyncio.run(opened())

    return play


@pytest.fixture
def meeting(room_of_votes: HallChoices) -> Callable[..., None]:
    """Return what opens hall and light pages together and plays one scene in them."""

    def play(scene: Callable[[Visit, int], Awaitable[None]], **changes: Any) -> None:
        async def opened() -> None:
            chosen = replace(room_of_votes, **changes)
            async with opened_room(chosen, HallKeys(chosen.keys_file)) as room:
                light = LightChoices(chosen.store_url, chosen.keys_file, hall_port=room.port)
                async with light_pages(light) as pages:
                    port = pages.port
                    room.app.settings["light_port"] = port
                    await scene(Visit(room), port)

        asyncio.run(opened())

    return play
