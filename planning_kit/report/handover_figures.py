"""The figures that a tambon hands up, in the columns that the roll-up adds up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from planning_kit.report.figure_kind import PERCENT, ProfileFigure
from planning_kit.report.figures import FIGURES, figures_of

if TYPE_CHECKING:
    from planning_kit.indicators.figure import Figure
    from planning_kit.workbook import Workbook

_WAYS = (("_median", "quantile"), ("_mean", "mean"), ("gini", "quantile"))


def handover_figures(workbook: Workbook) -> list[dict[str, Any]]:
    """Return every figure of the profile as one row of ``FIGURE_COLUMNS``; a share is 0–1.

    ``value`` is ``None`` where it is not stated, or hidden (``hidden``) because fewer than
    five stand behind it. Numerator, denominator and bins are not worked out yet.
    """
    from planning_kit.workbook import is_changed, versions

    is_endorsed = bool(versions(workbook)) and not is_changed(workbook)
    common = {
        "plan_area": workbook.area_id,
        "place": workbook.title("th"),
        "tambons": list(workbook.tambon_codes),
        "period_be": workbook.period.plan_start_be,
        "is_endorsed": is_endorsed,
    }
    return [
        {**common, **_row(FIGURES[key], figure)} for key, figure in figures_of(workbook).items()
    ]


def _row(kind: ProfileFigure, figure: Figure) -> dict[str, Any]:
    value = figure.value if figure.is_known else None
    return {
        "figure": kind.key,
        "unit": "share" if kind.unit is PERCENT else kind.unit.en,
        "definition": kind.label.en,
        "way": _way(kind),
        "value": value,
        "numerator": None,
        "denominator": None,
        "bins": None,
        "n": figure.n,
        "as_of": figure.as_of.isoformat() if figure.as_of else None,
        "source": figure.source_code,
        "hidden": value is None and bool(figure.n),
    }


def _way(kind: ProfileFigure) -> str:
    """Return how figures of several tambons may be brought together."""
    if kind.unit is PERCENT:
        return "share"
    found = next((way for mark, way in _WAYS if mark in kind.key), None)
    return found or ("mean" if kind.key.startswith(("crops.", "debt.to_")) else "sum")
