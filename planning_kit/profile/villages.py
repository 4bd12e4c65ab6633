"""Village by village: the same few measures side by side."""

from __future__ import annotations

import numpy as np
import pandas as pd
from pandas.api.typing import SeriesGroupBy

from planning_kit.language import Words
from planning_kit.profile.columns import answers, numbers
from planning_kit.profile.income import whole_years
from planning_kit.profile.land import operated_rai
from planning_kit.profile.people import household_members
from planning_kit.profile.privacy import TOTAL, hide_list, hide_table, too_few, with_totals

MEASURES: dict[str, Words] = {
    "members": Words("คนต่อครัวเรือน (เฉลี่ย)", "persons per household (mean)"),
    "operated_rai": Words("ที่ดินทำกิน ไร่ต่อครัวเรือน (เฉลี่ย)", "farm land, rai per household (mean)"),
    "income": Words("รายรับต่อครัวเรือน (มัธยฐาน บาท)", "household income (median, baht)"),
    "expense": Words("รายจ่ายต่อครัวเรือน (มัธยฐาน บาท)", "household expense (median, baht)"),
    "debt_formal": Words("หนี้ในระบบต่อครัวเรือน (เฉลี่ย บาท)", "formal debt per household (mean, baht)"),
    "water_short_months": Words("เดือนที่น้ำไม่พอ (เฉลี่ย)", "months short of water (mean)"),
    "farm_share": Words("ครัวเรือนเกษตรกร (สัดส่วน)", "farm households (share)"),
    "registered_share": Words("ขึ้นทะเบียนเกษตรกร (สัดส่วน)", "in the farmer register (share)"),
}
"""Measures compared: key → wording. Shares are 0–1."""

VILLAGES = ("village_code", "name", "measure", "value", "n", "hidden")


def compare_villages(
    villages: pd.DataFrame, households: pd.DataFrame, accounts: pd.DataFrame
) -> pd.DataFrame:
    """Return ``VILLAGES``: one row per village and measure, and for the whole area (code "").

    ``n`` households behind the value (NaN where hidden). In each measure villages with 1–4
    behind it are hidden, and others with them, so that none can be worked out from the whole.
    """
    code = answers(households, "village_code")
    known = answers(villages, "village_code")
    names = dict(zip(known, answers(villages, "name"), strict=True))
    codes = sorted({*known.dropna(), *code.dropna()})
    used = whole_years(accounts).frame
    place = dict(zip(answers(households, "household_id"), code, strict=True))
    where = answers(used, "household_id").map(place)
    rows: list[tuple[str, str, float, float, bool]] = []
    for measure in MEASURES:
        if measure in _SHARES:
            asked = answers(households, _SHARES[measure])
            rows += _shares(measure, asked.groupby(code), codes)
            continue
        values, at = _amounts(measure, households, used, code, where)
        rows += _averages(measure, values, at, codes)
    table = pd.DataFrame(rows, columns=["village_code", "measure", "value", "n", "hidden"])
    told = [names.get(key) for key in table["village_code"]]
    table["name"] = pd.Series(told, index=table.index, dtype="object")
    table["hidden"] = table["hidden"].astype("bool")
    return table[list(VILLAGES)]


def side_by_side(compared: pd.DataFrame) -> pd.DataFrame:
    """Turn ``compare_villages`` round: ``village_code, name``, then a column per measure.

    NaN where hidden or unknown; ``<measure>_hidden`` tells them apart. The whole comes last.
    """
    order = dict.fromkeys(compared["village_code"])
    names = dict(zip(compared["village_code"], compared["name"], strict=True))
    told = {"village_code": list(order), "name": [names[key] for key in order]}
    table = pd.DataFrame(told, dtype="object")
    for measure in MEASURES:
        part = compared[compared["measure"] == measure].set_index("village_code")
        table[measure] = part["value"].reindex(list(order)).to_numpy(dtype="float64")
        table[f"{measure}_hidden"] = part["hidden"].reindex(list(order)).to_numpy(dtype="bool")
    return table


_SHARES = {"farm_share": "is_farm_household", "registered_share": "is_registered_farmer"}
_MEDIANS = ("income", "expense")
_WHOLE = ""

_Row = tuple[str, str, float, float, bool]


def _amounts(
    measure: str,
    households: pd.DataFrame,
    used: pd.DataFrame,
    code: pd.Series,
    where: pd.Series,
) -> tuple[pd.Series, pd.Series]:
    """Return the values of a measure and the village of each."""
    if measure == "members":
        return household_members(households), code
    if measure == "operated_rai":
        return operated_rai(households), code
    if measure == "water_short_months":
        return numbers(households, measure), code
    return numbers(used, measure), where


def _averages(measure: str, values: pd.Series, at: pd.Series, codes: list[str]) -> list[_Row]:
    stated = [values[at == code].dropna() for code in codes]
    whole = values[at.isin(codes)].dropna()
    hide = hide_list([_behind(part) for part in stated]) if codes else []
    hide_whole = too_few(_behind(whole))
    rows = []
    for key, part, hidden in zip(
        [*codes, _WHOLE], [*stated, whole], [*hide, hide_whole], strict=True
    ):
        middle = part.median() if measure in _MEDIANS else part.mean()
        told = np.nan if hidden or part.empty else float(middle)
        rows.append((key, measure, told, np.nan if hidden else float(len(part)), bool(hidden)))
    return rows


def _behind(part: pd.Series) -> int:
    """Return how many stand behind an average: those with any, if they are 1–4, else all."""
    some = int((part != 0).sum())
    return some if too_few(some) else len(part)


def _shares(measure: str, groups: SeriesGroupBy, codes: list[str]) -> list[_Row]:
    parts = {str(key): part.dropna().astype(bool) for key, part in groups}
    counts = pd.DataFrame(
        {
            "yes": [int(parts[key].sum()) if key in parts else 0 for key in codes],
            "no": [int((~parts[key]).sum()) if key in parts else 0 for key in codes],
        },
        index=codes,
    )
    hide = hide_table(counts).any(axis=1)
    whole = with_totals(counts)
    answered, asked = whole["yes"].to_dict(), whole[TOTAL].to_dict()
    rows = []
    for key in [*codes, TOTAL]:
        yes, n = int(answered[key]), int(asked[key])
        told = np.nan if hide[key] or n == 0 else yes / n
        code = _WHOLE if key == TOTAL else key
        rows.append((code, measure, told, np.nan if hide[key] else float(n), bool(hide[key])))
    return rows
