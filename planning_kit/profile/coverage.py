"""n of N: how many households were surveyed, of how many there are."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from planning_kit.language import N_, _
from planning_kit.profile.columns import answers, numbers, ratio

COVERAGE = ("village_code", "name", "surveyed", "households", "farm_households", "share")
"""Columns: ``surveyed`` n · ``households``, ``farm_households`` in all (NaN = not stated) ·
``share`` surveyed ÷ households (above 1 where the stated total is too low)."""


@dataclass(frozen=True)
class Coverage:
    """``n`` households surveyed of ``population`` (``None`` = not stated), ``share`` 0–1."""

    n: int
    population: int | None
    share: float | None

    def phrase(self) -> str:
        """Say "n = 285 of 1,120 households" in the language in use."""
        if self.population is None:
            return _(N_KNOWN, n=f"{self.n:,}")
        return _(N_OF_N, n=f"{self.n:,}", population=f"{self.population:,}")


def coverage(households: pd.DataFrame, villages: pd.DataFrame, of: str = "households") -> Coverage:
    """Return n of N for the whole area; N only where every village states it.

    ``of="farm_households"`` counts farm households on both sides: those that said they farm.
    """
    if of == "farm_households":
        households = households[answers(households, "is_farm_household").eq(True)]
    table = coverage_by_village(households, villages)
    n = int(table["surveyed"].sum())
    if table.empty or table[of].isna().any():
        return Coverage(n, None, None)
    population = int(table[of].sum())
    return Coverage(n, population, n / population if population else None)


def agreed(households: pd.DataFrame) -> pd.DataFrame:
    """Return the households that did not refuse the use of their data (consent not ``False``)."""
    return households[~answers(households, "consent_given").eq(False)]


def coverage_by_village(households: pd.DataFrame, villages: pd.DataFrame) -> pd.DataFrame:
    """Return ``COVERAGE``, one row per village known or surveyed, in order of code."""
    asked = answers(households, "village_code").dropna().value_counts()
    known = pd.DataFrame(
        {
            "village_code": answers(villages, "village_code"),
            "name": answers(villages, "name"),
            "households": numbers(villages, "households"),
            "farm_households": numbers(villages, "farm_households"),
        }
    ).set_index("village_code")
    codes = sorted({*known.index.dropna(), *asked.index})
    table = known[~known.index.duplicated()].reindex(codes)
    table["surveyed"] = asked.reindex(codes).fillna(0).astype("int64")
    table["share"] = [
        ratio(n, whole) for n, whole in zip(table["surveyed"], table["households"], strict=True)
    ]
    table["name"] = table["name"].astype("object").where(table["name"].notna(), None)
    table.index = pd.Index(codes, name="village_code", dtype="object")
    return table.reset_index()[list(COVERAGE)]


N_KNOWN = N_("n = {n} households (how many there are in all is not stated)")
N_OF_N = N_("n = {n} of {population} households")
