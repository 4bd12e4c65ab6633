"""The few figures of the profile that everyone should know, for the one-page summary."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import _, ngettext
from planning_kit.profile.coverage import Coverage, coverage
from planning_kit.profile.hazards import by_year, in_all
from planning_kit.profile.income import farm_share, income, whole_years
from planning_kit.profile.land import holding
from planning_kit.profile.people import farm_households
from planning_kit.profile.production import crops
from planning_kit.profile.standards import safe_area
from planning_kit.profile.water import months_short_spread
from planning_kit.report.chapters.wording import baht, number, percent, rai
from planning_kit.report.section import Fact
from planning_kit.workbook import Workbook


def profile_facts(workbook: Workbook) -> list[Fact]:
    """Return the figures that are known; what is not known is left out."""
    households = workbook.frame("household")
    return [
        *_people(households, coverage(households, workbook.villages())),
        *_land(households),
        *_money(workbook.frame("household_account")),
        *_crops(workbook.frame("production")),
        *_dangers(workbook.frame("hazard")),
    ]


def _people(households: pd.DataFrame, counted: Coverage) -> list[Fact]:
    facts = []
    if counted.n:
        facts.append(
            Fact(number(counted.n), _("households told us about themselves"), _of(counted))
        )
    farming = farm_households(households)
    row = _first(farming[farming.question == "is_farm_household"])
    if row is not None and pd.notna(row.share):
        facts.append(Fact(percent(row.share, 0), _("of households farm"), _n(row.n)))
    return facts


def _land(households: pd.DataFrame) -> list[Fact]:
    facts = []
    held = holding(households)
    row = _first(held[held.measure == "operated_rai"])
    if row is not None and pd.notna(row["median"]):
        facts.append(
            Fact(
                rai(row["median"]),
                _("of farm land: half of the households have less, half have more"),
                _n(row.n),
            )
        )
    dry = _first(months_short_spread(households))
    if dry is not None and pd.notna(dry["mean"]):
        facts.append(
            Fact(
                _("{months} months", months=number(dry["mean"], 1)),
                _("a year without enough farm water, on average"),
                _n(dry.n),
            )
        )
    return facts


def _money(accounts: pd.DataFrame) -> list[Fact]:
    chosen = whole_years(accounts)
    facts = []
    rows = income(accounts)
    for measure, label in (
        ("income", _("income of a household in the middle, B.E. {year}", year=chosen.year_be)),
        ("net", _("left after expenses, household in the middle")),
    ):
        row = _first(rows[rows.measure == measure])
        if row is not None and pd.notna(row["median"]):
            facts.append(Fact(baht(row["median"]), label, _n(row.n)))
    share = farm_share(accounts)
    if share.value is not None:
        facts.append(
            Fact(percent(share.value, 0), _("of income comes from own farming"), _n(share.n))
        )
    return facts


def _crops(production: pd.DataFrame) -> list[Fact]:
    facts = []
    safe = safe_area(production)
    if safe.share is not None:
        facts.append(
            Fact(percent(safe.share, 0), _("of crop area has GAP, organic or PGS"), _n(safe.n))
        )
    return facts


def _dangers(hazards: pd.DataFrame) -> list[Fact]:
    whole, years = _first(in_all(hazards)), by_year(hazards)
    if whole is None or pd.isna(whole.affected_rai):
        return []
    first, last = int(years.key.min()), int(years.key.max())
    return [
        Fact(
            rai(whole.affected_rai, 0),
            _("struck by hazards in B.E. {first}–{last}, all events added", first=first, last=last),
            _("{n} records", n=number(whole.area_n)),
        )
    ]


def main_crops(production: pd.DataFrame) -> list[str]:
    """Say which crops cover most land and what they leave, as far as both may be shown."""
    table = crops(production, by_season=False)
    shown = table[table.area_rai.notna()].head(3)
    if shown.empty:
        return []
    names = ngettext(
        "The crop with the most land is {crops}.",
        "The crops with the most land are {crops}.",
        len(shown),
        crops=" · ".join(shown["product"]),
    )
    said = [names]
    paid = shown[shown.margin_cash_rai.notna()]
    said += [
        _(
            "{crop} leaves {baht} baht a rai after cash costs (n = {n}).",
            crop=row["product"],
            baht=number(row.margin_cash_rai),
            n=number(row.budget_n),
        )
        for _index, row in paid.iterrows()
    ]
    return said


def _first(frame: pd.DataFrame) -> pd.Series | None:
    return None if frame.empty else frame.iloc[0]


def _n(n: float) -> str:
    return _("n = {n}", n=number(n))


def _of(counted: Coverage) -> str:
    if counted.population is None:
        return ""
    return _("of {population} in all", population=number(counted.population))
