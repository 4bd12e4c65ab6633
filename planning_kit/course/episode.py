"""The episodes of the course: a folder each, found and not listed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planning_kit.course.figure import Figures, read_figures
from planning_kit.language import Words
from planning_kit.records.toml_file import toml_of
from planning_kit.shipped import shipped

EPISODE_FILE = "episode.toml"
FIRST_SKILL = 11
"""Folders from this number on are sessions on farming skills, which a course may leave out."""


@dataclass(frozen=True)
class Episode:
    """One part of the course: ``code`` is the name of its ``folder``, e.g. ``05_choosing_together``.

    ``app`` names the notebook it is tied to, "" for none. A draft is still being written: its
    quiz is asked, its lesson is not printed.
    """

    code: str
    folder: Path
    title: Words
    figures: Figures
    is_draft: bool = False
    app: str = ""

    @property
    def number(self) -> int:
        """Its place in the course, from 1."""
        return int(self.code[:2])

    @property
    def is_skill(self) -> bool:
        """Tell whether it is a session on a farming skill, beside the nine episodes."""
        return self.number >= FIRST_SKILL


@cache
def episodes() -> tuple[Episode, ...]:
    """Return the episodes of the course in their order."""
    files = sorted(shipped("course").glob(f"[0-9][0-9]_*/{EPISODE_FILE}"))
    return tuple(_episode(file.parent) for file in files)


def _episode(folder: Path) -> Episode:
    said = toml_of((folder / EPISODE_FILE).read_bytes())
    return Episode(folder.name, folder, words_of(said["title"]), read_figures(folder),
                   bool(said.get("draft")), str(said.get("app", "")))  # fmt: skip


def words_of(said: Any) -> Words:
    """Return the two wordings of a TOML table ``{th = "…", en = "…"}``."""
    return Words(str(said["th"]), str(said["en"]))
