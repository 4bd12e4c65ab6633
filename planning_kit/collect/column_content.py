"""What the cells of a foreign column look like: do they fit a field, and which one alone?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planning_kit import areas, thai
from planning_kit.errors import KitError
from planning_kit.records import Choices, FieldSpec, Kind, kinds
from planning_kit.records.kinds import is_blank, split_list

_SAMPLE = 200
_MOST_ANSWERS = 30
_TYPES: dict[Kind, Any] = {
    Kind.INTEGER: kinds.Integer,
    Kind.NUMBER: kinds.Number,
    Kind.MONEY: kinds.Money,
    Kind.SHARE: kinds.Number,
    Kind.LAND: kinds.Land,
    Kind.DATE: kinds.Date,
    Kind.YEAR_BE: kinds.YearBE,
    Kind.MONTHS: kinds.Months,
    Kind.YES_NO: kinds.YesNo,
}
_VILLAGE_DIGITS, _TAMBON_DIGITS = 8, 6
AGE = "head_age"
_MOSTLY_NUMBERS = 0.8
_YOUNGEST, _OLDEST = 10, 120
_FIRST_YEAR_BE, _LAST_YEAR_BE = 2450, 2650


@dataclass(frozen=True)
class Column:
    """A column of somebody's table: its heading, its place from 1, and some of its cells.

    ``parts`` lists the columns, by unit, of an area that stands in several.
    ``turns`` lists the numbers of columns that repeat, ``also`` what they are called without
    them. From the form of the survey come ``labels`` (the question in every language), ``answers`` (the labels
    of each answer code) and ``several`` (many codes in one cell).
    """

    at: int
    heading: str
    cells: tuple[Any, ...]
    parts: tuple[tuple[str, Column], ...] = ()
    labels: tuple[str, ...] = ()
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    several: bool = False
    also: str = ""
    turns: tuple[int, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return what the column is called: its heading, and its labels in the form."""
        return (self.heading, *([self.also] if self.also else []), *self.labels)

    @property
    def headings(self) -> tuple[str, ...]:
        """Return the headings in the file: of its parts, where it has some."""
        return tuple(part.heading for _unit, part in self.parts) or (self.heading,)

    @property
    def shown(self) -> str:
        """Return its headings as a sentence names them."""
        return " + ".join(self.headings)

    @cached_property
    def stated(self) -> list[Any]:
        """Return the cells of the sample that state something; a lone dash does not."""
        return stated_only(self.cells[:_SAMPLE])

    @cached_property
    def different(self) -> list[Any]:
        """Return the first different cells, in the order they come."""
        seen: dict[str, Any] = {}
        for cell in dict.fromkeys(map(_whole, self.stated)):
            seen.setdefault(thai.clean(cell), cell)
            if len(seen) >= _MOST_ANSWERS:
                break
        return list(seen.values())

    @cached_property
    def is_worded(self) -> bool:
        """Whether at least two different cells are longer than a code such as “1” or “ก2”."""
        return are_worded(self.stated)

    @cached_property
    def villages(self) -> float:
        """Return the share of cells that are 8-digit village codes."""
        return _share(self.stated, is_village_code)

    @cached_property
    def tambons(self) -> float:
        """Return the share of cells that are 6-digit codes of tambons."""
        return _share(self.stated, is_tambon_code)

    @cached_property
    def years(self) -> float:
        """Return the share of cells that are Buddhist years."""
        return _share(self.stated, is_year_be)

    @cached_property
    def dates(self) -> float:
        """Return the share of cells that are dates and no plain numbers."""
        return _share(self.stated, lambda cell: not is_number(cell) and _reads(Kind.DATE, cell))

    @cached_property
    def numbers(self) -> float:
        """Return the share of cells that are numbers, however written."""
        return _share(self.stated, is_number)


def stated_only(cells: Iterable[Any]) -> list[Any]:
    """Return the cells that state something; a lone dash does not."""
    told = [cell for cell in cells if not is_blank(cell)]
    return [cell for cell in told if str(cell).strip() not in ("-", "–", "—")]


def are_worded(cells: Iterable[Any]) -> bool:
    """Tell whether at least two different cells are longer than a code such as “1” or “ก2”."""
    return len({text for text in map(str, cells) if len(text.strip()) > 2}) >= 2


def share_that_fits(spec: FieldSpec, cells: Sequence[Any]) -> float | None:
    """Return the share of stated cells that the field could read; ``None`` where any could."""
    if not cells:
        return None
    if spec.choices is not None:
        # The different answers count, not how often each was given.
        distinct = tuple(islice(dict.fromkeys(map(str, cells)), _MOST_ANSWERS))
        return _share_of_answers(spec.choices, spec.kind is Kind.CHOICES, distinct)
    if spec.name == "village_code":
        return _share(cells, is_village_code)
    if spec.kind not in _TYPES:
        return None
    return _share(cells, lambda cell: _reads(spec.kind, cell))


# Many fields have the same list of answers.
@lru_cache(maxsize=65_536)
def _share_of_answers(choices: type[Choices], several: bool, cells: tuple[str, ...]) -> float:
    return _share(cells, lambda cell: _is_answer(choices, several, cell))


def share_of_ages(spec: FieldSpec, cells: Sequence[Any]) -> float | None:
    """Return the share of cells that are ages in years, where a column is of those.

    ``None`` for another field than the age of the head, and for codes of groups of ages.
    """
    if spec.name != AGE or _share(cells, is_number) < _MOSTLY_NUMBERS:
        return None
    return _share(cells, lambda cell: is_number(cell) and _is_age(cell)) or None


def is_village_code(cell: Any) -> bool:
    """Tell whether a cell holds 8 digits that begin with the code of a tambon."""
    digits = thai.to_arabic_digits(thai.clean(_whole(cell)))
    if len(digits) != _VILLAGE_DIGITS or not digits.isdecimal():
        return False
    return _tambon_exists(digits[:_TAMBON_DIGITS])


def is_tambon_code(cell: Any) -> bool:
    """Tell whether a cell holds the 6-digit code of a tambon."""
    digits = thai.to_arabic_digits(thai.clean(_whole(cell)))
    return len(digits) == _TAMBON_DIGITS and digits.isdecimal() and _tambon_exists(digits)


def is_year_be(cell: Any) -> bool:
    """Tell whether a cell is a bare Buddhist year of four digits."""
    digits = thai.to_arabic_digits(thai.clean(_whole(cell)))
    return digits.isdecimal() and _FIRST_YEAR_BE <= int(digits) <= _LAST_YEAR_BE


def is_number(cell: Any) -> bool:
    """Tell whether a cell holds one number, however written."""
    return _reads(Kind.NUMBER, cell)


def unread_answers(spec: FieldSpec, column: Column, most: int) -> list[str]:
    """Return the different answers in a column that the field's list does not hold."""
    assert spec.choices is not None
    told: dict[str, None] = {}
    for cell in column.stated:
        parts = list(split_list(cell)) if spec.kind is Kind.CHOICES else [_whole(cell)]
        told.update({thai.clean(part): None for part in parts if _read(spec.choices, part) is None})
    return list(told)[:most]


def unread(spec: FieldSpec, answer: str) -> bool:
    """Tell whether the field's list does not hold one answer."""
    return spec.choices is not None and _read(spec.choices, answer) is None


def _is_age(cell: Any) -> bool:
    years = thai.read_number(cell)
    return years is not None and _YOUNGEST <= years <= _OLDEST


@lru_cache(maxsize=65_536)
def _read(choices: type[Choices], text: str) -> Choices | None:
    return choices.read(text)


def _is_answer(choices: type[Choices], several: bool, cell: str) -> bool:
    parts = list(split_list(cell)) if several else [cell]
    return bool(parts) and all(_read(choices, part) is not None for part in parts)


@cache
def _reader(kind: Kind) -> TypeAdapter[Any]:
    return TypeAdapter(_TYPES[kind])


def _reads(kind: Kind, cell: Any) -> bool:
    try:
        return _reader(kind).validate_python(cell) is not None
    except (ValidationError, KitError, ArithmeticError, TypeError):
        return False


@cache
def _tambon_exists(code: str) -> bool:
    try:
        return areas.get(code).level is areas.Level.TAMBON
    except KitError:
        return False


def _share(cells: Sequence[Any], test: Callable[[Any], bool]) -> float:
    return sum(bool(test(cell)) for cell in cells) / len(cells) if cells else 0.0


def _whole(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
