"""A cell against the codes of a mapping: which mean “not stated”, which stand for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planning_kit import thai
from planning_kit.collect.mapping_keys import is_listed, spellings
from planning_kit.collect.mapping_rules import Dash, FieldRule, Range, Scalar
from planning_kit.errors import ReadingError
from planning_kit.records import FieldSpec, Kind
from planning_kit.records.kinds import YesNo, is_blank, split_list
from planning_kit.thai.numbers import DASHES

_YES_NO = TypeAdapter(YesNo)


@dataclass
class Tally:
    """What the mapping's codes did, by column: told after the file is read.

    ``overfull`` holds the rows, by column, where a part reaches the next larger unit;
    ``row`` is the number of the row that is being read.
    """

    not_stated: Counter[str] = field(default_factory=Counter)
    otherwise: Counter[str] = field(default_factory=Counter)
    other_units: Counter[tuple[str, str]] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    overfull: dict[str, list[int]] = field(default_factory=dict)
    row: int = 0


@dataclass(frozen=True)
class Codes:
    """The codes of a whole table: for “not stated”, and what a lone dash means."""

    missing: tuple[Scalar, ...] = ()
    dash: Dash | None = None


def read_cell(rule: FieldRule, raw: Any, codes: Codes, column: str, tally: Tally) -> Any:
    """Return what a cell says after the mapping's codes; ``None`` where it is not stated.

    The field's own value map goes first, then its codes for “not stated”, then those of the
    table and the file; ``stated`` takes single values back out of the last.
    """
    if is_blank(raw):
        return None
    for key in spellings(raw):
        if key in rule.keyed_values:
            answer = rule.keyed_values[key]
            return None if is_blank(answer) else answer
    listed = is_listed(raw, rule.missing) or is_listed(raw, codes.missing)
    if listed and not is_listed(raw, rule.stated):
        tally.not_stated[column] += 1
        return None
    dash = rule.dash or codes.dash
    if dash is not None and isinstance(raw, str) and set(thai.clean(raw)) <= DASHES:
        return 0 if dash == "zero" else None
    for one in rule.ranges:
        if _within(one, raw):
            return None if is_blank(one.answer) else one.answer
    if rule.otherwise is not None:
        tally.otherwise[column] += 1
        return None if is_blank(rule.otherwise) else rule.otherwise
    return raw


def without(rule: FieldRule, raw: Any, column: str, tally: Tally) -> Any:
    """Return a text without what the field’s ``remove`` names; any other cell as it is."""
    if not isinstance(raw, str):
        return raw
    kept = raw
    for pattern in rule.removed:
        kept = pattern.sub("", kept)
    tally.removed[column] += kept != raw
    return kept


def is_list_of_answers(rule: FieldRule, spec: FieldSpec, raw: Any) -> bool:
    """Tell whether a cell of a field of several answers lists some that the value map leads.

    “โฉนด, สปก” is read answer by answer, unless the map leads the cell as a whole.
    """
    if spec.kind is not Kind.CHOICES or not rule.values or not isinstance(raw, str):
        return False
    whole_is_led = any(key in rule.keyed_values for key in spellings(raw))
    return not whole_is_led and len(list(split_list(raw))) > 1


def parts_of(rule: FieldRule, raw: Any, codes: Codes, column: str, tally: Tally) -> Any:
    """Return a cell that holds several answers as a tuple, each read by itself.

    They are split at the mark ``split``, or where lists usually are (commas, semicolons).
    """
    if is_blank(raw) or is_listed(raw, rule.missing) or is_listed(raw, codes.missing):
        return read_cell(rule, raw, codes, column, tally)
    mark = rule.split
    if mark is None:
        written = list(split_list(raw))
    else:
        written = str(raw).split() if mark.isspace() else str(raw).split(mark)
    read = [read_cell(rule, part, codes, column, tally) for part in written]
    stated = tuple(dict.fromkeys(str(part) for part in read if not is_blank(part)))
    return stated or None


def flagged(
    rule: FieldRule, cells: Iterable[tuple[str, Any]], codes: Codes, tally: Tally
) -> tuple[str, ...] | Scalar | None:
    """Return the answers whose columns say yes.

    ``rule.otherwise`` where columns are stated and none says yes; ``None`` where none is
    stated. Raises ``ReadingError`` for a cell that is no yes–no answer.
    """
    plain = rule.model_copy(update={"otherwise": None, "ranges": ()})
    said: dict[str, bool] = {}
    for column, cell in cells:
        value = read_cell(plain, cell, codes, column, tally)
        if value is not None:
            said[column] = _is_yes(value)
    found = tuple(answer for answer, column in rule.flags.items() if said.get(column))
    return found or (rule.otherwise if said else None)


def _is_yes(value: Any) -> bool:
    try:
        return bool(_YES_NO.validate_python(value))
    except ValidationError as error:
        cause = error.errors()[0].get("ctx", {}).get("error")
        raise cause if isinstance(cause, ReadingError) else error from None


def _within(one: Range, raw: Any) -> bool:
    try:
        number = thai.read_number(raw)
    except ReadingError:
        return False
    low, high = one.low, one.high
    if number is None:
        return False
    return (low is None or number >= Decimal(low)) and (high is None or number <= Decimal(high))
