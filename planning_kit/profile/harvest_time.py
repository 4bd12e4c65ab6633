"""In which months households harvest so much that nobody has time for anything else."""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.calendar import calendar
from planning_kit.profile.production_year import production_year

MAIN_CROPS = 3
LONGEST_SEASON = 4
MANY = 0.25
"""The share of growers from which a month of harvest counts as a busy one."""
_MEETING_KINDS = ("crop", "labour")


def harvest_time(entries: pd.DataFrame, production: pd.DataFrame) -> pd.DataFrame | None:
    """Return the harvest months that households stated, ``None`` where the meeting drew its own.

    ``entries``: the rows of ``calendar_entry``; ``production``: those of ``production``. Only
    the three crops of most growers, and of these only what is harvested in a season: a crop
    picked in more than four months of the year keeps nobody from a meeting.
    """
    if entries["kind"].isin(_MEETING_KINDS).any():
        return None
    stated = production_year(production).frame
    if stated.empty:
        return None
    months = calendar(stated, top=MAIN_CROPS)
    busy = months[(months["task"] == "harvest") & (months["share"] >= MANY)]
    if busy.empty:
        return busy
    length = busy.groupby(["product", "season"])["month"].transform("nunique")
    return busy[length <= LONGEST_SEASON]
