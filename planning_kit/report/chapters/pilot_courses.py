"""The course in each pilot: which episodes were held, for how many, and what is still to teach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planning_kit.language import _, ngettext
from planning_kit.records.plain_rows import framed
from planning_kit.records.privacy import MINIMUM
from planning_kit.report.chapters.level_plans import said_place
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook.handed_course import (
    EPISODES,
    CourseProgress,
    SheetProgress,
    handed_course,
)
from planning_kit.workbook.handed_plans import HandedPlan

_COLUMNS = {"place": "text", "trained": "text", "learners": "text", "needed": "text", "day": "text"}
_SHEETS = {"place": "text", "sheet": "text", "began": "text", "completed": "text"}
_AFTER = "after"


def courses(plans: Mapping[str, HandedPlan | None]) -> Section | None:
    """Return how far each pilot has come with its course; ``None`` where no pilot tells of one.

    ``plans`` are by tambon code, ``None`` for what was not handed over.
    """
    found = {code: handed_course(plan) if plan else None for code, plan in plans.items()}
    told = {code: one for code, one in found.items() if one is not None}
    if not told:
        return None
    whole = sum(not one.needed for one in told.values())
    section = Section("pilot-courses", _("The course in the pilots"))
    section.sentences = [
        _("{k} of {all} pilots tell of a course; {whole} of them have held all {n} episodes.",
          k=number(len(told)), all=number(len(plans)), whole=number(whole),
          n=number(EPISODES))
    ]  # fmt: skip
    section.tables = [_table(found), _by_sheet(told)]
    section.evidence = [
        _("Source: learner codes that answered the course’s questions, from the plans handed over; "
          "n = {n} pilots", n=number(len(told)))
    ]  # fmt: skip
    section.notes = [
        _("An episode counts as held once {n} learners have answered all its questions. Who learnt "
          "on paper is not counted here; ask the facilitator.", n=number(MINIMUM)),
        _("Of fewer than {n} learners no count is told.", n=number(MINIMUM)),
    ]  # fmt: skip
    return section


def _table(found: Mapping[str, CourseProgress | None]) -> Table:
    columns = [
        Column("place", _("Tambon")),
        Column("trained", _("Episodes held")),
        Column("learners", _("Learners")),
        Column("needed", _("Still needed")),
        Column("day", _("Last day")),
    ]
    rows = [_row(said_place(code, apart=True), one) for code, one in found.items()]
    return Table(framed(rows, _COLUMNS), columns, caption=_("Trained, and what is still needed"))


def _row(place: str, one: CourseProgress | None) -> dict[str, Any]:
    if one is None:
        return {"place": place, "trained": "–", "learners": "–", "day": None,
                "needed": _("the whole course, or word of it")}  # fmt: skip
    return {
        "place": place,
        "trained": _("{k} of {n}", k=number(len(one.trained)), n=number(EPISODES)),
        "learners": _count(one.learners),
        "needed": _needed(one),
        "day": format_date(one.last_day, "short") if one.last_day else None,
    }


def _needed(one: CourseProgress) -> str:
    said = []
    if one.needed:
        named = ", ".join(number(n) for n in one.needed)
        said.append(ngettext("episode {named}", "episodes {named}", len(one.needed), named=named))
    if not any(sheet.sheet == _AFTER and sheet.is_trained for sheet in one.sheets):
        said.append(_("the test after the course"))
    return " · ".join(said) or _("nothing; the course is whole")


def _by_sheet(told: Mapping[str, CourseProgress]) -> Table:
    columns = [
        Column("place", _("Tambon")),
        Column("sheet", _("Questions of")),
        Column("began", _("Learners who began")),
        Column("completed", _("Learners who answered all")),
    ]
    rows = [
        {"place": said_place(code, apart=True), "sheet": _named(sheet), "began": _count(sheet.began),
         "completed": _count(sheet.completed)}
        for code, one in told.items()
        for sheet in one.sheets
    ]  # fmt: skip
    return Table(framed(rows, _SHEETS), columns, caption=_("Learners by episode"))


def _named(sheet: SheetProgress) -> str:
    if sheet.episode is not None:
        return _("Episode {n}", n=number(sheet.episode))
    if sheet.sheet[:2].isdecimal():
        return _("Session {n} on farming skills", n=number(int(sheet.sheet[:2])))
    return _("Test after the course") if sheet.sheet == _AFTER else _("Test before the course")


def _count(learners: int | None) -> str:
    return _("fewer than {n}", n=number(MINIMUM)) if learners is None else number(learners)
