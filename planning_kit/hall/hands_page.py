"""Raised hands and stickers of people without a phone: counted aloud, added to the same vote."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.language import _, speaking
from planning_kit.records import Poll, VoteTotal
from planning_kit.records.poll_choices import PollMethod
from planning_kit.workbook import Workbook, open_workbook
from planning_kit.workbook.saving import Level, Typed, save_rows
from planning_kit.workbook.voting_paper import Option, named_options

COUNTED_ALOUD = (PollMethod.DOTS, PollMethod.APPROVAL, PollMethod.HANDS)
"""The ways of voting that can be counted in the hall, option by option."""
_WHY = "counted in the hall"


@dataclass(frozen=True)
class Counting:
    """A vote with what was counted aloud so far: votes by option, and of how many people."""

    title: str
    options: Sequence[Option]
    votes: Mapping[str, int | None]
    people: int | None


class CountedAloud(Page):
    """Where the facilitator types what was counted in the hall."""

    async def get(self) -> None:
        """Show the options, with what was typed before."""
        await self._show({})

    async def post(self) -> None:
        """Save the counts, or say under each what is wrong."""
        area, start = self.place_for(Action.RUN_VOTES)
        code = self._code()
        people = self.get_body_argument("people", "")
        store = self.choices.store_url
        try:
            with speaking(self.language):
                counting = await asyncio.to_thread(counting_of, area, start, store, code)
                votes = {one.code: self.get_body_argument(f"votes.{one.code}", "")
                         for one in counting.options}  # fmt: skip
                wrong = await asyncio.to_thread(
                    save_counts, area, start, store, code, people, votes
                )
        except KitError as error:
            raise Refused(400, error) from error
        if wrong:
            self.set_status(400)
            await self._show(wrong, people, votes)
            return
        self.redirect(f"/votes?{self.place_of(area, start)}#{code}")

    async def _show(
        self, wrong: Mapping[str, str], people: str = "", votes: Mapping[str, str] | None = None
    ) -> None:
        area, start = self.place_for(Action.RUN_VOTES)
        code = self._code()
        try:
            with speaking(self.language):
                found = await asyncio.to_thread(
                    counting_of, area, start, self.choices.store_url, code
                )
                self.show(
                    "hands.html.j2", found.title, counting=found, wrong=wrong, code=code, area=area,
                    plan_start=start, people=people or _shown(found.people),
                    votes=votes or {one: _shown(n) for one, n in found.votes.items()},
                    label=str(VoteTotal.field("voters").label),
                )  # fmt: skip
        except KitError as error:
            raise Refused(400, error) from error

    def _code(self) -> str:
        return self.get_argument("poll", "")[:40]


def counting_of(area: str, plan_start: int, store_url: str, code: str) -> Counting:
    """Return a vote and its counts; raises ``HTTPError`` 404 where it is not counted aloud."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        poll = next((one for one in workbook.records(Poll) if one.poll_code == code), None)
        if poll is None or poll.method not in COUNTED_ALOUD:
            raise HTTPError(404)
        named = named_options(workbook, str(poll.about))
        options = [named.get(one) or Option(one, one) for one in poll.option_codes or ()]
        kept = {key: stored.record for key, stored in _kept(workbook, code).items()}
        votes = {one.code: getattr(kept.get(one.code), "votes", None) for one in options}
        people = next((getattr(one, "voters", None) for one in kept.values()), None)
        return Counting(str(poll.title), options, votes, people)


def save_counts(
    area: str, plan_start: int, store_url: str, code: str, people: str, votes: Mapping[str, str]
) -> dict[str, str]:
    """Save votes by option as people who cast no ballot; return what is wrong, by option."""
    with open_workbook(area, plan_start, store=store_url) as workbook:
        kept = _kept(workbook, code)
        given = {option: said for option, said in votes.items() if said.strip() or option in kept}
        if not given:
            return {"": _("Nothing is typed yet.")}
        rows = [
            Typed(
                {"poll_code": code, "option_code": option, "votes": said, "voters": people,
                 "is_besides_ballots": True},
                kept[option].revision if option in kept else None,
            )
            for option, said in given.items()
        ]  # fmt: skip
        saved = save_rows(workbook, VoteTotal, rows, who="facilitator", why=_WHY)
    return {
        option: finding.say()
        for option, saving in zip(given, saved, strict=True)
        for finding in saving.findings
        if finding.level is Level.REFUSE
    }


def _kept(workbook: Workbook, code: str) -> dict[str, Any]:
    """Return what was counted aloud for the whole hall, by option, with its revision."""
    found = {}
    for stored in workbook.stored(VoteTotal):
        record: Any = stored.record
        if record.poll_code == code and not (record.village_code or record.group):
            found[str(record.option_code)] = stored
    return found


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)
