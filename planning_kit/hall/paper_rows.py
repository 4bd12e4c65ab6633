"""A quiz answered on paper, row by row, as it is typed in: the same answers as a phone sends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planning_kit.course.sheet import Sheet
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.learning import (
    Answer,
    Choice,
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    TaskQuestion,
)
from planning_kit.learning.question import Given
from planning_kit.learning.question_kinds import FIELD
from planning_kit.pack.quiz_paper import lettered

DONE = "done"
"""The field of a task: ticked where the facilitator saw that it was done."""


class Mark(NamedTuple):
    """What can be marked in a line: its value, what stands for it on paper, and what it says."""

    value: str
    sign: str
    said: str = ""


class Line(NamedTuple):
    """One field of a question: its name and wording, and its marks; none for a typed number."""

    name: str
    said: str
    marks: Sequence[Mark]


@dataclass(frozen=True)
class PaperRow:
    """One question as it stands on the paper, with what is ``given`` (field → text).

    With ``is_kept`` it is answered already and counts as it is.
    """

    number: int
    question: Question
    given: Mapping[str, str]
    wrong: str = ""
    is_kept: bool = False

    def field(self, name: str) -> str:
        """Return the name of a field in the whole form."""
        return f"q{self.number}.{name}"

    @property
    def unit(self) -> str:
        """Return the unit behind a number."""
        return str(getattr(self.question, "unit", None) or "")

    @property
    def lines(self) -> list[Line]:
        """Return the lines in the order of the paper, in the language in use."""
        return list(_lines(self.question))

    @property
    def offered(self) -> list[Mark]:
        """Return what the letters in the lines of a match stand for."""
        one = self.question
        return _marks(one.offered) if isinstance(one, MatchQuestion) else []


def rows_asked(sheet: Sheet, kept: Mapping[str, Answer]) -> list[PaperRow]:
    """Return the rows of a sheet with what a learner has answered; of a test it stays."""
    return [
        PaperRow(at, one, fields_of(one, kept[one.code]) if one.code in kept else {},
                 is_kept=sheet.is_test and one.code in kept)
        for at, one in enumerate(sheet.questions, 1)
    ]  # fmt: skip


def read_rows(
    sheet: Sheet, kept: Mapping[str, Answer], given: Given
) -> tuple[list[PaperRow], dict[str, Answer]]:
    """Return the rows as they were typed, and by question each answer that is new.

    A row that is all blank was not answered on paper. What is wrong stands with its row.
    """
    rows, answers = [], {}
    for asked in rows_asked(sheet, kept):
        if asked.is_kept:
            rows.append(asked)
            continue
        one = asked.question
        typed = {line.name: given(asked.field(line.name)).strip() for line in asked.lines}
        wrong = ""
        if any(typed.values()):
            try:
                answer = _read(one, typed)
                if answer != kept.get(one.code):
                    answers[one.code] = answer
            except KitError as error:
                wrong = error.say()
        rows.append(PaperRow(asked.number, one, typed, wrong))
    return rows, answers


def fields_of(question: Question, answer: Answer) -> dict[str, str]:
    """Return what a form holds for an answer that is kept."""
    if isinstance(question, OrderQuestion) and isinstance(answer, list):
        return {f"place.{code}": str(n) for n, code in enumerate(answer, 1)}
    if isinstance(question, MatchQuestion) and isinstance(answer, dict):
        return {f"match.{first}": second for first, second in answer.items()}
    if isinstance(question, TaskQuestion):
        return {DONE: "1"} if question.is_right(answer) else {}
    return {FIELD: str(answer)}


def _read(question: Question, typed: Mapping[str, str]) -> Answer:
    if isinstance(question, TaskQuestion):
        # Looked at by the facilitator, who ticks only what is there.
        return str(question.many)
    return question.read(lambda name: typed.get(name, ""))


def _lines(one: Question) -> Iterator[Line]:
    if isinstance(one, ChoiceQuestion):
        yield Line(FIELD, "", _marks(one.choices))
    elif isinstance(one, NumberQuestion):
        yield Line(FIELD, "", ())
    elif isinstance(one, OrderQuestion):
        places = [Mark(str(n), str(n)) for n in range(1, len(one.steps) + 1)]
        for step in one.shown:
            yield Line(f"place.{step.code}", str(step.said), places)
    elif isinstance(one, MatchQuestion):
        letters = [Mark(second.code, letter) for letter, second in lettered(one.offered)]
        for first, _second in one.pairs:
            yield Line(f"match.{first.code}", str(first.said), letters)
    elif isinstance(one, TaskQuestion):
        yield Line(DONE, "", (Mark("1", "✓", _("The facilitator saw that it is done")),))
    else:
        raise TypeError(f"no paper for {type(one).__name__}")


def _marks(choices: Sequence[Choice]) -> list[Mark]:
    return [Mark(one.code, letter, str(one.said)) for letter, one in lettered(choices)]
