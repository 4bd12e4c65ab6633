"""A short task to do in one's own practice data, which are then looked at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.learning.question import Answer, Given, Question

ANYTHING = "*"
"""Stands for a field that must be filled in, whatever it says."""


@dataclass(frozen=True, kw_only=True)
class TaskQuestion(Question):
    """Right when at least ``many`` records of the type ``record`` hold what is ``wanted``.

    ``wanted`` are pairs of a field and the answer as it is stored, or ``ANYTHING``. Only records
    that were saved since practice began count. ``hints`` are told until it is done.
    """

    record: str
    wanted: tuple[tuple[str, str], ...]
    hints: tuple[Words, ...]
    many: int = 1

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

    def counted(self, rows: Iterable[Mapping[str, object]]) -> Answer:
        """Return how many of the ``rows`` (field → value) hold all that is wanted, as an answer."""
        return str(sum(all(_holds(row.get(f), v) for f, v in self.wanted) for row in rows))

    def is_right(self, answer: Answer) -> bool:
        """Tell whether enough were found."""
        return isinstance(answer, str) and int(answer) >= self.many

    @property
    def right_said(self) -> list[str]:
        """Return the hints."""
        return [str(one) for one in self.hints]


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
