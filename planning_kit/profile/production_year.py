"""The one production year that the farm chapters speak of, so that no area is added up twice."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from planning_kit.language import _
from planning_kit.thai import format_be, format_number


@dataclass(frozen=True)
class ProductionYear:
    """The rows of the year told of most; ``other_rows`` belong to other years."""

    frame: pd.DataFrame
    year_be: int | None
    other_rows: int

    def sentences(self) -> list[str]:
        """Say which year the figures are of; nothing where there are no rows."""
        if self.year_be is None:
            return []
        return [_("The figures are of the production year {year}.", year=format_be(self.year_be))]

    def notes(self) -> list[str]:
        """Say how many rows of other years are left out."""
        if not self.other_rows:
            return []
        rows = format_number(self.other_rows)
        return [_("Rows of other production years, not counted here: {rows}.", rows=rows)]


def production_year(production: pd.DataFrame) -> ProductionYear:
    """Choose the year with the most households; of several such, the latest."""
    if production.empty:
        return ProductionYear(production, None, 0)
    told = production.groupby("year_be")["household_id"].nunique()
    year = max(told.index, key=lambda one: (told[one], one))
    rows = production[production["year_be"] == year].reset_index(drop=True)
    return ProductionYear(rows, int(year), len(production) - len(rows))
