"""Household income, expense and what is left, in baht a year.

Accounts of fewer than 12 months are not whole years: they are counted and left out.
Parts are added as far as stated; an account that states no part is not stated.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.profile.columns import added, numbers, ratio
from planning_kit.profile.privacy import count_shown, hide_tree, too_few
from planning_kit.profile.sampling import Estimate, Sample
from planning_kit.profile.spread import mask_rows, spread_table
from planning_kit.records.account import EXPENSE_FIELDS, FARM_INCOME_FIELDS, INCOME_FIELDS


@dataclass(frozen=True)
class Accounts:
    """Whole-year accounts of one year, and what was left out.

    ``frame`` rows with new columns ``income, farm_income, expense, net`` (baht) ·
    ``year_be`` (``None`` without accounts) · ``short`` accounts under 12 months ·
    ``months_not_stated`` kept, but the months are unknown · ``other_years`` rows of other
    years · ``partly`` accounts with some income or expense part not stated.
    """

    frame: pd.DataFrame
    year_be: int | None
    short: int
    months_not_stated: int
    other_years: int
    partly: int


def whole_years(accounts: pd.DataFrame, year_be: int | None = None) -> Accounts:
    """Choose the accounts to use: of ``year_be``, else of the latest year, 12 months."""
    years = numbers(accounts, "year_be").dropna()
    if year_be is None and not years.empty:
        year_be = int(years.max())
    of_year = accounts[numbers(accounts, "year_be") == year_be] if year_be else accounts.iloc[:0]
    months = numbers(of_year, "months_recorded")
    used = of_year[~(months < 12)].copy()
    used["income"] = added(used, INCOME_FIELDS)
    used["farm_income"] = added(used, FARM_INCOME_FIELDS)
    used["expense"] = added(used, EXPENSE_FIELDS)
    used["net"] = used["income"] - used["expense"]
    parts = [numbers(used, name).isna() for name in (*INCOME_FIELDS, *EXPENSE_FIELDS)]
    missing = pd.concat(parts, axis=1).any(axis=1)
    return Accounts(
        frame=used,
        year_be=year_be,
        short=int((months < 12).sum()),
        months_not_stated=int(months.isna().sum()),
        other_years=len(accounts) - len(of_year),
        partly=int(missing.sum()),
    )


def income(accounts: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread of household money: ``measure`` + ``SPREAD`` (baht a year).

    Rows ``income, farm_income, expense, net``; net = income − expense of households that
    stated both.
    """
    used = whole_years(accounts).frame
    table = spread_table({name: used[name] for name in MONEY}, sample)
    _parts, hidden = _hidden_parts(used, "income")
    masked = (table["measure"] == "farm_income") & any(hidden.values())
    return mask_rows(table, masked)


def components(accounts: pd.DataFrame, side: str = "income") -> pd.DataFrame:
    """Parts of income (``side="income"``) or expense (``"expense"``), largest first.

    Columns: ``key`` (field name) · ``households`` with more than zero · ``n`` that stated
    it · ``mean`` over those, ``total`` · ``share`` of all, 0–1 · ``hidden`` ·
    ``households_hidden`` where 1–4 have that part, or 1–4 lack it.
    """
    used = whole_years(accounts).frame
    names = INCOME_FIELDS if side == "income" else EXPENSE_FIELDS
    amounts = {name: numbers(used, name) for name in names}
    hide, _groups = _hidden_parts(used, side)
    whole = sum(float(values.sum()) for values in amounts.values())
    rows = []
    for (name, values), masked in zip(amounts.items(), hide, strict=True):
        n = int(values.notna().sum())
        if n == 0:
            continue
        masked = masked or too_few(n)
        some = np.nan if masked else count_shown(float((values > 0).sum()), n)
        mean, sum_ = (np.nan, np.nan) if masked else (float(values.mean()), float(values.sum()))
        rows.append((name, some, n, mean, sum_, ratio(sum_, whole), masked, np.isnan(some)))
    flags = {"hidden": "bool", "households_hidden": "bool"}
    table = pd.DataFrame(rows, columns=list(COMPONENTS)).astype(flags)
    return table.sort_values("total", ascending=False, kind="stable").reset_index(drop=True)


def farm_share(accounts: pd.DataFrame) -> Estimate:
    """Share of all income that comes from own farming, 0–1 (sum ÷ sum)."""
    used = whole_years(accounts).frame
    stated = used[used["income"].notna()]
    n = len(stated)
    _parts, hidden = _hidden_parts(used, "income")
    if too_few(n) or any(hidden.values()):
        return Estimate(None, n, hidden=True)
    share = ratio(stated["farm_income"].sum(), stated["income"].sum())
    return Estimate(None if np.isnan(share) else share, n)


def savings(accounts: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread of savings held: one row ``saving`` of ``measure`` + ``SPREAD``, and ``savers``
    (households with more than zero, NaN where hidden: 1–4 save, or 1–4 do not)."""
    used = whole_years(accounts).frame
    table = spread_table({"saving": numbers(used, "saving")}, sample)
    savers = float((numbers(used, "saving") > 0).sum())
    table["savers"] = [np.nan if table["hidden"][0] else count_shown(savers, table["n"][0])]
    return table


MONEY = ("income", "farm_income", "expense", "net")
COMPONENTS = (
    "key",
    "households",
    "n",
    "mean",
    "total",
    "share",
    "hidden",
    "households_hidden",
)


def _hidden_parts(used: pd.DataFrame, side: str) -> tuple[list[bool], dict[str, bool]]:
    """Return which parts to hide, and which subtotals (farm income, the rest)."""
    names = INCOME_FIELDS if side == "income" else EXPENSE_FIELDS
    earners = [int((numbers(used, name) > 0).sum()) for name in names]
    farm = "farm_income" if side == "income" else side
    return hide_tree(earners, [farm if name in FARM_INCOME_FIELDS else side for name in names])
