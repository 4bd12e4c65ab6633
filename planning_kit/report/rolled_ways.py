"""How each figure of the profile is added up above the tambon, and what travels for that.

A median is not averaged: its counts by class travel. A share travels as its two parts, a mean
as total and weight. What cannot be added up (inequality, the product that earns most) does not
travel; it stays a figure of its tambon.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.indicators.figure import Figure
from planning_kit.profile import income, land, people, standards
from planning_kit.profile.columns import numbers
from planning_kit.profile.privacy import too_few
from planning_kit.report.figure_kind import Frames
from planning_kit.report.figures_farm import farm_year, main_crops
from planning_kit.rollup.bins import Bins, coarsened
from planning_kit.thai.persons import hide_persons

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Travelling:
    """What one figure hands over; ``None`` = not stated or hidden.

    ``way`` is ``sum``, ``mean``, ``share`` or ``quantile``. ``about`` narrows the definition
    where tambons differ in it, such as the crop that is the main one.
    """

    way: str
    numerator: float | None = None
    denominator: float | None = None
    bins: Bins = ()
    about: str = ""


Way = Callable[[Frames, Figure], Travelling]

_BAHT_EDGES = (30_000, 60_000, 120_000, 180_000, 240_000, 360_000, 600_000)
_LEFT_EDGES = (-100_000, -30_000, 0, 30_000, 60_000, 120_000, 240_000)
_RAI_EDGES = (1, 5, 10, 15, 20, 30, 50)
"""Eight classes each, so that they can be joined two by two (``rollup.bins.coarsened``)."""


def _accounts(frames: Frames) -> pd.DataFrame:
    return income.whole_years(frames["household_account"]).frame


def _sum(_frames: Frames, _figure: Figure) -> Travelling:
    return Travelling("sum")


def _counted(_frames: Frames, figure: Figure) -> Travelling:
    """Return a share of households as the count it came from."""
    if figure.value is None or not figure.n:
        return Travelling("share")
    return Travelling("share", float(round(figure.value * figure.n)), float(figure.n))


def _mean(_frames: Frames, figure: Figure) -> Travelling:
    if figure.value is None or not figure.n:
        return Travelling("mean")
    return Travelling("mean", figure.value * figure.n, float(figure.n))


def _of_income(frames: Frames, figure: Figure) -> Travelling:
    used = frames.once(_accounts)
    stated = used[used["income"].notna()]
    return _ratio(figure, float(stated["income"].sum()))


def _paid(frames: Frames, figure: Figure) -> Travelling:
    return _of_pairs(frames, figure, "debt_payment", positive=True)


def _owed(frames: Frames, figure: Figure) -> Travelling:
    return _of_pairs(frames, figure, "debt_formal", positive=False)


def _of_pairs(frames: Frames, figure: Figure, name: str, *, positive: bool) -> Travelling:
    used = frames.once(_accounts)
    pairs = pd.DataFrame({"part": numbers(used, name), "income": used["income"]}).dropna()
    whole = pairs[pairs["income"] > 0] if positive else pairs
    return _ratio(figure, float(whole["income"].sum()))


def _rented(frames: Frames, figure: Figure) -> Travelling:
    areas = [land.rai(frames["household"], name) for name in land.TENURES]
    return _ratio(figure, sum(float(area.sum()) for area in areas))


def _irrigated(frames: Frames, _figure: Figure) -> Travelling:
    return _area(land.irrigated_share(frames["household"]))


def _safe(frames: Frames, _figure: Figure) -> Travelling:
    return _area(standards.safe_area(frames.once(farm_year)))


def _area(found: land.AreaShare) -> Travelling:
    return Travelling("share", found.part_rai, found.whole_rai)


def _ratio(figure: Figure, whole: float) -> Travelling:
    """Return a share of a sum; with a hidden share its whole would say nothing, so it stays."""
    if figure.value is None or not whole:
        return Travelling("share")
    return Travelling("share", figure.value * whole, whole)


def _old(frames: Frames, figure: Figure) -> Travelling:
    table = people.composition(frames["household"])
    ages = table[table["question"] == "age"]
    persons = ages.loc[ages["key"] == "members_60_up", "persons"]
    if figure.value is None or persons.empty or pd.isna(persons.iloc[0]) or not figure.value:
        return Travelling("share")
    return Travelling("share", float(persons.iloc[0]), float(persons.iloc[0]) / figure.value)


def _main_crop(column: str, weight: str) -> Way:
    """Return the way of a figure of the main crop: by the crop, weighted by area or by output."""

    def way(frames: Frames, figure: Figure) -> Travelling:
        crops = frames.once(main_crops)
        if crops.empty:
            return Travelling("mean")
        row = crops.iloc[0]
        known = figure.value is not None and pd.notna(row[column]) and pd.notna(row[weight])
        if not known:
            # What one household calls its crop is that household's word: it stays here.
            return Travelling("mean")
        whole, crop = float(row[weight]), hide_persons(str(row["product"]))
        return Travelling("mean", float(row[column]) * whole, whole, about=crop)

    return way


def _money(name: str, edges: Sequence[float] = _BAHT_EDGES) -> Way:
    def way(frames: Frames, figure: Figure) -> Travelling:
        used = frames.once(_accounts)
        return _binned(used[name], edges, figure)

    return way


def _owing(frames: Frames, figure: Figure) -> Travelling:
    used = frames.once(_accounts)
    owed = numbers(used, "debt_formal")
    return _binned(owed[owed > 0], _BAHT_EDGES, figure)


def _operated(frames: Frames, figure: Figure) -> Travelling:
    return _binned(land.operated_rai(frames["household"]), _RAI_EDGES, figure)


def _binned(amounts: pd.Series, edges: Sequence[float], figure: Figure) -> Travelling:
    stated = amounts.dropna()
    if figure.value is None or too_few(len(stated)):
        return Travelling("quantile")
    counts = pd.cut(stated, [-inf, *edges, inf], right=False).value_counts(sort=False)
    classes = zip((None, *edges), (*edges, None), counts, strict=True)
    return Travelling("quantile", bins=coarsened(tuple((a, b, int(n)) for a, b, n in classes)))


_HOUSEHOLD_SHARES = (
    "debt.formal_share", "land.landless_share", "water.short_share", "water.never_short_share",
    "food.staple_year_share", "people.young_farmer_share", "farming.sustainable_share",
    "farming.single_crop_share",
)  # fmt: skip
_SUMS = (
    "debt.informal_households", "standards.gap_rai", "standards.organic_rai", "standards.pgs_rai",
    "hazards.damage_baht", "hazards.affected_rai", "groups.active",
    "participation.villages_present", "participation.villages", "plan.projects",
    "plan.projects_done",
)  # fmt: skip
WAYS: Mapping[str, Way] = {
    **dict.fromkeys(_HOUSEHOLD_SHARES, _counted),
    **dict.fromkeys(_SUMS, _sum),
    "debt.formal_mean": _mean,
    "water.short_months_mean": _mean,
    "income.farm_share": _of_income,
    "debt.service_share": _paid,
    "debt.to_income": _owed,
    "land.rented_share": _rented,
    "land.irrigated_share": _irrigated,
    "standards.safe_share": _safe,
    "people.old_share": _old,
    "income.total_median": _money("income"),
    "income.expense_median": _money("expense"),
    "income.net_median": _money("net", _LEFT_EDGES),
    "debt.formal_median": _owing,
    "land.operated_median": _operated,
    "crops.main_yield_rai": _main_crop("yield_kg_rai", "area_rai"),
    "crops.main_cash_cost_rai": _main_crop("cash_cost_rai", "area_rai"),
    "crops.main_margin_rai": _main_crop("margin_cash_rai", "area_rai"),
    "crops.main_margin_full_rai": _main_crop("margin_full_rai", "area_rai"),
    "crops.main_price_kg": _main_crop("price_kg", "output_kg"),
}
"""By the keys of ``report.figures``; a key that stands not here is not added up."""
