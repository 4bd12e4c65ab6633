"""Quizzes answered on paper: the facilitator types them in, and they count like a phone's."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from typing import TypeVar

from tornado.httputil import url_concat
from tornado.web import HTTPError

from planning_kit.course.sheet import Sheet, sheet_of, sheets
from planning_kit.hall.learner_desk import LearnerDesk
from planning_kit.hall.page import Page
from planning_kit.hall.paper_rows import PaperRow, read_rows, rows_asked
from planning_kit.hall.permissions import Action
from planning_kit.language import _, ngettext, speaking
from planning_kit.learning import Answer
from planning_kit.workbook.learners import LearnerAnswer, LearnerBook

ADDRESS = "/class/papers"
T = TypeVar("T")


class PaperAnswers(Page):
    """Where a learner's paper is typed in, one row a question."""

    async def get(self) -> None:
        """Ask whose paper of which quiz it is, or show its rows."""
        self.place_for(Action.TYPE_ANSWERS)
        self.keep_language()
        typed, sheet = self.get_argument("learner", ""), sheet_of(self.get_argument("sheet", ""))
        if not typed or sheet is None:
            self._begin(sheet)
            return
        learner = await self._ask(lambda book: book.learner_typed(typed))
        if learner is None:
            with speaking(self.language):
                said = _("Nobody here has the learner code {code}. Look at the paper, or give a new one.", code=typed[:12])  # fmt: skip
            self.set_status(404)
            self._begin(sheet, wrong=said)
            return
        kept = await self._kept(learner, sheet)
        self._rows(learner, sheet, rows_asked(sheet, kept))

    async def post(self) -> None:
        """Give a new code, or read the rows: once to look over, then to keep."""
        area, _start = self.place_for(Action.TYPE_ANSWERS)
        sheet = sheet_of(self.get_body_argument("sheet", ""))
        if sheet is None:
            raise HTTPError(400)
        if self.get_body_argument("new", ""):
            learner = await self._ask(lambda book: book.add_learner())
            self.redirect(self._link(learner=learner, sheet=sheet.code, new="1"))
            return
        sent = self.get_body_argument("sent", "")[:40]
        typed = self.get_body_argument("learner", "")
        found = await self._ask(lambda book: book.learner_typed(typed))
        if found is None or not sent:
            raise HTTPError(400)
        kept = await self._kept(found, sheet)
        with speaking(self.language):
            rows, answers = read_rows(sheet, kept, lambda name: self.get_body_argument(name, ""))
        if any(row.wrong for row in rows) or not answers:
            self.set_status(400)
            self._rows(found, sheet, rows, sent=sent, nothing=not answers)
        elif self.get_body_argument("sure", "") != "1":
            self._rows(found, sheet, rows, sent=sent, typed=len(answers))
        else:
            await self._keep(area, found, sheet, answers, sent)
            self.redirect(self._link(sheet=sheet.code, of=found, kept=str(len(answers))))

    @property
    def _desk(self) -> LearnerDesk:
        desk: LearnerDesk = self.settings["learner_desk"]
        return desk

    async def _ask(self, asked: Callable[[LearnerBook], T]) -> T:
        area, _start = self.place_for(Action.TYPE_ANSWERS)
        return await self._desk.ask(area, asked)

    async def _kept(self, learner: str, sheet: Sheet) -> dict[str, Answer]:
        # What counts is what is shown: of a test the first answers, else the latest.
        found = await self._ask(
            lambda book: (book.first_answers_to if sheet.is_test else book.answers_to)(
                learner, sheet.code
            )
        )
        return {code: one.answer for code, one in found.items()}

    async def _keep(
        self, area: str, learner: str, sheet: Sheet, answers: dict[str, Answer], sent: str
    ) -> None:
        await asyncio.gather(
            *(
                self._desk.keep(
                    area,
                    LearnerAnswer(learner, sheet.code, one.code, answers[one.code],
                                  one.is_right(answers[one.code]), f"{sent}.{at}"),
                )
                for at, one in enumerate(sheet.questions)
                if one.code in answers
            )
        )  # fmt: skip

    def _link(self, **asked: str) -> str:
        area, start = self.place_for(Action.TYPE_ANSWERS)
        return url_concat(f"{ADDRESS}?{self.place_of(area, start)}", asked)

    def _begin(self, sheet: Sheet | None, wrong: str = "") -> None:
        area, start = self.place_for(Action.TYPE_ANSWERS)
        with speaking(self.language):
            said, number = "", self.get_argument("kept", "")
            if number.isdigit():
                said = ngettext(
                    "{n} answer of learner {code} is kept.",
                    "{n} answers of learner {code} are kept.",
                    int(number),
                    code=self.get_argument("of", "")[:12],
                )
            self.show("papers.html.j2", _("Answers on paper"), area=area, plan_start=start,
                      sheets=sheets(), sheet=sheet or sheets()[0], said=said, wrong=wrong,
                      rows=None, place=self.place_of(area, start))  # fmt: skip

    def _rows(
        self,
        learner: str,
        sheet: Sheet,
        rows: list[PaperRow],
        *,
        sent: str = "",
        typed: int = 0,
        nothing: bool = False,
    ) -> None:
        area, start = self.place_for(Action.TYPE_ANSWERS)
        blank = [str(row.number) for row in rows if not row.is_kept and not any(row.given.values())]
        with speaking(self.language):
            self.show("papers.html.j2", _("Answers on paper"), area=area, plan_start=start,
                      sheet=sheet, learner=learner, rows=rows, typed=typed, blank=blank,
                      nothing=nothing and not any(row.wrong for row in rows),
                      is_new=self.get_argument("new", "") == "1",
                      sent=sent or secrets.token_urlsafe(9), link=self._link)  # fmt: skip
