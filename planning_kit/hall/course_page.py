"""The course in the hall: its episodes with their apps, and how phones come to the quiz."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from planning_kit.course.lesson import Lesson
from planning_kit.course.lesson_reading import lessons
from planning_kit.course.quiz import quiz_of
from planning_kit.course.times import CourseTimes, course_times
from planning_kit.errors import KitError
from planning_kit.hall.codes_page import codes_shown
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.paper_page import ADDRESS as PAPERS
from planning_kit.hall.permissions import Action, Role
from planning_kit.language import _, ngettext, speaking
from planning_kit.runs.shelf import notebook_names


class CoursePage(Page):
    """Where a facilitator finds the episode that is next, its app, and the code for the quiz."""

    async def get(self) -> None:
        """Show the episodes day by day, and the code for phones large enough for the wall."""
        area, start = self.place_for(Action.OPEN_APP)
        self.keep_language()
        try:
            with speaking(self.language):
                taught = await asyncio.to_thread(lessons)
                times = course_times()
                self.show("course.html.j2", str(times.title), **self._known(taught, times, area, start))  # fmt: skip
        except KitError as error:
            raise Refused(400, error) from error

    def _known(
        self, taught: Sequence[Lesson], times: CourseTimes, area: str, start: int
    ) -> dict[str, Any]:
        place = self.place_of(area, start)
        days = [
            {"title": str(day.title), "lessons": self._shown(taught, day.number, place)}
            for day in times.days
        ]
        days.append({"title": _("Farming skills"), "lessons": self._shown(taught, 0, place)})
        known: dict[str, Any] = {
            "days": [one for one in days if one["lessons"]],
            "practises": self.choices.practice,
            "home": f"/?{place}",
            "may_give_codes": self.may(Action.GIVE_CODES),
            "papers": f"{PAPERS}?{place}" if self.may(Action.TYPE_ANSWERS) else "",
        }
        if known["may_give_codes"]:
            made = codes_shown(self, area, start)
            known["phones"] = next(one for one in made if one["role"] == Role.PARTICIPANT)
        return known

    def _shown(self, taught: Sequence[Lesson], day: int, place: str) -> list[dict[str, str]]:
        apps = notebook_names()
        return [
            {
                "title": one.called,
                "under": _under(one),
                "address": f"/app/{one.app}?{place}" if one.app in apps else "",
            }
            for one in taught
            if one.day == day
        ]


def _under(lesson: Lesson) -> str:
    minutes = ngettext("{n} minute", "{n} minutes", lesson.minutes)
    asked = ngettext("{n} question", "{n} questions", len(quiz_of(lesson.code)))
    return f"{minutes} · {asked}"
