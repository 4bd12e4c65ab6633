"""Quizzes on a phone, for whoever joined with a code."""

from __future__ import annotations

from typing import Any

from planning_kit.course.sheet import sheets
from planning_kit.hall.light_page import LightPage
from planning_kit.hall.permissions import Action
from planning_kit.hall.quiz_face import QuizFace
from planning_kit.hall.quiz_pages import SheetPage, SheetsPage


def has_quiz() -> bool:
    """Tell whether the course that came with the kit asks anything."""
    return bool(sheets())


class _OnPhone(QuizFace, LightPage):
    def quiz_area(self) -> str:
        return self.need(Action.ANSWER_QUIZ).area

    async def show_quiz(self, template: str, title: str, **known: Any) -> None:
        seen = await self.desk.seen(self.need(Action.ANSWER_QUIZ))
        self.show(template, title, seen, link=self.quiz_link, **known)

    @property
    def quiz_language(self) -> str:
        return self.language

    @property
    def quiz_port(self) -> int:
        return self.choices.hall_port


class Quizzes(SheetsPage, _OnPhone):
    """All sheets, on a phone."""


class Quiz(SheetPage, _OnPhone):
    """One sheet, on a phone."""
