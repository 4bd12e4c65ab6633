"""Figures of the farm: the main crop, what earns most, standards and hazards."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from planning_kit.indicators.figure import largest_share
from planning_kit.language import Words
from planning_kit.profile import diversity, hazards, production, standards
from planning_kit.profile.production_year import production_year
from planning_kit.report.figure_kind import (
    BAHT,
    BAHT_RAI,
    KG_RAI,
    PERCENT,
    RAI,
    Frames,
    ProfileFigure,
    Worked,
    cell,
)


def main_crops(f: Frames) -> pd.DataFrame:
    """Return the crops of the year, seasons joined, the largest area first."""
    return production.crops(f.once(farm_year), by_season=False)


def _main(column: str, n: str) -> Callable[[Frames], Worked]:
    def worked(f: Frames) -> Worked:
        table = f.once(main_crops)
        return cell(table.assign(n=table[n]) if len(table) else table, column)

    return worked


def _largest(f: Frames) -> Worked:
    found = largest_share(f.once(main_crops))
    return found.value, found.n


def _standard(key: str) -> Callable[[Frames], Worked]:
    def worked(f: Frames) -> Worked:
        return cell(standards.standards(f.once(farm_year)), "area_rai", "key", key)

    return worked


def _safe(f: Frames) -> Worked:
    found = standards.safe_area(f.once(farm_year))
    return found.share, found.n


def _single_crop(f: Frames) -> Worked:
    found = diversity.diversity(f.once(farm_year))
    return found.single_crop_households, found.n


def farm_year(f: Frames) -> pd.DataFrame:
    """Return the production of the year that figures are about."""
    return production_year(f["production"]).frame


def _hazard(column: str, n: str) -> Callable[[Frames], Worked]:
    """Return the figure of the latest year with a record."""

    def worked(f: Frames) -> Worked:
        table = hazards.by_year(f["hazard"])
        table = table[table["recorded"]] if len(table) else table
        last = table.tail(1)
        return cell(last.assign(n=last[n]) if len(last) else last, column)

    return worked


def _production(
    key: str,
    unit: Words,
    worked: Callable[[Frames], Worked],
    section: str = "production-crops",
    places: int = 0,
) -> ProfileFigure:
    return ProfileFigure(key, unit, "production", section, worked, places)


FARM_FIGURES = (
    _production(
        "production.largest_share",
        PERCENT,
        _largest,
    ),
    _production(
        "farming.single_crop_share",
        PERCENT,
        _single_crop,
        "diversity-planted",
    ),
    _production(
        "crops.main_yield_rai",
        KG_RAI,
        _main("yield_kg_rai", "yield_n"),
    ),
    _production(
        "crops.main_price_kg",
        Words("บาท/กก.", "baht/kg"),
        _main("price_kg", "price_n"),
        places=2,
    ),
    _production(
        "crops.main_cash_cost_rai",
        BAHT_RAI,
        _main("cash_cost_rai", "budget_n"),
        "margins",
    ),
    _production(
        "crops.main_margin_rai",
        BAHT_RAI,
        _main("margin_cash_rai", "budget_n"),
        "margins",
    ),
    _production(
        "crops.main_margin_full_rai",
        BAHT_RAI,
        _main("margin_full_rai", "full_n"),
        "margins",
    ),
    _production(
        "standards.safe_share",
        PERCENT,
        _safe,
        "standards-area",
        1,
    ),
    _production(
        "standards.gap_rai",
        RAI,
        _standard("gap"),
        "standards-area",
        1,
    ),
    _production(
        "standards.organic_rai",
        RAI,
        _standard("organic"),
        "standards-area",
        1,
    ),
    _production(
        "standards.pgs_rai",
        RAI,
        _standard("pgs"),
        "standards-area",
        1,
    ),
    ProfileFigure(
        "hazards.damage_baht",
        BAHT,
        "hazard",
        "hazards-years",
        _hazard("damage", "damage_n"),
    ),
    ProfileFigure(
        "hazards.affected_rai",
        RAI,
        "hazard",
        "hazards-years",
        _hazard("affected_rai", "area_n"),
    ),
)
