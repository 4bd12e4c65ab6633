"""What the class has learnt, for its facilitator: sums alone, to look at and to print."""

from __future__ import annotations

import asyncio

from planning_kit.course.lesson_reading import lessons
from planning_kit.course.sheet import sheets
from planning_kit.errors import KitError
from planning_kit.hall.learner_desk import LearnerDesk
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.workbooks import look_up
from planning_kit.language import speaking
from planning_kit.pack.class_report import class_report_page, objectives_of
from planning_kit.workbook.learners import LearnerAnswer


class ClassPage(Page):
    """The report of a class, as ``planning-kit course --class-of`` writes it."""

    async def get(self) -> None:
        """Make the report from what learners answered until now."""
        area, start = self.place_for(Action.SEE_CLASS)
        self.keep_language()
        desk: LearnerDesk = self.settings["learner_desk"]
        try:
            answers = await desk.ask(area, lambda book: book.answers())
            made = await asyncio.to_thread(self._made, area, start, answers)
        except KitError as error:
            raise Refused(400, error) from error
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.finish(made)

    def _made(self, area: str, start: int, answers: list[LearnerAnswer]) -> str:
        asked = {"area": area, "plan_start": start, "fiscal_year": start - 1,
                 "language": self.language}  # fmt: skip
        with speaking(self.language):
            shown = look_up(asked, self.choices.store_url)
            return class_report_page(
                shown.title, answers, sheets(), objectives_of(lessons()),
                practice=shown.practice or self.choices.practice,
            )  # fmt: skip
