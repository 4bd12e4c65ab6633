"""What if land goes from one crop to a mix, or a technology changes yield and cost?

A what-if is no forecast: it takes the margins per rai that the households of this tambon
stated, as they are, for other rai. Every result carries what it assumes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records.plain_rows import Row, framed, plain_rows

Said = tuple[str, dict[str, object]]
SMALLEST = 5

WHAT_IF = {
    "product": "text",
    "n": "number",
    "area_before": "number",
    "area_after": "number",
    "margin_before": "number",
    "margin_after": "number",
    "result_before": "number",
    "result_after": "number",
}
"""One row per crop with area before or after: ``n`` households behind its margin · rai · margin
in baht per rai and season · result = area × margin, baht. NaN where the margin is not known
(its area then stays as it is)."""


@dataclass(frozen=True)
class WhatIf:
    """``table`` as ``WHAT_IF``; baht of the crops that change; what it rests on.

    ``before``, ``after``, ``difference`` over the crops touched · ``per_household`` the
    difference ÷ ``households`` (``None`` where not given) · ``smallest_n`` fewest households
    behind a margin used · ``assumptions`` message ids with values.
    """

    table: pd.DataFrame
    before: float
    after: float
    difference: float
    households: int | None
    per_household: float | None
    smallest_n: int
    assumptions: tuple[Said, ...]


@dataclass(frozen=True)
class Technology:
    """A change in one crop: 0.15 = 15 % more. ``extra_cost_rai`` baht per rai on top."""

    product: str
    yield_change: float = 0.0
    cost_change: float = 0.0
    price_change: float = 0.0
    extra_cost_rai: float = 0.0


def move_area(
    margins: pd.DataFrame,
    from_product: str,
    rai: float,
    into: Mapping[str, float],
    *,
    areas: Mapping[str, float] | None = None,
    households: int | None = None,
    measure: str = "margin_cash_rai",
) -> WhatIf:
    """Move ``rai`` of one crop into a mix: ``into`` crop -> share, shares adding up to 1.

    ``margins`` one row per crop: product, area_rai, budget_n, and ``measure`` (the frame of
    ``profile.crops(..., by_season=False)``; ``full_n`` counts for ``margin_full_rai``).
    ``areas`` rai by crop of one household, in place of the tambon's. Raises ``KitError`` for
    a crop without a margin (fewer than five households), more rai than there are, or shares
    that do not add up to 1.
    """
    known = _margins(margins, measure)
    own = _areas(known, areas)
    _check_move(own, from_product, rai, into)
    used = {from_product, *into}
    for product in used:
        _margin(known, product)
    after = dict(own)
    after[from_product] = own.get(from_product, 0.0) - rai
    for product, share in into.items():
        after[product] = after.get(product, 0.0) + rai * share
    rows = [_row(known[p], own.get(p, 0.0), area) for p, area in after.items()]
    said: list[Said] = [
        (_MARGINS_STAY, {}),
        (_NO_CHANGE_COST, {}),
        (_ONE_YEAR, {}) if measure == "margin_cash_rai" else (_FULL_COST, {}),
    ]
    return _result(rows, used, households, said)


def apply_technology(
    margins: pd.DataFrame,
    technology: Technology,
    *,
    rai: float | None = None,
    areas: Mapping[str, float] | None = None,
    households: int | None = None,
) -> WhatIf:
    """Change yield, price and cash cost of one crop on ``rai`` of it (``None`` = all).

    New margin = revenue per rai × (1 + yield) × (1 + price) − cash cost per rai × (1 + cost)
    − extra cost. ``margins`` as in ``move_area`` with revenue_rai and cash_cost_rai. Raises
    ``KitError`` as ``move_area`` does, and for a change below −1.
    """
    known = _margins(margins, "margin_cash_rai")
    own = _areas(known, areas)
    product = technology.product
    area = own.get(product, 0.0)
    chosen = area if rai is None else rai
    _check_move(own, product, chosen, {product: 1.0})
    changes = (technology.yield_change, technology.cost_change, technology.price_change)
    if min(changes) < -1:
        raise KitError(
            "plan.what-if-change",
            N_("A change of {change} is more than everything. Write a share: -0.2 is 20 % less."),
            change=min(changes),
        )
    old = _margin(known, product)
    revenue, cost = known[product]["revenue_rai"], known[product]["cash_cost_rai"]
    if revenue is None or cost is None:
        raise _unknown(product, known)
    earned = revenue * (1 + technology.yield_change) * (1 + technology.price_change)
    new = earned - cost * (1 + technology.cost_change) - technology.extra_cost_rai
    row = _row(known[product], area, area)
    row["margin_after"] = (old * (area - chosen) + new * chosen) / area
    row["result_after"] = old * (area - chosen) + new * chosen
    said: list[Said] = [(_TECHNOLOGY, vars(technology)), (_MARGINS_STAY, {})]
    return _result([row], {product}, households, said)


_MARGINS_STAY = N_("This is a what-if, not a forecast: yields and prices stay as stated.")
_NO_CHANGE_COST = N_("The cost of changing over, and the years until trees bear, are not in it.")
_ONE_YEAR = N_("Margins are after cash costs, without own labour.")
_FULL_COST = N_("Margins are after cash costs and the value of own labour and inputs.")
_TECHNOLOGY = N_(
    "For {product} it assumes: yield {yield_change}, price {price_change}, cash cost "
    "{cost_change}, and {extra_cost_rai} baht more per rai."
)
_BEHIND = N_("The margins are of the households that stated area, output and costs (n from {n}).")


def _margins(margins: pd.DataFrame, measure: str) -> dict[str, Row]:
    counted = "full_n" if measure == "margin_full_rai" else "budget_n"
    names = ("product", "area_rai", "revenue_rai", "cash_cost_rai", counted, measure)
    found: dict[str, Row] = {}
    for row in plain_rows(margins, names):
        if row["product"] in found:
            raise KitError(
                "plan.what-if-seasons",
                N_("{product} stands twice in the margins. Join its seasons first."),
                product=row["product"],
            )
        found[row["product"]] = row | {"n": row[counted], "margin": row[measure]}
    return found


def _areas(known: Mapping[str, Row], areas: Mapping[str, float] | None) -> dict[str, float]:
    if areas is None:
        return {product: row["area_rai"] or 0.0 for product, row in known.items()}
    for product in areas:
        if product not in known:
            raise _unknown(product, known)
    return dict(areas)


def _margin(known: Mapping[str, Row], product: str) -> float:
    row = known.get(product)
    if row is None or row["margin"] is None or (row["n"] or 0) < SMALLEST:
        raise _unknown(product, known)
    return float(row["margin"])


def _unknown(product: str, known: Mapping[str, Row]) -> KitError:
    enough = [p for p, row in known.items() if row["margin"] is not None and row["n"] >= SMALLEST]
    return KitError(
        "plan.what-if-margin",
        N_(
            "The margin of {product} is not known from five households or more. "
            "Choose among: {products}."
        ),
        product=product,
        products=", ".join(enough),
    )


def _check_move(
    own: Mapping[str, float], product: str, rai: float, into: Mapping[str, float]
) -> None:
    area = own.get(product, 0.0)
    if not 0 < rai <= area + 1e-9:
        raise KitError(
            "plan.what-if-area",
            N_("{rai} rai cannot be taken from {product}: it has {area} rai."),
            rai=rai,
            product=product,
            area=area,
        )
    if not into or min(into.values()) < 0 or abs(sum(into.values()) - 1) > 1e-6:
        raise KitError(
            "plan.what-if-shares",
            N_("The shares of the new crops add up to {total}, not to 1. Correct them."),
            total=sum(into.values()),
        )


def _row(known: Row, before: float, after: float) -> Row:
    margin = known["margin"] if (known["n"] or 0) >= SMALLEST else None
    return {
        "product": known["product"],
        "n": known["n"],
        "area_before": before,
        "area_after": after,
        "margin_before": margin,
        "margin_after": margin,
        "result_before": None if margin is None else before * margin,
        "result_after": None if margin is None else after * margin,
    }


def _result(rows: list[Row], used: set[str], households: int | None, said: list[Said]) -> WhatIf:
    touched = [row for row in rows if row["product"] in used]
    before = sum(row["result_before"] for row in touched)
    after = sum(row["result_after"] for row in touched)
    n = min(int(row["n"]) for row in touched)
    each = (after - before) / households if households else None
    return WhatIf(
        table=framed(rows, WHAT_IF),
        before=before,
        after=after,
        difference=after - before,
        households=households,
        per_household=each,
        smallest_n=n,
        assumptions=(*said, (_BEHIND, {"n": n})),
    )
