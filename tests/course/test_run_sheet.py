"""A day by the minute, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.course.lesson import Lesson, Part, Step
from planning_kit.course.lesson_reading import lessons
from planning_kit.course.run_sheet import run_sheet
from planning_kit.course.times import Besides, Day, clock, course_times
from planning_kit.errors import KitError
from planning_kit.language import Words

W = Words("ก", "a")


def lesson(code: str, *minutes: int, day: int = 1) -> Lesson:
    steps = tuple(Step(Part.TEACH, n, W, "", "", "") for n in minutes)
    return Lesson(code, W, day, sum(minutes), "", (), (), (), (), steps, (), {}, "", {})


def test_meals_begin_between_steps_at_the_end_nearest_to_their_time():
    day = Day(1, 9 * 60, W)
    besides = [Besides(1, 9 * 60 + 50, 10, "tea", W), Besides(1, 12 * 60, 60, "meal", W),
               Besides(2, 9 * 60, 5, "open", W)]  # fmt: skip
    found = run_sheet(
        day, [lesson("01_a", 30, 30), lesson("02_b", 40), lesson("03_c", 9, day=2)], besides
    )
    assert [(clock(slot.start), slot.minutes, slot.besides.kind if slot.besides else slot.lesson.code)
            for slot in found] == [
        ("09.00", 30, "01_a"),
        # Tea at 09.50: the end of the second step, 10.00, is nearer than its beginning, 09.30.
        ("09.30", 30, "01_a"),
        ("10.00", 10, "tea"),
        ("10.10", 40, "02_b"),
        ("10.50", 60, "meal"),
    ]  # fmt: skip


@pytest.mark.parametrize(("within", "lunch"), [(15, "12.10"), (9, "11.55"), (0, "11.55")])
def test_a_meal_waits_for_the_end_of_an_episode_that_is_near(within, lunch):
    # Ends of steps: 11.00, 11.55, 12.10, 12.40; those of episodes: 11.00, 12.10, 12.40.
    day = Day(1, 10 * 60, W)
    besides = [Besides(1, 12 * 60, 60, "meal", W), Besides(1, 12 * 60, 20, "close", W)]
    found = run_sheet(
        day, [lesson("01_a", 60), lesson("02_b", 55, 15), lesson("03_c", 30)], besides, within
    )
    assert [clock(one.start) for one in found if one.besides] == [lunch, "13.40"]
    assert [one.minutes for one in found if one.step] == [60, 55, 15, 30]


def test_no_meal_of_the_course_begins_a_quarter_of_an_hour_before_an_episode_ends():
    times = course_times()
    for day in times.days:
        slots = run_sheet(day, lessons(), times.besides, times.within)
        for before, meal, after in zip(slots, slots[1:], slots[2:], strict=False):
            if meal.besides and meal.besides.kind == "meal":
                left = sum(one.minutes for one in slots[slots.index(after) :]
                           if one.lesson is before.lesson)  # fmt: skip
                assert left == 0 or left > 15, (day.number, clock(meal.start))


def test_the_times_that_ship_keep_their_breaks_apart_from_one_another():
    times = course_times()
    assert [day.number for day in times.days] == [1, 2, 3]
    assert {one.kind for one in times.besides} >= {"open", "tea", "meal", "prayer", "close"}


def test_a_time_that_is_none_is_refused(tmp_path: Path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'title = {th="ก", en="a"}\npeople = 10\n[[day]]\nnumber = 1\nstart = "8 o"\n', "utf-8"
    )
    with pytest.raises(KitError) as refused:
        course_times(file)
    assert refused.value.code == "course.times-wrong"
