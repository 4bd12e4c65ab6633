"""The board of pilots: how far each tambon has come, how long it waits, and for what."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

from planning_kit import areas
from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.plan.pilot_steps import STEPS, StepsReached
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.level_plans import (
    LevelPlans,
    Standing,
    day_of_board,
    pilot_provinces_without,
    said_place,
    standings,
)
from planning_kit.report.chapters.pilot_courses import courses
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined_briefly, number
from planning_kit.report.section import Fact, Layout, Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook.handed_plans import HandedPlan
from planning_kit.workbook.handover_marks import STATE_WORDS

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

STEP_WORDS = {
    "agreed": N_("Agreed"),
    "surveyed": N_("Surveyed"),
    "heard": N_("Heard"),
    "ranked": N_("Ranked"),
    "drafted": N_("Drafted"),
    "endorsed": N_("Endorsed"),
    "sent": N_("Sent on"),
    "funded": N_("Funded"),
    "under_way": N_("Under way"),
}
_BOARD = {"place": "text", **dict.fromkeys(STEPS, "text"), "days": "number", "handed": "text"}
_WAITS = {"place": "text", "next": "text", "blocks": "text", "asked": "text"}
_MOST = 3
_MOST_OPEN = 8
_OPEN = ("asked",)


def pilot_board(workbook: Workbook, today: date | None = None) -> Section:
    """Return one row for each pilot: the day each step was reached, and how long it waits."""
    held = LevelPlans(workbook)
    title = _("The board of pilots")
    section = Section("pilot-board", title, layout=Layout.LANDSCAPE)
    found = standings(held)
    day = today or day_of_board(found)
    last = Counter(one.steps.last or "" for one in found)
    rows = [_row(one, day) for one in found]
    waits = [_waiting(one.plan, one.steps) for one in found if one.plan is not None]
    missing = pilot_provinces_without(held)
    section.facts = _facts(held, last)
    section.sentences = _said(held, missing)
    section.tables = [_board(rows)]
    section.parts = [_waits(waits)] if waits else []
    if (trained := courses({one.code: one.plan for one in found})) is not None:
        section.parts.append(trained)
    section.evidence = [_evidence(held, day)]
    section.notes = [
        _("A day stands where a step is done. “–” is not done, or not told yet; it is not zero.")
    ]
    return section


def _row(one: Standing, today: date) -> dict[str, Any]:
    reached = {step: _reached(one.steps, step) for step in STEPS}
    days = one.steps.days_waiting(today)
    return {
        "place": said_place(one.code, apart=True),
        **reached,
        "days": days,
        "handed": _handed(one.plan),
    }


def _reached(steps: StepsReached, step: str) -> str | None:
    if step not in steps.reached:
        return None
    day = steps.reached[step]
    return _("done") if day is None else format_date(day, "brief")


def _handed(plan: HandedPlan | None) -> str:
    if plan is None:
        return _("nothing handed over yet")
    marks = plan.handover.marks
    state = str(STATE_WORDS[plan.handover.state])
    when = marks[-1].when if marks else plan.handover.when
    return f"{state}\n{format_date(when.astimezone().date(), 'brief')}"


def _waiting(plan: HandedPlan, steps: StepsReached) -> dict[str, Any]:
    names = PlanNames(plan)
    asked = plain_rows(plan.frame("pledge"), ("agency", "what", "state"))
    unanswered = [
        f"{names.taxon('agency', row['agency'])}: {row['what']}"
        for row in asked
        if row["state"] in _OPEN
    ]
    obstacles = [
        str(row["obstacle"])
        for row in plain_rows(plan.frame("project_progress"), ("obstacle", "fiscal_year_be", "quarter"))
        if row["obstacle"]
    ]  # fmt: skip
    return {
        "place": said_place(plan.tambon_codes[0], apart=True),
        "next": _(STEP_WORDS[steps.following]) if steps.following else _("work is under way"),
        "blocks": _in_lines(list(dict.fromkeys(obstacles))),
        "asked": _in_lines(unanswered),
    }


def _in_lines(said: list[str]) -> str | None:
    """Return the first of them on a line each, and how many more there are."""
    more = [_("and {n} more of them", n=number(len(said) - _MOST))] if len(said) > _MOST else []
    return "\n".join([*said[:_MOST], *more]) or None


def _facts(held: LevelPlans, last: Counter[str]) -> list[Fact]:
    whole = len(held.expected)
    endorsed = sum(last[step] for step in STEPS[STEPS.index("endorsed") :])
    return [
        Fact(number(whole), _("pilot tambons known")),
        Fact(number(len(held.plans)), _("plans handed over")),
        Fact(number(endorsed), _("plans endorsed")),
        Fact(number(last["under_way"]), _("tambons where work is under way")),
    ]


def _said(held: LevelPlans, missing: list[areas.Area]) -> list[str]:
    if not held.expected:
        return [_("No tambon has handed over a plan here, and no pilot has been chosen yet.")]
    if not missing:
        return []
    named = joined_briefly((one.title() for one in missing), len(missing))
    return [_("Pilot provinces of which nothing is known here yet: {provinces}.", provinces=named)]


def _board(rows: list[dict[str, Any]]) -> Table:
    columns = [Column("place", _("Tambon"))]
    columns += [Column(step, _(STEP_WORDS[step]), unbroken=True) for step in STEPS]
    columns += [Column("days", _("Days since the last step"), Form.INT),
                Column("handed", _("Handed over"), unbroken=True)]  # fmt: skip
    return Table(framed(rows, _BOARD), columns, caption=_("The day on which each step was reached"))


def _waits(rows: list[dict[str, Any]]) -> Section:
    """Return what each waits for; of many it is folded, so that the board stays one page."""
    columns = [
        Column("place", _("Tambon")),
        Column("next", _("Next step")),
        Column("blocks", _("What blocks it")),
        Column("asked", _("Asked and not answered")),
    ]
    table = Table(framed(rows, _WAITS), columns, listed=True)
    title = _("What each waits for")
    return Section("pilot-waits", title, tables=[table], folded=len(rows) > _MOST_OPEN)


def _evidence(held: LevelPlans, day: date) -> str:
    return _(
        "Source: {n} plans handed over, {endorsed} of them endorsed; as of {date}",
        n=number(len(held.plans)),
        endorsed=number(sum(one.is_endorsed for one in held.plans)),
        date=format_date(day, "long"),
    )
