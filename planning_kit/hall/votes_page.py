"""Where the facilitator opens a vote, sees how many have voted, and closes it."""

from __future__ import annotations

import asyncio
from typing import Any

from planning_kit.errors import KitError
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.vote_board import ASKED, Board, board, close, open_vote
from planning_kit.language import _, speaking
from planning_kit.records import Poll
from planning_kit.records.poll_choices import PollAbout, PollMethod
from planning_kit.workbook.voting_paper import ON_PHONES


class Votes(Page):
    """The votes of one workbook, and the form for a new one."""

    async def get(self) -> None:
        """Show them."""
        area, start = self.place_for(Action.RUN_VOTES)
        self.keep_language()
        await self._show(area, start, {}, {})

    async def post(self) -> None:
        """Open a vote, or say under each field what is wrong."""
        area, start = self.place_for(Action.RUN_VOTES)
        asked = {name: self.get_body_argument(name, "") for name in (*ASKED, "about")}
        options = self.get_body_arguments(f"option.{asked['about']}")
        store = self.choices.store_url
        try:
            with speaking(self.language):
                code, wrong = await asyncio.to_thread(open_vote, area, start, store, asked, options)
        except KitError as error:
            raise Refused(400, error) from error
        if code:
            self.redirect(f"/votes?{self.place_of(area, start)}#{code}")
            return
        self.set_status(400)
        await self._show(area, start, {**asked, "options": options}, wrong)

    async def _show(
        self, area: str, start: int, asked: dict[str, Any], wrong: dict[str, str]
    ) -> None:
        try:
            with speaking(self.language):
                found = await asyncio.to_thread(board, area, start, self.choices.store_url)
                self._write(found, area, start, asked, wrong)
        except KitError as error:
            raise Refused(400, error) from error

    def _write(
        self, found: Board, area: str, start: int, asked: dict[str, Any], wrong: dict[str, str]
    ) -> None:
        fields = {
            name: {"label": str((spec := Poll.field(name)).label), "help": str(spec.help or ""),
                   "value": asked.get(name, ""), "wrong": wrong.get(name, "")}
            for name in (*ASKED, "about", "option_codes")
        }  # fmt: skip
        other = [said for name, said in wrong.items() if name not in fields]
        self.show(
            "votes.html.j2", _("Votes in the room"),
            practice=found.practice or self.choices.practice, board=found, fields=fields,
            other=other, chosen=asked.get("options", []), area=area, plan_start=start,
            place=self.place_of(area, start), abouts=list(PollAbout),
            ways=[way for way in PollMethod if way in ON_PHONES],
        )  # fmt: skip


class CloseVote(Page):
    """Where a vote is closed: its ballots become records, and its result may be seen."""

    async def post(self) -> None:
        """Close it and show its result."""
        area, start = self.place_for(Action.RUN_VOTES)
        code = self.get_body_argument("poll", "")[:40]
        try:
            with speaking(self.language):
                await asyncio.to_thread(close, area, start, self.choices.store_url, code)
        except KitError as error:
            raise Refused(400, error) from error
        self.redirect(f"/projector?{self.place_of(area, start)}&poll={code}")
