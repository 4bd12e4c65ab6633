"""Land that households farm: how much, whose it is, and how safely it is held.

Frames hold square wah; results are in rai (400 square wah). Own, rented and free land are
added as far as each household stated them; a household that stated none is not stated.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.language import Words
from planning_kit.profile.columns import added, answers, rai, ratio
from planning_kit.profile.privacy import hide_list, too_few
from planning_kit.profile.sampling import Sample
from planning_kit.profile.spread import mask_rows, spread_table
from planning_kit.profile.tally import TALLY, tally, tally_several, tally_yes
from planning_kit.records.household_choices import TitleDeed
from planning_kit.thai import SQUARE_WAH_PER_RAI

TENURES = ("land_owned", "land_rented", "land_free_use")
SIZE_CLASSES: dict[str, tuple[float, float, Words]] = {
    "under_5": (0, 5, Words("ต่ำกว่า 5 ไร่", "under 5 rai")),
    "5_9": (5, 10, Words("5 ถึงต่ำกว่า 10 ไร่", "5 to under 10 rai")),
    "10_19": (10, 20, Words("10 ถึงต่ำกว่า 20 ไร่", "10 to under 20 rai")),
    "20_39": (20, 40, Words("20 ถึงต่ำกว่า 40 ไร่", "20 to under 40 rai")),
    "40_up": (40, float("inf"), Words("40 ไร่ขึ้นไป", "40 rai and over")),
}
"""Classes of operated land: key → (from, to, wording); ``"landless"`` (none) comes first."""
LANDLESS = Words("ไม่มีที่ดินทำกิน", "no farm land")


def operated_rai(households: pd.DataFrame) -> pd.Series:
    """Return own + rented + free land per household in rai; NaN where none was stated."""
    return added(households, TENURES) / float(SQUARE_WAH_PER_RAI)


def holding(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread of land per household in rai: ``measure`` + ``SPREAD``.

    Rows ``operated_rai, owned_rai, rented_rai, free_rai, irrigated_rai``.
    """
    amounts = {"operated_rai": operated_rai(households)}
    amounts |= {key + "_rai": rai(households, name) for key, name in TENURE_KEYS.items()}
    amounts["irrigated_rai"] = rai(households, "land_irrigated")
    table = spread_table(amounts, sample)
    mix = tenure_mix(households)
    hidden = {key + "_rai" for key in mix.loc[mix["hidden"], "key"]}
    return mask_rows(table, table["measure"].isin(hidden))


def size_classes(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households by operated land: ``TALLY``; keys ``landless`` and those of SIZE_CLASSES."""
    area = operated_rai(households).dropna()
    classes = pd.Series("landless", index=area.index, dtype="object")
    for key, (low, high, _words) in SIZE_CLASSES.items():
        classes[(area > 0) & (area >= low) & (area < high)] = key
    return tally(classes, ["landless", *SIZE_CLASSES], sample)


def tenure_mix(households: pd.DataFrame) -> pd.DataFrame:
    """Operated land by tenure.

    Columns: ``key`` (owned, rented, free) · ``area_rai`` · ``share`` of the area, 0–1 ·
    ``households`` with such land · ``n`` households that stated it · ``hidden``.
    """
    areas = {key: rai(households, name) for key, name in TENURE_KEYS.items()}
    if operated_rai(households).notna().sum() == 0:
        return pd.DataFrame(columns=list(TENURE_MIX)).astype({"hidden": "bool"})
    with_land = {key: int((area > 0).sum()) for key, area in areas.items()}
    hide = hide_list(list(with_land.values()))
    whole = sum(float(area.sum()) for area in areas.values())
    rows = []
    for (key, area), masked in zip(areas.items(), hide, strict=True):
        n = int(area.notna().sum())
        masked = masked or too_few(n)
        told = np.nan if masked or n == 0 else float(area.sum())
        holders = np.nan if masked else float(with_land[key])
        rows.append((key, told, ratio(told, whole), holders, n, masked))
    return pd.DataFrame(rows, columns=list(TENURE_MIX)).astype({"hidden": "bool"})


@dataclass(frozen=True)
class AreaShare:
    """A part of an area: both in rai, ``share`` 0–1; ``None`` where unknown or hidden."""

    part_rai: float | None
    whole_rai: float | None
    share: float | None
    n: int
    hidden: bool = False


def irrigated_share(households: pd.DataFrame) -> AreaShare:
    """Irrigated part of the operated land of households that stated both."""
    stated = pd.DataFrame(
        {"part": rai(households, "land_irrigated"), "whole": operated_rai(households)}
    ).dropna()
    return area_share(stated["part"], stated["whole"])


def land_rights(households: pd.DataFrame) -> pd.DataFrame:
    """Land-reform land, forest or public land, and title deeds, as counts only.

    ``question`` (land_reform, land_forest, title_deeds) + ``TALLY`` columns; key ``"yes"``
    or the deed. Never an area, never by village.
    """
    tables = [
        tally_yes(answers(households, name), sensitive=True).assign(question=name)
        for name in ("land_reform", "land_forest")
    ]
    deeds = tally_several(answers(households, "title_deeds"), list(TitleDeed))
    whole = deeds["households"] == deeds["n"]
    deeds.loc[whole, ["households", "share"]] = np.nan
    deeds["hidden"] = deeds["hidden"] | whole
    tables.append(deeds.assign(question="title_deeds"))
    return pd.concat(tables, ignore_index=True)[["question", *TALLY]]


TENURE_KEYS = {"owned": "land_owned", "rented": "land_rented", "free": "land_free_use"}
TENURE_MIX = ("key", "area_rai", "share", "households", "n", "hidden")


def area_share(part: pd.Series, whole: pd.Series) -> AreaShare:
    """Return what ``part`` is of ``whole`` (rai per household, aligned, nothing missing)."""
    n = len(whole)
    with_part = int((part > 0).sum())
    if any(hide_list([with_part, n - with_part])) or too_few(n):
        return AreaShare(None, None, None, n, hidden=True)
    if n == 0 or float(whole.sum()) == 0:
        return AreaShare(None, None, None, n)
    inside, area = float(part.sum()), float(whole.sum())
    return AreaShare(inside, area, inside / area, n)
