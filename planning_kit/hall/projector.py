"""The wall: how to join, how many have voted, and when a vote is closed its result."""

from __future__ import annotations

import asyncio
from typing import Any

from planning_kit.errors import KitError
from planning_kit.hall.join_codes import JoinCodes
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action, Role
from planning_kit.hall.vote_board import VoteLine, lines_at
from planning_kit.hall.vote_results import VoteResults
from planning_kit.language import _, speaking
from planning_kit.report.qr import qr_svg


class Projector(Page):
    """One vote on the wall: turnout while it is open, then the result."""

    async def get(self) -> None:
        """Show the vote asked for; else one that is open, else the last that was closed."""
        area, start = self.place_for(Action.SEE_TURNOUT)
        self.keep_language()
        asked = self.get_query_argument("poll", "")[:40]
        try:
            with speaking(self.language):
                votes = await asyncio.to_thread(lines_at, area, start, self.choices.store_url)
                shown = shown_vote(votes, asked)
                known: dict[str, Any] = {"vote": shown, "result": ""}
                if shown is not None and shown.is_closed:
                    results: VoteResults = self.settings["vote_results"]
                    known["result"] = (
                        await results.of(area, start, shown.code, self.language)
                    ).html
                known |= {"place": self.place_of(area, start), "asked": asked}
                known |= self._join(area, start)
                self.show("projector.html.j2", _("The vote on the wall"), **known)
        except KitError as error:
            raise Refused(400, error) from error

    def _join(self, area: str, start: int) -> dict[str, Any]:
        codes: JoinCodes = self.settings["join_codes"]
        code = codes.of(area, start).get(Role.PARTICIPANT)
        if code is None:
            return {"code": "", "join": ""}
        scanned = self.light_address(f"/join/{code.code}")
        picture = qr_svg(scanned, _("Join in")) if scanned else ""
        return {"code": code.shown, "join": self.light_address("/join"), "qr": picture}


class ProjectorNow(Page):
    """Where the wall asks, every two seconds, how many have voted."""

    async def get(self) -> None:
        """Answer with numbers alone; no result is among them."""
        area, start = self.place_for(Action.SEE_TURNOUT)
        asked = self.get_query_argument("poll", "")[:40]
        votes = await asyncio.to_thread(lines_at, area, start, self.choices.store_url)
        shown = shown_vote(votes, asked)
        self.set_header("Cache-Control", "no-store")
        self.finish(
            {"code": shown.code, "open": shown.is_open, "ballots": shown.ballots}
            if shown
            else {"code": "", "open": False, "ballots": 0}
        )


def shown_vote(votes: list[VoteLine], asked: str) -> VoteLine | None:
    """Return the vote for the wall; ``None`` where there is nothing to show."""
    named = [one for one in votes if one.code == asked]
    open_ones = [one for one in votes if one.is_open]
    closed = sorted((one for one in votes if one.is_closed), key=lambda one: one.when)
    return next(iter([*named, *open_ones, *reversed(closed)]), None)
