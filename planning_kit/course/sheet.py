"""What a learner is asked in one go: the quiz of an episode, or the test before or after."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cache

from planning_kit.course.episode import episodes
from planning_kit.course.quiz import quiz_of
from planning_kit.language import Words
from planning_kit.learning import Question

BEFORE, AFTER = "before", "after"
_TITLES: Mapping[str, Words] = {
    BEFORE: Words("แบบทดสอบก่อนเรียน", "Test before the course"),
    AFTER: Words("แบบทดสอบหลังเรียน", "Test after the course"),
}


@dataclass(frozen=True)
class Sheet:
    """Questions under one ``code``.

    With ``is_test`` nothing is explained until the end of the course: what is explained after
    the first test would be measured by the second.
    """

    code: str
    title: Words
    questions: tuple[Question, ...]
    is_test: bool = False
    is_skill: bool = False

    def question(self, code: str) -> Question | None:
        """Return the question with this code."""
        return next((one for one in self.questions if one.code == code), None)

    def is_full(self, answered: Container[str]) -> bool:
        """Tell whether every question is among those ``answered``; a task may be left out.

        Who has only a phone cannot do it.
        """
        return all(one.code in answered or one.needs_copy for one in self.questions)

    def asked(self, *, has_copy: bool = False) -> tuple[Question, ...]:
        """Return the questions that are asked: tasks only where they can be done."""
        return tuple(one for one in self.questions if has_copy or not one.needs_copy)

    def next_after(
        self, answered: Mapping[str, object], *, has_copy: bool = False
    ) -> Question | None:
        """Return the first question that has no answer yet; a task only where it can be done."""
        asked = self.asked(has_copy=has_copy)
        return next((one for one in asked if one.code not in answered), None)


@cache
def sheets() -> tuple[Sheet, ...]:
    """Return all sheets that hold a question: the first test, the episodes, the last test."""
    of_episodes = [
        Sheet(one.code, one.title, quiz_of(one.code), is_skill=one.is_skill) for one in episodes()
    ]
    # A course may leave sessions on farming skills out; its tests ask of what all have learnt.
    taught = (sheet for sheet in of_episodes if not sheet.is_skill)
    tested = tuple(
        q for sheet in taught for q in sheet.questions if q.is_in_test and not q.needs_copy
    )
    before, after = (Sheet(code, _TITLES[code], tested, True) for code in (BEFORE, AFTER))
    return tuple(sheet for sheet in (before, *of_episodes, after) if sheet.questions)


def sheet_of(code: str) -> Sheet | None:
    """Return the sheet with this code."""
    return next((one for one in sheets() if one.code == code), None)
