"""The problems that tambons told, ready to be laid side by side: each once, with its ground.

Ground is what people live on: plan areas that share a tambon stand on one ground, so that what
both tell of is never counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from planning_kit.records.area_ref import area_ref
from planning_kit.records.merged_chain import last_of
from planning_kit.records.plain_rows import Row, codes, plain_rows

TOLD = (
    "plan_area",
    "tambon",
    "problem_code",
    "statement",
    "theme",
    "households_affected",
    "is_set_aside",
    "merged_into",
)
"""Columns of a frame of problems of many tambons; ``tambon`` is one code or several."""


@dataclass(frozen=True)
class Told:
    """One problem that stands: ``ref`` "AREA/CODE", ``tambons`` where it was told."""

    ref: str
    area: str
    statement: str
    theme: str | None
    households: float | None
    tambons: tuple[str, ...]


def told_problems(problems: pd.DataFrame) -> dict[str, Told]:
    """Return ref -> problem, sorted by ref, of the problems that stand in their tambon.

    Left out are those set aside, those merged into another of the same plan area, and those
    without words. A row that comes twice is taken once: the order of the rows never matters.
    """
    rows = _once(problems)
    last = merged_refs(problems)
    found = {}
    for ref, row in rows.items():
        if last[ref] == ref and row["is_set_aside"] is not True and row["statement"]:
            area = str(row["plan_area"])
            found[ref] = Told(
                ref,
                area,
                str(row["statement"]),
                row["theme"],
                row["households_affected"],
                codes(row["tambon"]) or (area,),
            )
    return found


def merged_refs(problems: pd.DataFrame) -> dict[str, str]:
    """Return "AREA/CODE" -> the one it was merged into at last in its plan area."""
    into = {
        ref: area_ref(row["plan_area"], row["merged_into"]) if row["merged_into"] else None
        for ref, row in _once(problems).items()
    }
    return last_of(into)


def grounds(places: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    """Return plan area -> the first tambon of its ground.

    ``places``: plan area and its tambons. Areas that share a tambon, directly or through a
    third one, have one ground.
    """
    above: dict[str, str] = {}

    def top(code: str) -> str:
        while above.setdefault(code, code) != code:
            code = above[code]
        return code

    first: dict[str, str] = {}
    for area, tambons in places:
        for tambon in codes(tuple(tambons)) or (area,):
            one, other = sorted((top(tambon), top(first.setdefault(area, tambon))))
            above[other] = one
    return {area: top(tambon) for area, tambon in sorted(first.items())}


def _once(problems: pd.DataFrame) -> dict[str, Row]:
    rows = {
        area_ref(row["plan_area"], row["problem_code"]): row
        for row in sorted(plain_rows(problems, TOLD), key=lambda row: str(list(row.values())))
    }
    return dict(sorted(rows.items()))
