"""What stands in the folder of an episode beside its quiz: the lesson, read and whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from planning_kit.course.cards import CardSet
from planning_kit.language import N_, Words, _

MINUTES_OF_A_DAY = 360
"""What the episodes of each workshop day take together, without breaks: two days are 12 hours."""
WORKSHOP_DAYS = (1, 2)
REVIEW_DAY = 3


class Part(StrEnum):
    """Which part of the activity a step belongs to: นำ, สอน, สรุป."""

    LEAD = "lead"
    TEACH = "teach"
    CLOSE = "close"

    @property
    def said(self) -> str:
        """Return its name in the language in use."""
        return _(_PARTS[self])


_PARTS = {Part.LEAD: N_("Leading in"), Part.TEACH: N_("Teaching"), Part.CLOSE: N_("Closing")}
SECTIONS: Mapping[str, str] = {
    "essence": "สาระสำคัญ",
    "content": "เนื้อหา",
    "group_case": "กรณีกลุ่มย่อย",
    "challenge": "โจทย์ท้าทาย",
    "solution": "เฉลยโจทย์ท้าทาย",
    "mistakes": "ข้อผิดพลาดที่พบบ่อย",
    "notes": "บันทึกสำหรับวิทยากร",
    "no_power": "เมื่อไฟดับ",
}
"""The sections of ``lesson.md``: their names here → their headings there, in order."""


@dataclass(frozen=True)
class Objective:
    """What a learner can do afterwards; the questions of the quiz name its ``code``."""

    code: str
    said: Words


@dataclass(frozen=True)
class Material:
    """Something to bring: ``count`` of it for each ``person``, ``group`` or ``room``."""

    said: str
    each: str
    count: int


@dataclass(frozen=True)
class Step:
    """One step of the activity; ``do``, ``say`` and ``look`` are Markdown in Thai.

    ``slide`` are the lines on the wall meanwhile. ``uses_app`` and ``is_quiz`` say what is used.
    """

    part: Part
    minutes: int
    title: Words
    do: str
    say: str
    look: str
    slide: tuple[str, ...] = ()
    uses_app: bool = False
    is_quiz: bool = False


@dataclass(frozen=True)
class Line:
    """A line between two questions, to add up by hand; ``answer`` is what it comes to in the example."""

    after: str
    said: Words
    answer: Words


@dataclass(frozen=True)
class Worksheet:
    """A sheet of blanks, from the declaration of ``record``, with one record as worked example.

    ``fields`` are those that are asked, in order. With ``rows`` it is a table of so many empty
    lines; with 0 the questions stand one under the other. ``lines`` are to be added up by hand.
    """

    code: str
    title: Words
    record: str
    fields: tuple[str, ...]
    example: str
    each: str
    how: str
    rows: int = 0
    lines: tuple[Line, ...] = ()

    def figure(self, field: str) -> str:
        """Return the name of the figure that stands in a field of the example."""
        return f"record.{self.record}.{self.example}.{field}"


@dataclass(frozen=True)
class Lesson:
    """An episode as its facilitator needs it; every text has its figures in place.

    ``code`` is the folder's name. ``day`` is 1, 2 or 3 (the review day), 0 for a session on a
    farming skill. ``app`` names the notebook it is tied to, "" for none. ``sections`` are
    Markdown by the names of ``SECTIONS``; ``examples`` is what stands in the fields of the
    worksheets' examples, by the names that ``Worksheet.figure`` returns. ``case`` is the group
    case as groups get it, ``cards`` what is cut out besides.
    """

    code: str
    title: Words
    day: int
    minutes: int
    app: str
    questions: tuple[Words, ...]
    objectives: tuple[Objective, ...]
    key_points: tuple[Words, ...]
    materials: tuple[Material, ...]
    steps: tuple[Step, ...]
    worksheets: tuple[Worksheet, ...]
    sections: Mapping[str, str]
    handout: str
    examples: Mapping[str, Words]
    case: str = ""
    cards: tuple[CardSet, ...] = ()

    @property
    def number(self) -> int:
        """Its place in the course, from 1; farming-skill sessions from 11."""
        return int(self.code[:2])

    @property
    def called(self) -> str:
        """Return its number and title in the language in use."""
        if not self.day:
            return _("Farming skill {n}: {title}", n=self.number - 10, title=self.title)
        return _("Episode {n}: {title}", n=self.number, title=self.title)

    @property
    def key(self) -> str:
        """Return what its files and anchors are called by: ``e05``."""
        return f"e{self.code[:2]}"
