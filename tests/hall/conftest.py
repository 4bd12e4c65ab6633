"""A hall on a free port in this very process, and a visitor who asks it for pages."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from tornado.httpclient import AsyncHTTPClient, HTTPResponse

from planning_kit.hall.choices import HallChoices
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.serving import opened_room
from planning_kit.workbook import create, whole_tambon


@dataclass
class Visit:
    """One browser: it keeps its cookies and follows nothing by itself."""

    room: Any
    cookies: dict[str, str] = field(default_factory=dict)

    def another(self) -> Visit:
        """Return another browser."""
        return Visit(self.room)

    async def ask(
        self, path: str, *, form: dict[str, str] | None = None, **options: Any
    ) -> HTTPResponse:
        headers = {"Cookie": "; ".join(f"{n}={v}" for n, v in self.cookies.items())}
        if form is not None:
            from urllib.parse import urlencode

            fields = {"_xsrf": self.cookies.get("_xsrf", ""), **form}
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
