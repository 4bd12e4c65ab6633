"""What if price, yield or cost turn out otherwise? One thing changed at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from planning_kit.plan.finance import returns, yearly_rate
from planning_kit.plan.finance_flow import CashItem, cash_flow, read_items
from planning_kit.records.plain_rows import framed

CHANGES = (-0.2, -0.1, 0.0, 0.1, 0.2)
FACTORS = ("price", "yield", "cost")

SENSITIVITY = {
    "factor": "text",
    "change": "number",
    "npv": "number",
    "bcr": "number",
    "irr": "number",
    "payback_quarters": "number",
    "working_capital": "number",
    "net_total": "number",
    "pays": "yes_no",
}
"""``factor`` price, yield or cost · ``change`` −0.2 = one fifth less · measures as in
``Returns``, NaN where they cannot be worked out · ``pays``: NPV (or, without a rate, the sum
of net) is zero or more."""


def sensitivity(
    cash_items: pd.DataFrame,
    discount_percent: float | None,
    changes: Sequence[float] = CHANGES,
) -> pd.DataFrame:
    """Return ``SENSITIVITY`` of ONE project, a row per factor and change; 6 = 6 % a year.

    Price changes every revenue; yield every item marked as the yield (its revenue, and costs
    that go with it); cost every investment and running cost. Without an item marked as the
    yield there are no rows for it.
    """
    rate = yearly_rate(discount_percent)
    items = read_items(cash_items).items
    rows = []
    for factor in FACTORS:
        if factor == "yield" and not any(item.is_yield for item in items):
            continue
        for change in changes:
            found = returns(cash_flow(_changed(items, factor, change)), rate)
            worth = found.net_total if found.npv is None else found.npv
            told = {name: getattr(found, name) for name in SENSITIVITY if hasattr(found, name)}
            rows.append(told | {"factor": factor, "change": change, "pays": worth >= 0})
    return framed(rows, SENSITIVITY)


def _changed(items: Iterable[CashItem], factor: str, change: float) -> list[CashItem]:
    return [
        replace(item, baht=item.baht * (1 + change)) if _moves(item, factor) else item
        for item in items
    ]


def _moves(item: CashItem, factor: str) -> bool:
    if factor == "price":
        return item.kind == "revenue"
    return item.is_yield if factor == "yield" else item.is_cost
