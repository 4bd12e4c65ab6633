"""Answers to requests that are not known above the tambon: kept and shown, never swallowed."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.collect.request_answers import AnswerRow
from planning_kit.language import N_
from planning_kit.records import RequestAnswer, provinces_within
from planning_kit.records.request_sheet import ANSWER, ANSWERED_ON, REQUEST_ID, read_answer_word
from planning_kit.store import record_uuid
from planning_kit.validate import Finding, Level
from planning_kit.workbook.answers import read_answer
from planning_kit.workbook.saving import save_answers
from planning_kit.workbook.workbook import Workbook

_KEPT = N_(
    "No request here has this id: {about}. The answer is kept and stands in the synthesis under "
    "answers to unknown requests; ask the tambon for its plan of today, or whether it asked this"
)
_NOT_KEPT = N_(
    "No request here has this id, and the answer cannot be read: {about}. Choose an answer from "
    "the list and write the day as 15/12/2569, then bring the file in again"
)


def keep_unknown(levels: Sequence[Workbook], row: AnswerRow, *, who: str, why: str) -> Finding:
    """Keep the answer of ``row`` at the level it concerns, and return what is said of it.

    It is refused only where no answer can be read in it. Should the request come later, the
    answer stands with it.
    """
    about = " · ".join(one for one in (row.tambon, row.project, row.what, row.said) if one)
    state = read_answer_word(row.said)
    day, trouble = read_answer(RequestAnswer, "answered_on", row.answered_on)
    if state is None or trouble is not None:
        column = ANSWER if state is None else ANSWERED_ON
        return _said(Level.REFUSE, _NOT_KEPT, row, str(column), about)
    answers = {
        "request_id": row.request_id.casefold() or _made_up(row),
        "asked_by": row.area or None,
        "what": " · ".join(one for one in (row.tambon, row.project, row.what) if one) or None,
        "state": state,
        "answered_on": day,
        "answer": row.detail or None,
    }
    level = _level_of(levels, row)
    kept = [
        one.revision
        for one in level.stored(RequestAnswer)
        if getattr(one.record, "request_id", None) == answers["request_id"]
    ]
    over = kept[0] if kept else None
    save_answers(level, RequestAnswer, answers, who=who, why=why, over=over)
    return _said(Level.FLAG, _KEPT, row, str(REQUEST_ID), about)


def _level_of(levels: Sequence[Workbook], row: AnswerRow) -> Workbook:
    concerned = (one for one in levels if row.area[:2] in provinces_within(one.plan_area))
    return next(concerned, levels[0])


def _made_up(row: AnswerRow) -> str:
    """Return an id for a row that somebody added, the same each time the file comes."""
    return str(record_uuid("", "added-row", (row.tambon, row.project, row.what, row.said)))


def _said(level: Level, sentence: str, row: AnswerRow, column: str, about: str) -> Finding:
    values = {"about": about or "–"}
    code = "workbook.unknown-request"
    return Finding(level, code, sentence, values, row.sheet, row.row, column, "", row.request_id)
