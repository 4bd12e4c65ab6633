"""Quizzes on a phone: a learner's code, one question a page, and why the right answer is right."""

from __future__ import annotations

import json
import secrets
from typing import Any

from tornado.web import HTTPError

from planning_kit.course.sheet import Sheet, sheet_of, sheets
from planning_kit.errors import KitError
from planning_kit.hall.badge import DAYS, Badge
from planning_kit.hall.learner_desk import LearnerDesk
from planning_kit.hall.light_page import LightPage
from planning_kit.hall.permissions import Action
from planning_kit.hall.tries import CodeTries
from planning_kit.language import _, speaking
from planning_kit.learning import Question
from planning_kit.workbook.learners import LearnerAnswer

_WEEKS_OF_A_COURSE = 90 * DAYS
_WAS_TRIED = "learner"


def has_quiz() -> bool:
    """Tell whether the course that came with the kit asks anything."""
    return bool(sheets())


class LearnerPage(LightPage):
    """A page that knows a learner by the code on this phone."""

    @property
    def learners(self) -> LearnerDesk:
        """Return what keeps learners' answers."""
        desk: LearnerDesk = self.settings["learner_desk"]
        return desk

    @property
    def learner_cookie(self) -> str:
        """Return the name of the cookie with the learner's code."""
        return f"planning-kit-learner-{self.choices.hall_port}"

    async def learner_of(self, badge: Badge) -> str | None:
        """Return the code of the learner on this phone, in the badge's workbook."""
        signed = self.get_signed_cookie(self.learner_cookie, max_age_days=_WEEKS_OF_A_COURSE)
        if not signed:
            return None
        return await self.learners.ask(badge.area, lambda book: book.learner_typed(signed.decode()))

    def remember(self, learner: str) -> None:
        """Keep a learner's code on this phone."""
        self.keep_on_phone(self.learner_cookie, learner, _WEEKS_OF_A_COURSE)


class Quizzes(LearnerPage):
    """All there is to answer; whoever has no code yet gets one, or types the one he has."""

    async def get(self) -> None:
        """Show the sheets with what is answered, or ask for the code."""
        badge = self.need(Action.ANSWER_QUIZ)
        learner = await self.learner_of(badge)
        if learner is None:
            await self._ask(badge)
            return
        answered = await self.learners.ask(badge.area, lambda book: book.answers(learner))
        with speaking(self.language):
            listed = [
                (sheet, len({one.question for one in answered if one.sheet == sheet.code}))
                for sheet in sheets()
            ]
            seen = await self.desk.seen(badge)
            self.show("quizzes.html.j2", _("Course: questions to answer"), seen,
                      learner=learner, sheets=listed)  # fmt: skip

    async def post(self) -> None:
        """Give a new code, or take one that was given before."""
        badge = self.need(Action.ANSWER_QUIZ)
        if self.get_body_argument("new", ""):
            self.remember(await self.learners.ask(badge.area, lambda book: book.add_learner()))
            self.redirect("/quiz")
            return
        tries: CodeTries = self.settings["code_tries"]
        device = f"{_WAS_TRIED} {self.request.remote_ip or ''}"
        typed = self.get_body_argument("code", "")
        if tries.is_shut(device):
            said = _("Too many wrong tries. Wait five minutes, or ask the facilitator.")
            await self._ask(badge, said, 429)
            return
        learner = await self.learners.ask(badge.area, lambda book: book.learner_typed(typed))
        if learner is None:
            tries.was_wrong(device)
            with speaking(self.language):
                said = _("Nobody here has this learner code. Look at your sheet and type it again.")
            await self._ask(badge, said, 404)
            return
        self.remember(learner)
        self.redirect("/quiz")

    async def _ask(self, badge: Badge, wrong: str = "", status: int = 200) -> None:
        self.set_status(status)
        seen = await self.desk.seen(badge)
        with speaking(self.language):
            self.show("learner.html.j2", _("Course: questions to answer"), seen, wrong=wrong)


class Quiz(LearnerPage):
    """One sheet: the next question, what became of an answer, and in the end all of them."""

    async def get(self, code: str) -> None:
        """Show the next question without an answer, one asked for again, or the end."""
        badge, learner, sheet = await self._here(code)
        if learner is None:
            self.redirect("/quiz")
            return
        answers = await self.learners.ask(
            badge.area, lambda book: book.answers_to(learner, sheet.code)
        )
        again = sheet.question(self.get_argument("again", ""))
        # A test counts once: whoever could try until it is right would have learnt nothing.
        may_again = again is not None and not (sheet.is_test and again.code in answers)
        question = again if may_again else sheet.next_after(answers)
        with speaking(self.language):
            if question is None:
                await self._end(badge, sheet, answers)
            else:
                await self._ask(badge, sheet, question)

    async def post(self, code: str) -> None:
        """Keep the answer and say whether it is right; it is told once it is on the disk."""
        badge, learner, sheet = await self._here(code)
        question = sheet.question(self.get_body_argument("question", ""))
        sent = self.get_body_argument("sent", "")[:64]
        if learner is None or question is None or not sent:
            raise HTTPError(400)
        try:
            with speaking(self.language):
                answer = question.read(lambda name: self.get_body_argument(name, ""))
        except KitError as error:
            with speaking(self.language):
                await self._tell_open(badge, sheet, question, error.say())
            return
        is_right = question.is_right(answer)
        await self.learners.keep(
            badge.area,
            LearnerAnswer(learner, sheet.code, question.code, answer, is_right, sent),
        )
        with speaking(self.language):
            await self._tell_kept(badge, sheet, question, is_right)

    async def _here(self, code: str) -> tuple[Badge, str | None, Sheet]:
        badge = self.need(Action.ANSWER_QUIZ)
        sheet = sheet_of(code)
        if sheet is None:
            raise HTTPError(404)
        return badge, await self.learner_of(badge), sheet

    async def _ask(
        self, badge: Badge, sheet: Sheet, question: Question, wrong: str = ""
    ) -> None:  # fmt: skip
        at = 1 + sheet.questions.index(question)
        part = _("Question {n} of {total}", n=at, total=len(sheet.questions))
        self.show("quiz.html.j2", str(sheet.title), await self.desk.seen(badge),
                  sheet=sheet, question=question, kind=type(question).__name__, part=part,
                  wrong=wrong, sent=secrets.token_urlsafe(9), given=self._given)  # fmt: skip

    def _given(self, name: str) -> str:
        return self.get_body_argument(name, "") if self.request.method == "POST" else ""

    async def _tell_open(
        self, badge: Badge, sheet: Sheet, question: Question, said: str
    ) -> None:  # fmt: skip
        self.set_status(400)
        if self.wants_data:
            self.finish(json.dumps({"ok": False, "said": said}))
            return
        await self._ask(badge, sheet, question, said)

    async def _tell_kept(
        self, badge: Badge, sheet: Sheet, question: Question, is_right: bool
    ) -> None:  # fmt: skip
        told: dict[str, Any] = {"right": None, "lines": [], "more": ""}
        if sheet.is_test:
            said = _("Your answer is kept.")
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
        self.show("answered.html.j2", str(sheet.title), await self.desk.seen(badge),
                  said=said, sheet=sheet, **told)  # fmt: skip

    async def _end(self, badge: Badge, sheet: Sheet, answers: dict[str, LearnerAnswer]) -> None:
        rows = [
            (one, None if sheet.is_test else answers[one.code].is_right) for one in sheet.questions
        ]
        n_right = sum(answers[one.code].is_right for one in sheet.questions)
        said = (
            _("All questions are answered. Thank you.")
            if sheet.is_test
            else _("{n} of {total} answers are right.", n=n_right, total=len(rows))
        )
        self.show("quiz_end.html.j2", str(sheet.title), await self.desk.seen(badge),
                  said=said, rows=rows, sheet=sheet)  # fmt: skip
