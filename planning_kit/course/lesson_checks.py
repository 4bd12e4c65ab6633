"""What is missing or wrong in the folder of an episode, in sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from planning_kit.course.episode import EPISODE_FILE
from planning_kit.course.figure import names_in
from planning_kit.course.folder import (
    HANDOUT_FILE,
    LESSON_FILE,
    QUIZ_FILE,
    EpisodeFolder,
    read_folder,
)
from planning_kit.course.lesson import SECTIONS, Part
from planning_kit.course.lesson_shape import shape_faults
from planning_kit.course.link_checks import link_faults
from planning_kit.course.places import line_of, with_line
from planning_kit.course.quiz_checks import quiz_faults
from planning_kit.course.sheet_checks import sheet_faults
from planning_kit.course.text_checks import text_faults
from planning_kit.language import _
from planning_kit.shipped import shipped

_SLIDE_LINES, _SLIDE_LETTERS, _TWO_LINES = 5, 40, 80
_CODE = re.compile(r"[a-z][a-z0-9-]*")


def folder_faults(path: Path) -> list[str]:
    """Return a sentence for each thing that is missing or wrong in a folder; none: it is whole."""
    folder = read_folder(path)
    files = list(_file_faults(folder))
    if folder.faults:
        # What cannot be read would be told of as missing, fifty times.
        return files
    shape = list(shape_faults(folder.said))
    rest = [] if shape else [*_time_faults(folder), *_app_faults(folder),
                                *sheet_faults(folder)]  # fmt: skip
    found = [
        *files,
        *shape,
        *rest,
        *quiz_faults(folder),
        *_slide_faults(folder),
        *_figure_faults(folder),
        *link_faults(folder),
        *text_faults(folder),
    ]
    return [with_line(fault, path) for fault in found]


def _file_faults(folder: EpisodeFolder) -> Iterator[str]:
    yield from folder.faults
    for name in (EPISODE_FILE, LESSON_FILE, HANDOUT_FILE, QUIZ_FILE):
        if not (folder.path / name).exists():
            yield _("the file {name} is missing", name=name)
    yield from _heading_faults(folder)


def _heading_faults(folder: EpisodeFolder) -> Iterator[str]:
    wanted, found = list(SECTIONS.values()), [heading for heading, _said in folder.lesson]
    if found:
        for heading in wanted:
            if heading not in found:
                yield _("lesson.md: the heading “## {heading}” is missing", heading=heading)
        for heading in found:
            if heading not in wanted:
                yield _("lesson.md: “## {heading}” is none of its headings", heading=heading)
        if sorted(found, key=str) == sorted(wanted, key=str) and found != wanted:
            yield _("lesson.md: the headings stand in another order than in course/README.md")
    for heading, said in folder.lesson:
        if not said:
            yield _("lesson.md: there is nothing under “## {heading}”", heading=heading)


def _time_faults(folder: EpisodeFolder) -> Iterator[str]:
    steps, minutes = folder.rows("step"), folder.said["minutes"]
    if (total := sum(row["minutes"] for row in steps)) != minutes:
        yield _(
            "episode.toml: the steps take {total} minutes together, the episode {minutes}",
            total=total, minutes=minutes,
        )  # fmt: skip
    order = [list(Part).index(Part(row["part"])) for row in steps]
    if order != sorted(order) or set(order) != set(range(len(Part))):
        yield _("episode.toml: the steps must go from lead over teach to close, each at least once")
    if folder.is_skill == ("day" in folder.said):
        yield (
            _("episode.toml: a farming-skill session has no “day”")
            if folder.is_skill
            else _("episode.toml: “{name}” is missing", name="day")
        )


def _app_faults(folder: EpisodeFolder) -> Iterator[str]:
    app = folder.said.get("app")
    if app is None and not folder.is_skill:
        yield _("episode.toml: “{name}” is missing", name="app")
    if app is not None and not shipped("notebooks").joinpath(f"{app}.ipynb").exists():
        yield _("episode.toml: there is no notebook “{name}”", name=app)
    if app is not None and not any(row.get("app") for row in folder.rows("step")):
        yield _("episode.toml: no step is done in the app; mark one with app = true")
    for row in folder.rows("objective"):
        if not _CODE.fullmatch(row["code"]):
            yield _("episode.toml: the code “{code}” must be small letters and hyphens", code=row["code"])  # fmt: skip


def _slide_faults(folder: EpisodeFolder) -> Iterator[str]:
    for at, row in enumerate(folder.rows("step"), 1):
        lines: Any = row.get("slide", [])
        where = f"episode.toml, [[step]] {at}, slide"
        if len(lines) > _SLIDE_LINES:
            yield _("{where}: a slide has at most {n} lines", where=where, n=_SLIDE_LINES)
        for line in lines:
            if letters_seen(str(line)) > _SLIDE_LETTERS:
                yield _("{where}: at most {n} letters fit on a line: “{text}”", where=where, n=_SLIDE_LETTERS, text=line)  # fmt: skip

    for name in ("question", "key_point"):
        for at, row in enumerate(folder.rows(name), 1):
            if letters_seen(str(row.get("th", ""))) > _TWO_LINES:
                yield _(
                    "{where}: at most {n} letters fit on two lines: “{text}”",
                    where=f"episode.toml, [[{name}]] {at}",
                    n=_TWO_LINES,
                    text=row["th"],
                )


def letters_seen(text: str) -> int:
    """Return how many letters stand beside one another; marks above and below take no room."""
    return sum(1 for sign in text if not unicodedata.category(sign).startswith("M"))


def _figure_faults(folder: EpisodeFolder) -> Iterator[str]:
    for name in sorted(folder.figure_names() - folder.figures.keys()):
        for where in _places_of(name, folder.path) or ["episode.toml, [[worksheet]]"]:
            yield _("{where}: “{name}” is not in figures.json; run “make figures”", where=where, name=name)  # fmt: skip
    for name in sorted(folder.figures.keys() - folder.figure_names()):
        yield _("“{name}” in figures.json is asked for nowhere; run “make figures”", name=name)
    for text in folder.texts():
        bare = text.said
        for name in names_in(bare):
            bare = bare.replace(f"{{{name}}}", "")
        if "{" in bare or "}" in bare:
            yield _("{where}: what stands in braces must be the name of a figure", where=text.where)


def _places_of(name: str, path: Path) -> list[str]:
    """Return the first line of each file that asks for a figure."""
    found = ((file, line_of(f"{{{name}}}", path / file))
             for file in (EPISODE_FILE, LESSON_FILE, HANDOUT_FILE, QUIZ_FILE) if (path / file).exists())  # fmt: skip
    return [_("{file}, line {line}", file=file, line=line) for file, line in found if line]
