"""What a declaration asks of a value: an answer from its list, stated if required, in bounds."""

from __future__ import annotations

from typing import Any

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import FieldSpec
from planning_kit.records.kinds import Kind, is_blank, split_list


def read_answers(spec: FieldSpec, value: Any) -> Any:
    """Return ``value`` with answers read into their list, and blanks as ``None``.

    Raises ``ReadingError`` for a required value that is not stated and for an answer
    that is not in the list.
    """
    if is_blank(value):
        if spec.required:
            raise ReadingError(
                "records.required",
                N_("“{label}” is not stated and cannot be left out; fill it in"),
                label=spec.label,
            )
        return None
    if spec.choices is None:
        return value
    if spec.kind is Kind.CHOICE:
        return _read_answer(spec.choices, value)
    picked = {_read_answer(spec.choices, part) for part in split_list(value)}
    return tuple(sorted(picked, key=list(spec.choices).index))


def within_bounds(spec: FieldSpec, value: Any) -> Any:
    """Return ``value`` when it lies in the declared bounds.

    Raises ``ReadingError`` where it is below or above what is possible.
    """
    if value is None or (spec.low is None and spec.high is None):
        return value
    if spec.low is not None and value < spec.low:
        raise ReadingError(
            "records.too-low",
            N_("“{label}” is {value}, below the lowest possible value {bound}; check the figure"),
            label=spec.label,
            value=value,
            bound=spec.low,
        )
    if spec.high is not None and value > spec.high:
        raise ReadingError(
            "records.too-high",
            N_("“{label}” is {value}, above the highest possible value {bound}; check the figure"),
            label=spec.label,
            value=value,
            bound=spec.high,
        )
    return value


def _read_answer(choices: type[Choices], value: Any) -> Choices:
    text = str(getattr(value, "value", value))
    answer = choices.read(text)
    if answer is None:
        raise ReadingError(
            "records.not-a-choice",
            N_("“{text}” is not one of the answers; choose from: {answers}"),
            text=text.strip(),
            answers=Words(
                " · ".join(member.words.th for member in choices),
                " · ".join(member.words.en for member in choices),
            ),
        )
    return answer
