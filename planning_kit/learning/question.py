"""What every question of a quiz has, whatever its kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from planning_kit.language import Words

Answer = str | list[str] | dict[str, str]
"""An answer as it is kept: the code chosen, a number as typed, codes in order, or code by code."""
Given = Callable[[str], str]
"""Gives what stands in a field of the form, ``""`` for nothing."""


@dataclass(frozen=True)
class Choice:
    """One of the things to choose from: its code and its wording."""

    code: str
    said: Words


@dataclass(frozen=True, kw_only=True)
class Question(ABC):
    """``ask`` is the question, ``explain`` why the right answer is right.

    ``code`` is its own in the whole course; answers are kept under it. ``objective`` is the code
    of what a learner shows with it. With ``is_in_test`` it is asked before and after the course.
    """

    code: str
    objective: str
    ask: Words
    explain: Words
    is_in_test: bool = False

    @property
    def needs_copy(self) -> bool:
        """Tell whether it is done in practice data of one's own."""
        return False

    @abstractmethod
    def read(self, given: Given) -> Answer:
        """Return the answer that a form holds.

        Raises ``KitError`` ``learning.not-answered`` where something is still open, and
        ``thai.number-unreadable`` for a number that is none.
        """

    @abstractmethod
    def is_right(self, answer: Answer) -> bool:
        """Tell whether an answer that was read is right, all of it."""

    @property
    @abstractmethod
    def right_said(self) -> list[str]:
        """Return the right answer in the language in use, one line for each of its parts."""
