"""One bar of money a row, with what is amiss written below it."""

from __future__ import annotations

import pandas as pd
from matplotlib.figure import Figure

from planning_kit.charts.bar_rows import BarRow, bar_rows
from planning_kit.charts.budgets import baht
from planning_kit.charts.frame_rows import amount, records, said
from planning_kit.charts.page import A4, Page
from planning_kit.charts.style import styled


@styled
def money_bars(frame: pd.DataFrame, *, page: Page = A4) -> list[Figure]:
    """Draw ``amount`` (baht) of each row of ``frame`` in its order; missing is a dash.

    ``label`` the words of the row · ``note`` written below its bar in the colour of a loss.
    """
    rows = [
        BarRow(
            label=said(row, "label"),
            value=amount(row, "amount"),
            said="" if amount(row, "amount") is None else baht(amount(row, "amount")),
            note=said(row, "note"),
            warn=True,
        )
        for row in records(frame)
    ]
    return bar_rows(rows, page=page)
