"""Answers of agencies that came back above the tambon, and those that fit no request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records import Pledge, RequestAnswer
from planning_kit.records.plain_rows import Row, framed
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import answer, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.thai.persons import hide_persons
from planning_kit.workbook.request_answers import answers_in, differs, request_id

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_SHOWN = ("place", "project", "agency", "what", "answer", "day", "detail")


def level_answers(workbook: Workbook, held: LevelPlans) -> Section:
    """Return the answers kept here: taken, told otherwise by the plan, and to no known request."""
    section = Section("level-answers", _("Answers that came back here"))
    above = (one for plan in held.higher for one in plan.records(RequestAnswer))
    answers = dict(answers_in(workbook.store, above))
    if not answers:
        section.sentences = [_("No agency has sent a file of requests back to this level yet.")]
        return section
    names = PlanNames(workbook)
    taken, otherwise = [], []
    for plan in held.plans:
        own = PlanNames(plan)
        for pledge in plan.as_handed(Pledge):
            told = answers.pop(str(request_id(plan.area_id, pledge)), None)
            if told is not None:
                taken.append(_row(told, own))
                if differs(pledge, told):
                    otherwise.append(_row(told, own) | {"plan": _plan_says(pledge)})
    here = [one for one in answers.values() if _is_here(one, held)]
    unknown = [_row(one, names) for one in here]
    section.sentences = [
        _(
            "Answers that stand with their requests: {taken}. Answers to requests that no plan here "
            "makes: {unknown}; they are shown and counted nowhere.",
            taken=number(len(taken)),
            unknown=number(len(unknown)),
        )
    ]
    section.tables = [
        *_table(taken, _("Answers of agencies"), ()),
        *_table(otherwise, _("The plan of the tambon told another answer"), ("plan",)),
        *_table(unknown, _("Answers to unknown requests"), ()),
    ]
    section.notes = [
        _(
            "They go down to each tambon in the file of comments on its plan: planning-kit bundle "
            "comments."
        )
    ]
    return section


def _is_here(one: RequestAnswer, held: LevelPlans) -> bool:
    return not one.asked_by or str(one.asked_by)[:2] in held.provinces


def _row(one: RequestAnswer, names: PlanNames) -> Row:
    area = str(one.asked_by or "")
    return {
        "place": said_place(area) if area.isdigit() and len(area) == 6 else area or None,
        "project": one.project_code,
        "agency": names.taxon("agency", one.agency) if one.agency else None,
        "what": hide_persons(one.what) if one.what else None,
        "answer": answer("request_answer", "state", getattr(one.state, "value", one.state)),
        "day": format_date(one.answered_on, "short") if one.answered_on else None,
        "detail": hide_persons(one.answer) if one.answer else None,
    }


def _plan_says(pledge: Pledge) -> str:
    said = answer("pledge", "state", getattr(pledge.state, "value", pledge.state))
    day = format_date(pledge.answered_on, "short") if pledge.answered_on else None
    return " · ".join(one for one in (said, day) if one)


def _table(rows: list[Row], caption: str, more: Iterable[str]) -> list[Table]:
    if not rows:
        return []
    labels = {
        "place": _("Tambon"),
        "project": _("Project"),
        "agency": _("Agency"),
        "what": _("What is asked"),
        "answer": _("Answer"),
        "day": _("Answered on"),
        "detail": _("Detail or reason"),
        "plan": _("The plan says"),
    }
    columns = [Column(name, labels[name]) for name in (*_SHOWN, *more)]
    types = {column.name: "text" for column in columns}
    return [Table(framed(rows, types), columns, caption=caption, wide=True)]
