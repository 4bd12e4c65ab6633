"""How many things a farm grows, and how far it leans on one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.language import Words
from planning_kit.profile.columns import answers, complete, rai
from planning_kit.profile.privacy import hide_list, too_few
from planning_kit.profile.sampling import Sample
from planning_kit.profile.tally import tally
from planning_kit.records import Production
from planning_kit.records.household_choices import FarmingType


def simpson(areas: pd.Series) -> float | None:
    """Return Simpson's diversity 1 − Σp² of areas by crop, 0–1; ``None`` for no area.

    Simpson (1949), Measurement of diversity, Nature 163: 688; 0 = a single crop.
    """
    shares = _shares(areas)
    return None if shares is None else float(1 - (shares**2).sum())


def shannon(areas: pd.Series) -> float | None:
    """Return Shannon's index −Σ p ln p of areas by crop; ``None`` for no area.

    Shannon (1948), A mathematical theory of communication.
    """
    shares = _shares(areas)
    return None if shares is None else float(-(shares * np.log(shares)).sum())


@dataclass(frozen=True)
class Diversity:
    """Diversity of planted area in the tambon and in its households.

    ``simpson, shannon`` of the tambon's planted area by crop · ``crops`` how many crops ·
    ``single_crop_share`` of the planted area that belongs to households with one crop ·
    ``single_crop_households`` share of growers with one crop · ``n`` households that
    stated area. ``None`` where unknown or hidden.
    """

    simpson: float | None
    shannon: float | None
    crops: int | None
    single_crop_share: float | None
    single_crop_households: float | None
    n: int
    hidden: bool = False


def diversity(production: pd.DataFrame) -> Diversity:
    """Measure the diversity of planted area (annual and perennial crops, all seasons)."""
    planted = _planted(production)
    by_crop = planted.groupby("product")["area"].sum()
    growers = planted.groupby("household_id")["product"].nunique()
    n, single = len(growers), int((growers == 1).sum())
    if too_few(n):
        return Diversity(None, None, None, None, None, n, hidden=True)
    if n == 0:
        return Diversity(None, None, None, None, None, 0)
    whole = float(planted["area"].sum())
    alone = planted[planted["household_id"].isin(growers[growers == 1].index)]
    hide = any(hide_list([single, n - single]))
    return Diversity(
        simpson(by_crop),
        shannon(by_crop),
        len(by_crop),
        None if hide else float(alone["area"].sum()) / whole,
        None if hide else single / n,
        n,
        hidden=hide,
    )


def products_per_household(production: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by number of different products: ``TALLY``, keys "1", "2", "3", "4", "5_up"."""
    rows = complete(production, Production)
    counts = rows.groupby("household_id")["product"].nunique()
    keys = counts.map(lambda many: "5_up" if many >= 5 else str(many)).astype("object")
    return tally(keys, list(PRODUCT_COUNTS), sample)


def farming_types(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by type of farming: ``TALLY``."""
    return tally(answers(households, "farming_type"), list(FarmingType), sample)


PRODUCT_COUNTS = {
    "1": Words("1 อย่าง", "1 product"),
    "2": Words("2 อย่าง", "2 products"),
    "3": Words("3 อย่าง", "3 products"),
    "4": Words("4 อย่าง", "4 products"),
    "5_up": Words("5 อย่างขึ้นไป", "5 products or more"),
}


def _shares(areas: pd.Series) -> pd.Series | None:
    stated = areas.dropna().astype("float64")
    stated = stated[stated > 0]
    return None if stated.empty else stated / stated.sum()


def _planted(production: pd.DataFrame) -> pd.DataFrame:
    plants = answers(production, "product_kind").isin(["annual", "perennial"])
    production = complete(production, Production)
    rows = production.assign(area=rai(production, "planted_area"))[plants]
    return rows[rows["area"] > 0]
