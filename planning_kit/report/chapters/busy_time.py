"""In which months nobody has time: as the meeting drew it, else as the households stated it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.plan.season import busy_months
from planning_kit.profile.harvest_time import MANY, harvest_time

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def busy_time(workbook: Workbook) -> pd.DataFrame:
    """Return the busy months, as ``plan.season.BUSY``."""
    return busy_months(workbook.frame("calendar_entry"), stated_harvest(workbook), min_share=MANY)


def stated_harvest(workbook: Workbook) -> pd.DataFrame | None:
    """Return the harvest months that households stated, see ``profile.harvest_time``."""
    return harvest_time(workbook.frame("calendar_entry"), workbook.frame("production"))
