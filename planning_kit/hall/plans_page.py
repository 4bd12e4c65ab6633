"""Plans and comments that come by file: opened, answered, and answers sent back by file."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.outbox import Outbox, Ready
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.plans_received import (
    ANSWERS,
    answer,
    comments_file,
    files_from_others,
    take_in,
)
from planning_kit.language import _, speaking

_LONGEST_WHO, _LONGEST_COMMENT = 60, 4000


class Plans(Page):
    """The plans received at a place above the tambon; at a tambon, the comments that came back."""

    part = ""
    """Which part of the page was used; it stays open."""

    async def get(self) -> None:
        """Show them."""
        area, start = self.place_for(Action.OPEN_APP)
        self.keep_language()
        await self.tell(area, start)

    async def tell(
        self, area: str, start: int, said: Sequence[str] = (), wrong: Sequence[str] = ()
    ) -> None:
        """Show the page, with what came of a file above it."""
        try:
            with speaking(self.language):
                found = await asyncio.to_thread(files_from_others, area, start, self.store_url)
                title = _("Plans received") if found.is_above else _("Files: sent and received")
                may_send = self.may(Action.TAKE_AWAY_BUNDLE) and not found.is_above
                self.show(
                    "plans.html.j2", title, files=found, said=said, wrong=wrong, part=self.part,
                    practice=found.is_practice or self.choices.practice,
                    area=area, plan_start=start, place=self.place_of(area, start),
                    may_send=may_send, ready=self._ready(area, start) if may_send else None,
                    may_open=self.may(Action.TAKE_IN_BUNDLE), may_mark=self.may(Action.MARK_PLAN),
                )  # fmt: skip
        except KitError as error:
            raise Refused(400, error) from error

    def _ready(self, area: str, start: int) -> Ready | None:
        outbox: Outbox = self.settings["hall_outbox"]
        return outbox.ready(area, start)

    def who(self) -> str:
        """Return in whose name it is done: what was typed, else the visitor's role."""
        typed = self.get_body_argument("who", "").strip()[:_LONGEST_WHO]
        return typed or _("facilitator")


class OpenFile(Plans):
    """Where a file is opened that came from somebody else."""

    async def post(self) -> None:
        """Take it in, or say why not; either way the page says what came of it."""
        area, start = self.place_for(Action.TAKE_IN_BUNDLE)
        files = self.request.files.get("file", [])
        name, content = (files[0].filename, files[0].body) if files else ("", b"")
        passphrase = self.get_body_argument("passphrase", "", strip=False)
        said: list[str] = []
        wrong: list[str] = []
        with speaking(self.language):
            try:
                said = await asyncio.to_thread(
                    take_in, self.store_url, area, start, name, content,
                    who=self.who(), passphrase=passphrase,
                )  # fmt: skip
            except KitError as error:
                self.set_status(400)
                wrong = error.say().splitlines()
        await self.tell(area, start, said, wrong)


class AnswerPlan(Plans):
    """Where a plan that was received is accepted, or returned with comments."""

    async def post(self) -> None:
        """Keep the mark, or say what is missing."""
        area, start = self.place_for(Action.MARK_PLAN)
        state, plan = self.get_body_argument("state", ""), self.get_body_argument("plan", "")
        if state not in ANSWERS:
            raise HTTPError(400)
        comment = self.get_body_argument("comment", "")[:_LONGEST_COMMENT]
        try:
            with speaking(self.language):
                await asyncio.to_thread(
                    answer, area, start, self.store_url, plan, state,
                    who=self.who(), comment=comment,
                )  # fmt: skip
        except KitError as error:
            self.set_status(400)
            with speaking(self.language):
                said = error.say().splitlines()
            await self.tell(area, start, wrong=said)
            return
        self.redirect(f"/plans?{self.place_of(area, start)}#plan-{plan[:12]}")


class CommentsFile(Page):
    """The file that takes marks and comments back to the tambon."""

    async def get(self) -> None:
        """Send it."""
        area, start = self.place_for(Action.MARK_PLAN)
        plan: Any = self.get_query_argument("plan", "")
        try:
            with speaking(self.language):
                name, content = await asyncio.to_thread(
                    comments_file, area, start, self.store_url, plan
                )
        except KitError as error:
            raise Refused(400, error) from error
        self.send_file(name, content)
