"""Headings of an area in parts: “เนื้อที่ – ไร่”, “เนื้อที่ – งาน”, “เนื้อที่ – ตร.ว.” side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planning_kit import thai

_UNITS = (
    ("rai", r"ไร่|rai"),
    ("ngan", r"งาน|ngan"),
    ("sqwah", r"ตารางวา|ตร\.? ?วา?\.?|วา|(?:sq(?:uare)?[ ._]?)?wah?"),
)
_NAMED = re.compile(
    r"(?P<group>[^\n]{0,200}?)[\s–_(\[/:.-]{0,5}(?P<unit>"
    + "|".join(f"(?:{pattern})" for _unit, pattern in _UNITS)
    + r")[)\]]?(?: \(\d{1,3}\))?",
    re.IGNORECASE,
)


def parts_from(names: Sequence[str]) -> list[str]:
    """Return the units that the first headings name in turn: ไร่, then งาน, then ตร.ว.

    All under one group heading (or none); a lone ไร่ is no area in parts and gives ``[]``.
    """
    units: list[str] = []
    group = None
    for name, (unit, pattern) in zip(names, _UNITS, strict=False):
        named = _NAMED.fullmatch(name)
        if named is None or not re.fullmatch(pattern, named["unit"], re.IGNORECASE):
            break
        here = thai.clean(named["group"]).casefold()
        if group not in (None, here):
            break
        group = here
        units.append(unit)
    return units if len(units) > 1 else []


def group_of(name: str) -> str:
    """Return what stands over the unit in such a heading, ``""`` where nothing does."""
    named = _NAMED.fullmatch(name)
    return thai.clean(named["group"]) if named else ""


def part_columns(names: Sequence[str]) -> frozenset[int]:
    """Return the columns, from 0, that hold parts of an area.

    A total carries (4 งาน are a ไร่), so such columns do not add up one by one.
    """
    found: set[int] = set()
    for at in range(len(names)):
        found |= set(range(at, at + len(parts_from(names[at : at + 3]))))
    return frozenset(found)
