"""Technology and practices that households use."""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.columns import answers, complete
from planning_kit.profile.sampling import Sample
from planning_kit.profile.tally import tally_several
from planning_kit.records import Production
from planning_kit.records.production_choices import Technology


def technologies(production: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households that use each technology in any product: ``TALLY`` (several answers)."""
    rows = complete(production, Production)
    stated = rows[answers(rows, "technology").notna()]
    used = pd.Series(
        [_together(part) for _household, part in stated.groupby("household_id")], dtype="object"
    )
    return tally_several(used, list(Technology), sample)


def _together(rows: pd.DataFrame) -> tuple[str, ...]:
    """Return what a household uses in any product; “none” only if it uses nothing at all."""
    found = {key for keys in rows["technology"] for key in keys}
    return tuple(sorted(found - {"none"} or found))
