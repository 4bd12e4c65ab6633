"""The days of the course and what stands in them besides the episodes: ``course/course.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.records.toml_file import TomlFault, toml_of
from planning_kit.shipped import shipped

COURSE_FILE = "course.toml"
CLOSE = "close"
KINDS = ("open", "meal", "tea", "prayer", "work", CLOSE)
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_UNREADABLE = N_("The times of the course in {path} cannot be read: {where}")
_WRONG = N_("The times of the course in {path}: {what}. Compare with course/course.toml.")


@dataclass(frozen=True)
class Day:
    """A day of the course; ``start`` in minutes after midnight."""

    number: int
    start: int
    title: Words


@dataclass(frozen=True)
class Besides:
    """A meal, a prayer, an opening: ``at`` in minutes after midnight is when it should begin."""

    day: int
    at: int
    minutes: int
    kind: str
    title: Words


@dataclass(frozen=True)
class CourseTimes:
    """The title of the course, for how many it is counted, its days, and what stands besides.

    ``within``: so many minutes a meal may begin before or after its time, not to cut an episode.
    """

    title: Words
    people: int
    days: tuple[Day, ...]
    besides: tuple[Besides, ...]
    within: int = 0


def course_times(path: Path | None = None) -> CourseTimes:
    """Return the times in a file, the kit's own without one.

    Raises ``KitError`` ``course.times-unreadable`` or ``course.times-wrong``.
    """
    file = path or shipped("course", COURSE_FILE)
    try:
        said = toml_of(file.read_bytes())
    except (TomlFault, OSError) as error:
        where = error.where if isinstance(error, TomlFault) else error.strerror or "?"
        raise KitError(
            "course.times-unreadable", _UNREADABLE, path=file.name, where=where
        ) from error
    try:
        return CourseTimes(
            Words(**said["title"]),
            int(said["people"]),
            tuple(Day(int(one["number"]), _clock(one["start"]), Words(**one["title"]))
                  for one in said["day"]),
            tuple(_besides(one) for one in said.get("besides", [])),
            int(said.get("within", 0)),
        )  # fmt: skip
    except (KeyError, TypeError, ValueError) as error:
        raise KitError("course.times-wrong", _WRONG, path=file.name, what=str(error)) from error


def _besides(one: Mapping[str, Any]) -> Besides:
    if one["kind"] not in KINDS:
        raise ValueError(f"kind = {one['kind']!r}")
    minutes = int(one["minutes"])
    if minutes <= 0:
        raise ValueError(f"minutes = {minutes}")
    return Besides(int(one["day"]), _clock(one["at"]), minutes, one["kind"], Words(**one["title"]))


def _clock(text: str) -> int:
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r}")
    return int(found[1]) * 60 + int(found[2])


def clock(minutes: int) -> str:
    """Return minutes after midnight as a clock shows them: ``08.30``, as Thai writes it."""
    return f"{minutes // 60:02}.{minutes % 60:02}"
