"""The files of an episode's folder as they are written, before anything is taken from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planning_kit.course.episode import EPISODE_FILE, FIRST_SKILL
from planning_kit.course.figure import Figures, names_in, read_figures
from planning_kit.records import record_type
from planning_kit.records.toml_file import TomlFault, toml_of

LESSON_FILE, HANDOUT_FILE, QUIZ_FILE = "lesson.md", "handout.md", "quiz.toml"
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Text:
    """One text of an episode: ``where`` it stands, and whether it may hold Markdown."""

    where: str
    said: str
    is_marked: bool = False


@dataclass(frozen=True)
class EpisodeFolder:
    """What the files say. ``faults`` are files that cannot be read, one sentence each."""

    path: Path
    said: Mapping[str, Any]
    quiz: Mapping[str, Any]
    lesson: tuple[tuple[str, str], ...]
    handout: str
    figures: Figures
    faults: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Return the name of the folder."""
        return self.path.name

    @property
    def is_skill(self) -> bool:
        """Tell whether it is a session on a farming skill, beside the nine episodes."""
        return int(self.code[:2]) >= FIRST_SKILL

    @property
    def is_draft(self) -> bool:
        """Tell whether it says of itself that it is still being written."""
        return bool(self.said.get("draft"))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return the rows of a table, those that are rows."""
        found = self.said.get(table, [])
        return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []

    def texts(self) -> Iterator[Text]:
        """Yield every Thai text of the lesson, as it is written."""
        for table in ("question", "objective", "key_point", "material", "line"):
            for at, row in enumerate(self.rows(table), 1):
                yield from _text(f"[[{table}]] {at}", row, "th")
        for at, row in enumerate(self.rows("step"), 1):
            for name in ("do", "say", "look"):
                yield from _text(f"[[step]] {at}, {name}", row, name, is_marked=True)
            lines = row.get("slide", [])
            for line in lines if isinstance(lines, list) else []:
                yield Text(f"[[step]] {at}, slide", str(line))
        for at, row in enumerate(self.rows("worksheet"), 1):
            yield from _text(f"[[worksheet]] {at}, how", row, "how", is_marked=True)
        for at, row in enumerate(self.rows("cards"), 1):
            says = row.get("says", [])
            for said in says if isinstance(says, list) else []:
                yield Text(f"[[cards]] {at}, says", str(said))
        for heading, said in self.lesson:
            yield Text(f"{LESSON_FILE}, “{heading}”", said, is_marked=True)
        yield Text(HANDOUT_FILE, self.handout, is_marked=True)

    def card_sources(self) -> tuple[str, ...]:
        """Return the Markdown whose lists and tables may be printed as cards, lesson first."""
        return (*(said for _heading, said in self.lesson), self.handout)

    def figure_names(self) -> set[str]:
        """Return the names of all figures that the folder asks for, examples of worksheets too."""
        files = (one for one in self.path.iterdir() if one.suffix in {".toml", ".md"})
        named = set[str]().union(*(names_in(one.read_text("utf-8")) for one in files))
        return named | set(self.example_names())

    def example_names(self) -> Iterator[str]:
        """Yield the names of what stands in the fields of the worksheets' examples."""
        for row in self.rows("worksheet"):
            record, example = row.get("record"), row.get("example")
            for field in fields_asked(row):
                yield f"record.{record}.{example}.{field}"


def fields_asked(row: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the fields of a worksheet: those it names, else all of its record; ``()`` if unknown."""
    if isinstance(named := row.get("fields"), list):
        return tuple(map(str, named))
    try:
        return tuple(spec.name for spec in record_type(str(row.get("record"))).fields())
    except KeyError:
        return ()


def read_folder(path: Path) -> EpisodeFolder:
    """Return what the files of a folder say; what cannot be read is empty and told of."""
    faults: list[str] = []
    said, quiz = (_toml(path / name, faults) for name in (EPISODE_FILE, QUIZ_FILE))
    lesson, handout = (_markdown(path / name) for name in (LESSON_FILE, HANDOUT_FILE))
    return EpisodeFolder(
        path, said, quiz, tuple(_sections(lesson)), handout, read_figures(path), tuple(faults)
    )


def _toml(file: Path, faults: list[str]) -> dict[str, Any]:
    if not file.exists():
        return {}
    try:
        return toml_of(file.read_bytes())
    except TomlFault as fault:
        faults.append(f"{file.name}: {fault.where}")
        return {}


def _markdown(file: Path) -> str:
    return file.read_text("utf-8") if file.exists() else ""


def _sections(text: str) -> Iterator[tuple[str, str]]:
    _before, *parts = _HEADING.split(text)
    for heading, said in zip(parts[::2], parts[1::2], strict=True):
        yield heading, said.strip()


def _text(
    where: str, row: Mapping[str, Any], name: str, *, is_marked: bool = False
) -> Iterator[Text]:
    if isinstance(said := row.get(name), str):
        yield Text(where, said, is_marked)
