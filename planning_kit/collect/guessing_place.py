"""Columns that name a place: tambon, amphoe, province and village number."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit import thai
from planning_kit.collect.column_content import Column
from planning_kit.collect.spellings import SURE, nearest, spellings_of
from planning_kit.errors import KitError
from planning_kit.records import Record

PARTS = ("tambon", "amphoe", "province", "moo")
_MOSTLY = 0.6


def guess_place(columns: Sequence[Column]) -> dict[str, Column]:
    """Return the columns whose headings name parts of a place, by part."""
    found: dict[str, Column] = {}
    best: dict[str, float] = {}
    known = spellings_of("place")
    for column in columns:
        for part in PARTS:
            spelled = tuple((one, "alias") for one in known[part])
            score = max(nearest(name, spelled).score for name in column.names)
            if score >= SURE and score > best.get(part, 0.0) and _fits(part, column):
                found[part], best[part] = column, score
    return found


def place_field(kind: type[Record], parts: dict[str, Column]) -> str | None:
    """Return the field that a place by names can fill: a village, or an area of any size."""
    if "area_code" in kind.model_fields and set(parts) & {"tambon", "amphoe", "province"}:
        return "area_code"
    if "village_code" in kind.model_fields and {"tambon", "moo"} <= set(parts):
        return "village_code"
    if "village_code" in kind.model_fields and set(parts) == {"moo"}:
        # A table of one tambon: the one it is imported for.
        return "village_code"
    return None


def _fits(part: str, column: Column) -> bool:
    if not column.stated:
        return True
    if part == "moo":
        return sum(map(_is_moo, column.stated)) >= _MOSTLY * len(column.stated)
    return column.numbers < _MOSTLY


def _is_moo(cell: object) -> bool:
    whole = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    try:
        return thai.read_moo(whole) is not None
    except KitError:
        return False
