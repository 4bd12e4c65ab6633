"""What has to be brought and printed: counted from the episodes, for so many people."""

from __future__ import annotations

import math
from collections.abc import Sequence

from planning_kit.course.lesson import Lesson
from planning_kit.language import _
from planning_kit.pack.card_sheets import sheets_of
from planning_kit.pack.links import CARDS, CASE, HANDOUT, WORKSHEETS
from planning_kit.pack.page import table
from planning_kit.report.markup import anchor, element, text

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


def prints_table(lessons: Sequence[Lesson], people: int, up: str = "") -> str:
    """Return sheets to print with their numbers, episode by episode, each leading to its page.

    ``up`` is the way from the page to the pack's folder.
    """
    rows = []
    for lesson in lessons:
        folder = f"{up}{lesson.key}"
        found = [(CASE, _("Group case"), pieces("group", 1, people))]
        found += [(CARDS, str(one.title), pieces(one.each, sheets_of(one), people))
                  for one in lesson.cards]  # fmt: skip
        found += [(f"{WORKSHEETS}#{anchor(one.code)}", str(one.title), pieces(one.each, 1, people))
                  for one in lesson.worksheets]  # fmt: skip
        found.append((HANDOUT, _("Handout"), people))
        # Its number is enough: a line a sheet.
        rows += [[text(lesson.called.partition(": ")[0]), element("a", text(said), href=f"{folder}/{page}"), str(n)]
                 for page, said, n in found]  # fmt: skip
    return table([_("Episode"), _("What to print"), _("How many")], rows, (2.4, 6, 1.6))
