"""Where in ``episode.toml`` a table stands, for whoever has to mend it."""

from __future__ import annotations

import re
from pathlib import Path

from planning_kit.course.episode import EPISODE_FILE
from planning_kit.language import _

_TABLE = re.compile(r"(?:episode\.toml, )?\[\[(\w+)\]\] (\d+)")


def with_line(fault: str, folder: Path) -> str:
    """Return a sentence whose “[[step]] 3” says the line of the file as well."""
    return _TABLE.sub(lambda found: _named(found[0], found[1], int(found[2]), folder), fault, 1)


def line_of(text: str, file: Path) -> int | None:
    """Return the first line of a file that holds a text, from 1; ``None`` without one."""
    lines = file.read_text("utf-8").splitlines()
    return next((at for at, line in enumerate(lines, 1) if text in line), None)


def _named(said: str, table: str, at: int, folder: Path) -> str:
    lines = (folder / EPISODE_FILE).read_text("utf-8").splitlines()
    heads = [n for n, line in enumerate(lines, 1) if line.strip().startswith(f"[[{table}]]")]
    if at > len(heads):
        return said
    return _("episode.toml, line {line}, [[{table}]] {at}", line=heads[at - 1], table=table, at=at)
