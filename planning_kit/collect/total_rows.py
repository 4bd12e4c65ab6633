"""Rows that hold the sums of other rows: found by their words, and checked by adding up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from typing import Any

from planning_kit import thai
from planning_kit.collect.land_headings import part_columns
from planning_kit.collect.number_columns import has_letters, is_ever_added, number_in
from planning_kit.collect.running_sums import RunningSums

NumberedRow = tuple[int, list[Any]]
_WORD = re.compile(
    r"(?:ผล|ยอด)?รวม(?:ยอด|เงิน)?(?=$|[\s\d:().,]|ทั้ง|ทุก|ภาค|จังหวัด|อำเภอ|ตำบล|เขต|ประเทศ|จำนวน|"
    r"ปี|ไตรมาส|สุทธิ)|(?:ทั้งหมด|ทั้งสิ้น|ทั้งประเทศ|ทั่วประเทศ|ประเทศไทย|ทั้งจังหวัด|ทั้งอำเภอ|"
    r"ทั้งตำบล|ทั่วราชอาณาจักร)$|(?:grand\s+|sub-?\s?)?totals?(?=$|\s*[:(]|\s+(?:of|for|all)\b)|"
    r"(?:whole kingdom|all provinces|all districts)$",
    re.IGNORECASE,
)
# A quick look before the careful one.
_MAY_BE = re.compile("รวม|ทั[้่]|ประเทศ|total|whole|all", re.IGNORECASE)
_OF_ALL = re.compile(r"ทั้งหมด|ทั้งสิ้น|ประเทศ|ราชอาณาจักร|grand|whole|^all", re.IGNORECASE)
_PLACE = re.compile(r"(?:จังหวัด|อำเภอ|ตำบล|ภาค|เขต|จ\.|อ\.|ต\.)")
_LABEL_CELLS = 3
# Three rows that happen to add up are chance; a total of a hundred or more hardly is.
_LEAST_ROWS = 3
_LEAST_SUM = 100


@dataclass(frozen=True)
class Disagreement:
    """A column whose stated total is not the sum of its rows."""

    column: int
    stated: Decimal
    added: Decimal


@dataclass(frozen=True)
class TotalRow:
    """A total row and what came of its check.

    ``at`` is its place in the rows given; ``of`` the first row and the one after the last
    that it adds up, ``n`` how many of these are rows of the table. ``agreed`` holds the
    columns that agree with their stated total; both lists empty: nothing could be checked.
    """

    at: int
    of: tuple[int, int]
    n: int
    agreed: list[tuple[int, Decimal]] = field(default_factory=list)
    wrong: list[Disagreement] = field(default_factory=list)


def find_totals(
    body: Sequence[NumberedRow], names: Sequence[str], numeric: frozenset[int]
) -> list[TotalRow]:
    """Return the total and subtotal rows of a table, each checked against its rows.

    A row is one when its words say so ("รวม", "รวมทั้งหมด", "ประเทศไทย", "Total") and it
    states a number; or when it is the first or the last row, names nothing or a wider
    place, and all its numbers are the sums of all other rows. A column of averages, shares,
    codes or years is not added up, nor one of ไร่, งาน and ตร.ว. apart. Sums are exact for whole numbers; for others they may
    differ by what rounding each row can make.
    """
    apart = part_columns(names)
    added = sorted(j for j in numeric - apart if is_ever_added(names[j]))
    said = [at for at, (_n, cells) in enumerate(body) if _says_total(cells, numeric)]
    marked = said or _unmarked_candidates(body)
    # Where most rows say "total", the totals are the table.
    if not marked or 2 * len(marked) > len(body):
        return []
    sums = RunningSums([cells for _number, cells in body], added, frozenset(marked))
    checked = [_checked(at, marked, body, sums, added) for at in marked]
    if not said:
        return [one for one in checked if _is_surely_a_total(one, body, added)]
    return [one for one in checked if one.n]


def _says_total(cells: list[Any], numeric: frozenset[int]) -> bool:
    if not any(_MAY_BE.search(text) for text in _texts(cells)):
        return False
    if not any(_WORD.match(word) for word in _words(cells)):
        return False
    return any(j < len(cells) and number_in(cells[j]) is not None for j in numeric)


def _texts(cells: list[Any]) -> list[str]:
    """Return the first few cells with words in them, as they are written."""
    return list(islice((cell for cell in cells if has_letters(cell)), _LABEL_CELLS))


def _words(cells: list[Any]) -> list[str]:
    return [thai.clean(text) for text in _texts(cells)]


def _unmarked_candidates(body: Sequence[NumberedRow]) -> list[int]:
    """Return the last row, or the first, if its words alone set it apart from the others."""
    if len(body) <= _LEAST_ROWS or _is_place_or_blank(body[len(body) // 2][1]):
        return []
    ends = [at for at in (len(body) - 1, 0) if _is_place_or_blank(body[at][1])]
    return ends[:1]


def _is_place_or_blank(cells: list[Any]) -> bool:
    return all(_PLACE.match(word) for word in _words(cells))


def _checked(
    at: int,
    marked: list[int],
    body: Sequence[NumberedRow],
    sums: RunningSums,
    columns: list[int],
) -> TotalRow:
    cells = body[at][1]
    stated = {j: number for j in columns if (number := _stated(cells, j)) is not None}
    tried = [_compared(at, of, stated, sums) for of in _ranges(at, marked, body)]
    tried = [one for one in tried if one.n] or [TotalRow(at, (0, 0), 0)]
    # The first range that agrees in most columns; the ranges stand in the likeliest order.
    return max(tried, key=lambda one: (len(one.agreed), -len(one.wrong)))


def _stated(cells: list[Any], column: int) -> Decimal | None:
    return number_in(cells[column]) if column < len(cells) else None


def _ranges(at: int, marked: list[int], body: Sequence[NumberedRow]) -> list[tuple[int, int]]:
    here = marked.index(at)
    before = marked[here - 1] if here else -1
    after = marked[here + 1] if here + 1 < len(marked) else len(body)
    block_above, block_below = (before + 1, at), (at + 1, after)
    everything = (0, len(body))
    is_of_all = any(_OF_ALL.search(word) for word in _words(body[at][1]) if _WORD.match(word))
    if is_of_all or len(marked) == 1:
        return [everything, block_above, (0, at), block_below]
    return [block_above, block_below, (0, at), (at + 1, len(body)), everything]


def _compared(
    at: int, of: tuple[int, int], stated: dict[int, Decimal], sums: RunningSums
) -> TotalRow:
    result = TotalRow(at, of, sums.count(*of))
    for column, total in stated.items():
        added = sums.between(column, *of)
        if added is None:
            continue
        if abs(added - total) <= sums.rounding(column, total, *of):
            result.agreed.append((column, total))
        else:
            result.wrong.append(Disagreement(column, total, added))
    return result


def _is_surely_a_total(one: TotalRow, body: Sequence[NumberedRow], columns: list[int]) -> bool:
    big = any(abs(total) >= _LEAST_SUM for _column, total in one.agreed)
    whole = one.n == len(body) - 1 and len(one.agreed) == len(columns)
    return big and whole and not one.wrong and one.n >= _LEAST_ROWS
