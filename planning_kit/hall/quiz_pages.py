"""Quizzes wherever they are asked: a learner's code, one question a page, and why it is right.

The pages are the same on phones and in the practice apps; a :class:`QuizFace` says whose page it
is, how it looks and where its links lead.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Container, Sequence
from typing import Any

from tornado.web import HTTPError

from planning_kit.course.sheet import Sheet, sheet_of, sheets
from planning_kit.errors import KitError
from planning_kit.hall.quiz_face import QuizFace, TaskLook
from planning_kit.hall.tries import CodeTries
from planning_kit.language import _, speaking
from planning_kit.learning import Question, TaskQuestion
from planning_kit.workbook.learners import LearnerAnswer

_WAS_TRIED = "learner"


class SheetsPage(QuizFace):
    """All there is to answer; whoever has no code yet gets one, or types the one he has."""

    async def get(self) -> None:
        """Show the sheets with what is answered, or ask for the code."""
        area = self.quiz_area()
        learner = await self.learner_of(area)
        if learner is None:
            await self._ask()
            return
        answered = await self.learners.ask(area, lambda book: book.answers(learner))
        with speaking(self.quiz_language):
            listed = [
                (sheet, *_counted(sheet.asked(has_copy=self.has_copy), of_sheet))
                for sheet in sheets()
                for of_sheet in [{one.question for one in answered if one.sheet == sheet.code}]
            ]
            await self.show_quiz("quizzes.html.j2", _("Course: questions to answer"),
                                 learner=learner, sheets=listed)  # fmt: skip

    async def post(self) -> None:
        """Give a new code, or take one that was given before."""
        area = self.quiz_area()
        if self.get_body_argument("new", ""):
            self.remember(await self.learners.ask(area, lambda book: book.add_learner()))
            self.redirect(self._onward)
            return
        tries: CodeTries = self.settings["code_tries"]
        device = f"{_WAS_TRIED} {self.request.remote_ip or ''}"
        typed = self.get_body_argument("code", "")
        if tries.is_shut(device):
            with speaking(self.quiz_language):
                said = _("Too many wrong tries. Wait five minutes, or ask the facilitator.")
            await self._ask(said, 429)
            return
        learner = await self.learners.ask(area, lambda book: book.learner_typed(typed))
        if learner is None:
            tries.was_wrong(device)
            with speaking(self.quiz_language):
                said = _("Nobody here has this learner code. Look at your sheet and type it again.")
            await self._ask(said, 404)
            return
        self.remember(learner)
        self.redirect(self._onward)

    @property
    def _onward(self) -> str:
        """Return where a learner goes on: to the sheet that was opened first, else to all."""
        sheet = sheet_of(self.get_argument("sheet", ""))
        return self.quiz_link(f"/quiz/{sheet.code}" if sheet else "/quiz")

    async def _ask(self, wrong: str = "", status: int = 200) -> None:
        self.set_status(status)
        with speaking(self.quiz_language):
            await self.show_quiz("learner.html.j2", _("Course: questions to answer"),
                                 wrong=wrong, sheet=self.get_argument("sheet", ""))  # fmt: skip


class SheetPage(QuizFace):
    """One sheet: the next question, what became of an answer, and in the end all of them."""

    async def get(self, code: str) -> None:
        """Show the next question without an answer, one asked for again, or the end."""
        area, learner, sheet = await self._here(code)
        if learner is None:
            self.redirect(self.quiz_link("/quiz", sheet=sheet.code))
            return
        answers = await self.learners.ask(area, lambda book: book.answers_to(learner, sheet.code))
        again = sheet.question(self.get_argument("again", ""))
        # A test counts once: whoever could try until it is right would have learnt nothing.
        may_again = again is not None and not (sheet.is_test and again.code in answers)
        question = again if may_again else sheet.next_after(answers, has_copy=self.has_copy)
        with speaking(self.quiz_language):
            if question is None:
                await self._end(sheet, answers)
            else:
                await self._ask(sheet, question)

    async def post(self, code: str) -> None:
        """Keep the answer and say whether it is right; it is told once it is on the disk."""
        area, learner, sheet = await self._here(code)
        question = sheet.question(self.get_body_argument("question", ""))
        sent = self.get_body_argument("sent", "")[:64]
        if learner is None or question is None or not sent:
            raise HTTPError(400)
        try:
            with speaking(self.quiz_language):
                if isinstance(question, TaskQuestion):
                    look = await self.task_look(question)
                else:
                    look = TaskLook(question.read(lambda name: self.get_body_argument(name, "")))
        except KitError as error:
            with speaking(self.quiz_language):
                await self._tell_open(sheet, question, error.say())
            return
        is_right = question.is_right(look.answer)
        await self.learners.keep(
            area,
            LearnerAnswer(learner, sheet.code, question.code, look.answer, is_right, sent),
        )
        with speaking(self.quiz_language):
            await self._tell_kept(sheet, question, look, is_right)

    async def _here(self, code: str) -> tuple[str, str | None, Sheet]:
        area = self.quiz_area()
        sheet = sheet_of(code)
        if sheet is None:
            raise HTTPError(404)
        return area, await self.learner_of(area), sheet

    async def _ask(self, sheet: Sheet, question: Question, wrong: str = "") -> None:
        asked = sheet.asked(has_copy=self.has_copy)
        # On a phone a task is only shown where it is asked for by name.
        at = 1 + (asked if question in asked else sheet.questions).index(question)
        part = _("Question {n} of {total}", n=at, total=max(at, len(asked)))
        await self.show_quiz(
            "quiz.html.j2", str(sheet.title), sheet=sheet, question=question,
            kind=type(question).__name__, part=part, wrong=wrong,
            sent=secrets.token_urlsafe(9), given=self._given,
        )  # fmt: skip

    def _given(self, name: str) -> str:
        return self.get_body_argument(name, "") if self.request.method == "POST" else ""

    async def _tell_open(self, sheet: Sheet, question: Question, said: str) -> None:
        self.set_status(400)
        if self.wants_data:
            self.finish(json.dumps({"ok": False, "said": said}))
            return
        await self._ask(sheet, question, said)

    async def _tell_kept(
        self, sheet: Sheet, question: Question, look: TaskLook, is_right: bool
    ) -> None:
        told: dict[str, Any] = {"right": None, "lines": [], "more": ""}
        if sheet.is_test:
            said = _("Your answer is kept.")
        elif isinstance(question, TaskQuestion) and not is_right:
            said = _found(question, look)
            told |= {"right": False, "lines": question.right_said, "again": question.code}
        else:
            said = _("Right.") if is_right else _("Not quite. The right answer:")
            told = {
                "right": is_right,
                "lines": [] if is_right else question.right_said,
                "more": str(question.explain),
            }
        if self.wants_data:
            self.finish(json.dumps({"ok": True, "said": said, **told}))
            return
        await self.show_quiz("answered.html.j2", str(sheet.title), said=said, sheet=sheet, **told)

    async def _end(self, sheet: Sheet, answers: dict[str, LearnerAnswer]) -> None:
        rows = [
            (one, None if sheet.is_test or one.code not in answers else answers[one.code].is_right)
            for one in sheet.questions
        ]
        asked = sheet.asked(has_copy=self.has_copy)
        n_right = sum(right is True for one, right in rows if one in asked)
        said = (
            _("All questions are answered. Thank you.")
            if sheet.is_test
            else _("{n} of {total} answers are right.", n=n_right, total=len(asked))
        )
        await self.show_quiz(
            "quiz_end.html.j2", str(sheet.title), said=said, rows=rows, sheet=sheet
        )


def _counted(asked: Sequence[Question], answered: Container[str]) -> tuple[int, int]:
    """Return how many of the questions are answered, and how many there are."""
    return sum(one.code in answered for one in asked), len(asked)


def _found(question: TaskQuestion, look: TaskLook) -> str:
    if look.lacking is None:
        return _("Nothing is saved for it in your practice data yet. Hints:")
    if look.lacking:
        return _("Saved, but this is still missing or different: {fields}. Hints:",
                 fields=" · ".join(look.lacking))  # fmt: skip
    return _("Found in your practice data: {n} of {many}. Hints:",
             n=str(look.answer), many=question.many)  # fmt: skip
