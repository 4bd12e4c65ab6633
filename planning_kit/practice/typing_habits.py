"""How people type what they know: land in several shapes, blanks where they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planning_kit.practice.chance import Chance

_RAI = 400
_NGAN = 100


def typed_land(square_wah: int, chance: Chance) -> str | float | int:
    """Return an area in square wah as it might be typed: "5-2-30", "5 ไร่ 2 งาน", 5.5 or 0."""
    if square_wah == 0:
        return 0
    rai, rest = divmod(square_wah, _RAI)
    ngan, wah = divmod(rest, _NGAN)
    habit = chance.pick({"deed": 70, "words": 20, "decimal": 10})
    if habit == "decimal" and rest % 200 == 0:
        return square_wah / _RAI
    if habit == "words":
        parts = ((rai, "ไร่"), (ngan, "งาน"), (wah, "ตร.ว."))
        return " ".join(f"{count} {unit}" for count, unit in parts if count)
    return f"{rai}-{ngan}-{wah}"


def plots_of(square_wah: int, chance: Chance) -> int:
    """Round an area as deeds do: to the ngan mostly, sometimes with odd square wah."""
    whole = max(square_wah // _NGAN, 1) * _NGAN
    return whole + (chance.between(1, 9) * 10 if chance.yes(18) else 0)


def with_gaps(row: dict[str, Any], percent: Mapping[str, int], chance: Chance) -> dict[str, Any]:
    """Return ``row`` with some cells blank, each field as often as ``percent`` says."""
    gaps = {name for name, share in percent.items() if chance.yes(share)}
    return {name: None if name in gaps else value for name, value in row.items()}
