"""Conflicts and parts left out, without the figures that the totals hide."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

import pandas as pd

from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.records.privacy import too_few
from planning_kit.rollup.conflicts import CONFLICTS
from planning_kit.rollup.hiding import withheld
from planning_kit.rollup.part import KEY
from planning_kit.rollup.reasons import LEFT_OUT
from planning_kit.rollup.result import RollUp

_OF_PARTS = ("two_versions", "shared_ground", "own_value")
_TOLD_BESIDE = ("older_version", "shares_ground")
Kept = frozenset[tuple[object, ...]]
"""Plan area and kind of figure of what no reader sees."""


def kept_back_by(found: RollUp, people: Collection[str]) -> Kept:
    """Return what came hidden or tells of 1–4 people, whether it counts or was left out."""
    names = ("plan_area", *KEY)
    counted, left = found.counted, found.left_out
    mine = counted[counted["hidden"].to_numpy() | withheld(counted, people)]
    lost = left[withheld(left, people)] if len(left) else left
    return frozenset(
        _at(row, row["plan_area"]) for frame in (mine, lost) for row in plain_rows(frame, names)
    )


def discreet_conflicts(
    conflicts: pd.DataFrame, kept_back: Kept, people: Collection[str]
) -> pd.DataFrame:
    """Return ``CONFLICTS`` with empty values where these would tell of fewer than five.

    That is where a side is kept back, and where the sides differ by 1–4.
    """
    rows = plain_rows(conflicts, CONFLICTS)
    for row in rows:
        values, ns = row["values"] or (), row["ns"] or ()
        is_kept = any(_at(row, area) in kept_back for area in row["plan_areas"] or ())
        if row["kind"] in _OF_PARTS and (is_kept or _tells(row, values, ns, people)):
            row |= {"values": (), "ns": ()}
    return framed(rows, CONFLICTS)


def discreet_left_out(
    left_out: pd.DataFrame, kept_back: Kept, people: Collection[str]
) -> pd.DataFrame:
    """Return ``LEFT_OUT`` without its numbers where it, or what counts instead, is kept back.

    Where another part counts instead, both figures stand among the conflicts only.
    """
    rows = plain_rows(left_out, LEFT_OUT)
    for row in rows:
        is_beside = row["reason"] in _TOLD_BESIDE and row["n"] is not None
        is_kept = any(_at(row, row[name]) in kept_back for name in ("plan_area", "instead"))
        if is_beside or is_kept or _tells(row, (row["value"],), (row["n"],), people):
            row |= dict.fromkeys(("value", "numerator", "denominator", "n"))
    return framed(rows, LEFT_OUT)


def _at(row: Row, plan_area: object) -> tuple[object, ...]:
    return plan_area, *(row[name] for name in KEY)


def _tells(
    row: Row,
    values: tuple[float | None, ...],
    ns: tuple[float | None, ...],
    people: Collection[str],
) -> bool:
    """Tell whether a count of people in these, or the step between two of them, is 1–4."""
    told = [ns]
    if row["way"] == "sum" and row["unit"] in people:
        told.append(values)
    if row["way"] == "share" and len(values) == len(ns):
        pairs = [(v, n) for v, n in zip(values, ns, strict=True) if v is not None and n is not None]
        told += [tuple(v * n for v, n in pairs), tuple(n - v * n for v, n in pairs)]
    return any(map(_are_few, told))


def _are_few(counts: tuple[float | None, ...]) -> bool:
    known = [round(count, 6) for count in counts if count is not None]
    return any(map(too_few, known)) or any(
        too_few(round(abs(a - b), 6)) for a, b in combinations(known, 2)
    )
