"""Where things lie in the pack, and where the links of lessons lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from planning_kit.course.lesson import Lesson
from planning_kit.course.markdown import rendered
from planning_kit.report.markup import anchor

HANDBOOK, GLOSSARY, RUN_SHEET = "handbook.html", "glossary.html", "run_sheet.html"
SLIDES, WORKSHEETS, HANDOUT, QUIZ = "slides.html", "worksheets.html", "handout.html", "quiz.html"
CASE, CARDS = "case.html", "cards.html"
PRACTICE_HALL = "http://127.0.0.1:8866"
"""Where the apps of the practice tambon open after ``planning-kit serve --practice``."""
_PLACE = "area=990101&plan_start=2571"


def app_address(app: str) -> str:
    """Return the address of an app in practice mode, on the facilitator's own computer."""
    return f"{PRACTICE_HALL}/app/{app}?{_PLACE}"


@dataclass(frozen=True)
class Links:
    """Leads the links of one lesson from a page; ``up`` is the way from it to the pack's folder.

    ``there`` are the keys of the lessons that are in the pack.
    """

    lesson: Lesson
    there: frozenset[str]
    up: str = ""

    def lead(self, target: str) -> str:
        """Return the address of a link's target; "" where the pack does not hold it."""
        kind, _colon, name = target.partition(":")
        key = f"e{name}" if name.isdigit() else self.lesson.key
        if kind == "app":
            return app_address(name or self.lesson.app)
        if kind == "term":
            return f"{self.up}{GLOSSARY}#{anchor(name)}"
        if key not in self.there:
            return ""
        if kind == "episode":
            return f"{self.up}{HANDBOOK}#{key}"
        if kind == "worksheet":
            return f"{self.up}{self.lesson.key}/{WORKSHEETS}#{anchor(name)}"
        return f"{self.up}{key}/{HANDOUT if kind == 'handout' else QUIZ}"

    def html(self, markdown: str, *, by_line: bool = False) -> str:
        """Return Markdown of the lesson as HTML with its links led, below a heading of its own."""
        return rendered(markdown, self.lead, lower=1, by_line=by_line)


def led(lessons: Iterable[Lesson], up: str = "") -> Callable[[Lesson], Links]:
    """Return what gives the links of a lesson among ``lessons``."""
    there = frozenset(one.key for one in lessons)
    return lambda lesson: Links(lesson, there, up)
