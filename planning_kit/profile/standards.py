"""Area and households under each production standard; safe area counts each one apart."""

from __future__ import annotations

import numpy as np
import pandas as pd

from planning_kit.profile.columns import answers, complete, rai, ratio
from planning_kit.profile.land import AreaShare
from planning_kit.profile.privacy import hide_tree, too_few
from planning_kit.records import Production
from planning_kit.records.production_choices import Standard

SAFE = ("gap", "organic", "pgs")


def standards(production: pd.DataFrame) -> pd.DataFrame:
    """Planted area by standard.

    Columns: ``key`` (standard) · ``households`` · ``area_rai`` · ``share`` of the area
    whose standard is stated, 0–1 · ``n`` households that stated area and standard ·
    ``hidden``. One row per standard, crops only.
    """
    return _by_standard(production)[0]


def safe_area(production: pd.DataFrame) -> AreaShare:
    """Area under GAP, organic or PGS together, of the area whose standard is stated."""
    table, hidden_safe = _by_standard(production)
    stated = _stated(production)
    n = int(stated["household_id"].nunique())
    if hidden_safe or too_few(n):
        return AreaShare(None, None, None, n, hidden=True)
    if table.empty:
        return AreaShare(None, None, None, 0)
    whole = float(stated["area"].sum())
    safe = float(stated.loc[stated["standard"].isin(SAFE), "area"].sum())
    return AreaShare(safe, whole, safe / whole, n)


STANDARDS = ("key", "households", "area_rai", "share", "n", "hidden")


def _stated(production: pd.DataFrame) -> pd.DataFrame:
    production = complete(production, Production)
    rows = production.assign(area=rai(production, "planted_area"))
    plants = answers(rows, "product_kind").isin(["annual", "perennial"])
    return rows[plants & (rows["area"] > 0) & answers(rows, "standard").notna()]


def _by_standard(production: pd.DataFrame) -> tuple[pd.DataFrame, bool]:
    """Return the table, and whether the safe area as a whole must be hidden too."""
    stated = _stated(production)
    n = int(stated["household_id"].nunique())
    if n == 0:
        return pd.DataFrame(columns=list(STANDARDS)).astype({"hidden": "bool"}), False
    parts = {str(key): stated[stated["standard"] == str(key)] for key in Standard}
    growers = [int(part["household_id"].nunique()) for part in parts.values()]
    groups = ["safe" if key in SAFE else "other" for key in parts]
    hide, hide_sums = hide_tree(growers, groups)
    whole = float(stated["area"].sum())
    rows = []
    for (key, part), households, masked in zip(parts.items(), growers, hide, strict=True):
        masked = masked or too_few(n)
        area = np.nan if masked else float(part["area"].sum())
        count = np.nan if masked else float(households)
        rows.append((key, count, area, ratio(area, whole), n, masked))
    table = pd.DataFrame(rows, columns=list(STANDARDS)).astype({"hidden": "bool"})
    return table, hide_sums["safe"] or hide_sums["other"]
