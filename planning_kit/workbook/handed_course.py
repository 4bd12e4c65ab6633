"""How far a tambon has come with its course, as the province may know it: counts, no learner."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from planning_kit.records.privacy import MINIMUM, too_few

if TYPE_CHECKING:
    from planning_kit.workbook.handed_plans import HandedPlan

EPISODES = 9
"""Episodes of the course that every tambon goes through; what has a higher number may be left out."""


@dataclass(frozen=True)
class SheetProgress:
    """Of one sheet of the course, e.g. ``"05_choosing_together"`` or ``"after"``.

    ``began`` and ``completed`` are learners; ``None`` for one to four of them.
    """

    sheet: str
    began: int | None
    completed: int | None

    @property
    def episode(self) -> int | None:
        """The number of the episode; ``None`` for tests and for sessions on farming skills."""
        number = int(self.sheet[:2]) if self.sheet[:2].isdecimal() else 0
        return number if 0 < number <= EPISODES else None

    @property
    def is_trained(self) -> bool:
        """Tell whether enough learners completed it for the episode to count as held."""
        return self.completed is not None and self.completed >= MINIMUM


@dataclass(frozen=True)
class CourseProgress:
    """``learners`` who answered anything (``None`` for one to four), and the last day of it."""

    learners: int | None
    last_day: dt.date | None
    sheets: tuple[SheetProgress, ...]

    @property
    def trained(self) -> tuple[int, ...]:
        """The episodes that were held, in their order."""
        held = {one.episode for one in self.sheets if one.is_trained}
        return tuple(n for n in range(1, EPISODES + 1) if n in held)

    @property
    def needed(self) -> tuple[int, ...]:
        """The episodes still to hold, in their order."""
        return tuple(n for n in range(1, EPISODES + 1) if n not in self.trained)


def course_content(progress: CourseProgress | None) -> dict[str, Any] | None:
    """Return what goes to the province; whatever was counted, no small count is in it."""
    if progress is None or progress.learners == 0:
        return None
    # The day on which one to four learners answered would be theirs.
    day = progress.last_day if _told(progress.learners) is not None else None
    return {
        "learners": _told(progress.learners),
        "last_day": day.isoformat() if day else None,
        "sheets": [
            {"sheet": one.sheet, "began": _told(one.began), "completed": _told(one.completed)}
            for one in progress.sheets
        ],
    }


def handed_course(plan: HandedPlan) -> CourseProgress | None:
    """Return what a plan that was handed over says of its course; ``None`` for nothing."""
    content: Mapping[str, Any] | None = plan.content.get("course")
    if not content:
        return None
    day = content["last_day"]
    return CourseProgress(
        content["learners"],
        dt.date.fromisoformat(day) if day else None,
        tuple(SheetProgress(**one) for one in content["sheets"]),
    )


def _told(count: int | None) -> int | None:
    return None if count is None or too_few(count) else count
