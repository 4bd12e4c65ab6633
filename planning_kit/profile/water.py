"""Water for the farm and for the house."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import Words
from planning_kit.profile.columns import answers, numbers
from planning_kit.profile.sampling import Sample
from planning_kit.profile.spread import spread
from planning_kit.profile.tally import tally, tally_several
from planning_kit.records.household_choices import Drinking, WaterSource


def water_sources(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by source of farm water: ``TALLY`` (several answers)."""
    return tally_several(answers(households, "water_sources"), list(WaterSource), sample)


def months_short(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by months short of farm water: ``TALLY``, keys "0", "1_2", "3_4", "5_up"."""
    months = numbers(households, "water_short_months").dropna()
    classes = pd.cut(months, [-1, 0, 2, 4, 12], labels=list(MONTHS_SHORT)).astype("object")
    return tally(classes, list(MONTHS_SHORT), sample)


def months_short_spread(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread of months short of farm water: ``measure`` + ``SPREAD``."""
    return spread(households, ["water_short_months"], sample)


def house_water(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by whether water for the house lasts the year: ``TALLY``."""
    return tally(answers(households, "drinking_water"), list(Drinking), sample)


MONTHS_SHORT = {
    "0": Words("ไม่ขาด", "never short"),
    "1_2": Words("1–2 เดือน", "1–2 months"),
    "3_4": Words("3–4 เดือน", "3–4 months"),
    "5_up": Words("5 เดือนขึ้นไป", "5 months or more"),
}
