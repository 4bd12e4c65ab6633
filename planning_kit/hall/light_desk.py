"""What the light pages read and save, in threads beside their loop: votes, cards, what is open."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.hall.badge import Badge
from planning_kit.hall.cards import Card, Cards
from planning_kit.hall.gathered import Gathered
from planning_kit.language import LANGUAGES, _
from planning_kit.records import Poll, Village
from planning_kit.workbook import Workbook, open_workbook
from planning_kit.workbook.saving import Saving
from planning_kit.workbook.voting import cast
from planning_kit.workbook.voting_paper import VotingPaper, voting_papers

_FRESH_SECONDS = 1.0
Place = tuple[str, int]


@dataclass(frozen=True)
class Seen:
    """A workbook as the light pages need it, at most a second old.

    ``papers`` are the open votes by code, ``closed`` those closed that phones took part in, with
    their titles. ``titles`` is what the workbook is called, by language; ``villages`` are code and
    name.
    """

    titles: Mapping[str, str]
    practice: bool
    papers: Mapping[str, VotingPaper]
    closed: Mapping[str, str]
    villages: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Cast:
    """A judged ballot on its way into the box of a vote."""

    place: Place
    poll_code: str
    token: str
    marks: Sequence[Mapping[str, Any]]


class LightDesk:
    """Opens each workbook once; reads in one thread and writes in another."""

    def __init__(self, store_url: str) -> None:
        self._store_url = store_url
        self._workbooks: dict[Place, Workbook] = {}
        self._seen: dict[Place, tuple[float, Seen]] = {}
        self._reading = ThreadPoolExecutor(1, "light-read")
        self._writing = ThreadPoolExecutor(1, "light-write")
        self._looking: dict[Place, asyncio.Task[Seen]] = {}
        self._casts: Gathered[Cast, KitError | None] = Gathered(self._cast, self._writing)
        self._cards: Gathered[Card, Saving] = Gathered(Cards(self._workbook).save, self._writing)

    async def seen(self, badge: Badge) -> Seen:
        """Return the badge's workbook as it is; raises ``KitError`` as ``open_workbook``."""
        place = (badge.area, badge.plan_start)
        when, seen = self._seen.get(place, (0.0, None))
        if seen is not None and time.monotonic() - when < _FRESH_SECONDS:
            return seen
        looking = self._looking.get(place)
        if looking is None or looking.done():
            looking = self._looking[place] = asyncio.create_task(self._look(place))
        return await looking

    async def cast(self, badge: Badge, poll_code: str, token: str, marks: Sequence[Any]) -> None:
        """Put a judged ballot into its box; when this returns it is on the disk.

        Raises ``KitError`` ``store.box-sealed`` and what the store raises.
        """
        error = await self._casts.done(
            Cast((badge.area, badge.plan_start), poll_code, token, marks)
        )
        if error is not None:
            raise error

    async def ballot_of(self, badge: Badge, poll_code: str, token: str) -> Sequence[Any]:
        """Return the marks that a token has in the box of a vote; empty for none."""
        place = (badge.area, badge.plan_start)

        def look() -> Sequence[Any]:
            workbook = self._workbook(place)
            return workbook.store.ballot_of(workbook.area_id, poll_code, token) or ()

        return await asyncio.get_running_loop().run_in_executor(self._reading, look)

    async def add_card(self, card: Card) -> Saving:
        """Save a problem card as an import's row is saved, and return what became of it."""
        return await self._cards.done(card)

    def close(self) -> None:
        """Finish what is being written, and let go of the stores."""
        self._writing.shutdown()
        self._reading.shutdown()
        for workbook in self._workbooks.values():
            workbook.close()

    async def _look(self, place: Place) -> Seen:
        loop = asyncio.get_running_loop()
        seen = await loop.run_in_executor(self._reading, self._seen_at, place)
        self._seen[place] = (time.monotonic(), seen)
        return seen

    def _seen_at(self, place: Place) -> Seen:
        workbook = self._workbook(place)
        sealed = workbook.store.sealed_boxes(workbook.area_id)
        polls = sorted(workbook.records(Poll), key=lambda poll: str(poll.poll_code))
        closed = [p for p in polls if p.poll_code in sealed and p.is_closed is True]
        return Seen(
            {language: workbook.title(language) for language in LANGUAGES},
            workbook.is_practice,
            {str(paper.poll.poll_code): paper for paper in voting_papers(workbook)},
            {str(poll.poll_code): str(poll.title) for poll in closed},
            _villages(workbook),
        )

    def _workbook(self, place: Place) -> Workbook:
        if place not in self._workbooks:
            self._workbooks[place] = open_workbook(*place, store=self._store_url)
        return self._workbooks[place]

    def _cast(self, casts: Sequence[Cast]) -> list[KitError | None]:
        boxes: dict[tuple[Place, str], dict[str, Sequence[Any]]] = {}
        for one in casts:
            boxes.setdefault((one.place, one.poll_code), {})[one.token] = one.marks
        errors: dict[tuple[Place, str], KitError] = {}
        for (place, code), ballots in boxes.items():
            try:
                cast(self._workbook(place), code, ballots)
            except KitError as error:
                errors[place, code] = error
        return [errors.get((one.place, one.poll_code)) for one in casts]


def _villages(workbook: Workbook) -> tuple[tuple[str, str], ...]:
    named = {str(v.village_code): str(v.name or "") for v in workbook.records(Village)}
    return tuple(sorted(named.items()))


def villages_said(seen: Seen) -> list[tuple[str, str]]:
    """Return code and full name of every village, in the language in use."""
    several = len({code[:6] for code, _name in seen.villages}) > 1
    return [(code, _village_said(code, name, several)) for code, name in seen.villages]


def _village_said(code: str, name: str, with_tambon: bool) -> str:
    tambon, moo = areas.split_village_code(code)
    said = f"{_('Moo {moo}', moo=moo)} {name}".strip()
    return f"{said} {areas.get(tambon).title()}" if with_tambon else said
