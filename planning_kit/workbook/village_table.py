"""The villages of a plan area: what is stated of each, and how many households answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

_STATED = ("households", "farm_households", "males", "females", "area", "farm_area")
COLUMNS = ("village_code", "tambon_code", "moo", "name", *_STATED, "surveyed")


def village_table(
    villages: pd.DataFrame, households: pd.DataFrame, listed: Iterable[str] = ()
) -> pd.DataFrame:
    """Return one row per village, sorted by code.

    A village is there when it has a row of its own, when a household names it, or when the
    plan area lists it. ``surveyed`` counts household rows and is 0 where there are none;
    what is not stated is NaN.
    """
    counted = households["village_code"].value_counts()
    codes = sorted({*villages["village_code"], *counted.index, *listed})
    data = villages.set_index("village_code")[["name", *_STATED]].reindex(codes)
    data.index.name = "village_code"
    data = data.reset_index()
    data["tambon_code"] = data["village_code"].str[:6]
    data["moo"] = data["village_code"].str[6:].astype("int64")
    data["surveyed"] = data["village_code"].map(counted).fillna(0).astype("int64")
    return data[list(COLUMNS)]
