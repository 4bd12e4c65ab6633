"""What households owe. Informal debt is told only as a count of households that have any."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.profile.columns import numbers, ratio
from planning_kit.profile.income import whole_years
from planning_kit.profile.privacy import hide_list, too_few
from planning_kit.profile.sampling import Estimate, Sample
from planning_kit.profile.spread import mask_rows, spread_table
from planning_kit.profile.tally import TALLY, tally_yes


def formal_debt(accounts: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread of formal debt, baht: rows ``all`` households and ``debtors`` (owing more than 0).

    Columns ``measure`` + ``SPREAD``. With 1–4 debtors both rows are hidden, for the mean of
    all gives away their sum; with 1–4 free of debt the row of debtors is, its ``n`` too.
    """
    owed = numbers(whole_years(accounts).frame, "debt_formal").dropna()
    owing = owed[owed > 0]
    table = spread_table({"all": owed, "debtors": owing}, sample)
    few = any(hide_list([len(owing), len(owed) - len(owing)]))
    masked = mask_rows(table, (table["measure"] == "debtors") & few)
    masked.loc[masked["hidden"] & (masked["measure"] == "debtors"), ["n", "not_stated"]] = np.nan
    return masked


def debtors(accounts: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households that owe: ``question`` (debt_formal, debt_informal) + ``TALLY``, key "yes".

    Informal debt is in the strictest class: a count of five or more, or nothing at all.
    """
    used = whole_years(accounts).frame
    tables = []
    for name in ("debt_formal", "debt_informal"):
        owed = numbers(used, name).dropna()
        counted = tally_yes((owed > 0).astype("object"), sensitive=name == STRICT, sample=sample)
        tables.append(counted.assign(question=name))
    return pd.concat(tables, ignore_index=True)[["question", *TALLY]]


@dataclass(frozen=True)
class Service:
    """Debt payments over income: of all together, and the median household. Shares 0–1."""

    overall: float | None
    median: float | None
    n: int
    hidden: bool = False


def debt_service(accounts: pd.DataFrame) -> Service:
    """Return debt payments ÷ income, of households with a payment stated and some income."""
    used = whole_years(accounts).frame
    pairs = pd.DataFrame({"paid": numbers(used, "debt_payment"), "income": used["income"]}).dropna()
    pairs = pairs[pairs["income"] > 0]
    n = len(pairs)
    if too_few(n) or too_few(int((pairs["paid"] > 0).sum())):
        return Service(None, None, n, hidden=True)
    if n == 0:
        return Service(None, None, 0)
    median = float((pairs["paid"] / pairs["income"]).median())
    return Service(ratio(pairs["paid"].sum(), pairs["income"].sum()), median, n)


def debt_to_income(accounts: pd.DataFrame) -> Estimate:
    """Return formal debt ÷ yearly income (sum ÷ sum) of households that stated both."""
    used = whole_years(accounts).frame
    pairs = pd.DataFrame({"owed": numbers(used, "debt_formal"), "income": used["income"]}).dropna()
    n = len(pairs)
    if too_few(n) or too_few(int((pairs["owed"] > 0).sum())):
        return Estimate(None, n, hidden=True)
    share = ratio(pairs["owed"].sum(), pairs["income"].sum())
    return Estimate(None if np.isnan(share) else share, n)


STRICT = "debt_informal"
