"""What stands behind a group of problems: tambons, households, money; nothing counted twice.

Where a plan area has several problems in a group its largest number of households counts, because
they may be the same households. Plan areas that share a tambon stand on one ground; there the one
that states the most counts, for households and for money. So a count is never too high.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from planning_kit.deliberate.told_problems import TOLD, Told, grounds, merged_refs, told_problems
from planning_kit.records.area_ref import area_ref
from planning_kit.records.plain_rows import Row, added, codes, framed, plain_rows

COUNTS = {
    "group": "text",
    "tambons": "number",
    "heard": "number",
    "households": "number",
    "unstated": "number",
    "amount": "number",
    "projects": "number",
    "unpriced": "number",
    "overlapping": "codes",
    "missing": "codes",
}
"""Columns: ``tambons`` of ``heard`` · ``households`` (NaN where none is stated), ``unstated``
tambons without a number · ``amount`` baht asked by ``projects`` projects, ``unpriced`` of them
without an amount · ``overlapping`` plan areas on the ground of another of the group · ``missing``
refs that no frame holds, or that were set aside since."""

PARTS = {
    "group": "text",
    "plan_area": "text",
    "tambons": "codes",
    "refs": "codes",
    "households": "number",
    "amount": "number",
    "projects": "codes",
    "counts_households": "yes_no",
    "counts_amount": "yes_no",
}
"""Columns: one row per group and plan area, whose ``households`` and ``amount`` are in the sum
where ``counts_…`` says so."""

_PROJECT = ("plan_area", "project_code", "problem_codes", "amount")


def heard_tambons(problems: pd.DataFrame) -> tuple[str, ...]:
    """Return the tambons that told any problem at all, those set aside and merged too."""
    return tuple(
        sorted(
            {
                tambon
                for row in plain_rows(problems, TOLD)
                for tambon in codes(row["tambon"]) or (str(row["plan_area"]),)
            }
        )
    )


def count_groups(
    groups: Mapping[str, Iterable[str]],
    problems: pd.DataFrame,
    projects: pd.DataFrame | None = None,
    *,
    heard: Iterable[str] | None = None,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return ``COUNTS`` and ``PARTS`` of groups: key -> refs "AREA/CODE".

    ``problems`` of many tambons (``told_problems.TOLD``); ``projects`` with ``plan_area``,
    ``project_code``, ``problem_codes``, ``amount`` in baht asked. ``heard`` names the tambons
    whose workbooks were looked at; without it, those that told any problem.
    """
    told, last = told_problems(problems), merged_refs(problems)
    asked = _asked(projects, last)
    listed = {*heard_tambons(problems), *(heard or ())}
    counts, parts = [], []
    for group, refs in groups.items():
        given = dict.fromkeys(last.get(ref, ref) for ref in refs)
        standing = [told[ref] for ref in sorted(given) if ref in told]
        own = _parts(group, standing, asked)
        parts += own
        missing = tuple(sorted(ref for ref in given if ref not in told))
        counts.append(_count(group, own, asked, len(listed)) | {"missing": missing})
    return framed(counts, COUNTS), framed(parts, PARTS)


def _asked(projects: pd.DataFrame | None, last: Mapping[str, str]) -> dict[str, Row]:
    """Return "AREA/PROJECT" -> the problems it serves, by their last refs, and its amount."""
    found: dict[str, Row] = {}
    for row in plain_rows(pd.DataFrame() if projects is None else projects, _PROJECT):
        refs = (area_ref(row["plan_area"], code) for code in codes(row["problem_codes"]))
        serves = {last.get(ref, ref) for ref in refs}
        key = area_ref(row["plan_area"], row["project_code"])
        before = found.get(key, {"serves": set(), "amount": None})
        stated = [one for one in (before["amount"], row["amount"]) if one is not None]
        found[key] = {
            "serves": before["serves"] | serves,
            "amount": float(max(stated)) if stated else None,
        }
    return dict(sorted(found.items()))


def _parts(group: str, standing: list[Told], asked: Mapping[str, Row]) -> list[Row]:
    by_area: dict[str, list[Told]] = defaultdict(list)
    for one in standing:
        by_area[one.area].append(one)
    rows = []
    for area, own in by_area.items():
        refs = {one.ref for one in own}
        projects = tuple(key for key, project in asked.items() if project["serves"] & refs)
        stated = [float(one.households) for one in own if one.households is not None]
        rows.append(
            {
                "group": group,
                "plan_area": area,
                "tambons": tuple(sorted({code for one in own for code in one.tambons})),
                "refs": tuple(sorted(refs)),
                "households": max(stated, default=None),
                "amount": added(asked[key]["amount"] for key in projects),
                "projects": projects,
            }
        )
    _say_what_counts(rows)
    return rows


def _say_what_counts(rows: list[Row]) -> None:
    ground = grounds((row["plan_area"], row["tambons"]) for row in rows)
    for name in ("households", "amount"):
        most: dict[str, Row] = {}
        for row in rows:
            at = ground[row["plan_area"]]
            if at not in most or _more(row[name], most[at][name]):
                most[at] = row
        for row in rows:
            row[f"counts_{name}"] = most[ground[row["plan_area"]]] is row
            row["ground"] = ground[row["plan_area"]]


def _more(one: float | None, other: float | None) -> bool:
    return one is not None and (other is None or one > other)


def _count(group: str, rows: list[Row], asked: Mapping[str, Row], heard: int) -> Row:
    places: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        places[row["ground"]] |= set(row["tambons"])
    silent = [
        row["ground"] for row in rows if row["counts_households"] and row["households"] is None
    ]
    shared = [row["ground"] for row in rows]
    projects = [key for row in rows if row["counts_amount"] for key in row["projects"]]
    return {
        "group": group,
        "tambons": sum(len(tambons) for tambons in places.values()),
        "heard": heard,
        "households": added(row["households"] for row in rows if row["counts_households"]),
        "unstated": sum(len(places[ground]) for ground in silent),
        "amount": added(row["amount"] for row in rows if row["counts_amount"]),
        "projects": len(projects),
        "unpriced": sum(asked[key]["amount"] is None for key in projects),
        "overlapping": tuple(row["plan_area"] for row in rows if shared.count(row["ground"]) > 1),
    }
