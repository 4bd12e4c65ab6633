"""Which villages and groups took part, forum by forum: a forum has no quorum, but it has absentees."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

COVERED = ("village", "forums", "invited", "present", "women", "turnout", "share_women", "came")
"""Columns: ``village`` code · ``forums`` that anyone of it came to (int64) · ``invited``,
``present``, ``women`` people over all forums, NaN where no row states it · ``turnout`` present ÷
invited over the rows that state both · ``share_women`` women ÷ present likewise, 0–1 · ``came``
whether anyone did. One row per village of the plan area, those nobody came from too."""
TAKEN_PART = ("by", "name", "forums", "invited", "present", "women")
"""Columns: ``by`` (village, farmer_group, organisation, social_group) · ``name`` · then as in
``COVERED``."""


def coverage_by_village(attendance: pd.DataFrame, villages: Mapping[str, object]) -> pd.DataFrame:
    """Return ``COVERED``.

    Parameters
    ----------
    attendance:
        Columns of ``attendance``; only rows with ``by`` = ``village`` count here.
    villages:
        Codes of the villages of the plan area, in the order wanted (a mapping or its keys).
        A code in ``attendance`` that is not among them follows at the end.
    """
    rows = attendance.loc[attendance["by"].astype(str) == "village"]
    codes = list(dict.fromkeys([*villages, *(str(name) for name in rows["name"])]))
    found = [_covered(code, rows.loc[rows["name"].astype(str) == code]) for code in codes]
    table = pd.DataFrame(found, columns=list(COVERED))
    numbers = dict.fromkeys(COVERED[2:7], "float64")
    return table.astype({**numbers, "forums": "int64", "came": "bool"})


def coverage_by_group(attendance: pd.DataFrame) -> pd.DataFrame:
    """Return ``TAKEN_PART``: every village and group that a forum lists, the most present first."""
    rows = []
    for (by, name), own in attendance.groupby(["by", "name"], sort=True):
        came = own.loc[_number(own, "present") > 0]
        sums = [_sum(own, column) for column in ("invited", "present", "women")]
        rows.append((str(by), str(name), int(came["forum_code"].nunique()), *sums))
    table = pd.DataFrame(rows, columns=list(TAKEN_PART))
    table = table.astype({"forums": "int64", **dict.fromkeys(TAKEN_PART[3:], "float64")})
    return table.sort_values(
        ["by", "present"], ascending=[True, False], kind="stable", ignore_index=True
    )


def _covered(code: str, own: pd.DataFrame) -> tuple:
    present = _number(own, "present")
    forums = int(own.loc[present > 0, "forum_code"].nunique())
    return (
        code,
        forums,
        _sum(own, "invited"),
        _sum(own, "present"),
        _sum(own, "women"),
        _ratio(own, "present", "invited"),
        _ratio(own, "women", "present"),
        forums > 0,
    )


def _number(frame: pd.DataFrame, name: str) -> pd.Series:
    if name not in frame:
        return pd.Series(np.nan, index=frame.index, dtype="float64")
    return pd.to_numeric(frame[name]).astype("float64")


def _sum(frame: pd.DataFrame, name: str) -> float:
    return float(_number(frame, name).sum(min_count=1))


def _ratio(frame: pd.DataFrame, part: str, whole: str) -> float:
    parts, wholes = _number(frame, part), _number(frame, whole)
    both = parts.notna() & wholes.notna()
    below = float(wholes[both].sum())
    return float(parts[both].sum()) / below if below else float("nan")
