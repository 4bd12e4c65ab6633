"""The plans of a place above the tambon, and the tambons that are expected to hand one over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from planning_kit import areas
from planning_kit.errors import KitError
from planning_kit.language import Words, _
from planning_kit.plan.pilot_steps import StepsReached, steps_reached
from planning_kit.records import provinces_within
from planning_kit.records.channel_declared import declared_channels
from planning_kit.records.plain_rows import codes, plain_rows
from planning_kit.records.poll_choices import DecisionAbout
from planning_kit.report.chapters.plan_frames import date_of_making
from planning_kit.report.chapters.wording import joined_briefly, number
from planning_kit.thai import format_date
from planning_kit.workbook.handed_plans import HandedPlan, handed_parts, handed_plans

if TYPE_CHECKING:
    import pandas as pd

    from planning_kit.workbook import Workbook


@dataclass(frozen=True)
class LevelPlans:
    """``workbook`` is of a province, a region or the nation."""

    workbook: Workbook

    @cached_property
    def plans(self) -> list[HandedPlan]:
        """The plans of tambons that were handed over, one for each plan area."""
        return [one for one in self._handed if one.tambon_codes]

    @cached_property
    def higher(self) -> list[HandedPlan]:
        """The plans of places above the tambon that were handed over to this one."""
        return [one for one in self._handed if not one.tambon_codes]

    @cached_property
    def _handed(self) -> list[HandedPlan]:
        return handed_plans(self.workbook)

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """The provinces it takes in."""
        return provinces_within(self.workbook.plan_area)

    @cached_property
    def chosen(self) -> dict[str, date | None]:
        """Tambons chosen as pilots, by decision of a province, with the day of the decision."""
        above: list[Workbook | HandedPlan] = [self.workbook]
        above += [one for one in self._handed if not one.tambon_codes]
        found: dict[str, date | None] = {}
        for one in above:
            for row in plain_rows(one.frame("decision"), ("about", "adopted_codes", "date")):
                if row["about"] == DecisionAbout.PILOT:
                    found |= dict.fromkeys(codes(row["adopted_codes"]), row["date"])
        return {code: day for code, day in found.items() if code[:2] in self.provinces}

    @cached_property
    def expected(self) -> tuple[str, ...]:
        """The tambons that ought to report: those chosen, and those that handed over a plan."""
        handed = {code for one in self.plans for code in one.tambon_codes}
        return tuple(sorted({*self.chosen, *handed}))

    @cached_property
    def parts(self) -> pd.DataFrame:
        """The figures handed over, as rows for the roll-up."""
        import pandas as pd

        return pd.DataFrame(handed_parts(self.plans))


@dataclass(frozen=True)
class Standing:
    """How far one expected tambon has come; ``plan`` is ``None`` where it handed over none."""

    code: str
    plan: HandedPlan | None
    steps: StepsReached


def standings(held: LevelPlans) -> list[Standing]:
    """Return one for every expected tambon, by code."""
    by_tambon = {code: plan for plan in held.plans for code in plan.tambon_codes}
    return [
        Standing(code, plan, _steps(plan, held.chosen.get(code)))
        for code in held.expected
        for plan in (by_tambon.get(code),)
    ]


def day_of_board(found: Sequence[Standing]) -> date:
    """Return the day to count waiting from: that of making, or a later one that a plan tells of.

    A laptop without a network may have lost its clock; what people dated stays true.
    """
    told = [day for one in found for day in one.steps.reached.values() if day is not None]
    return max([date_of_making(), *told])


def pilot_provinces_without(held: LevelPlans) -> list[areas.Area]:
    """Return the pilot provinces of the place of whose tambon nothing is known here."""
    known = {code[:2] for code in held.expected}
    listed = [one.area for one in areas.pilot_provinces() if one.area.code in held.provinces]
    return [one for one in listed if one.code not in known]


def _steps(plan: HandedPlan | None, chosen: date | None) -> StepsReached:
    if plan is not None:
        return reached_by(plan, chosen)
    return StepsReached({"agreed": chosen} if chosen else {})


def reached_by(plan: HandedPlan, chosen: date | None = None) -> StepsReached:
    """Return which of the nine steps a plan handed over has come to, and when."""
    forums = plain_rows(plan.frame("forum"), ("kind", "date"))
    seats = len(plan.frame("working_group_seat"))
    meetings = [row["date"] for row in forums if row["kind"] == "council_meeting" and row["date"]]
    endorsed = plan.content["endorsed"]
    return steps_reached(
        agreed=chosen or (min(meetings, default=None) if seats else None),
        surveyed=_surveyed(plan.content["figures"]),
        forums=forums,
        decisions=plain_rows(plan.frame("decision"), ("about", "date")),
        projects=plain_rows(plan.frame("project"), ("stage",)),
        endorsed=_day(endorsed["date"]) if endorsed else None,
        statuses=plain_rows(plan.frame("project_status"), ("channel", "status", "date")),
        channels=declared_channels(),
    )


def _surveyed(figures: Sequence[dict[str, Any]]) -> date | None:
    """Return the last day of what households told; groups and hazards come from elsewhere."""
    asked = ("water.", "land.", "income.", "debt.", "food.", "people.", "farming.")
    days = [_day(one["as_of"]) for one in figures if one["n"] and one["figure"].startswith(asked)]
    return max((day for day in days if day is not None), default=None)


def plans_evidence(held: LevelPlans, *, n: int, what: str) -> str:
    """Say of how many of the tambons expected the plans are, how many endorsed, when they came, n."""
    days = sorted(one.handover.when.astimezone().date() for one in held.plans)
    ends = dict.fromkeys(format_date(day, "short") for day in (days[:1] + days[-1:]))
    told = {code for one in held.plans for code in one.tambon_codes}
    known = {code[:2] for code in held.expected}
    silent = [one.area.title() for one in areas.pilot_provinces()
              if one.area.code in held.provinces and one.area.code not in known]  # fmt: skip
    said = _(
        "Source: plans handed over by {k} of {all} tambons, {endorsed} of them endorsed · received "
        "{dates} · n = {n} {what}",
        k=number(len(told)),
        all=number(len(held.expected)),
        endorsed=number(sum(one.is_endorsed for one in held.plans)),
        dates=" – ".join(ends) or "–",
        n=number(n),
        what=what,
    )
    if not silent:
        return said
    more = _("nothing is known yet of {names}", names=joined_briefly(silent, len(silent)))
    return f"{said} · {more}"


def _day(said: str | None) -> date | None:
    return None if said is None else datetime.fromisoformat(said).date()


def _said_of_another_day(code: str) -> str:
    """Say where a tambon lies now whose code is used no more; of a code not listed the code."""
    now = areas.successors(code)
    if now:
        return _("{code}, now {places}", code=code, places=", ".join(one.title() for one in now))
    return _("{code}, a code that is not used any more", code=code)


def said_place(code: str, *, apart: bool = False) -> str:
    """Return what a place is called: a tambon with its province, a province, a region, the nation.

    ``apart`` puts the province on a line of its own.
    """
    if code == "TH":
        from planning_kit.workbook.higher_places import higher_place, title_of

        return title_of(higher_place("nation"))
    if not code.isdigit():
        named = {one.code: one.name for one in areas.regions()}
        return named.get(code, code)
    try:
        place = areas.get(code)
    except KitError:
        return _said_of_another_day(code)
    if place.level is not areas.Level.TAMBON:
        return place.title()
    return place.title() + ("\n" if apart else str(Words(" ", ", "))) + areas.get(code[:2]).title()
