"""A short task to do in one's own practice data, which are then looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.learning.question import Answer, Given, Question

ANYTHING = "*"
"""Stands for a field that must be filled in, whatever it says."""
Row = Mapping[str, object]
"""A record: field → plain value."""
RowsOf = Mapping[str, Collection[Row]]
_NONE: RowsOf = {}


class Lack(NamedTuple):
    """What is not there yet: record type, field, and the answer that is wanted."""

    record: str
    field: str
    wanted: str


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Another record that a task asks for: it says the same as the first in the field ``by``."""

    record: str
    by: str
    wanted: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class TaskQuestion(Question):
    """Right when at least ``many`` records of the type ``record`` hold what is ``wanted``.

    ``wanted`` are pairs of a field and the answer as it is stored, or ``ANYTHING``. Only records
    that were saved since practice began count; with ``is_new`` those that were not there at all.
    ``beside`` asks for others that go with it. ``app`` and ``tool`` say where it is done, "" for
    the app of the episode; ``hints`` are told until it is done.
    """

    record: str
    wanted: tuple[tuple[str, str], ...]
    hints: tuple[Words, ...]
    many: int = 1
    is_new: bool = False
    beside: tuple[Beside, ...] = ()
    app: str = ""
    tool: str = ""

    @property
    def needs_copy(self) -> bool:
        """Tell that it is done in practice data of one's own, which a phone has not."""
        return True

    def read(self, given: Given) -> Answer:
        """Raise ``KitError`` ``learning.not-on-a-phone``: it is not answered, but looked at."""
        raise KitError(
            "learning.not-on-a-phone",
            N_("This is done at the laptop of a pair, in its practice data. Do it there together."),
        )

    def counted(self, rows: Collection[Row], beside: RowsOf = _NONE) -> Answer:
        """Return how many of the ``rows`` hold all that is wanted, as an answer.

        ``beside`` holds the rows of the types that go with them, by type.
        """
        return str(sum(not self._missing(row, beside) for row in rows))

    def lacking(self, rows: Collection[Row], beside: RowsOf = _NONE) -> list[Lack]:
        """Return what the nearest of the ``rows`` has not yet.

        Empty where there is no row, or one that holds all.
        """
        found = [self._missing(row, beside) for row in rows]
        return min(found, key=len) if found else []

    def _missing(self, row: Row, beside: RowsOf) -> list[Lack]:
        missing = _missing(self.record, self.wanted, row)
        for own in self.beside:
            with_it = [
                _missing(own.record, own.wanted, one)
                for one in beside.get(own.record, ())
                if one.get(own.by) == row.get(own.by)
            ]
            nearest = min(with_it or [_missing(own.record, own.wanted, {})], key=len)
            missing += nearest
        return missing

    def is_right(self, answer: Answer) -> bool:
        """Tell whether enough were found."""
        return isinstance(answer, str) and int(answer) >= self.many

    @property
    def right_said(self) -> list[str]:
        """Return the hints."""
        return [str(one) for one in self.hints]


def _missing(record: str, wanted: Iterable[tuple[str, str]], row: Row) -> list[Lack]:
    return [
        Lack(record, field, value) for field, value in wanted if not _holds(row.get(field), value)
    ]


def _holds(value: object, wanted: str) -> bool:
    if isinstance(value, (list, tuple)):
        return any(_holds(one, wanted) for one in value)
    if value is None or value == "":
        return False
    if wanted == ANYTHING:
        return True
    if isinstance(value, bool):
        return str(value).lower() == wanted
    try:
        return Decimal(str(value)) == Decimal(wanted)
    except InvalidOperation:
        return str(value) == wanted
