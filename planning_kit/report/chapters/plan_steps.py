"""The six steps from agreeing to plan to an endorsed plan, and which of them are done."""

from __future__ import annotations

from dataclasses import dataclass

from planning_kit.language import N_, _
from planning_kit.plan.chosen import in_plan
from planning_kit.plan.merged import standing
from planning_kit.profile.coverage import coverage
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.plan_frames import adopted_problems, budget_of
from planning_kit.report.chapters.plan_status import plan_status
from planning_kit.report.chapters.wording import baht, households, number, percent
from planning_kit.workbook import Workbook

STEPS = {
    "agreed": N_("Agree to make a plan, and name the working group"),
    "surveyed": N_("Survey the households"),
    "heard": N_("Hear every village"),
    "ranked": N_("Adopt the order of the problems"),
    "drafted": N_("Write the projects and their budget"),
    "endorsed": N_("Have the council endorse the plan"),
}


@dataclass(frozen=True)
class PlanStep:
    """One step: its key in ``STEPS``, whether it is done, and how far it has come in words."""

    key: str
    is_done: bool
    said: str


def plan_steps(workbook: Workbook) -> list[PlanStep]:
    """Return the six steps in order, judged by what the workbook holds."""
    return [
        _agreed(workbook),
        _surveyed(workbook),
        _heard(workbook),
        _ranked(workbook),
        _drafted(workbook),
        _endorsed(workbook),
    ]


def villages_unheard(workbook: Workbook) -> list[str]:
    """Return the names of the villages where no forum was held and from which nobody came."""
    held = plain_rows(workbook.frame("forum"), ("village_code",))
    came = plain_rows(workbook.frame("attendance"), ("by", "name", "present"))
    heard = {row["village_code"] for row in held}
    heard |= {row["name"] for row in came if row["by"] == "village" and row["present"]}
    known = plain_rows(workbook.villages(), ("village_code", "name"))
    return [str(row["name"]) for row in known if row["village_code"] not in heard]


def _agreed(workbook: Workbook) -> PlanStep:
    seats = len(workbook.frame("working_group_seat"))
    said = _("{count} places in the working group", count=number(seats)) if seats else ""
    return PlanStep("agreed", seats > 0, said)


def _surveyed(workbook: Workbook) -> PlanStep:
    counted = coverage(workbook.frame("household"), workbook.villages())
    if not counted.n:
        return PlanStep("surveyed", False, "")
    said = households(counted.n)
    if counted.share is not None:
        said = _("{households}, {share} of all", households=said, share=percent(counted.share, 0))
    return PlanStep("surveyed", True, said)


def _heard(workbook: Workbook) -> PlanStep:
    problems = standing(workbook.frame("problem"))
    every = len(workbook.villages())
    unheard = len(villages_unheard(workbook))
    if not problems and unheard == every:
        return PlanStep("heard", False, "")
    said = _(
        "{heard} of {all} villages heard, {problems} problems told",
        heard=number(every - unheard),
        all=number(every),
        problems=number(len(problems)),
    )
    return PlanStep("heard", bool(problems) and not unheard, said)


def _ranked(workbook: Workbook) -> PlanStep:
    order = adopted_problems(workbook)
    said = _("{count} problems in the order adopted", count=number(len(order))) if order else ""
    return PlanStep("ranked", bool(order), said)


def _drafted(workbook: Workbook) -> PlanStep:
    projects = in_plan(workbook.frame("project"))
    total = budget_of(workbook).total
    if not projects:
        return PlanStep("drafted", False, "")
    said = _(
        "{count} projects, {amount}",
        count=number(len(projects)),
        amount=baht(total),
    )
    return PlanStep("drafted", total is not None, said)


def _endorsed(workbook: Workbook) -> PlanStep:
    status = plan_status(workbook)
    return PlanStep("endorsed", not status.is_draft, status.line() if status.last else "")
