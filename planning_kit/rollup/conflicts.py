"""Where what was handed over does not agree: shown with both sides, never settled in silence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from planning_kit.language import N_, translate
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.rollup.part import KEY, TOTALS

CONFLICTS = {
    "kind": "text",
    "level": "text",
    "place": "text",
    "figure": "text",
    "way": "text",
    "unit": "text",
    "period_be": "number",
    "definition": "text",
    "plan_areas": "codes",
    "values": "codes",
    "ns": "codes",
    "counted": "text",
}
"""One row per disagreement. ``kind`` a key of ``KINDS`` · ``values`` what stands against what,
in the order of ``plan_areas`` where these are named (the one that counts first), empty where
they must stay hidden · ``ns`` the n behind each, where it matters · ``counted``
the plan area that counts, where one was chosen · ``level`` of the total, where it is one."""

KINDS = {
    "two_versions": N_("Two versions of one plan give different figures; the first counts."),
    "shared_ground": N_("Two plan areas share ground, so only one of them counts: the first."),
    "own_value": N_("The value does not follow from the two numbers behind it; these count."),
    "units": N_("Different units are not added; each has its own total."),
    "periods": N_("Different years are not added, and no year has all who reported."),
    "definitions": N_("The indicator was redefined; each definition has its own total."),
    "ways": N_("One figure came in different ways of adding up; each has its own total."),
    "reported_total": N_("The reported total (first) is not the sum of its parts (second)."),
    "reported_partly": N_(
        "The reported total (first) cannot be compared: some of its parts (second) are missing."
    ),
}

_UNLIKE = {"units": "unit", "definitions": "definition", "ways": "way"}


def say_conflict(kind: str, language: str | None = None) -> str:
    """Say a key of ``KINDS`` in ``language``, or in the one in use."""
    return translate(KINDS[kind], language)


def conflict(kind: str, row: Mapping[str, Any], **more: object) -> Row:
    """Return one row of ``CONFLICTS`` about the place and figure of ``row``."""
    head = {name: row.get(name) for name in ("place", *KEY)}
    return {"kind": kind} | head | more


def own_values(counted: pd.DataFrame) -> list[Row]:
    """Return ``own_value`` for parts whose value is not numerator ÷ denominator.

    Half a hundredth of the value, or half a unit in the second decimal, passes as rounding.
    """
    is_ratio = counted["way"].isin(["mean", "share"]) & ~counted["hidden"]
    worked_out = counted["numerator"] / counted["denominator"].where(counted["denominator"] != 0)
    off = (counted["value"] - worked_out).abs()
    wrong = is_ratio & (off > worked_out.abs().mul(0.005).clip(lower=0.005))
    rows = plain_rows(counted.assign(worked_out=worked_out)[wrong], ("worked_out", *TOTALS))
    return [
        conflict(
            "own_value",
            row,
            plan_areas=(row["plan_area"],),
            values=(row["value"], worked),
            ns=(row["n"],),
        )
        for row in rows
        for worked in [row["worked_out"]]
    ]


def unlike(totals: pd.DataFrame) -> list[Row]:
    """Return ``units``, ``definitions``, ``ways`` and ``periods`` for totals of one level.

    Where all who reported a figure did so for some common year, as in a series, years do not
    conflict. What is withheld was reported as well.
    """
    came = totals[totals["tambons"].astype("bool") | totals["withheld"].astype("bool")]
    at = ["level", "place", "figure"]
    several = came[came.duplicated(at, keep=False)]
    rows: list[Row] = []
    for _at, group in several.groupby(at, sort=True):
        head = plain_rows(group.iloc[:1], at)[0]
        for kind, column in _UNLIKE.items():
            found = list(dict.fromkeys(plain[column] for plain in plain_rows(group, [column])))
            if len(found) > 1:
                rows.append({"kind": kind} | head | {"values": _in_order(found)})
        rows += _years(head, group)
    return rows


def _years(head: Row, group: pd.DataFrame) -> list[Row]:
    by_year = {
        year: {code for name in ("tambons", "withheld") for codes in own[name] for code in codes}
        for year, own in group.groupby("period_be", dropna=False, sort=True)
    }
    everyone = set().union(*by_year.values())
    if len(by_year) == 1 or any(own == everyone for own in by_year.values()):
        return []
    years = sorted(
        float(row["period_be"]) for row in plain_rows(group, ["period_be"]) if row["period_be"]
    )
    return [
        {"kind": "periods"} | head | {"values": tuple(int(year) for year in dict.fromkeys(years))}
    ]


def _in_order(values: list[Any]) -> tuple[Any, ...]:
    return tuple(sorted(values, key=lambda value: (value is None, value or 0, str(value))))


def disagreeing(
    totals: pd.DataFrame, reported: pd.DataFrame, rounding: float | Mapping[str, float] = 0.0
) -> pd.DataFrame:
    """Return ``CONFLICTS`` between totals and what an office reported for the same places.

    Parameters
    ----------
    totals:
        Frame of ``TOTALS``.
    reported:
        Frame of ``PARTS``: the totals as reported; matched by place, figure, way, unit,
        year and definition. Rows that match none, or state no value, say nothing.
    rounding:
        To what the reported figures are rounded (1000 = to thousands), for all or by figure:
        up to half of it, a difference is none.

    A sum of only some parts that lies below the reported total is ``reported_partly``:
    nothing can be said. Above it, or with all parts, it is ``reported_total``.
    """
    told = plain_rows(reported, ("plan_area", "place", *KEY, "value"))
    ours = {
        tuple(row[name] for name in ("place", *KEY)): row
        for row in plain_rows(totals[~totals["carried"]], tuple(TOTALS))
    }
    rows = []
    for row in told:
        total = ours.get(tuple(row[name] for name in ("place", *KEY)))
        if total is None or total["value"] is None or row["value"] is None:
            continue
        step = rounding.get(row["figure"], 0.0) if isinstance(rounding, Mapping) else rounding
        off = total["value"] - row["value"]
        if abs(off) <= step / 2 + 1e-9 * max(abs(total["value"]), abs(row["value"])):
            continue
        is_whole = total["in_places"] == total["of_places"]
        is_more = row["way"] == "sum" and off > 0
        kind = "reported_total" if is_whole or is_more else "reported_partly"
        values = (row["value"], total["value"])
        told_by = (row["plan_area"] or row["place"],)
        rows.append(conflict(kind, row, level=total["level"], plan_areas=told_by, values=values))
    return conflicts_framed(rows)


def conflicts_framed(rows: list[Row]) -> pd.DataFrame:
    """Return rows of ``CONFLICTS`` as a frame, always in the same order."""
    order = tuple(CONFLICTS)
    return framed(sorted(rows, key=lambda row: [str(row.get(name)) for name in order]), CONFLICTS)
