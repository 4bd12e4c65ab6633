"""The cash flow of an income project, quarter by quarter of the fiscal year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, added, framed, plain_rows

KINDS = ("investment", "running_cost", "revenue", "residual")
MOST_QUARTERS = 120

CASH_FLOW = {
    "period": "number",
    "fiscal_year_be": "number",
    "quarter": "number",
    "investment": "number",
    "running_cost": "number",
    "revenue": "number",
    "residual": "number",
    "net": "number",
    "cumulative": "number",
}
"""One row per quarter from the first with money to the last: ``period`` 0, 1, … · costs as
positive baht · ``net`` = revenue + residual − investment − running_cost · ``cumulative`` its
running sum. A quarter without an item is 0."""

_ITEM = (
    "item_no",
    "kind",
    "name",
    "start_be",
    "start_quarter",
    "periods",
    "quantity",
    "unit",
    "price",
    "amount",
    "is_yield",
)


@dataclass(frozen=True)
class CashItem:
    """One item, checked: ``baht`` per quarter from ``first`` (quarters since year 0) on.

    ``quantity`` and ``price`` are ``None`` where the item states only an amount.
    """

    name: str
    kind: str
    first: int
    periods: int
    baht: float
    quantity: float | None
    price: float | None
    unit: str | None
    is_yield: bool

    @property
    def is_cost(self) -> bool:
        """Whether the money goes out."""
        return self.kind in ("investment", "running_cost")


@dataclass(frozen=True)
class CashItems:
    """The items that state money, and the names of those that do not (``not_stated``)."""

    items: tuple[CashItem, ...]
    not_stated: tuple[str, ...]


def read_items(cash_items: pd.DataFrame) -> CashItems:
    """Check the cash items of ONE project.

    An amount is baht a quarter; without it, quantity × price. A blank quarter is the first, a
    blank number of periods is 1. Raises ``KitErrors`` naming every item with an unknown kind,
    a quarter outside 1–4, fewer than one period, money below zero or no starting year, and
    ``KitError`` ``plan.cash-none`` where no item states money.
    """
    errors: list[KitError] = []
    found: list[CashItem] = []
    without: list[str] = []
    for row in plain_rows(cash_items, _ITEM):
        wrong = _wrong(row)
        if wrong:
            errors.append(wrong)
        elif _baht(row) is None:
            without.append(row["name"] or "")
        else:
            found.append(_item(row))
    if errors:
        raise KitErrors(errors)
    if not found:
        raise KitError(
            "plan.cash-none",
            N_(
                "This project states no costs and no revenue yet. Write its items with their money."
            ),
        )
    return CashItems(tuple(found), tuple(without))


def cash_flow(items: Iterable[CashItem]) -> pd.DataFrame:
    """Return ``CASH_FLOW`` of the items, from the first quarter with money to the last."""
    listed = list(items)
    start = min(item.first for item in listed)
    end = max(item.first + item.periods for item in listed)
    rows: list[Row] = []
    cumulative = 0.0
    for at in range(start, end):
        due = [item for item in listed if item.first <= at < item.first + item.periods]
        sums = {k: added(item.baht for item in due if item.kind == k) or 0.0 for k in KINDS}
        net = sums["revenue"] + sums["residual"] - sums["investment"] - sums["running_cost"]
        cumulative += net
        year, quarter = divmod(at, 4)
        place = {"period": at - start, "fiscal_year_be": year, "quarter": quarter + 1}
        rows.append(place | sums | {"net": net, "cumulative": cumulative})
    return framed(rows, CASH_FLOW)


def _baht(row: Row) -> float | None:
    if row["amount"] is not None:
        return float(row["amount"])
    if row["quantity"] is None or row["price"] is None:
        return None
    return float(row["quantity"] * row["price"])


def _item(row: Row) -> CashItem:
    quarter = 1 if row["start_quarter"] is None else int(row["start_quarter"])
    return CashItem(
        name=row["name"] or "",
        kind=row["kind"],
        first=int(row["start_be"]) * 4 + quarter - 1,
        periods=1 if row["periods"] is None else int(row["periods"]),
        baht=_baht(row) or 0.0,
        quantity=row["quantity"],
        price=row["price"],
        unit=row["unit"],
        is_yield=row["is_yield"] is True,
    )


def _wrong(row: Row) -> KitError | None:
    if row["kind"] not in KINDS:
        return _fault(row, "plan.cash-kind", _KIND, kind=row["kind"] or "")
    if row["start_be"] is None:
        return _fault(row, "plan.cash-year", _YEAR)
    if row["start_quarter"] is not None and row["start_quarter"] not in (1, 2, 3, 4):
        return _fault(row, "plan.cash-quarter", _QUARTER, quarter=row["start_quarter"])
    if row["periods"] is not None and not 1 <= row["periods"] <= MOST_QUARTERS:
        return _fault(row, "plan.cash-periods", _PERIODS, periods=row["periods"])
    if any((row[name] or 0) < 0 for name in ("amount", "quantity", "price")):
        return _fault(row, "plan.cash-negative", _NEGATIVE)
    return None


def _fault(row: Row, code: str, sentence: str, **values: object) -> KitError:
    return KitError(code, sentence, item=row["name"] or row["item_no"] or "", **values)


_KIND = N_(
    "Item {item}: {kind} is no kind of money. Choose investment, running cost, revenue or residual."
)
_YEAR = N_("Item {item} has no starting year. Write the fiscal year in which it begins.")
_QUARTER = N_("Item {item}: quarter {quarter} does not exist. Write 1 (Oct–Dec) to 4 (Jul–Sep).")
_PERIODS = N_("Item {item} recurs for {periods} quarters. Write 1 to 120.")
_NEGATIVE = N_(
    "Item {item} has money or a quantity below zero. Costs are written without a minus sign."
)
