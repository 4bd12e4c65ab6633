"""What a roll-up gives: the totals, and everything that did not simply add up."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from planning_kit.areas import Level


@dataclass(frozen=True)
class RollUp:
    """Totals with the parts that counted, those that did not, and what needs a person's eye.

    ``totals`` frame of ``TOTALS``, sorted by figure, level and place; one row per place and
    kind of figure, also where nothing came · ``counted`` the parts behind them, frame of
    ``TOTALS`` · ``left_out`` frame of ``LEFT_OUT`` · ``conflicts`` frame of ``CONFLICTS`` ·
    ``notices`` frame of ``NOTICES``: tambons that were abolished or moved.
    """

    totals: pd.DataFrame
    counted: pd.DataFrame
    left_out: pd.DataFrame
    conflicts: pd.DataFrame
    notices: pd.DataFrame

    def at(self, level: Level | str) -> pd.DataFrame:
        """Return the totals of one level, index from 0."""
        found = self.totals[self.totals["level"].eq(Level(level).value)]
        return found.reset_index(drop=True)
