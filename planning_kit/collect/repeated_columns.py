"""Columns that repeat under a number (“พืช 1”, “พืช 2”), seen as one for each name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from planning_kit import thai
from planning_kit.collect.column_content import Column

MARK = "{n}"
_NUMBER = re.compile(r"(?<![0-9.,])0?([0-9]{1,2})(?![0-9.,])")
# “พืชที่ 1” and “แปลงที่ 1” are a พืช and a แปลง.
_NUMBERED = re.compile(r"[\s_-]*(?:ที่|ลำดับที่|no\.?|#)?[\s_-]*\{n\}[\s_-]*", re.IGNORECASE)
_MOST = 12


def with_repeats_joined(columns: Sequence[Column]) -> list[Column]:
    """Return the columns, those that repeat under 1, 2, 3 … made one for each name.

    At least two names must repeat alike. Such a column is headed ``พืชที่ {n}``, as a mapping
    with ``[table.repeat]`` writes it, is ``also`` called “พืช”, has the cells of all its
    columns, stands at the place of the first and lists its ``turns``.
    """
    families: dict[str, dict[int, Column]] = {}
    for column in columns:
        for found in _NUMBER.finditer(thai.to_arabic_digits(column.heading)):
            name = column.heading[: found.start()] + MARK + column.heading[found.end() :]
            families.setdefault(name, {}).setdefault(int(found[1]), column)
    turns = _usual_turns(families)
    if turns is None:
        return list(columns)
    joined = {
        name: [family[n] for n in turns]
        for name, family in families.items()
        if tuple(sorted(family)) == turns
    }
    gone = {column.at for family in joined.values() for column in family}
    kept = [column for column in columns if column.at not in gone]
    kept += [_joined(name, family, turns) for name, family in joined.items()]
    return sorted(kept, key=lambda column: column.at)


def _usual_turns(families: dict[str, dict[int, Column]]) -> tuple[int, ...] | None:
    """Return the numbers 1 to k under which most names repeat; ``None`` where fewer than two do."""
    counted: dict[tuple[int, ...], int] = {}
    for family in families.values():
        turns = tuple(sorted(family))
        if 2 <= len(turns) <= _MOST and turns == tuple(range(1, len(turns) + 1)):
            counted[turns] = counted.get(turns, 0) + 1
    best = max(counted, key=lambda turns: counted[turns], default=())
    return best if counted.get(best, 0) >= 2 else None


def _joined(name: str, family: Sequence[Column], turns: tuple[int, ...]) -> Column:
    first = family[0]
    cells = tuple(cell for column in family for cell in column.cells)
    also = thai.clean(_NUMBERED.sub(" ", name))
    return replace(first, heading=name, cells=cells, also=also, turns=turns)
