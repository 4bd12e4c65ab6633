"""Where the headings of a table stand, and what they say when they take several lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from planning_kit import thai
from planning_kit.collect.limits import DEEPEST_HEADING, MOST_HEADING_LINES
from planning_kit.collect.number_columns import has_letters, number_in
from planning_kit.collect.sheet_merges import Merge
from planning_kit.errors import ReadingError
from planning_kit.records.kinds import is_blank

NumberedRow = tuple[int, list[Any]]
_YEARS = ((1900, 2100), (2400, 2700))
_BETWEEN = " – "
_SAMPLE = 100


@dataclass(frozen=True)
class Headings:
    """``names`` from column A on, blank where there is none; ``first`` and ``last`` count
    from 0 in the rows given.
    """

    first: int
    last: int
    names: list[str]


def find_headings(
    rows: Sequence[NumberedRow], given: int | None = None, merges: Sequence[Merge] = ()
) -> Headings | None:
    """Return the headings of a table; ``None`` where no row can be one.

    Parameters
    ----------
    rows:
        (number in the file, cells); blank rows may be left out.
    given:
        The number of the first line of the headings, where somebody said it.
    merges:
        The merged cells of the sheet, where the file tells them.

    Headings are the first row that names at least half as many columns as the rows of the
    table usually fill, in words or years and no other numbers. Rows above are titles. A
    second and third line belong to them where a cell spans several columns or where they
    hold nothing but units in brackets.
    """
    if given is not None:
        at = next((at for at, (number, _cells) in enumerate(rows) if number == given), None)
        if at is None or not _filled(rows[at][1]):
            return None
        return _with_lines_below(rows, at, at, merges)
    at = _first_naming_row(rows)
    if at is None:
        return None
    return _with_lines_below(rows, _line_above(rows, at, merges), at, merges)


def _first_naming_row(rows: Sequence[NumberedRow]) -> int | None:
    sample = [cells for _number, cells in rows[:_SAMPLE]]
    widths = sorted(len(_filled(cells)) for cells in sample if _filled(cells))
    if not widths:
        return None
    usual = widths[(3 * len(widths)) // 4]
    least = min(usual, max(2, (usual + 1) // 2))
    wide: list[int] = []
    for at, cells in enumerate(sample[:DEEPEST_HEADING]):
        filled = _filled(cells)
        if len(filled) >= least and any(_is_word(cells[j]) for j in filled):
            wide.append(at)
            # A title may take two cells; a blank row below shows that it is one.
            followed = at + 1 < len(sample) and bool(_filled(sample[at + 1]))
            if _names_only(cells) and (followed or len(filled) >= usual):
                return at
    named = [at for at in wide if _names_only(sample[at])]
    return next(iter(named or wide), None)


def _line_above(rows: Sequence[NumberedRow], at: int, merges: Sequence[Merge]) -> int:
    """Return the row where the headings begin: a line of group names may stand above."""
    first = at
    while first > 0 and at - first < MOST_HEADING_LINES - 1:
        number, cells = rows[first - 1]
        filled = _filled(cells)
        joined = [m for m in merges if m.top == number and m.right > m.left and m.left > 0]
        below = _filled(rows[first][1])
        is_group = len(filled) >= 2 or (len(filled) == 1 and bool(joined))
        spans = any(j not in filled and j > filled[0] for j in below) if filled else False
        adjacent = number == rows[first][0] - 1
        if not (is_group and spans and adjacent and _names_only(cells)):
            break
        first -= 1
    return first


def _with_lines_below(
    rows: Sequence[NumberedRow], first: int, at: int, merges: Sequence[Merge]
) -> Headings:
    last = at
    deepest = max((m.bottom for m in merges if m.top == rows[at][0]), default=0)
    while last + 1 < len(rows) and last + 1 - first < MOST_HEADING_LINES:
        number, cells = rows[last + 1]
        if number != rows[last][0] + 1:
            break
        if number > deepest and not _continues(rows[last][1], cells):
            break
        last += 1
    return Headings(first, last, _joined(rows[first : last + 1], merges))


def _continues(line_above: list[Any], cells: list[Any]) -> bool:
    """Tell whether a row goes on with the headings above it, and is not yet the table."""
    filled = _filled(cells)
    if not filled or not _names_only(cells) or len(filled) == 1 == len(_filled(line_above)):
        return False
    if all(_is_in_brackets(cells[j]) for j in filled):
        return True
    named = set(_filled(line_above))
    under = [j for j in filled if j not in named and any(k in named for k in range(j))]
    # The first column of a span has its group's name above it and a blank beside that.
    starts = [j for j in filled if j in named and j + 1 in under]
    return bool(under) and len(under) + len(starts) == len(filled)


def _joined(rows: Sequence[NumberedRow], merges: Sequence[Merge]) -> list[str]:
    width = max(len(cells) for _number, cells in rows)
    parts: list[list[str]] = [[] for _column in range(width)]
    for at, (number, cells) in enumerate(rows):
        here = [m for m in merges if m.top == number and m.right > m.left]
        group, reach = "", 0
        for j in range(width):
            own = "" if j >= len(cells) or is_blank(cells[j]) else thai.clean(_as_text(cells[j]))
            if own:
                merged = next((m.right for m in here if m.left == j), j)
                # Without merged cells a group reaches to the next name, as it looks.
                group, reach = own, merged if here else width
            below = any(j < len(low) and not is_blank(low[j]) for _n, low in rows[at + 1 :])
            said = own or (group if below and j <= reach else "")
            if said and said not in parts[j]:
                parts[j].append(said)
    return [_BETWEEN.join(part) for part in parts]


def _filled(cells: list[Any]) -> list[int]:
    return [j for j, cell in enumerate(cells) if not is_blank(cell)]


def _names_only(cells: list[Any]) -> bool:
    filled = _filled(cells)
    years = [j for j in filled if _is_year(cells[j])]
    words = [j for j in filled if _is_word(cells[j])]
    return len(years) + len(words) == len(filled) and (bool(words) or len(years) > 1)


def _is_word(cell: Any) -> bool:
    # A number in text and a lone dash are values, not names.
    return has_letters(cell) or (isinstance(cell, str) and _is_unreadable(cell))


def _is_unreadable(text: str) -> bool:
    try:
        thai.read_number(text)
    except ReadingError:
        return True
    return False


def _is_year(cell: Any) -> bool:
    number = number_in(cell)
    return number is not None and any(low <= number <= high for low, high in _YEARS)


def _is_in_brackets(cell: Any) -> bool:
    text = thai.clean(str(cell))
    return text.startswith("(") and text.endswith(")")


def _as_text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
