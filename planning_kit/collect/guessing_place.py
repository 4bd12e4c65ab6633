"""Columns that name a place: tambon, amphoe, province and village number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planning_kit import thai
from planning_kit.collect.address_cells import PARTS, has_marks, split_address
from planning_kit.collect.column_content import Column
from planning_kit.collect.spellings import SURE, nearest, spellings_of
from planning_kit.errors import KitError
from planning_kit.records import Record

ADDRESS = "address"
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
    address = None if "tambon" in found else next(filter(_is_address, columns), None)
    if address is not None:
        found = {part: column for part, column in found.items() if column is not address}
        found[ADDRESS] = address
    return found


def named_parts(parts: dict[str, Column]) -> set[str]:
    """Return the parts of a place that some columns name, those inside one cell too."""
    named = set(parts) - {ADDRESS}
    if ADDRESS in parts:
        marked = (str(cell) for cell in parts[ADDRESS].stated if has_marks(str(cell)))
        named |= {*order_in(parts[ADDRESS].heading), *split_address(next(marked, ""))}
    return named


def order_in(heading: str) -> list[str]:
    """Return the parts that a heading such as “อำเภอ/ตำบล” names, in its order."""
    known = spellings_of("place")
    parts = []
    for piece in re.split(r"[/,+-]", heading):
        spelled = {name: tuple((one, "alias") for one in known[name]) for name in PARTS}
        part = next((one for one in PARTS if nearest(piece, spelled[one]).score >= SURE), None)
        if part is None:
            return []
        parts.append(part)
    is_order = len(parts) > 1 and "tambon" in parts and len(set(parts)) == len(parts)
    return parts if is_order else []


def _is_address(column: Column) -> bool:
    if order_in(column.heading):
        return True
    marked = sum(has_marks(str(cell)) for cell in column.stated)
    return bool(column.stated) and marked >= _MOSTLY * len(column.stated)


def place_field(kind: type[Record], parts: dict[str, Column]) -> str | None:
    """Return the field that a place by names can fill: a village, or an area of any size."""
    named = named_parts(parts)
    if "area_code" in kind.model_fields and named & {"tambon", "amphoe", "province"}:
        return "area_code"
    if "village_code" in kind.model_fields and {"tambon", "moo"} <= named:
        return "village_code"
    if "village_code" in kind.model_fields and named == {"moo"}:
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
