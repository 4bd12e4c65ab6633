"""One amount that stands in several columns, each in its own unit: ไร่, งาน and ตร.ว. apart."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from decimal import Decimal
from typing import Any

from planning_kit import thai
from planning_kit.collect.collected import Remark
from planning_kit.collect.mapping_cells import Tally
from planning_kit.collect.mapping_rules import FieldRule
from planning_kit.errors import KitError, ReadingError
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

_MOST_ROWS = 20
_UNCLEAR = N_(
    "{columns} say {cells}: a part with decimals beside a smaller one may mean two things; "
    "correct the row"
)
_UNREADABLE = N_(
    "{columns} say {cells}, which is no amount in parts; write one number of zero or more in each"
)
_OVERFULL = N_(
    "“{file}”: parts as big as the next larger unit, or bigger, are added as they stand; check "
    "the columns and rows {columns}"
)


def together(
    rule: FieldRule, cells: MappingOf[str, Any], sizes: MappingOf[str, Decimal], tally: Tally
) -> Any:
    """Return what the columns of ``rule.parts`` state together, in the field’s own unit.

    A blank part beside a stated one is zero; all blank is not stated (``None``). A part as
    big as the next larger unit (5 งาน) is added and noted in ``tally``. A lone part that is
    no number is returned as it is, to be judged like any other cell.

    Parameters
    ----------
    cells:
        The cells by column, after the mapping’s codes.
    sizes:
        What one of each unit is in the unit of the field.

    Raises ``KitError`` ``collect.parts-unreadable`` or ``collect.parts-unclear``.
    """
    stated = [cell for cell in cells.values() if not is_blank(cell)]
    try:
        numbers = {name: thai.read_number(cell) for name, cell in cells.items()}
    except ReadingError as error:
        if len(stated) == 1:
            return stated[0]
        raise _refused("collect.parts-unreadable", _UNREADABLE, cells) from error
    known = [number for number in numbers.values() if number is not None]
    if not known:
        return None
    if min(known) < 0:
        raise _refused("collect.parts-unreadable", _UNREADABLE, cells)
    ordered = sorted(rule.parts.items(), key=lambda part: -sizes[part[0]])
    amounts = [(numbers[name] or Decimal(0), sizes[unit], name) for unit, name in ordered]
    _look_at_smaller(amounts, cells, tally)
    whole = sum((number * size for number, size, _name in amounts), Decimal(0))
    return whole * (rule.factor or 1)


def _look_at_smaller(
    amounts: list[tuple[Decimal, Decimal, str]], cells: MappingOf[str, Any], tally: Tally
) -> None:
    """Note the parts that reach a larger unit beside them; refuse what may mean two things."""
    for at, (larger, size, _name) in enumerate(amounts):
        smaller = [part for part in amounts[at + 1 :] if part[0] and larger]
        if larger % 1 and smaller:
            raise _refused("collect.parts-unclear", _UNCLEAR, cells)
        for number, small, name in smaller:
            rows = tally.overfull.setdefault(name, []) if number * small >= size else [tally.row]
            rows += [] if tally.row in rows[-1:] else [tally.row]


def overfull_told(file: str, tally: Tally) -> list[Remark]:
    """Return a remark with the rows in which a part reaches the next larger unit."""
    if not tally.overfull:
        return []
    told = []
    for column, rows in tally.overfull.items():
        shown = ", ".join(str(row) for row in rows[:_MOST_ROWS])
        more = f" … (+{len(rows) - _MOST_ROWS})" if len(rows) > _MOST_ROWS else ""
        told.append(f"“{column}” ({shown}{more})")
    values: dict[str, object] = {"file": file, "columns": ", ".join(told)}
    return [Remark("collect.parts-overfull", _OVERFULL, values)]


def _refused(code: str, message: str, cells: MappingOf[str, Any]) -> KitError:
    return KitError(
        code,
        message,
        columns=", ".join(f"“{name}”" for name in cells),
        cells=" · ".join(
            "–" if is_blank(cell) else thai.clean(str(cell)) for cell in cells.values()
        ),
    )
