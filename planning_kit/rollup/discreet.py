"""Conflicts and parts left out, without the figures that the totals hide."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import pandas as pd

from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.records.privacy import too_few
from planning_kit.rollup.conflicts import CONFLICTS
from planning_kit.rollup.part import KEY
from planning_kit.rollup.reasons import LEFT_OUT

_OF_PARTS = ("two_versions", "shared_ground", "own_value")
_TOLD_BESIDE = ("older_version", "shares_ground")
_AT = ("place", *KEY)


def discreet_conflicts(
    conflicts: pd.DataFrame, totals: pd.DataFrame, people: Collection[str]
) -> pd.DataFrame:
    """Return ``CONFLICTS`` with empty values where these would tell of fewer than five.

    That is where 1–4 stand behind a side, where the sides differ by 1–4, and where the total
    of the place is hidden.
    """
    hidden = _hidden(totals)
    rows = plain_rows(conflicts, CONFLICTS)
    for row in rows:
        counts = [row["ns"] or ()]
        if row["way"] == "sum" and row["unit"] in people:
            counts.append(row["values"] or ())
        if row["kind"] in _OF_PARTS and (_at(row) in hidden or any(map(_tells, counts))):
            row |= {"values": (), "ns": ()}
    return framed(rows, CONFLICTS)


def discreet_left_out(
    left_out: pd.DataFrame, totals: pd.DataFrame, people: Collection[str]
) -> pd.DataFrame:
    """Return ``LEFT_OUT`` without value and n where the same holds.

    Where another part counts instead, both figures stand among the conflicts only.
    """
    hidden = _hidden(totals)
    rows = plain_rows(left_out, LEFT_OUT)
    for row in rows:
        counts = [row["n"]]
        if row["way"] == "sum" and row["unit"] in people:
            counts.append(row["value"])
        is_beside = row["reason"] in _TOLD_BESIDE and row["n"] is not None
        if is_beside or _at(row) in hidden or any(_tells((count,)) for count in counts):
            row |= {"value": None, "n": None}
    return framed(rows, LEFT_OUT)


def _hidden(totals: pd.DataFrame) -> set[tuple[object, ...]]:
    return {_at(row) for row in plain_rows(totals[totals["hidden"]], _AT)}


def _at(row: Row) -> tuple[object, ...]:
    return tuple(row[name] for name in _AT)


def _tells(counts: tuple[float | None, ...]) -> bool:
    known = [count for count in counts if count is not None]
    return any(map(too_few, known)) or any(too_few(abs(a - b)) for a, b in combinations(known, 2))
