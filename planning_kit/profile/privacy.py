"""Groups under five are hidden, and others with them so that none can be worked out again.

Primary suppression hides every count of 1–4, totals too. Complementary suppression then
hides more cells until, from the totals that stay visible, each hidden cell could still
have several values (``WIDTH``). Zeros stay: they tell of nobody. Method:
Hundepool et al. (2012), Statistical Disclosure Control, Wiley, chs. 4–5.

For sums of money or area the cells are the numbers of households behind them: a hidden
cell's sum can then be worked out only together with others, over five households or more.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from planning_kit.profile.disclosure import Cell, movement, protect
from planning_kit.records.privacy import MINIMUM, WIDTH, too_few

TOTAL = "total"


def shown(value: float, n: float) -> float:
    """Return ``value``, or NaN where fewer than five stand behind it."""
    return float(value) if n >= MINIMUM else float("nan")


def count_shown(count: float, n: float) -> float:
    """Return ``count`` of ``n``, or NaN where 1–4 are counted or 1–4 are not."""
    return float("nan") if too_few(count) or too_few(n - count) else float(count)


def hide_list(counts: Sequence[float]) -> list[bool]:
    """Return which cells of a one-way table with a visible total to hide.

    NaN counts as zero. Where the total itself is so small that hiding all cells above zero
    would not do (1–4, or 1 + 1 + 3), every cell is hidden, zeros too.
    """
    values = [0 if np.isnan(count) else int(count) for count in counts]
    whole = sum(values)
    if too_few(whole):
        return [True] * len(values)
    cells = [Cell("all", "each", value) for value in values] + [Cell("each", "all", whole)]
    hidden = protect(cells, _primary(cells), frozenset({len(values)}))
    if any(movement(cells, hidden, i) < WIDTH for i in hidden):
        return [True] * len(values)
    return [i in hidden for i in range(len(values))]


def hide_tree(
    counts: Sequence[float], group_of: Sequence[str]
) -> tuple[list[bool], dict[str, bool]]:
    """Return which cells, and which group totals, to hide where group totals are shown too.

    ``group_of`` names the group of each cell. A hidden cell is then safe from subtraction
    from its group's total and from the total of all, which stays visible.
    """
    values = [0 if np.isnan(count) else int(count) for count in counts]
    names = list(dict.fromkeys(group_of))
    sums = [sum(v for v, g in zip(values, group_of, strict=True) if g == name) for name in names]
    cells = [Cell("each", name, v) for v, name in zip(values, group_of, strict=True)]
    cells += [Cell(name, "all", whole) for name, whole in zip(names, sums, strict=True)]
    cells.append(Cell("all", "each", sum(values)))
    hidden = protect(cells, _primary(cells[:-1]), frozenset({len(cells) - 1}))
    if any(movement(cells, hidden, i) < WIDTH for i in hidden):
        return [True] * len(values), dict.fromkeys(names, True)
    mask = [i in hidden for i in range(len(cells))]
    return mask[: len(values)], dict(zip(names, mask[len(values) : -1], strict=True))


def hide_table(counts: pd.DataFrame) -> pd.DataFrame:
    """Return which cells of a two-way table to hide, row, column and grand totals included.

    ``counts`` holds the inner cells (NaN counts as zero); the result is boolean, with one
    more row and column, ``"total"``.
    """
    cells, whole = _as_cells(counts)
    hidden = protect(cells, _primary(cells))
    mask = [i in hidden for i in range(len(cells))]
    return pd.DataFrame(
        np.array(mask, dtype=bool).reshape(whole.shape), index=whole.index, columns=whole.columns
    )


def suppressed(counts: pd.DataFrame) -> pd.DataFrame:
    """Return a two-way table with its totals added and hidden cells as NaN (float64)."""
    _cells, whole = _as_cells(counts)
    return whole.astype("float64").mask(hide_table(counts))


def hide_inner(counts: pd.DataFrame) -> pd.DataFrame:
    """Return which inner cells of a two-way table to hide where all its totals are shown.

    ``counts`` as for ``hide_table``; the result has its shape. No total may be 1–4 but one
    that is nowhere shown.
    """
    cells, whole = _as_cells(counts)
    wide = len(whole.columns)
    inner = {i * wide + j for i in range(len(counts)) for j in range(wide - 1)}
    totals = frozenset(range(len(cells))) - inner
    hidden = protect(cells, {at for at in inner if too_few(cells[at].value)}, totals)
    if any(movement(cells, hidden, at) < WIDTH for at in hidden):
        hidden = inner
    mask = np.array([at in hidden for at in range(len(cells))], dtype=bool).reshape(whole.shape)
    return pd.DataFrame(mask[:-1, :-1], index=counts.index, columns=counts.columns)


def with_totals(counts: pd.DataFrame) -> pd.DataFrame:
    """Return a two-way table with a ``"total"`` row and column; NaN counts as zero."""
    whole = counts.fillna(0).astype("int64")
    whole.columns = whole.columns.astype("object")
    whole.index = whole.index.astype("object")
    whole[TOTAL] = whole.sum(axis=1)
    whole.loc[TOTAL] = whole.sum(axis=0)
    return whole


def _primary(cells: Sequence[Cell]) -> set[int]:
    return {i for i, cell in enumerate(cells) if too_few(cell.value)}


def _as_cells(counts: pd.DataFrame) -> tuple[list[Cell], pd.DataFrame]:
    whole = with_totals(counts)
    rows, columns = (n - 1 for n in whole.shape)
    values = whole.to_numpy(dtype="int64")
    cells = []
    for i in range(rows + 1):
        for j in range(columns + 1):
            tail, head = ("row", i), ("column", j)
            # a total runs against its line, so that every sum is a node in balance
            if (i == rows) != (j == columns):
                tail, head = head, tail
            cells.append(Cell(tail, head, int(values[i, j])))
    return cells, whole
