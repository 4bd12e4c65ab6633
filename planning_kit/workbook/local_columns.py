"""The columns of a file that answer an area's own questions."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from planning_kit.collect import Collected, Remark
from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import LocalQuestion, extended, is_local, record_type
from planning_kit.records.kinds import is_blank
from planning_kit.store import Store
from planning_kit.workbook.local_questions import questions_of, questions_within
from planning_kit.workbook.location import opened
from planning_kit.workbook.target import Target, find_target

_NOT_ASKED = N_(
    "The column “{column}” answers a question that this area does not ask; its {n} filled cells are "
    "not imported. Add the question first (planning-kit questions add), then import the file again"
)


def questions_asked_in(store: Store | str | Path | None, area: str) -> list[LocalQuestion]:
    """Return what the plan areas that ``area`` names ask of their own; makes no store.

    Raises what ``find_target`` and ``with_questions`` raise.
    """
    with opened(store, leave_no_trace=True) as lent:
        return _questions(lent, find_target(lent, area), area)


def with_questions(store: Store, target: Target, area: str, collected: Collected) -> Collected:
    """Return the file with every row under its record type widened by the area's questions.

    Only by those that the file has a column for: a file from before a question was asked
    does not lack an answer. Columns nobody asks for are named in ``notes``. Raises
    ``KitError`` ``workbook.questions-disagree`` where the file is for several areas that
    ask different things under one code.
    """
    questions = _questions(store, target, area)
    asked = {(question.about, question.code) for question in questions}
    unasked: Counter[tuple[str, str]] = Counter()
    for raw in collected.rows:
        names = {name for name in raw.values if is_local(name)}
        if not names:
            continue
        mine = [q for q in questions if q.about == raw.record and q.code in names]
        raw.kind = extended(record_type(raw.record), mine)
        for name in names:
            if (raw.record, name) not in asked and not is_blank(raw.values[name]):
                unasked[raw.place.sheet, raw.columns.get(name, name)] += 1
    notes = [
        Remark("workbook.question-not-asked", _NOT_ASKED, {"column": column, "n": n}, None)
        for (_sheet, column), n in unasked.items()
    ]
    return replace(collected, notes=[*collected.notes, *notes])


def _questions(store: Store, target: Target, area: str) -> list[LocalQuestion]:
    """Return what is asked anywhere in the target, in plan areas still to be made as well."""
    found: dict[tuple[str | None, str | None], LocalQuestion] = {}
    groups = [questions_of(store, one, retired=True) for one in target.plan_areas]
    if target.is_wide:
        groups.append(questions_within(store, area))
    for group in groups:
        for question in group:
            first = found.setdefault((question.about, question.code), question)
            if not question.says_same_as(first):
                raise KitError(
                    "workbook.questions-disagree",
                    N_(
                        "{one} and {other} ask different things under the code {code}; import the "
                        "file for one plan area at a time"
                    ),
                    one=first.scope_code,
                    other=question.scope_code,
                    code=question.code,
                )
    return list(found.values())
