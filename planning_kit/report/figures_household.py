"""Figures of households: land, water, food, ages and hands."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from planning_kit.language import Words
from planning_kit.profile import diversity, labour, land, people, water
from planning_kit.profile.privacy import too_few
from planning_kit.report.figure_kind import (
    MONTHS,
    PERCENT,
    RAI,
    Frames,
    ProfileFigure,
    Worked,
    cell,
)

_SUSTAINABLE = ("integrated", "new_theory", "agroforestry", "organic")


def _irrigated(f: Frames) -> Worked:
    found = land.irrigated_share(f["household"])
    return found.share, found.n


def _short_of_water(f: Frames) -> Worked:
    never, n = cell(water.months_short(f["household"]), "share", "key", "0")
    return (None if never is None else 1 - never), n


def _sustainable(f: Frames) -> Worked:
    table = diversity.farming_types(f["household"])
    n = None if table.empty else int(table["n"].iloc[0])
    inside = table["key"].isin(_SUSTAINABLE)
    # With a hidden kind on the other side, the sum of this side would give it away.
    if n is None or table.loc[~inside, "hidden"].any():
        return None, n
    share = 1 - float(table.loc[~inside, "share"].sum())
    return (None if too_few(round(share * n)) else max(share, 0.0)), n


def _age_share(key: str) -> Callable[[Frames], Worked]:
    def worked(f: Frames) -> Worked:
        table = people.composition(f["household"])
        rows = table[(table["question"] == "age") & (table["key"] == key)]
        share = rows["share"].iloc[0] if len(rows) else None
        n = int(rows["households"].iloc[0]) if len(rows) else None
        return (None if pd.isna(share) else float(share)), n

    return worked


def _household(
    key: str,
    unit: Words,
    worked: Callable[[Frames], Worked],
    section: str,
    places: int = 0,
) -> ProfileFigure:
    return ProfileFigure(key, unit, "household", section, worked, places)


HOUSEHOLD_FIGURES = (
    _household(
        "land.operated_median",
        RAI,
        lambda f: cell(land.holding(f["household"]), "median", key="operated_rai"),
        "land-holding",
        1,
    ),
    _household(
        "land.rented_share",
        PERCENT,
        lambda f: cell(land.tenure_mix(f["household"]), "share", "key", "rented"),
        "land-tenure",
    ),
    _household(
        "land.landless_share",
        PERCENT,
        lambda f: cell(land.size_classes(f["household"]), "share", "key", "landless"),
        "land-holding",
    ),
    _household(
        "land.irrigated_share",
        PERCENT,
        _irrigated,
        "land-irrigated",
    ),
    _household(
        "water.short_share",
        PERCENT,
        _short_of_water,
        "water",
    ),
    _household(
        "water.never_short_share",
        PERCENT,
        lambda f: cell(water.months_short(f["household"]), "share", "key", "0"),
        "water",
    ),
    _household(
        "water.short_months_mean",
        MONTHS,
        lambda f: cell(water.months_short_spread(f["household"]), "mean"),
        "water",
        1,
    ),
    _household(
        "food.staple_year_share",
        PERCENT,
        lambda f: cell(people.staple_food(f["household"]), "share", "key", "12"),
        "people-food",
    ),
    _household(
        "people.old_share",
        PERCENT,
        _age_share("members_60_up"),
        "people-ages",
    ),
    _household(
        "people.young_farmer_share",
        PERCENT,
        lambda f: cell(labour.with_young_farmers(f["household"]), "share"),
        "water-labour",
    ),
    _household(
        "farming.sustainable_share",
        PERCENT,
        _sustainable,
        "diversity",
    ),
)
