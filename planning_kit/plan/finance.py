"""Is an income project worth its money? NPV, BCR, IRR, payback, break-even, working capital.

Formulas (Gittinger 1982, Economic Analysis of Agricultural Projects, World Bank, ch. 9), with
quarters t = 0, 1, … and the first quarter as today:

* rate of a quarter q = (1 + r)^(1/4) − 1, r the discount rate of a year
* NPV = Σ net(t) / (1 + q)^t
* BCR = Σ benefit(t) / (1 + q)^t ÷ Σ cost(t) / (1 + q)^t
* IRR: the yearly rate at which NPV = 0; only where net changes its sign exactly once
* payback: quarters until the running sum of net is zero or more, and stays so
* working capital: how deep the running sum of net falls below zero
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy_financial as npf
import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.plan.finance_flow import CashItem, cash_flow, read_items


@dataclass(frozen=True)
class Returns:
    """What a cash flow yields. ``None`` where it cannot be worked out.

    ``rate`` 0.06 = 6 % a year · ``npv`` baht of the first quarter, ``bcr``: need the rate · ``irr`` a year, 0.12 =
    12 % · ``irr_why`` "several" / "no_loss" / "no_gain" where there is no single IRR ·
    ``payback_quarters`` counted from the first quarter, that one included ·
    ``payback_year_be`` and ``payback_quarter`` when · ``working_capital`` baht (0 = never
    below zero) and ``deepest_period``.
    """

    rate: float | None
    npv: float | None
    bcr: float | None
    irr: float | None
    irr_why: str | None
    payback_quarters: int | None
    payback_year_be: int | None
    payback_quarter: int | None
    working_capital: float
    deepest_period: int | None
    net_total: float


@dataclass(frozen=True)
class BreakEven:
    """How far yield or price may fall until present value of benefits equals that of costs.

    ``yield_factor`` and ``price_factor``: 0.8 = four fifths of what is planned is enough;
    above 1 the plan does not pay. ``quantity``/``price`` as planned (mean per harvest, mean
    weighted by quantity), ``break_even_quantity``/``break_even_price`` what is needed, ``unit``.
    ``None`` where no item is marked as the yield or states no quantity and price.
    ``is_discounted`` False where no discount rate is stated · ``is_marked`` whether a revenue
    is marked as the yield; with it, no ``price_factor`` means that it brings in nothing, and no
    ``yield_factor`` that a unit costs as much as it brings or more.
    """

    yield_factor: float | None
    price_factor: float | None
    quantity: float | None
    break_even_quantity: float | None
    price: float | None
    break_even_price: float | None
    unit: str | None
    is_discounted: bool
    is_marked: bool


@dataclass(frozen=True)
class Appraisal:
    """A project's cash flow (``CASH_FLOW``), what it yields, where it breaks even.

    ``not_stated`` names items without money: they are in no figure.
    """

    flow: pd.DataFrame
    returns: Returns
    break_even: BreakEven
    not_stated: tuple[str, ...]


def appraise(cash_items: pd.DataFrame, discount_percent: float | None) -> Appraisal:
    """Appraise ONE project. ``discount_percent`` a year as the record holds it (6 = 6 %).

    No rate is invented: without one (``None``, NaN) NPV and BCR stay ``None``. Raises
    ``KitError`` ``plan.discount-rate`` outside 0–100, and the errors of ``read_items``.
    """
    rate = yearly_rate(discount_percent)
    read = read_items(cash_items)
    flow = cash_flow(read.items)
    return Appraisal(flow, returns(flow, rate), break_even(read.items, rate), read.not_stated)


def yearly_rate(percent: float | None) -> float | None:
    """Return 0.06 for 6 per cent, ``None`` where not stated. Raises ``KitError`` outside 0–100."""
    if percent is None or np.isnan(percent):
        return None
    if not 0 <= percent <= 100:
        raise KitError(
            "plan.discount-rate",
            N_("{rate} is no discount rate. Write per cent a year, 0 to 100: 6 means 6 %."),
            rate=percent,
        )
    return float(percent) / 100


def quarterly(rate: float) -> float:
    """Return the rate of a quarter that compounds to ``rate`` in a year."""
    return float((1 + rate) ** 0.25 - 1)


def npv(rate: float, flows: Sequence[float]) -> float:
    """Return the present value of quarterly ``flows`` at a yearly ``rate``; the first is today."""
    return float(npf.npv(quarterly(rate), np.asarray(flows, dtype="float64")))


def returns(flow: pd.DataFrame, rate: float | None) -> Returns:
    """Return what ``CASH_FLOW`` yields at a yearly ``rate`` (``None`` = no rate stated)."""
    net = [float(value) for value in flow["net"]]
    cumulative = [float(value) for value in flow["cumulative"]]
    irr, why = _irr(net)
    back = _payback(cumulative)
    deepest = min(range(len(cumulative)), key=lambda at: cumulative[at])
    below = cumulative[deepest] < 0
    return Returns(
        rate=rate,
        npv=None if rate is None else npv(rate, net),
        bcr=None if rate is None else _bcr(flow, rate),
        irr=irr,
        irr_why=why,
        payback_quarters=None if back is None else back + 1,
        payback_year_be=None if back is None else int(flow["fiscal_year_be"].iloc[back]),
        payback_quarter=None if back is None else int(flow["quarter"].iloc[back]),
        working_capital=-cumulative[deepest] if below else 0.0,
        deepest_period=deepest if below else None,
        net_total=cumulative[-1],
    )


def break_even(items: Sequence[CashItem], rate: float | None) -> BreakEven:
    """Return the break-even yield and price, all else as planned.

    Yield factor y: y · (benefits − costs that go with the yield) + the rest = 0. Price
    factor p: p · revenue of the yield + other benefits = all costs. In present value.
    """
    first = min(item.first for item in items)

    def value(chosen: Sequence[CashItem]) -> float:
        return sum(_present(item, rate or 0.0, first) for item in chosen)

    costs = [item for item in items if item.is_cost]
    sold = [item for item in items if item.kind == "revenue" and item.is_yield]
    other = [item for item in items if not item.is_cost and item not in sold]
    with_yield = [item for item in costs if item.is_yield]
    gap = value(costs) - value(other)
    fixed = gap - value(with_yield)
    margin = value(sold) - value(with_yield)
    y = max(fixed, 0.0) / margin if sold and margin > 0 else None
    p = max(gap, 0.0) / value(sold) if sold and value(sold) > 0 else None
    quantity, price, unit = _planned(sold)
    return BreakEven(
        yield_factor=y,
        price_factor=p,
        quantity=quantity,
        break_even_quantity=None if y is None or quantity is None else y * quantity,
        price=price,
        break_even_price=None if p is None or price is None else p * price,
        unit=unit,
        is_discounted=rate is not None,
        is_marked=bool(sold),
    )


def _bcr(flow: pd.DataFrame, rate: float) -> float | None:
    costs = npv(rate, list(flow["investment"] + flow["running_cost"]))
    benefits = npv(rate, list(flow["revenue"] + flow["residual"]))
    return benefits / costs if costs > 0 else None


def _irr(net: Sequence[float]) -> tuple[float | None, str | None]:
    signs = [value > 0 for value in net if value != 0]
    changes = sum(a != b for a, b in pairwise(signs))
    if changes == 0:
        return None, "no_gain" if signs and not any(signs) else "no_loss"
    if changes > 1:
        return None, "several"
    found = float(npf.irr(np.asarray(net, dtype="float64")))
    return (None, "no_gain") if np.isnan(found) else ((1 + found) ** 4 - 1, None)


def _payback(cumulative: Sequence[float]) -> int | None:
    below = [at for at, value in enumerate(cumulative) if value < -1e-9]
    back = below[-1] + 1 if below else 0
    return back if back < len(cumulative) else None


def _present(item: CashItem, rate: float, first: int) -> float:
    quarter = 1 + quarterly(rate)
    start = item.first - first
    return sum(item.baht / quarter**at for at in range(start, start + item.periods))


def _planned(sold: Sequence[CashItem]) -> tuple[float | None, float | None, str | None]:
    """Return mean quantity per harvest, mean price by quantity, and the unit if there is one."""
    told = [item for item in sold if _is_product(item)]
    units = {item.unit for item in told}
    if not told or len(told) < len(sold) or len(units) > 1:
        return None, None, None
    harvests = sum(item.periods for item in told)
    weight = sum((item.quantity or 0.0) * item.periods for item in told)
    worth = sum((item.quantity or 0.0) * item.periods * (item.price or 0.0) for item in told)
    return weight / harvests, worth / weight, units.pop()


def _is_product(item: CashItem) -> bool:
    """Tell whether an item states quantity and price that give its amount."""
    if not item.quantity or item.price is None:
        return False
    return abs(item.quantity * item.price - item.baht) < 1
