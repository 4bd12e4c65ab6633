"""What a tambon hands over so that its figures can be added up: aggregates with n, no household."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from planning_kit.indicators.figure import Figure
from planning_kit.records.plain_rows import Row, plain_rows
from planning_kit.report.figure_kind import Frames, ProfileFigure
from planning_kit.report.figures import FIGURES, figures_in
from planning_kit.report.rolled_ways import WAYS, Travelling
from planning_kit.thai.years import BE_OFFSET

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_VALUE = ("indicator_code", "kind", "fiscal_year_be", "value", "n", "as_of", "source_code")
_INDICATOR = (
    "indicator_code", "adds_up", "definition", "unit", "numerator", "denominator", "direction",
)  # fmt: skip
_ADDED = ("sum", "share", "mean")
_PER_CENT = ("ร้อยละ", "percent", "per cent", "%")


def rolled_parts(workbook: Workbook, *, is_endorsed: bool) -> list[dict[str, Any]]:
    """Return one row for each figure of the profile and each value of an indicator.

    Rows have the columns of ``planning_kit.rollup`` parts. A figure that is hidden is handed
    over as hidden, one that is not known not at all; an indicator only where it says how it
    adds up.
    """
    frames = Frames(workbook)
    head = {
        "plan_area": workbook.area_id,
        "place": _place(workbook.tambon_codes),
        "tambons": list(workbook.tambon_codes),
        "is_endorsed": is_endorsed,
    }
    found = figures_in(frames, WAYS)
    rows = [_figure_row(head, FIGURES[key], figure, WAYS[key](frames, figure))
            for key, figure in found.items() if figure.is_known or figure.n]  # fmt: skip
    return [*rows, *_indicator_rows(workbook, head)]


def _place(tambons: tuple[str, ...]) -> str:
    """Return the smallest place that holds all: the tambon, its amphoe, the province, the country.

    Never a region: which there are depends on a scheme, and who adds up chooses that
    (``rollup.ground.within_region``).
    """
    for digits in (6, 4, 2):
        within = {code[:digits] for code in tambons}
        if len(within) == 1:
            return within.pop()
    return "TH"


def _figure_row(
    head: dict[str, Any], kind: ProfileFigure, figure: Figure, way: Travelling
) -> dict[str, Any]:
    year = None if figure.as_of is None else figure.as_of.year + BE_OFFSET
    is_hidden = not figure.is_known
    return head | {
        "figure": kind.key,
        "unit": kind.unit.en,
        "period_be": year,
        "definition": f"kit-1 {way.about}".strip(),
        "way": way.way,
        "value": figure.value,
        "numerator": None if is_hidden else way.numerator,
        "denominator": None if is_hidden else way.denominator,
        "bins": None if is_hidden or not way.bins else [list(one) for one in way.bins],
        "n": None if is_hidden else figure.n,
        "as_of": None if figure.as_of is None else figure.as_of.isoformat(),
        "source": figure.source_code,
        "hidden": is_hidden,
    }


def _indicator_rows(workbook: Workbook, head: dict[str, Any]) -> list[dict[str, Any]]:
    known: dict[Any, Row] = {
        row["indicator_code"]: row for row in plain_rows(workbook.frame("indicator"), _INDICATOR)
    }
    values = plain_rows(workbook.frame("indicator_value"), _VALUE)
    return [
        _value_row(head, known[row["indicator_code"]], row)
        for row in values
        if row["value"] is not None
        and known.get(row["indicator_code"], {}).get("adds_up") in _ADDED
    ]


def _value_row(head: dict[str, Any], indicator: Row, row: Row) -> dict[str, Any]:
    """Return a baseline, target or actual value; a share is 0–1, as everywhere in the kit."""
    is_percent = str(indicator["unit"] or "").strip() in _PER_CENT
    n = None if row["n"] is None else int(row["n"])
    shared = float(row["value"]) / (100 if is_percent else 1)
    weighs = n is not None and indicator["adds_up"] in ("share", "mean")
    return head | {
        "figure": f"indicator.{row['indicator_code']}.{row['kind']}",
        "unit": str(indicator["unit"] or ""),
        "period_be": None if row["fiscal_year_be"] is None else int(row["fiscal_year_be"]),
        "definition": definition_of(indicator),
        "way": indicator["adds_up"],
        "value": shared,
        "numerator": shared * n if weighs and n else None,
        "denominator": float(n) if weighs and n else None,
        "bins": None,
        "n": n,
        "as_of": None if row["as_of"] is None else row["as_of"].isoformat(),
        "source": row["source_code"],
        "hidden": False,
    }


def definition_of(indicator: Row) -> str:
    """Return a short mark that differs where two indicators are not defined alike."""
    said = [str(indicator[name] or "").strip() for name in _INDICATOR[1:]]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:12]
