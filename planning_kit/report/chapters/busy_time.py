"""In which months nobody has time: as the meeting drew it, else as the households stated it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.plan.season import busy_months
from planning_kit.profile.calendar import calendar
from planning_kit.report.chapters.production_year import production_year

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

MAIN_CROPS = 3
LONGEST_SEASON = 4
MANY = 0.25
_MEETING_KINDS = ("crop", "labour")


def busy_time(workbook: Workbook) -> pd.DataFrame:
    """Return the busy months, as ``plan.season.BUSY``."""
    return busy_months(workbook.frame("calendar_entry"), stated_harvest(workbook), min_share=MANY)


def stated_harvest(workbook: Workbook) -> pd.DataFrame | None:
    """Return the harvest months that households stated, ``None`` where the meeting drew its own.

    Only the three crops of most growers, and of these only what is harvested in a season: a
    crop picked in more than four months of the year keeps nobody from a meeting.
    """
    drawn = workbook.frame("calendar_entry")["kind"]
    if drawn.isin(_MEETING_KINDS).any():
        return None
    production = production_year(workbook.frame("production")).frame
    if production.empty:
        return None
    months = calendar(production, top=MAIN_CROPS)
    busy = months[(months["task"] == "harvest") & (months["share"] >= MANY)]
    if busy.empty:
        return busy
    length = busy.groupby(["product", "season"])["month"].transform("nunique")
    return busy[length <= LONGEST_SEASON]
