"""Wordings that mean one thing, declared in ``data/meanings``: “น้ำไม่พอ” and “ขาดแคลนน้ำ”.

A default to be widened, not a dictionary: it helps to find statements that people may then call
one, and to keep apart those that use the same words for opposite troubles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from planning_kit.errors import ReadingError
from planning_kit.language import N_, Words
from planning_kit.records.declared_data import declared_path, declared_toml
from planning_kit.thai.normalize import clean

GAP = "…"
_WITHIN = ".{0,30}?"


@dataclass(frozen=True)
class Meaning:
    """One thing said in several ways; ``opposite`` is the code of what it is the contrary of."""

    code: str
    words: Words
    pattern: re.Pattern[str]
    opposite: str = ""

    def is_in(self, text: str) -> bool:
        """Tell whether a statement says it."""
        return self.pattern.search(_even(text)) is not None


def declared_meanings(path: Path | None = None) -> tuple[Meaning, ...]:
    """Return the declared meanings, of the area's own file where it has one.

    Raises ``ReadingError`` as ``meanings_from`` does.
    """
    return _read(path or declared_path("meanings", "meanings.toml"))


@cache
def _read(path: Path) -> tuple[Meaning, ...]:
    return meanings_from(declared_toml(path=path))


def meanings_from(declared: Mapping[str, Any]) -> tuple[Meaning, ...]:
    """Return meanings of a declaration in order.

    Raises ``ReadingError`` ``records.meaning-incomplete`` for one without code, names or phrases,
    ``records.meaning-opposite`` where an opposite is not declared.
    """
    found = [_meaning(entry) for entry in declared.get("meaning", ())]
    known = {one.code for one in found}
    for one in found:
        if one.opposite and one.opposite not in known:
            raise ReadingError(
                "records.meaning-opposite",
                N_("“{code}” is the opposite of “{opposite}”, which is not declared; correct it"),
                code=one.code,
                opposite=one.opposite,
            )
    return tuple(found)


def meanings_in(text: str, meanings: Iterable[Meaning]) -> frozenset[str]:
    """Return the codes of the meanings that a statement says."""
    even = _even(text)
    return frozenset(one.code for one in meanings if one.pattern.search(even))


def opposites(meanings: Iterable[Meaning]) -> tuple[tuple[str, str], ...]:
    """Return each pair of opposites once, sorted."""
    pairs = {tuple(sorted((one.code, one.opposite))) for one in meanings if one.opposite}
    return tuple(sorted((first, second) for first, second in pairs))


def _meaning(entry: Mapping[str, Any]) -> Meaning:
    code, phrases = str(entry.get("code") or ""), [str(one) for one in entry.get("phrases", ())]
    th, en = str(entry.get("th") or ""), str(entry.get("en") or "")
    if not (code and th and en and any(phrase.strip() for phrase in phrases)):
        raise ReadingError(
            "records.meaning-incomplete",
            N_("The meaning “{code}” needs code, th, en and phrases; complete it in its file"),
            code=code or "–",
        )
    parts = [_WITHIN.join(map(re.escape, _even(one).split(GAP))) for one in phrases if one.strip()]
    pattern = re.compile("|".join(sorted(set(parts))))
    return Meaning(code, Words(th, en), pattern, str(entry.get("opposite") or ""))


def _even(text: str) -> str:
    """Return a text without capitals, and without blanks between Thai words."""
    return re.sub(r"(?<=[\u0e00-\u0e7f]) (?=[\u0e00-\u0e7f])", "", clean(text).casefold())
