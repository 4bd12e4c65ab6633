"""Whose page of a quiz it is: a phone's or a laptop's. It knows the learner, and where links lead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tornado.httputil import url_concat

from planning_kit.hall.asked_by import AskedBy
from planning_kit.hall.badge import DAYS
from planning_kit.hall.learner_desk import LearnerDesk
from planning_kit.learning import Answer, TaskQuestion

_WEEKS_OF_A_COURSE = 90 * DAYS


@dataclass(frozen=True)
class TaskLook:
    """What was found of a task: the answer as it is kept, and what the nearest record lacks.

    ``lacking`` are labels of fields in the language in use; ``None`` where nothing was saved.
    """

    answer: Answer
    lacking: Sequence[str] | None = ()


class QuizFace(AskedBy):
    """A page that knows a learner by the code on this device."""

    def quiz_area(self) -> str:
        """Return the plan area whose learner asks; raises 403 for who may not answer."""
        raise NotImplementedError

    async def show_quiz(self, template: str, title: str, **known: Any) -> None:
        """Write a page of the quiz in the language in use."""
        raise NotImplementedError

    @property
    def quiz_language(self) -> str:
        """Return the language of the page."""
        raise NotImplementedError

    @property
    def quiz_port(self) -> int:
        """Return the port of the hall: phones and apps of one hall know the same learner."""
        raise NotImplementedError

    @property
    def has_copy(self) -> bool:
        """Tell whether there are practice data here in which a task can be done."""
        return False

    async def task_look(self, question: TaskQuestion) -> TaskLook:
        """Return what was found of a task in the practice data.

        Raises ``KitError`` ``learning.not-on-a-phone`` where there are none.
        """
        return TaskLook(question.read(lambda _name: ""))

    def quiz_link(self, path: str, **asked: str) -> str:
        """Return the address of a page of the quiz."""
        return url_concat(path, asked)

    @property
    def learners(self) -> LearnerDesk:
        """Return what keeps learners' answers."""
        desk: LearnerDesk = self.settings["learner_desk"]
        return desk

    @property
    def learner_cookie(self) -> str:
        """Return the name of the cookie with the learner's code."""
        return f"planning-kit-learner-{self.quiz_port}"

    async def learner_of(self, area: str) -> str | None:
        """Return the code of the learner on this device, in the workbook of a plan area."""
        signed = self.get_signed_cookie(self.learner_cookie, max_age_days=_WEEKS_OF_A_COURSE)
        if not signed:
            return None
        return await self.learners.ask(area, lambda book: book.learner_typed(signed.decode()))

    def remember(self, learner: str) -> None:
        """Keep a learner's code on this device."""
        self.set_signed_cookie(
            self.learner_cookie, learner, expires_days=_WEEKS_OF_A_COURSE, httponly=True,
            samesite="Lax", secure=self.request.protocol == "https",
        )  # fmt: skip
