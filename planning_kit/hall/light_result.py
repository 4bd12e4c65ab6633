"""The result of a closed vote on a phone: worked out by the hall, for everybody at once."""

from __future__ import annotations

import json
import time
from typing import Any
from urllib.parse import urlencode

from tornado.httpclient import AsyncHTTPClient, HTTPClientError
from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.badge import Badge
from planning_kit.hall.choices import LOOPBACK
from planning_kit.hall.light_join import hall_cookie
from planning_kit.hall.light_page import LightPage
from planning_kit.hall.permissions import Action
from planning_kit.language import N_, _, speaking

_FRESH_SECONDS = 10.0
_PATIENCE_SECONDS = 60.0
_NOT_YET = N_("The result is being worked out. Look again in a moment.")


class Result(LightPage):
    """What came of a vote, in words; nothing while it is open."""

    async def get(self, code: str) -> None:
        """Show the result, or say that it stays hidden until the vote is closed."""
        badge = self.need(Action.SEE_RESULT)
        seen = await self.desk.seen(badge)
        if code in seen.papers:
            with speaking(self.language):
                said = _("The result stays hidden until the facilitator closes the vote.")
                self.show("sentence.html.j2", said, seen, lines=[said], more=f"/vote/{code}")
            return
        if code not in seen.closed:
            raise HTTPError(404)
        found = await self._from_hall(badge, code)
        with speaking(self.language):
            self.show("result.html.j2", seen.closed[code], seen, **found)

    async def _from_hall(self, badge: Badge, code: str) -> dict[str, Any]:
        """Ask the hall, which counts and has the words; 200 phones ask it once."""
        kept: dict[Any, tuple[float, Any]] = self.settings["light_results"]
        at = (badge.area, badge.plan_start, code, self.language)
        when, found = kept.get(at, (0.0, None))
        if found is None or time.monotonic() - when > _FRESH_SECONDS:
            kept[at] = (time.monotonic(), found := self._ask_hall(badge, code))
        try:
            return dict(await found.result())
        except KitError:
            kept.pop(at, None)
            raise

    def _ask_hall(self, badge: Badge, code: str) -> Asking:
        asked = {"area": badge.area, "plan_start": badge.plan_start, "poll": code,
                 "language": self.language}  # fmt: skip
        address = f"http://{LOOPBACK}:{self.choices.hall_port}/vote-result?{urlencode(asked)}"
        return Asking(address, hall_cookie(self, badge))


class Asking:
    """One question to the hall, whose answer many wait for."""

    def __init__(self, address: str, cookie: str) -> None:
        self._answer = AsyncHTTPClient().fetch(
            address, headers={"Cookie": cookie}, request_timeout=_PATIENCE_SECONDS
        )

    async def result(self) -> dict[str, Any]:
        """Return what the hall said; raises ``KitError`` ``hall.result-not-yet``."""
        try:
            answer = await self._answer
        except (HTTPClientError, OSError) as error:
            raise KitError("hall.result-not-yet", _NOT_YET) from error
        found: dict[str, Any] = json.loads(answer.body)
        return found
