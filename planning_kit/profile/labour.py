"""Hands on the farm: members who farm, the young among them, and hired days."""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.columns import numbers
from planning_kit.profile.sampling import Sample
from planning_kit.profile.spread import spread
from planning_kit.profile.tally import tally_yes


def labour(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread per household: rows ``farm_workers, young_farmers`` (persons), ``hired_days``."""
    return spread(households, ["farm_workers", "young_farmers", "hired_days"], sample)


def with_young_farmers(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households with a member of 17–45 years who farms: one row of ``TALLY``, key "yes"."""
    young = numbers(households, "young_farmers").dropna()
    return tally_yes((young > 0).astype("object"), sample=sample)
