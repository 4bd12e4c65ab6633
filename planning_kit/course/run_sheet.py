"""A day by the minute: the steps of its episodes, with meals and prayers put between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from planning_kit.course.lesson import Lesson, Step
from planning_kit.course.times import CLOSE, Besides, Day

_Taught = tuple[Lesson, Step]


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


def run_sheet(
    day: Day, lessons: Iterable[Lesson], besides: Iterable[Besides], within: int = 0
) -> list[Slot]:
    """Return a day in order. A step is never cut: a meal begins at the end of a step.

    It is the end of an episode, where one lies at most ``within`` minutes from the meal's time,
    else that of the step nearest to it. What closes a day comes last, as does what is still left.
    """
    steps = list(_steps(day, lessons))
    waiting = sorted((one for one in besides if one.day == day.number), key=lambda one: one.at)
    slots: list[Slot] = []
    now, done = day.start, 0
    for one in sorted(waiting, key=lambda one: one.kind == CLOSE):
        until = len(steps) if one.kind == CLOSE else _until(steps, done, now, one.at, within)
        for lesson, step in steps[done:until]:
            slots.append(Slot(now, step.minutes, lesson, step))
            now = slots[-1].end
        done = until
        slots.append(_slot(now if slots or steps else max(now, one.at), one))
        now = slots[-1].end
    for lesson, step in steps[done:]:
        slots.append(Slot(now, step.minutes, lesson, step))
        now = slots[-1].end
    return slots


def _until(steps: Sequence[_Taught], done: int, now: int, at: int, within: int) -> int:
    """Return how many steps come before what should begin at ``at``; ``done`` of them by ``now``."""
    ends, every = [], []
    for n in range(done, len(steps) + 1):
        every.append((abs(now - at), n))
        if n in (0, len(steps)) or steps[n - 1][0] is not steps[n][0]:
            ends.append(every[-1])
        now += steps[n][1].minutes if n < len(steps) else 0
    best, n = min(ends)
    return n if best <= within else min(every)[1]


def _steps(day: Day, lessons: Iterable[Lesson]) -> Iterator[_Taught]:
    for lesson in lessons:
        if lesson.day == day.number:
            yield from ((lesson, step) for step in lesson.steps)


def _slot(now: int, one: Besides) -> Slot:
    return Slot(now, one.minutes, besides=one)
