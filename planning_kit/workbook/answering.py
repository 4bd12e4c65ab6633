"""Taking in what an agency answered: each answer becomes a new revision of its request.

An answer to a plan that was handed over is kept above the tambon as a ``RequestAnswer``.

Row by row: what cannot be taken is refused with where, what and how to mend, and keeps no other
row from being taken. The same file brought in twice changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from planning_kit.collect.request_answers import AnswerRow, read_answers
from planning_kit.language import N_, Words, _
from planning_kit.records import Pledge, RequestAnswer, is_above
from planning_kit.records.request_sheet import (
    ANSWER,
    ANSWERED_ON,
    DETAIL,
    REQUEST_ID,
    answer_words,
    read_answer_word,
)
from planning_kit.validate import Finding, Level
from planning_kit.workbook.answers import asked_kind, kept_values, read_answer
from planning_kit.workbook.asking_plans import Request, asking_plans
from planning_kit.workbook.saving import Saving, save_answers
from planning_kit.workbook.unknown_answers import keep_unknown
from planning_kit.workbook.workbook import Workbook

__all__ = ["AnswerReport", "read_answers", "take_answers"]

_UNKNOWN = N_(
    "No request here has this id; a row may not be added or its id changed. Answer in the row of "
    "the request, or ask the tambon for a new file"
)
_TWICE = N_(
    "The same request is answered differently in rows {rows}; nothing of it was taken. Leave one "
    "answer and send the file again"
)
_NO_WORD = N_("There is a day or a text but no answer; choose one of: {answers}")
_WRONG_WORD = N_("“{said}” is no answer; choose one of: {answers}")
_CHANGED = N_(
    "The request has been answered or changed since this file was written: it now says “{state}”. "
    "Nothing was taken; write a new file with planning-kit requests --out and answer there"
)


@dataclass
class AnswerReport:
    """What became of the answers: ``taken`` and ``same`` count rows, ``findings`` tell the rest.

    ``same`` rows say what the workbook holds already; ``unknown`` rows answer a request that is
    not known here and are kept above the tambon all the same.
    """

    taken: int = 0
    same: int = 0
    refused: int = 0
    unknown: int = 0
    findings: list[Finding] = field(default_factory=list)

    @property
    def all_accepted(self) -> bool:
        """Whether every answer stands in the workbook now."""
        return not self.refused and not self.unknown

    def said(self) -> list[str]:
        """Return the counts as sentences, in the language in use."""
        counts = _(
            "Answers taken: {taken}. Known already: {same}. Refused: {refused}.",
            taken=self.taken, same=self.same, refused=self.refused,
        )  # fmt: skip
        if not self.unknown:
            return [counts]
        return [counts, _("Kept though the request is not known here: {n}", n=self.unknown)]


def take_answers(
    workbooks: Iterable[Workbook], rows: Sequence[AnswerRow], *, who: str, why: str
) -> AnswerReport:
    """Save the answers ``rows`` of an agency to the requests of ``workbooks``, row by row.

    A workbook above the tambon answers for every plan within it, see ``asking_plans``; it keeps
    also what answers a request that it does not know.
    ``who`` brought the file, ``why`` says which file it was; both are kept with each revision.
    Raises ``KitError`` for what the store raises, a conflict aside.
    """
    report, books = AnswerReport(), list(workbooks)
    known = {(plan.area_id, one.id): one for plan in asking_plans(books) for one in plan.requests()}
    levels = [book for book in books if is_above(book.plan_area)]
    by_request = defaultdict(list)
    for row in rows:
        by_request[row.area, row.request_id.casefold()].append(row)
    for key, own in by_request.items():
        at = known.get(key) if key[1] else None
        if at is None and levels:
            kept = [keep_unknown(levels, row, who=who, why=why) for row in own]
            report.unknown += sum(one.level is not Level.REFUSE for one in kept)
            report.refused += sum(one.level is Level.REFUSE for one in kept)
            report.findings += kept
        elif at is None:
            _refuse(report, own, "workbook.unknown-request", _UNKNOWN, REQUEST_ID)
        elif len({_content(row) for row in own}) > 1:
            numbers = ", ".join(str(row.row) for row in own)
            values = {"rows": numbers}
            _refuse(report, own, "workbook.answered-twice", _TWICE, ANSWER, values)
        else:
            _take(report, at, own[0], who, why)
            report.same += len(own) - 1
    report.findings.sort(key=lambda one: (one.sheet, one.row or 0))
    return report


def _content(row: AnswerRow) -> tuple[str, str, str]:
    return str(read_answer_word(row.said) or row.said), str(row.answered_on), row.detail


def _refuse(
    report: AnswerReport,
    rows: Sequence[AnswerRow],
    code: str,
    sentence: str,
    column: Words,
    values: Mapping[str, object] | None = None,
) -> None:
    for row in rows:
        shown = row.request_id if column is REQUEST_ID else row.said
        report.findings.append(
            Finding(
                Level.REFUSE,
                code,
                sentence,
                dict(values or {}),
                row.sheet,
                row.row,
                str(column),
                "",
                shown,
            )
        )
    report.refused += len(rows)


def _take(report: AnswerReport, request: Request, row: AnswerRow, who: str, why: str) -> None:
    state = read_answer_word(row.said)
    if state is None:
        code = "workbook.wrong-answer-word" if row.said else "workbook.answer-without-word"
        values = {"said": row.said, "answers": answer_words()}
        if not row.said:
            del values["said"]
        _refuse(report, [row], code, _WRONG_WORD if row.said else _NO_WORD, ANSWER, values)
        return
    kind = Pledge
    day, trouble = read_answer(kind, "answered_on", row.answered_on)
    if trouble is not None:
        values = dict(trouble.values)
        _refuse(report, [row], trouble.code, trouble.message_id, ANSWERED_ON, values)
        return
    told = {"state": state, "answered_on": day, "answer": row.detail or None}
    kept = kept_values(kind, request.pledge)
    if all(kept[name] == value for name, value in told.items()):
        report.same += 1
        return
    if not _is_the_version(request, row):
        now = kind.field("state").wording(kept["state"] or "not_asked")
        _refuse(report, [row], "workbook.answer-outdated", _CHANGED, ANSWER, {"state": now})
        return
    saving = _save(request, told, who, why)
    places = list(_placed(saving.findings, row))
    if saving.revision is None:
        if saving.theirs is not None:
            now = kind.field("state").wording(getattr(saving.theirs.record, "state", None))
            _refuse(report, [row], "workbook.answer-outdated", _CHANGED, ANSWER, {"state": now})
            return
        report.refused += 1
    else:
        report.taken += 1
    report.findings += places


def _save(request: Request, told: dict[str, Any], who: str, why: str) -> Saving:
    """Save an answer with its request or, where that was handed over, at the level."""
    plan, level = request.asker.plan, request.asker.level
    if isinstance(plan, Workbook):
        kind = asked_kind(plan, Pledge.noun.name)
        kept = kept_values(kind, request.pledge)
        return save_answers(plan, kind, kept | told, who=who, why=why, over=request.over)
    assert level is not None
    pledge = request.pledge
    known: dict[str, Any] = {
        name: getattr(pledge, name) for name in ("project_code", "agency", "what", "asked_on")
    }
    head = {"request_id": request.id, "asked_by": request.asker.area_id}
    return save_answers(
        level, RequestAnswer, head | known | told, who=who, why=why, over=request.over
    )


def _is_the_version(request: Request, row: AnswerRow) -> bool:
    try:
        return UUID(row.version) == UUID(request.version)
    except ValueError:
        return False


def _placed(findings: Iterable[Finding], row: AnswerRow) -> Iterator[Finding]:
    """Yield what the checks found, told of the place in the agency's file."""
    columns = {"state": ANSWER, "answered_on": ANSWERED_ON, "answer": DETAIL}
    for one in findings:
        column = str(columns[one.field]) if one.field in columns else ""
        yield Finding(
            one.level, one.code, one.message_id, one.values, row.sheet, row.row, column, one.field,
            one.value,
        )  # fmt: skip
