"""Requests of many tambons to agencies, each with its closing day and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from planning_kit.plan.convergence import convergence
from planning_kit.plan.deadlines import Deadline, deadlines_from
from planning_kit.plan.requests import closing_day
from planning_kit.records.declared_data import declared_toml
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.plan_names import PlanNames

if TYPE_CHECKING:
    from planning_kit.workbook.handed_plans import HandedPlan

_REQUEST = ("agency", "what", "amount", "standing", "project_code")
_PROJECT = ("project_code", "name", "channel", "start_be", "end_be", "stage")


@dataclass(frozen=True)
class AskedRequest:
    """``standing`` as in ``plan.convergence`` · ``year`` first year of its project (B.E.) ·
    ``closes`` the day on which the agency's budget closes for it, ``None`` where none is known or
    it has passed."""

    plan_area: str
    place: str
    project_code: str
    project: str
    agency: str
    agency_said: str
    what: str
    amount: float | None
    standing: str
    year: int | None
    closes: date | None


def asked_requests(held: LevelPlans, today: date) -> list[AskedRequest]:
    """Return every request of the plans handed over, with answers that came back above."""
    calendar = deadlines_from(declared_toml("channels", "calendar.toml"))
    return [one for plan in held.plans for one in _of_plan(plan, calendar, today)]


def _of_plan(plan: HandedPlan, calendar: Sequence[Deadline], today: date) -> list[AskedRequest]:
    names, place = PlanNames(plan), said_place(plan.tambon_codes[0])
    agencies = plain_rows(plan.taxonomy("agency"), ("code", "budget_channel"))
    channels = {row["code"]: row["budget_channel"] for row in agencies}
    projects = {row["project_code"]: row for row in plain_rows(plan.frame("project"), _PROJECT)}
    days: dict[tuple[object, ...], Row] = {}
    found = []
    for row in plain_rows(convergence(plan.frame("pledge"), today), _REQUEST):
        project = projects.get(row["project_code"], {})
        years = {"start_be": project.get("start_be"), "end_be": project.get("end_be")}
        channel = channels.get(row["agency"]) or project.get("channel")
        start = project.get("start_be")
        at = (channel, *years.values())
        if at not in days:
            days[at] = closing_day(calendar, channel, years, today)
        closing = days[at]
        found.append(
            AskedRequest(
                plan.area_id,
                place,
                str(row["project_code"]),
                str(project.get("name") or ""),
                str(row["agency"]),
                names.taxon("agency", row["agency"]),
                str(row["what"]),
                None if row["amount"] is None else float(row["amount"]),
                str(row["standing"]),
                None if start is None else int(start),
                None if closing["closing"] == "passed" else closing.get("closes"),
            )
        )
    return found
