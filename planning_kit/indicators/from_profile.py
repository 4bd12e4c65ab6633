"""Baseline values of the default indicators, where the profile knows the figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from planning_kit.indicators.declared import DeclaredIndicator
from planning_kit.indicators.figure import Figure, ratio
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, framed

BASELINE_VALUES = {
    "indicator_code": "text",
    "kind": "text",
    "fiscal_year_be": "number",
    "value": "number",
    "n": "number",
    "as_of": "date",
    "source_code": "text",
    "figure": "text",
    "why_not": "text",
}
"""One row per indicator, ready to be saved as indicator values where ``value`` is stated.
``value`` NaN with the reason in ``why_not``: not_measured (the kit has no such figure),
not_given (no data), not_stated (hidden or unanswered)."""

WHY_NOT = {
    "not_measured": N_("The workbook has no figure for this: measure it and write it down."),
    "not_given": N_("There are no data for this yet."),
    "not_stated": N_("Nobody stated this, or fewer than five did."),
}


def figure_keys(declared: Iterable[DeclaredIndicator]) -> tuple[str, ...]:
    """Return the keys of all figures that the indicators ask for, each once."""
    keys = (key for entry in declared for key in (entry.figure, entry.per_figure) if key)
    return tuple(dict.fromkeys(keys))


def baseline_values(
    figures: Mapping[str, Figure],
    declared: Iterable[DeclaredIndicator],
    fiscal_year_be: int,
) -> pd.DataFrame:
    """Return ``BASELINE_VALUES`` for ``fiscal_year_be`` from figures by key.

    A figure that is not there is never taken for zero.
    """
    return framed([_value(figures, entry, fiscal_year_be) for entry in declared], BASELINE_VALUES)


def _value(figures: Mapping[str, Figure], entry: DeclaredIndicator, year: int) -> Row:
    row: Row = {"indicator_code": entry.code, "kind": "baseline", "fiscal_year_be": year}
    row["figure"] = " ÷ ".join(key for key in (entry.figure, entry.per_figure) if key) or None
    if not entry.figure:
        return row | {"why_not": "not_measured"}
    asked = [key for key in (entry.figure, entry.per_figure) if key]
    if any(key not in figures for key in asked):
        return row | {"why_not": "not_given"}
    found = figures[entry.figure]
    if entry.per_figure:
        found = ratio(found, figures[entry.per_figure])
    row |= {"n": found.n, "as_of": found.as_of, "source_code": found.source_code}
    if not found.is_known:
        return row | {"why_not": "not_stated"}
    return row | {"value": (found.value or 0.0) * entry.scale}
