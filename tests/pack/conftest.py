"""The pack of one small episode, written once: its pages, without prints."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from planning_kit.course import episode as course_episode
from planning_kit.course import quiz
from planning_kit.course.episode import Episode
from planning_kit.course.figure import read_figures
from planning_kit.course.lesson_reading import lesson_of
from planning_kit.course.times import course_times
from planning_kit.language import Words
from planning_kit.pack.build import Pack, write_pack

SAMPLE = Path(__file__).parents[1] / "course" / "sample" / "02_sample"


@pytest.fixture(scope="session")
def lesson():
    return lesson_of(Episode(SAMPLE.name, SAMPLE, Words("", ""), read_figures(SAMPLE)))


@pytest.fixture(scope="session")
def second(lesson):
    """The same as another day's episode, so that links between two can be followed."""
    return replace(lesson, code="03_second", day=2)


@pytest.fixture(scope="session")
def folder(lesson, second, tmp_path_factory):
    patch = pytest.MonkeyPatch()
    sample = Episode(SAMPLE.name, SAMPLE, Words("", ""), read_figures(SAMPLE))
    patch.setattr(course_episode, "episodes", lambda: (sample,))
    quiz.quiz_of.cache_clear()
    out = tmp_path_factory.mktemp("pack")
    try:
        write_pack(
            Pack((lesson, second), course_times(), "http://192.168.1.5:8867"), out, pdf=False
        )
    finally:
        patch.undo()
        quiz.quiz_of.cache_clear()
    return out
