"""Who lives in the households: members, ages, heads, and food of their own."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from planning_kit.language import Words
from planning_kit.profile.columns import added, answers, numbers, ratio
from planning_kit.profile.privacy import hide_list, hide_table, too_few
from planning_kit.profile.sampling import Sample
from planning_kit.profile.spread import mask_rows, spread_table
from planning_kit.profile.tally import TALLY, tally, tally_yes
from planning_kit.records.household_choices import AgeGroup, Schooling, Sex

SEXES = ("males", "females")
AGES = ("members_under_15", "members_15_to_59", "members_60_up")
HEAD_QUESTIONS = ("head_sex", "head_age", "head_schooling")


def household_size(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Spread of persons per household: rows ``members, males, females`` and the age groups.

    Columns ``measure`` + ``SPREAD`` (persons; ``total`` is the number of persons).
    """
    amounts = {"members": household_members(households)}
    amounts |= {name: numbers(households, name) for name in (*SEXES, *AGES)}
    table = spread_table(amounts, sample)
    parts = composition(households)
    hidden = set(parts.loc[parts["hidden"], "key"])
    return mask_rows(table, table["measure"].isin(hidden))


def composition(households: pd.DataFrame) -> pd.DataFrame:
    """Persons by sex and by age group.

    Columns: ``question`` ("sex"/"age") · ``key`` (field name) · ``persons`` (NaN where
    hidden) · ``households`` that stated it · ``share`` of the persons of that question ·
    ``hidden``.
    """
    rows = []
    for question, names in (("sex", SEXES), ("age", AGES)):
        stated = households[[name for name in names if name in households]].dropna()
        sums = [int(numbers(stated, name).sum()) for name in names]
        n = len(stated)
        if n == 0:
            continue
        whole = sum(sums)
        hide = [True] * len(names) if too_few(n) else hide_list(sums)
        for name, persons, masked in zip(names, sums, hide, strict=True):
            told = np.nan if masked else float(persons)
            rows.append((question, name, told, n, ratio(told, whole), masked))
    return pd.DataFrame(rows, columns=list(COMPOSITION)).astype({"hidden": "bool"})


@dataclass(frozen=True)
class Dependency:
    """Persons under 15 and from 60 up for every 100 aged 15–59; ``None`` where not known."""

    young: float | None
    old: float | None
    total: float | None
    n: int
    hidden: bool = False


def dependency(households: pd.DataFrame) -> Dependency:
    """Return the dependency ratios of households that stated all three age groups.

    Formula: 100 × dependants ÷ persons of working age (United Nations, World Population
    Ageing), with 60 and not 65 for the upper limit, as the
    records and Thailand's Older Persons Act B.E. 2546 have it.
    """
    stated = pd.DataFrame({name: numbers(households, name) for name in AGES}).dropna()
    young, working, old = (float(stated[name].sum()) for name in AGES)
    n = len(stated)
    parts = composition(households)
    if parts.loc[parts["question"] == "age", "hidden"].any():
        return Dependency(None, None, None, n, hidden=True)
    if n == 0 or working == 0:
        return Dependency(None, None, None, n)
    return Dependency(100 * young / working, 100 * old / working, 100 * (young + old) / working, n)


def heads(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Sex, age and schooling of heads: ``question`` (field name) + ``TALLY`` columns."""
    choices = (Sex, AgeGroup, Schooling)
    tables = [
        tally(answers(households, name), list(keys), sample).assign(question=name)
        for name, keys in zip(HEAD_QUESTIONS, choices, strict=True)
    ]
    return pd.concat(tables, ignore_index=True)[["question", *TALLY]]


def farm_households(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households that farm and those in the farmer register: ``question`` + ``TALLY``.

    Rows for ``is_farm_household`` and ``is_registered_farmer``, key ``"yes"``.
    """
    tables = [
        tally_yes(answers(households, name), sample=sample).assign(question=name)
        for name in ("is_farm_household", "is_registered_farmer")
    ]
    return pd.concat(tables, ignore_index=True)[["question", *TALLY]]


def staple_food(households: pd.DataFrame, sample: Sample | None = None) -> pd.DataFrame:
    """Households fed by their own staple: ``TALLY``, keys none, 1_5, 6_11, 12 (months)."""
    months = numbers(households, "rice_months").dropna()
    classes = pd.cut(months, [-1, 0, 5, 11, 12], labels=list(FOOD_MONTHS)).astype("object")
    return tally(classes, list(FOOD_MONTHS), sample)


def people_by_village(households: pd.DataFrame) -> pd.DataFrame:
    """Households and persons surveyed per village.

    Columns: ``village_code, households, members, males, females, per_household, n`` (that
    stated members), ``hidden``; sorted by village code. ``households`` is always shown.
    """
    amounts = pd.DataFrame(
        {
            "village_code": answers(households, "village_code"),
            "members": household_members(households),
            "males": numbers(households, "males"),
            "females": numbers(households, "females"),
        }
    )
    groups = amounts.groupby("village_code", sort=True)
    table = groups[["members", "males", "females"]].sum(min_count=1)
    table["households"] = groups.size()
    table["n"] = groups["members"].count()
    table["per_household"] = groups["members"].mean()
    few = hide_table(table[["males", "females"]]).loc[table.index].any(axis=1)
    table["hidden"] = np.array(hide_list(list(table["n"])), dtype="bool") | few
    persons = ["members", "males", "females", "per_household"]
    table[persons] = table[persons].astype("float64").mask(table["hidden"])
    return table.reset_index()[list(VILLAGE_PEOPLE)]


COMPOSITION = ("question", "key", "persons", "households", "share", "hidden")
VILLAGE_PEOPLE = (
    "village_code",
    "households",
    "members",
    "males",
    "females",
    "per_household",
    "n",
    "hidden",
)
FOOD_MONTHS = {
    "none": Words("ไม่มี", "none"),
    "1_5": Words("1–5 เดือน", "1–5 months"),
    "6_11": Words("6–11 เดือน", "6–11 months"),
    "12": Words("ตลอดปี", "all year"),
}


def household_members(households: pd.DataFrame) -> pd.Series:
    """Return persons per household, from the sexes or else from the ages, if all are stated."""
    by_sex = numbers(households, SEXES[0]) + numbers(households, SEXES[1])
    by_age = added(households, AGES).where(
        pd.concat([numbers(households, name) for name in AGES], axis=1).notna().all(axis=1)
    )
    return by_sex.fillna(by_age)
