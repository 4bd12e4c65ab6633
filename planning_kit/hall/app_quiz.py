"""Quizzes beside the practice apps: a pair at a laptop answers what the episode asks."""

from __future__ import annotations

import asyncio
from typing import Any

from tornado.httputil import url_concat
from tornado.web import HTTPError

from planning_kit.course.episode import episodes
from planning_kit.course.sheet import sheet_of
from planning_kit.course.task_rows import rows_since
from planning_kit.hall.compare_page import worked_plan
from planning_kit.hall.page import Page
from planning_kit.hall.permissions import Action
from planning_kit.hall.quiz_face import QuizFace, TaskLook
from planning_kit.hall.quiz_pages import SheetPage, SheetsPage
from planning_kit.language import speaking
from planning_kit.learning import Lack, TaskQuestion
from planning_kit.records import record_type
from planning_kit.workbook import open_workbook


def quizzes_of_app(name: str, place: str) -> list[dict[str, str]]:
    """Return title and address of the quiz of each episode tied to a notebook, in their order.

    ``place`` is how an address names the workbook. In the language in use.
    """
    return [
        {"title": str(one.title), "address": f"/quiz/{one.code}?{place}"}
        for one in episodes()
        if one.app == name and sheet_of(one.code) is not None
    ]


def done_of_task(
    question: TaskQuestion, area: str, plan_start: int, own: str, worked: str, language: str
) -> TaskLook:
    """Return what is found of a task in the store ``own``, beside the data as they came."""
    with (
        speaking(language),
        open_workbook(area, plan_start, store=own) as yours,
        open_workbook(area, plan_start, store=worked) as beginning,
    ):
        rows = rows_since(question.record, yours, beginning, is_new=question.is_new)
        beside = {
            one.record: rows_since(one.record, yours, beginning, is_new=question.is_new)
            for one in question.beside
        }
        lacking = [_lacking_said(question, one) for one in question.lacking(rows, beside)]
    return TaskLook(question.counted(rows, beside), list(dict.fromkeys(lacking)) if rows else None)


def _lacking_said(question: TaskQuestion, lack: Lack) -> str:
    kind = record_type(lack.record)
    spec = kind.field(lack.field)
    if lack.record == question.record:
        return str(spec.label)
    answers = {str(one.value): str(one.words) for one in spec.choices or ()}
    return f"{kind.noun.title}: {answers.get(lack.wanted, spec.label)}"


class _AtLaptop(QuizFace, Page):
    def quiz_area(self) -> str:
        # With real workbooks it would stand in the way; phones ask it there.
        if not self.choices.practice:
            raise HTTPError(404)
        return self.place_for(Action.ANSWER_QUIZ)[0]

    async def show_quiz(self, template: str, title: str, **known: Any) -> None:
        sheet = known.get("sheet")
        app = next((one.app for one in episodes() if one.code == getattr(sheet, "code", "")), "")
        home = f"/app/{app}?{self._place}" if app else f"/?{self._place}"
        if isinstance(question := known.get("question"), TaskQuestion):
            known["there"] = f"/tools/{question.app or app}?{self._place}#{question.tool}"
        self.keep_language()
        self.show(f"light/{template}", title, heading=title, look="quiz", place=self._place,
                  link=self.quiz_link, home=home, **known)  # fmt: skip

    @property
    def quiz_language(self) -> str:
        return self.language

    @property
    def quiz_port(self) -> int:
        # Not the port asked at: a test, or a door to the room, may stand before it.
        return int(self.settings["hall_port"])

    @property
    def has_copy(self) -> bool:
        return worked_plan(self) is not None

    async def task_look(self, question: TaskQuestion) -> TaskLook:
        if (worked := worked_plan(self)) is None:
            return await super().task_look(question)
        area, start = self.place_for(Action.ANSWER_QUIZ)
        return await asyncio.to_thread(
            done_of_task, question, area, start, self.store_url, worked, self.language
        )

    def quiz_link(self, path: str, **asked: str) -> str:
        area, start = self.place_for(Action.ANSWER_QUIZ)
        return url_concat(path, {"area": area, "plan_start": str(start), **asked})

    @property
    def _place(self) -> str:
        return self.place_of(*self.place_for(Action.ANSWER_QUIZ))


class AppQuizzes(SheetsPage, _AtLaptop):
    """All sheets, at a laptop."""


class AppQuiz(SheetPage, _AtLaptop):
    """One sheet, at a laptop."""
