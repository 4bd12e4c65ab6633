"""The default indicators and the model-tambon items, parsed from the rows of their CSV files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_, Words

DIRECTIONS = ("up", "down", "keep")
MOST_INDICATORS = 15


@dataclass(frozen=True)
class DeclaredIndicator:
    """One indicator of the default set.

    ``figure`` the key of the profile figure that gives its value; where ``per_figure`` is
    named, value = figure ÷ per_figure; both × ``scale`` (100 turns a share into percent).
    ``figure`` "" = the kit has no figure for it: the people measure it. ``adds_up`` how tambons become one, a code
    of ``AddsUp``. ``basis`` says where
    the indicator comes from, or that it is a default and not official.
    """

    code: str
    name: Words
    definition: Words
    unit: Words
    direction: str
    numerator: Words
    denominator: Words
    source: Words
    frequency: Words
    dimension: str
    figure: str
    per_figure: str
    scale: float
    places: int
    is_joint: bool
    adds_up: str
    basis: Words


def indicators_from(rows: Iterable[Mapping[str, str]]) -> tuple[DeclaredIndicator, ...]:
    """Read the default set from the rows of ``default_set.csv``, in file order.

    Raises ``KitErrors`` naming every row that lacks a cell, has an unknown direction or
    stands twice, and ``KitError`` ``indicators.too-many`` above 15.
    """
    errors: list[KitError] = []
    found: dict[str, DeclaredIndicator] = {}
    listed = list(rows)
    if listed and (missing := [name for name in _NEEDED if name not in listed[0]]):
        raise KitError(
            "indicators.no-heading",
            N_("The list lacks the columns {missing}. Write them in the first row."),
            missing=", ".join(missing),
        )
    for number, row in enumerate(listed, start=2):
        code = row.get("code", "")
        lacking = [name for name in _NEEDED if not row.get(name)]
        if lacking or row["direction"] not in DIRECTIONS or code in found:
            what = ", ".join(lacking) or (code if code in found else row["direction"])
            errors.append(_row_wrong(number, what))
        else:
            found[code] = _indicator(row)
    if errors:
        raise KitErrors(errors)
    if len(found) > MOST_INDICATORS:
        raise KitError(
            "indicators.too-many",
            N_(
                "The default set has {n} indicators. Keep it to {most}: few are followed, many not."
            ),
            n=len(found),
            most=MOST_INDICATORS,
        )
    return tuple(found.values())


def as_indicator_rows(
    declared: Iterable[DeclaredIndicator], language: str = "th"
) -> list[dict[str, Any]]:
    """Return the default set as rows of the ``indicator`` record, in one language."""
    return [
        {
            "indicator_code": entry.code,
            "name": entry.name.say(language),
            "definition": entry.definition.say(language),
            "unit": entry.unit.say(language),
            "direction": entry.direction,
            "numerator": entry.numerator.say(language),
            "denominator": entry.denominator.say(language),
            "source_text": entry.source.say(language),
            "frequency": entry.frequency.say(language),
            "dimension": entry.dimension,
            "adds_up": entry.adds_up or None,
            "basis": entry.basis.say(language),
            "is_joint": entry.is_joint,
            "position": position,
            "places": entry.places,
        }
        for position, entry in enumerate(declared, start=1)
    ]


_WORDS = (
    "name",
    "definition",
    "unit",
    "numerator",
    "denominator",
    "source",
    "frequency",
    "basis",
)
_NEEDED = (
    "code",
    "direction",
    *(f"{name}_{language}" for name in _WORDS for language in ("th", "en")),
)


def _indicator(row: Mapping[str, str]) -> DeclaredIndicator:
    words = {name: Words(row[f"{name}_th"], row[f"{name}_en"]) for name in _WORDS}
    return DeclaredIndicator(
        code=row["code"],
        direction=row["direction"],
        dimension=row.get("dimension", ""),
        figure=row.get("figure", ""),
        per_figure=row.get("per_figure", ""),
        scale=float(row.get("scale") or 1),
        places=int(row.get("places") or 0),
        is_joint=row.get("is_joint", "") == "yes",
        adds_up=row.get("adds_up", ""),
        **words,
    )


def _row_wrong(number: int, what: str) -> KitError:
    return KitError(
        "indicators.row-incomplete",
        N_("Row {row} of the list is not right: {what}. Fill it in, once, with a known word."),
        row=number,
        what=what,
    )
