"""How far a class has come: how many learners began and completed each sheet, and no name."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from planning_kit.course.sheet import Sheet, sheets
from planning_kit.workbook.handed_course import CourseProgress, SheetProgress
from planning_kit.workbook.learners import LearnerAnswer, LearnerBook

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def course_progress(
    asked: Iterable[Sheet], answers: Sequence[LearnerAnswer], since: dt.date | None = None
) -> CourseProgress | None:
    """Return the progress of a class from its ``answers``; ``None`` where nobody answered.

    With ``since`` only what was answered from that day on counts: several classes may have
    learnt at one laptop.
    """
    kept = [one for one in answers if since is None or _day(one) >= since]
    if not kept:
        return None
    found: dict[str, dict[str, set[str]]] = {}
    for one in kept:
        found.setdefault(one.sheet, {}).setdefault(one.learner, set()).add(one.question)
    rows = tuple(
        SheetProgress(
            sheet.code,
            len(found[sheet.code]),
            sum(sheet.is_full(answered) for answered in found[sheet.code].values()),
        )
        for sheet in asked
        if sheet.code in found
    )
    return CourseProgress(len({one.learner for one in kept}), max(map(_day, kept)), rows)


def own_progress(workbook: Workbook, since: dt.date | None = None) -> CourseProgress | None:
    """Return the progress of the class that learnt at this workbook; in practice there is none."""
    if workbook.is_practice:
        return None
    answers = LearnerBook(workbook.store, workbook.area_id).answers()
    return course_progress(sheets(), answers, since)


def _day(one: LearnerAnswer) -> dt.date:
    # Whatever was kept has its time; only an answer not yet kept has none.
    return one.answered_at.astimezone().date() if one.answered_at else dt.date.min
