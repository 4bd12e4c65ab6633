"""The value map of a drafted field: the file’s answers led to ours, the others told."""

from __future__ import annotations

from typing import Any

from planning_kit import thai
from planning_kit.collect.answer_words import answers_of_codes, nearest_answer, says_not_known
from planning_kit.collect.column_content import AGE, Column, unread, unread_answers
from planning_kit.collect.draft_text import DraftLine
from planning_kit.collect.mapping_keys import plain_key
from planning_kit.collect.personal import masked
from planning_kit.collect.spellings import answers_said, squeezed
from planning_kit.language import N_, _
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import split_list

_MOST_ANSWERS = 20
_MOSTLY = 0.8
_AGES: tuple[dict[str, Any], ...] = (
    {"to": 16, "is": "under_17"},
    {"from": 17, "to": 45, "is": "17_45"},
    {"from": 46, "to": 59, "is": "46_59"},
    {"from": 60, "is": "60_up"},
)
_BY_AGE = N_("ages in years become our groups of ages")
_ANSWER = N_("answers in other words were led to the likeliest of ours, check")
_BY_FORM = N_("the codes were led to ours by their labels in the form, check")
_OPEN_ANSWERS = N_("not guessed: the answers {answers} of “{column}”; lead them to: {known}")


def add_answers(line: DraftLine, spec: FieldSpec, column: Column, open_points: list[str]) -> None:
    """Add the value map to the rule of a field with a closed list, or with yes and no.

    The form’s labels come first; what the cells say besides is compared with our wording.
    """
    if spec.name == AGE and column.numbers >= _MOSTLY:
        line.rule["ranges"] = [dict(one) for one in _AGES]
        line.remarks.append(_(_BY_AGE))
        return
    led: dict[str, Any] = {}
    unknown: list[str] = []
    if column.answers and (spec.choices is not None or spec.kind is Kind.YES_NO):
        led, unknown = answers_of_codes(spec, column)
        line.remarks += [_(_BY_FORM)] if led else []
        if column.several and spec.kind is Kind.CHOICES:
            line.rule["split"] = " "
    elif spec.kind is Kind.YES_NO:
        led = _yes_or_no(column)
        line.remarks += [_(_ANSWER)] if led else []
    if spec.choices is not None:
        by_wording = _by_wording(spec, column, unknown)
        line.remarks += [_(_ANSWER)] if by_wording else []
        led |= by_wording
    if led:
        line.rule["values"] = led
    if unknown:
        open_points.append(_told(spec, column, unknown))


def _by_wording(spec: FieldSpec, column: Column, unknown: list[str]) -> dict[str, Any]:
    led: dict[str, Any] = {}
    for text in unread_answers(spec, column, _MOST_ANSWERS):
        parts = text.split() if column.several else [text]
        if spec.kind is Kind.CHOICES and not column.several:
            parts = [one for one in split_list(text) if unread(spec, one)]
        for part in (part for part in parts if plain_key(part) not in column.answers):
            near = nearest_answer(spec, part)
            if near is not None:
                led[part] = near
            elif part not in unknown and not says_not_known(part):
                unknown.append(part)
    return led


def _yes_or_no(column: Column) -> dict[str, Any]:
    """Return what words for yes and no mean that are not read as they stand."""
    known = answers_said("yes_no")
    said = {str(cell): known.get(squeezed(str(cell))) for cell in column.different}
    return {word: meant == "yes" for word, meant in said.items() if meant is not None}


def _told(spec: FieldSpec, column: Column, unknown: list[str]) -> str:
    known = "true, false"
    if spec.choices is not None:
        known = ", ".join(f"{answer.value} ({answer.words})" for answer in spec.choices)
    shown = " · ".join(f"“{masked(thai.clean(text))}”" for text in unknown[:_MOST_ANSWERS])
    return _(_OPEN_ANSWERS, answers=shown, column=column.heading, known=known)
