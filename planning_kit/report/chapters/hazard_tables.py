"""The tables of the hazard chapter: one shape for years, villages, crops and kinds."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import N_, _
from planning_kit.report.chapters.wording import number
from planning_kit.report.table import Column, Table

NO_RECORD = N_("–: no record. That does not mean that nothing struck.")
LONGEST = 15
"""A table of crops shows this many rows and says how many more there are."""


def hazard_table(
    table: pd.DataFrame, heading: str, name: Callable[[object], str], caption: str, note: str = ""
) -> Table:
    """Return a frame of ``profile.hazards.HAZARDS`` as a table; ``name`` writes its key.

    Columns that no row fills are left out; what is left out is said in the chapter.
    """
    shown = table.assign(key=[name(key) for key in table["key"]])
    columns = [Column("key", heading), Column("events", _("Records"), Form.INT)]
    told: list[str] = []
    for field, label, form, stated in _amounts():
        if not (shown[stated] > 0).any():
            continue
        columns.append(Column(field, label, form))
        # The n of a figure stands behind it, unless the same n stands there already.
        if not any(shown[stated].equals(shown[other]) for other in told):
            columns.append(Column(stated, _("n"), Form.INT))
            told.append(stated)
    columns += _copies(shown)
    return Table(shown, columns, caption=caption, note=note)


def record_table(
    table: pd.DataFrame, heading: str, name: Callable[[object], str], caption: str, note: str = ""
) -> Table:
    """Return only the numbers of records, which are public, of a frame of ``HAZARDS``."""
    shown = table.assign(key=[name(key) for key in table["key"]])
    columns = [Column("key", heading), Column("events", _("Records"), Form.INT)]
    columns += _copies(shown)
    return Table(shown, columns, caption=caption, note=note)


def _copies(shown: pd.DataFrame) -> list[Column]:
    if not (shown["copies"] > 0).any():
        return []
    return [Column("copies", _("Exact copies, not counted"), Form.INT)]


def _amounts() -> tuple[tuple[str, str, str, str], ...]:
    return (
        ("planted_rai", _("Planted area of the records (rai)"), Form.RAI, "planted_n"),
        ("affected_rai", _("Stricken area (rai)"), Form.RAI, "area_n"),
        ("share", _("Stricken share of the planted area"), Form.PERCENT, "share_n"),
        ("households", _("Households hit"), Form.INT, "households_n"),
        ("damage", _("Damage (baht)"), Form.BAHT, "damage_n"),
    )


def year_by_village(
    counts: pd.DataFrame, years: list[int], names: Mapping[str, str]
) -> tuple[pd.DataFrame, list[Column]]:
    """Return records by village and year, with totals, and the columns to show it by.

    ``counts`` from ``profile.hazards.by_two(…, "village_code", "year_be")``; ``years``
    every year from the first to the last. A pair without a record is missing, not zero.
    """
    grid = counts.reindex(columns=years).astype("float64")
    grid = grid.where(grid > 0)
    grid["total"] = grid.sum(axis=1)
    grid.loc["total"] = grid.sum(axis=0, min_count=1)
    grid.columns = pd.Index([str(column) for column in grid.columns])
    labels = [_("All villages") if code == "total" else names[str(code)] for code in grid.index]
    grid.insert(0, "village", pd.Series(labels, index=grid.index, dtype="object"))
    columns = [Column("village", _("Village"))]
    columns += [Column(str(year), str(year), Form.INT) for year in years]
    columns.append(Column("total", _("All years"), Form.INT))
    return grid.reset_index(drop=True), columns


def shortest(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Return the first ``LONGEST`` rows and a note that says how many more there are."""
    more = len(table) - LONGEST
    # One row alone is worth showing: "1 more" would take as much room.
    if more <= 1:
        return table, ""
    rest = int(table["events"].iloc[LONGEST:].sum())
    return table.head(LONGEST), _(
        "{more} further crops are not in the table; they have {events} records together.",
        more=number(more),
        events=number(rest),
    )
