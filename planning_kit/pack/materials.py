"""What has to be brought and printed: counted from the episodes, for so many people."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planning_kit.course.lesson import Lesson
from planning_kit.language import _
from planning_kit.pack.page import table
from planning_kit.report.markup import text

GROUP = 8
"""People of one group."""


def pieces(each: str, count: int, people: int) -> int:
    """Return how many are needed of what is counted for each ``person``, ``group`` or ``room``."""
    times = {"person": people, "group": math.ceil(people / GROUP), "room": 1}[each]
    return times * count


def materials_table(lessons: Sequence[Lesson], people: int) -> str:
    """Return things to bring with their numbers; what several episodes use is brought once."""
    needed: dict[str, tuple[int, list[str]]] = {}
    for lesson in lessons:
        for one in lesson.materials:
            most, used = needed.get(one.said, (0, []))
            needed[one.said] = (max(most, pieces(one.each, one.count, people)),
                                [*used, str(lesson.number)])  # fmt: skip
    rows = [[text(said), str(n), text(", ".join(dict.fromkeys(used)))]
            for said, (n, used) in needed.items()]  # fmt: skip
    return table([_("What to bring"), _("How many"), _("For episodes")], rows, (6, 2, 3))


def prints_table(lessons: Sequence[Lesson], people: int) -> str:
    """Return sheets to print with their numbers, episode by episode."""
    rows = []
    for lesson in lessons:
        sheets = [(str(one.title), pieces(one.each, 1, people)) for one in lesson.worksheets]
        sheets.append((_("Handout"), people))
        rows += [[text(lesson.called), text(said), str(n)] for said, n in sheets]
    return table([_("Episode"), _("What to print"), _("How many")], rows, (5, 6, 2))
