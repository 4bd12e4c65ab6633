"""What differs from one invented pilot to another beside land and people: scores, data, requests."""

from __future__ import annotations

from collections.abc import Callable

from planning_kit.practice.chance import Chance
from planning_kit.practice.plan_texts import Row

_NOT_ASSESSED, _LESS, _DROPPED, _REFUSED = 15, 30, 20, 10
_WHY = "ยังไม่มีข้อตกลงการใช้ข้อมูลร่วมกัน"


def told_apart(rows: dict[str, list[Row]], province: str) -> dict[str, list[Row]]:
    """Return the rows with a lot’s own scores as model tambon and its own answers of data holders.

    A stream of its own for each, so that what is drawn elsewhere stays as it was.
    """
    changed: dict[str, Callable[[Row, Chance], Row | None]] = {
        "model_score": _scored,
        "dataset_holding": _held,
    }
    found = dict(rows)
    for name, change in changed.items():
        chance = Chance("pilot", name, province)
        made = (change(row, chance) for row in rows.get(name, []))
        found[name] = [row for row in made if row is not None]
    return found


def _scored(row: Row, chance: Chance) -> Row | None:
    if chance.yes(_NOT_ASSESSED):
        return None
    points = int(row.get("points") or 0)
    return {**row, "points": max(0, points - 1) if chance.yes(_LESS) else points}


def _held(row: Row, chance: Chance) -> Row | None:
    if chance.yes(_DROPPED):
        return None
    if row.get("received_on") and chance.yes(_REFUSED):
        return {**row, "refused_on": row["received_on"], "received_on": None, "refused_why": _WHY}
    return row
