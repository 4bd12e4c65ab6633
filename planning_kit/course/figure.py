"""Figures of the practice tambon in texts of the course: ``{votes.V01.ballots}`` stands for one.

Nobody types a figure into a lesson. ``make figures`` works out those that an episode names and
keeps them in its folder; a test works them out again and compares.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_, Words
from planning_kit.thai.numbers import format_number

FIGURES_FILE = "figures.json"
# Names of crops are Thai, whose vowels above and below are no letters to the computer.
_NAME = re.compile(r"\{([a-z]\w*(?:\.[\w\u0e00-\u0e7f~-]+)+)\}")
_UNKNOWN = N_(
    "“{name}” in the course is no figure that is kept; run “make figures” after correcting it"
)


@dataclass(frozen=True)
class Figure:
    """What stands for a name: ``value`` exactly, ``said`` as a person reads it."""

    value: str
    said: Words


Figures = Mapping[str, Figure]


def read_figures(folder: Path) -> Figures:
    """Return the figures kept in the folder of an episode, by name."""
    file = folder / FIGURES_FILE
    kept = json.loads(file.read_text("utf-8")) if file.exists() else {}
    return {name: Figure(one["value"], Words(one["th"], one["en"])) for name, one in kept.items()}


def written(figures: Figures) -> str:
    """Return the text of a file that :func:`read_figures` reads."""
    kept = {
        name: {"value": one.value, "th": one.said.th, "en": one.said.en}
        for name, one in sorted(figures.items())
    }
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def number_said(value: int | Decimal, places: int | None = None) -> str:
    """Return a number as it stands in a text; a hyphen before it could be read as a dash."""
    return format_number(value, places).replace("-", "−")


def names_in(text: str) -> set[str]:
    """Return the names of the figures that a text asks for."""
    return set(_NAME.findall(text))


def filled(words: Words, figures: Figures) -> Words:
    """Return a wording with its figures in place; raises ``KitError`` ``course.unknown-figure``."""

    def wording(language: str) -> str:
        return _NAME.sub(lambda at: _named(figures, at[1]).said.say(language), words.say(language))

    return Words(wording("th"), wording("en"))


def value_of(text: str, figures: Figures) -> str:
    """Return a text, or the exact value of the figure that it names; raises as :func:`filled`."""
    named = _NAME.fullmatch(text)
    return _named(figures, named[1]).value if named else text


def _named(figures: Figures, name: str) -> Figure:
    if name not in figures:
        raise KitError("course.unknown-figure", _UNKNOWN, name=name)
    return figures[name]
