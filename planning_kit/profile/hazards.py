"""Hazards by year, crop, village and kind.

The number of rows is public; areas and damage are people's, and are hidden where 1–4
households stand behind them: those a row states, or one for a row that states none (one
stricken plot). Exact copies are counted apart and never added twice. A kind that is not
stated stays "not stated" (key ``None``) and is never "other".
"""

from __future__ import annotations

import pandas as pd

from planning_kit.profile.columns import answers, numbers, rai, ratio
from planning_kit.profile.privacy import hide_list
from planning_kit.records.hazard import Hazard, HazardKind
from planning_kit.thai import sort_key

HAZARDS = (
    "key",
    "events",
    "copies",
    "planted_n",
    "planted_rai",
    "area_n",
    "affected_rai",
    "share_n",
    "share",
    "households",
    "households_n",
    "damage",
    "damage_n",
    "hidden",
)
"""Columns of a hazard table.

``key`` year, crop, village code or kind (``None`` = not stated) · ``events`` rows without
copies · ``copies`` exact copies left out · ``planted_rai`` of ``planted_n`` rows, ``affected_rai`` of the
``area_n`` rows that stated it · ``share`` affected ÷ planted of the ``share_n`` rows with
both, 0–1 · ``households`` hit, ``damage`` baht, with their n · ``hidden``.
"""


def exact_copies(hazards: pd.DataFrame) -> pd.Series:
    """Return ``True`` for every row that repeats an earlier one in all stated fields."""
    names = [spec.name for spec in Hazard.fields() if spec.name in hazards]
    return hazards.duplicated(subset=names, keep="first") if names else _none(hazards)


def in_all(hazards: pd.DataFrame) -> pd.DataFrame:
    """All hazards in one row, key ``"all"``. Columns ``HAZARDS``; empty without hazards."""
    return _by(hazards.assign(everything="all"), "everything")


def by_kind(hazards: pd.DataFrame) -> pd.DataFrame:
    """Hazards by kind, not stated last. Columns ``HAZARDS``."""
    order = [str(kind) for kind in HazardKind]
    table = _by(hazards, "kind")
    table["rank"] = [order.index(key) if key in order else len(order) for key in table["key"]]
    table = table.sort_values(["rank", "events"], ascending=[True, False], kind="stable")
    return table.drop(columns="rank").reset_index(drop=True)


def by_crop(hazards: pd.DataFrame, *, group: bool = False) -> pd.DataFrame:
    """Hazards by crop (or crop group), the most rows first, not stated last. ``HAZARDS``."""
    table = _by(hazards, "crop_group" if group else "crop")
    order = sorted(
        table.index,
        key=lambda i: (
            table["key"][i] is None,
            -table["events"][i],
            sort_key(table["key"][i] or ""),
        ),
    )
    return table.loc[order].reset_index(drop=True)


def by_village(hazards: pd.DataFrame) -> pd.DataFrame:
    """Hazards by village code, in order of code. Columns ``HAZARDS``."""
    table = _by(hazards, "village_code")
    order = sorted(table.index, key=lambda i: (table["key"][i] is None, table["key"][i] or ""))
    return table.loc[order].reset_index(drop=True)


def by_year(hazards: pd.DataFrame) -> pd.DataFrame:
    """Hazards by year from the first to the last. ``HAZARDS`` and ``recorded``.

    A year without a row has ``recorded`` ``False`` and NaN everywhere: no record is not
    zero.
    """
    table = _by(hazards, "year_be")
    table = table[table["key"].notna()]
    table = table.assign(key=table["key"].astype("int64"), recorded=True)
    if table.empty:
        return table
    years = pd.Index(range(int(table["key"].min()), int(table["key"].max()) + 1), name="key")
    whole = table.set_index("key").reindex(years).reset_index()
    for name in ("recorded", "hidden"):
        whole[name] = whole[name].map(lambda value: value is True).astype("bool")
    return whole[[*HAZARDS, "recorded"]]


def by_two(hazards: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """Number of rows (copies left out) by two fields: index ``rows``, columns ``columns``.

    Integers; a pair that never occurs is 0. Fields may be ``year_be, kind, crop,
    crop_group, village_code``; what is not stated is the key ``""``.
    """
    kept = hazards[~exact_copies(hazards)]
    if kept.empty:
        return pd.DataFrame()
    keys = {
        name: answers(kept, name).map(lambda value: "" if value is None else _plain(value))
        for name in (rows, columns)
    }
    return pd.crosstab(keys[rows], keys[columns])


AMOUNTS = {
    "planted_rai": "planted_n",
    "affected_rai": "area_n",
    "households": "households_n",
    "damage": "damage_n",
}


def _none(hazards: pd.DataFrame) -> pd.Series:
    return pd.Series(False, index=hazards.index, dtype="bool")


def _plain(value: object) -> object:
    return int(value) if isinstance(value, float) else value


def _by(hazards: pd.DataFrame, name: str) -> pd.DataFrame:
    """Sum the hazards for each value of a field; areas and damage protected together."""
    keys = answers(hazards, name).map(lambda value: "" if value is None else _plain(value))
    copies = exact_copies(hazards)
    rows = [
        {"key": key or None, "copies": int(copies[keys == key].sum())}
        | _struck(hazards[(keys == key) & ~copies])
        for key in dict.fromkeys(keys)
    ]
    table = pd.DataFrame(rows, columns=list(HAZARDS))
    table["key"] = table["key"].astype("object").where(table["key"].notna(), None)
    table["hidden"] = False
    people = pd.DataFrame(
        [_people(hazards[(keys == (key or "")) & ~copies]) for key in table["key"]]
    )
    for amount in AMOUNTS if len(table) else ():
        hide = pd.Series(hide_list(list(people[amount])), index=table.index, dtype="bool")
        table[amount] = table[amount].astype("float64").mask(hide)
        table["hidden"] = table["hidden"] | (hide & (people[amount] > 0))
    table["share"] = table["share"].mask(table["affected_rai"].isna() | table["planted_rai"].isna())
    return table


def _sum(values: pd.Series) -> float:
    return float(values.sum()) if values.notna().any() else float("nan")


def _people(rows: pd.DataFrame) -> dict[str, float]:
    """Count the households behind each amount: as stated in the row, else one for the row."""
    each = numbers(rows, "households").fillna(1).clip(lower=1)
    stated = {
        "planted_rai": rai(rows, "planted_area"),
        "affected_rai": rai(rows, "affected_area"),
        "households": numbers(rows, "households"),
        "damage": numbers(rows, "damage"),
    }
    return {amount: float(each[values.notna()].sum()) for amount, values in stated.items()}


def _struck(rows: pd.DataFrame) -> dict[str, object]:
    planted, affected = rai(rows, "planted_area"), rai(rows, "affected_area")
    households, damage = numbers(rows, "households"), numbers(rows, "damage")
    both = planted.notna() & affected.notna()
    planted_n = int(planted.notna().sum())
    area_n, share_n = int(affected.notna().sum()), int(both.sum())
    households_n, damage_n = int(households.notna().sum()), int(damage.notna().sum())
    return {
        "events": len(rows),
        "planted_n": planted_n,
        "planted_rai": _sum(planted),
        "area_n": area_n,
        "affected_rai": _sum(affected),
        "share_n": share_n,
        "share": ratio(affected[both].sum(), planted[both].sum()),
        "households": _sum(households),
        "households_n": households_n,
        "damage": _sum(damage),
        "damage_n": damage_n,
    }
