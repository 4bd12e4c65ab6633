"""The frames of a plan that a check looks across, as one thing to hand over."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

import pandas as pd


def _empty() -> pd.DataFrame:
    return pd.DataFrame()


@dataclass(frozen=True)
class PlanTables:
    """Frames of the planning records; those not given are empty.

    Each is ``workbook.frame(Kind)``: problems (Problem), strategies (Strategy), projects
    (Project), activities (Activity), lines (BudgetLine), indicators (Indicator), values
    (IndicatorValue), pledges (Pledge), steps (ProjectStatus), calendar (CalendarEntry),
    cash (CashItem).
    """

    problems: pd.DataFrame = field(default_factory=_empty)
    strategies: pd.DataFrame = field(default_factory=_empty)
    projects: pd.DataFrame = field(default_factory=_empty)
    activities: pd.DataFrame = field(default_factory=_empty)
    lines: pd.DataFrame = field(default_factory=_empty)
    indicators: pd.DataFrame = field(default_factory=_empty)
    values: pd.DataFrame = field(default_factory=_empty)
    pledges: pd.DataFrame = field(default_factory=_empty)
    steps: pd.DataFrame = field(default_factory=_empty)
    calendar: pd.DataFrame = field(default_factory=_empty)
    cash: pd.DataFrame = field(default_factory=_empty)


TABLES = tuple(entry.name for entry in fields(PlanTables))
