"""What the profile already knows of the default indicators: baselines ready to be adopted."""

from __future__ import annotations

from planning_kit.indicators.declared import DeclaredIndicator, indicators_from
from planning_kit.indicators.from_profile import WHY_NOT, baseline_values, figure_keys
from planning_kit.language import _
from planning_kit.records.declared_data import declared_rows
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.chapters.plan_frames import plan_start
from planning_kit.report.chapters.wording import number
from planning_kit.report.evidence import evidence_line
from planning_kit.report.figures import FIGURES, figures_of
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.workbook import Workbook


def declared_indicators() -> tuple[DeclaredIndicator, ...]:
    """Return the default set; at most 15, each with its basis."""
    return indicators_from(declared_rows("indicators", "default_set.csv"))


def computed_baselines(workbook: Workbook, recorded: frozenset[str]) -> list[Section]:
    """Return what the workbook works out for default indicators without a recorded baseline.

    ``recorded`` the codes that have one: a baseline once written down is never worked out
    anew. No part at all where nothing new is known.
    """
    declared = [one for one in declared_indicators() if one.code not in recorded]
    keys = [key for key in figure_keys(declared) if key in FIGURES]
    figures = figures_of(workbook, keys)
    rows = plain_rows(baseline_values(figures, declared, plan_start(workbook) - 1), _VALUE)
    if all(row["value"] is None for row in rows):
        return []
    said = {one.code: one for one in declared}
    shown = [_row(row, said[row["indicator_code"]]) for row in rows]
    columns = [
        Column("code", _("Code")),
        Column("name", _("Indicator")),
        Column("value", _("Value today")),
        Column("n", _("n"), "int"),
        Column("basis", _("Where it comes from")),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    cited = {row["source_code"] for row in rows}
    sources = [source for source in workbook.sources() if source.source_code in cited]
    return [
        Section(
            "indicator-baselines",
            _("Values that the workbook works out for the default indicators"),
            sentences=[
                _(
                    "These are not baselines yet. A meeting chooses the indicators it wants to "
                    "follow and writes the value down; from then on it stands still."
                )
            ],
            tables=[Table(framed(shown, types), columns)],
            evidence=[evidence_line(sources)] if sources else [],
        )
    ]


_VALUE = ("indicator_code", "value", "n", "source_code", "why_not")


def _row(row: Row, one: DeclaredIndicator) -> Row:
    if row["value"] is None:
        said = _(WHY_NOT[row["why_not"]])
    else:
        said = f"{number(row['value'], one.places)} {one.unit}"
    return {
        "code": one.code,
        "name": str(one.name),
        "value": said,
        "n": row["n"] if row["value"] is not None else None,
        "basis": str(one.basis),
    }
