"""The first page above the tambon: the board of pilots in brief, plans received, what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from planning_kit.hall.workbooks import Shown, shown_of
from planning_kit.language import _, current_language, ngettext
from planning_kit.records import is_above
from planning_kit.report.chapters.level_plans import (
    LevelPlans,
    Standing,
    day_of_board,
    pilot_provinces_without,
    said_place,
    standings,
)
from planning_kit.report.chapters.pilot_board import STEP_WORDS
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.wording import joined_briefly, number
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook, open_workbook
from planning_kit.workbook.handover_marks import MARKS, RECEIVED, RETURNED, STATE_WORDS
from planning_kit.workbook.plan_areas import id_of, is_within, plan_areas

_LONGEST = 3
_MOST_PROVINCES = 6


@dataclass(frozen=True)
class StepCount:
    """A step of the board: how many of the expected tambons have reached it."""

    title: str
    reached: int
    of: int

    @property
    def is_done(self) -> bool:
        """Tell whether all of them have."""
        return self.of > 0 and self.reached == self.of


@dataclass(frozen=True)
class LevelFront:
    """What the first page shows of a place above the tambon.

    ``states``: mark in words -> plans that stand under it. ``waits`` and ``said`` are sentences.
    """

    steps: list[StepCount]
    states: list[tuple[str, int]]
    waits: list[str]
    said: list[str]
    plans: int
    expected: int


_kept: dict[tuple[str, str, int, str, date], tuple[str, LevelFront]] = {}


def level_front_of(area: str, plan_start: int, store_url: str) -> tuple[Shown, LevelFront]:
    """Return workbook and board in brief, in the language in use; once for each state of the data."""
    today = date_of_making()
    at = (store_url, area, plan_start, current_language(), today)
    with open_workbook(area, plan_start, store=store_url) as workbook:
        shown = shown_of(workbook, store_url)
        before = _kept.get(at)
        if before is None or before[0] != shown.data_version:
            _kept[at] = before = (shown.data_version, _front(workbook))
        return shown, before[1]


def _front(workbook: Workbook) -> LevelFront:
    held = LevelPlans(workbook)
    found = standings(held)
    today = day_of_board(found)
    reached = Counter(step for one in found for step in one.steps.reached)
    steps = [StepCount(_(STEP_WORDS[step]), reached[step], len(found)) for step in STEP_WORDS]
    marked = Counter(plan.handover.state for plan in held.plans)
    return LevelFront(
        steps,
        [(str(STATE_WORDS[state]), marked[state]) for state in MARKS],
        [*_marks_waiting(marked), *_tambons_waiting(found, today), *_missing(held)],
        [_("As on {date}.", date=format_date(today, "long")), *_beside(workbook, held)],
        len(held.plans),
        len(found),
    )


def _marks_waiting(marked: Counter[str]) -> Iterator[str]:
    if n := marked[RECEIVED]:
        yield ngettext(
            "{count} plan was received and nobody has answered its tambon yet.",
            "{count} plans were received and nobody has answered their tambons yet.",
            n,
            count=number(n),
        )
    if n := marked[RETURNED]:
        yield ngettext(
            "{count} plan went back with comments; its tambon has not sent it again.",
            "{count} plans went back with comments; their tambons have not sent them again.",
            n,
            count=number(n),
        )


def _tambons_waiting(found: list[Standing], today: date) -> Iterator[str]:
    waiting = [
        (days, one)
        for one in found
        if one.steps.following and (days := one.steps.days_waiting(today))
    ]
    waiting.sort(key=lambda pair: (-pair[0], pair[1].code))
    for days, one in waiting[:_LONGEST]:
        following = _(STEP_WORDS[str(one.steps.following)])
        yield _(
            "{place}: {n} days since its last step; next is “{step}”.",
            place=said_place(one.code), n=number(days), step=following,
        )  # fmt: skip


def _missing(held: LevelPlans) -> Iterator[str]:
    if missing := pilot_provinces_without(held):
        named = joined_briefly((one.title() for one in missing), _MOST_PROVINCES)
        yield _("Pilot provinces of which nothing is known here yet: {provinces}.", provinces=named)


def _beside(workbook: Workbook, held: LevelPlans) -> Iterator[str]:
    """Say how tambons whose workbooks lie in the same store count here."""
    handed = {one.area_id for one in held.plans}
    beside = [
        one
        for one in plan_areas(workbook.store)
        if not is_above(one) and is_within(one, set(held.provinces))
    ]
    if n := sum(id_of(one) not in handed for one in beside):
        yield ngettext(
            "The workbook of {count} tambon lies in this same database. It stands on the board "
            "only when its plan is handed over: make its file and open it here.",
            "The workbooks of {count} tambons lie in this same database. They stand on the board "
            "only when their plans are handed over: make their files and open them here.",
            n,
            count=number(n),
        )
