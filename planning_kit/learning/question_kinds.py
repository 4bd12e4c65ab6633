"""The kinds of question: choose one, type a number, put in order, find what goes together."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.learning.question import Answer, Choice, Given, Question
from planning_kit.thai.numbers import format_number, read_number

FIELD = "answer"
"""The one field of a question to choose or to count."""


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(Question):
    """One of the ``choices`` is ``right``."""

    choices: tuple[Choice, ...]
    right: str

    def read(self, given: Given) -> Answer:
        """Return the code chosen; raises as :meth:`Question.read`."""
        chosen = given(FIELD)
        if chosen not in {one.code for one in self.choices}:
            raise _open(N_("Nothing is chosen yet. Choose one of the answers."))
        return chosen

    def is_right(self, answer: Answer) -> bool:
        """Tell whether the right one was chosen."""
        return answer == self.right

    @property
    def right_said(self) -> list[str]:
        """Return the right choice."""
        return [str(one.said) for one in self.choices if one.code == self.right]


@dataclass(frozen=True, kw_only=True)
class NumberQuestion(Question):
    """A number, right when it is at most ``within`` from ``right``; ``unit`` stands behind it."""

    right: Decimal
    within: Decimal = Decimal(0)
    unit: Words | None = None

    def read(self, given: Given) -> Answer:
        """Return the number in plain digits; raises as :meth:`Question.read`."""
        typed = given(FIELD)
        if not typed.strip():
            raise _open(N_("Nothing is typed yet. Type a number."))
        return str(read_number(typed))

    def is_right(self, answer: Answer) -> bool:
        """Tell whether the number is near enough."""
        return isinstance(answer, str) and abs(Decimal(answer) - self.right) <= self.within

    @property
    def right_said(self) -> list[str]:
        """Return the number with its unit."""
        shown = format_number(self.right, -self.right.normalize().as_tuple().exponent)  # type: ignore[operator]
        return [f"{shown} {self.unit}" if self.unit else shown]


@dataclass(frozen=True, kw_only=True)
class OrderQuestion(Question):
    """The ``steps`` stand in their right order; they are shown in another one."""

    steps: tuple[Choice, ...]

    @property
    def shown(self) -> list[Choice]:
        """The steps as they are shown: the same for everybody, and never in the right order."""
        return _mixed(self.code, self.steps)

    def read(self, given: Given) -> Answer:
        """Return the codes by the places given to them; raises as :meth:`Question.read`."""
        places = {one.code: given(f"place.{one.code}") for one in self.steps}
        if sorted(places.values()) != sorted(str(n) for n in range(1, len(places) + 1)):
            raise _open(N_("Give each step a place of its own, from the first to the last."))
        return sorted(places, key=lambda code: int(places[code]))

    def is_right(self, answer: Answer) -> bool:
        """Tell whether every step stands in its place."""
        return answer == [one.code for one in self.steps]

    @property
    def right_said(self) -> list[str]:
        """Return the steps in order, numbered."""
        return [f"{n}. {one.said}" for n, one in enumerate(self.steps, 1)]


@dataclass(frozen=True, kw_only=True)
class MatchQuestion(Question):
    """Each of the first of ``pairs`` goes with its second; the seconds are shown mixed."""

    pairs: tuple[tuple[Choice, Choice], ...]

    @property
    def offered(self) -> list[Choice]:
        """The seconds of the pairs as they are offered, each once."""
        seconds = {second.code: second for _first, second in self.pairs}
        return _mixed(self.code, list(seconds.values()))

    def read(self, given: Given) -> Answer:
        """Return the second's code by the first's; raises as :meth:`Question.read`."""
        offered = {one.code for one in self.offered}
        found = {first.code: given(f"match.{first.code}") for first, _second in self.pairs}
        if not set(found.values()) <= offered:
            raise _open(N_("Choose something for every line."))
        return found

    def is_right(self, answer: Answer) -> bool:
        """Tell whether everything goes with what it belongs to."""
        return answer == {first.code: second.code for first, second in self.pairs}

    @property
    def right_said(self) -> list[str]:
        """Return the pairs, each on a line."""
        return [f"{first.said} → {second.said}" for first, second in self.pairs]


def _open(sentence: str) -> KitError:
    return KitError("learning.not-answered", sentence)


def _mixed(code: str, things: Sequence[Choice]) -> list[Choice]:
    mixed = sorted(things, key=lambda one: hashlib.sha256(f"{code} {one.code}".encode()).digest())
    if mixed == list(things) and len(mixed) > 1:
        mixed = mixed[1:] + mixed[:1]
    return mixed
