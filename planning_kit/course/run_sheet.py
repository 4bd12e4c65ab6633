"""A day by the minute: the steps of its episodes, with meals and prayers put between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planning_kit.course.lesson import Lesson, Step
from planning_kit.course.times import Besides, Day


@dataclass(frozen=True)
class Slot:
    """What happens from ``start`` on, in minutes after midnight: a step of a lesson, or besides."""

    start: int
    minutes: int
    lesson: Lesson | None = None
    step: Step | None = None
    besides: Besides | None = None

    @property
    def end(self) -> int:
        """When it ends, in minutes after midnight."""
        return self.start + self.minutes


def run_sheet(day: Day, lessons: Iterable[Lesson], besides: Iterable[Besides]) -> list[Slot]:
    """Return a day in order. A step is never cut: a meal begins at the end of a step, at the one
    nearest to its time; what is still left stands at the end.
    """  # fmt: skip
    waiting = sorted((one for one in besides if one.day == day.number), key=lambda one: one.at)
    slots: list[Slot] = []
    now = day.start
    for lesson, step in _steps(day, lessons):
        while waiting and waiting[0].at <= now + step.minutes / 2:
            slots.append(_slot(now, waiting.pop(0)))
            now = slots[-1].end
        slots.append(Slot(now, step.minutes, lesson, step))
        now = slots[-1].end
    for one in waiting:
        slots.append(_slot(max(now, one.at) if not slots else now, one))
        now = slots[-1].end
    return slots


def _steps(day: Day, lessons: Iterable[Lesson]) -> Iterator[tuple[Lesson, Step]]:
    for lesson in lessons:
        if lesson.day == day.number:
            yield from ((lesson, step) for step in lesson.steps)


def _slot(now: int, one: Besides) -> Slot:
    return Slot(now, one.minutes, besides=one)
