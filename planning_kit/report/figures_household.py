"""Figures of households: money, debt, land, water, food and hands."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from planning_kit.language import Words
from planning_kit.profile import debt, diversity, income, inequality, labour, land, people, water
from planning_kit.profile.privacy import too_few
from planning_kit.report.figure_kind import (
    BAHT,
    HOUSEHOLDS,
    MONTHS,
    PERCENT,
    RAI,
    Frames,
    ProfileFigure,
    Worked,
    cell,
)

_SUSTAINABLE = ("integrated", "new_theory", "agroforestry", "organic")


def _income(measure: str) -> Callable[[Frames], Worked]:
    return lambda f: cell(income.income(f["household_account"]), "median", key=measure)


def _owing(question: str, column: str) -> Callable[[Frames], Worked]:
    return lambda f: cell(debt.debtors(f["household_account"]), column, "question", question)


def _farm_share(f: Frames) -> Worked:
    share = income.farm_share(f["household_account"])
    return share.value, share.n


def _service(f: Frames) -> Worked:
    paid = debt.debt_service(f["household_account"])
    return paid.overall, paid.n


def _debt_to_income(f: Frames) -> Worked:
    owed = debt.debt_to_income(f["household_account"])
    return owed.value, owed.n


def _gini(f: Frames) -> Worked:
    found = inequality.inequality(f["household_account"])
    return found.gini, found.n


def _irrigated(f: Frames) -> Worked:
    found = land.irrigated_share(f["household"])
    return found.share, found.n


def _short_of_water(f: Frames) -> Worked:
    never, n = cell(water.months_short(f["household"]), "share", "key", "0")
    return (None if never is None else 1 - never), n


def _sustainable(f: Frames) -> Worked:
    table = diversity.farming_types(f["household"])
    n = None if table.empty else int(table["n"].iloc[0])
    inside = table["key"].isin(_SUSTAINABLE)
    # With a hidden kind on the other side, the sum of this side would give it away.
    if n is None or table.loc[~inside, "hidden"].any():
        return None, n
    share = 1 - float(table.loc[~inside, "share"].sum())
    return (None if too_few(round(share * n)) else max(share, 0.0)), n


def _age_share(key: str) -> Callable[[Frames], Worked]:
    def worked(f: Frames) -> Worked:
        table = people.composition(f["household"])
        rows = table[(table["question"] == "age") & (table["key"] == key)]
        share = rows["share"].iloc[0] if len(rows) else None
        n = int(rows["households"].iloc[0]) if len(rows) else None
        return (None if pd.isna(share) else float(share)), n

    return worked


def _account(
    key: str,
    label: Words,
    unit: Words,
    worked: Callable[[Frames], Worked],
    section: str = "income",
    places: int = 0,
) -> ProfileFigure:
    return ProfileFigure(key, label, unit, "household_account", section, worked, places)


def _household(
    key: str,
    label: Words,
    unit: Words,
    worked: Callable[[Frames], Worked],
    section: str,
    places: int = 0,
) -> ProfileFigure:
    return ProfileFigure(key, label, unit, "household", section, worked, places)


HOUSEHOLD_FIGURES = (
    _account(
        "income.total_median",
        Words("รายรับทั้งปีของครัวเรือน ค่ากลาง", "yearly income of a household, median"),
        BAHT,
        _income("income"),
    ),
    _account(
        "income.expense_median",
        Words("รายจ่ายทั้งปีของครัวเรือน ค่ากลาง", "yearly expense of a household, median"),
        BAHT,
        _income("expense"),
    ),
    _account(
        "income.net_median",
        Words("เงินเหลือทั้งปีของครัวเรือน ค่ากลาง", "yearly income left over, median"),
        BAHT,
        _income("net"),
    ),
    _account(
        "income.farm_share",
        Words("รายรับที่มาจากการเกษตรของตนเอง", "income that comes from own farming"),
        PERCENT,
        _farm_share,
    ),
    _account(
        "income.gini",
        Words("ความเหลื่อมล้ำของรายได้ (จีนี 0–1)", "inequality of income (Gini, 0–1)"),
        Words("", ""),
        _gini,
        "inequality",
        2,
    ),
    _account(
        "debt.formal_mean",
        Words("หนี้ในระบบเฉลี่ยต่อครัวเรือน", "mean formal debt per household"),
        BAHT,
        lambda f: cell(debt.formal_debt(f["household_account"]), "mean", key="all"),
        "debt",
    ),
    _account(
        "debt.formal_median",
        Words("หนี้ในระบบของครัวเรือนที่เป็นหนี้ ค่ากลาง", "formal debt of those who owe, median"),
        BAHT,
        lambda f: cell(debt.formal_debt(f["household_account"]), "median", key="debtors"),
        "debt",
    ),
    _account(
        "debt.formal_share",
        Words("ครัวเรือนที่มีหนี้ในระบบ", "households with formal debt"),
        PERCENT,
        _owing("debt_formal", "share"),
        "debt",
    ),
    _account(
        "debt.informal_households",
        Words("ครัวเรือนที่มีหนี้นอกระบบ", "households with informal debt"),
        HOUSEHOLDS,
        _owing("debt_informal", "households"),
        "debt",
    ),
    _account(
        "debt.service_share",
        Words("รายรับที่ต้องใช้ชำระหนี้", "income that goes to debt payments"),
        PERCENT,
        _service,
        "debt",
    ),
    _account(
        "debt.to_income",
        Words("หนี้ในระบบเทียบกับรายรับหนึ่งปี", "formal debt beside one year’s income"),
        PERCENT,
        _debt_to_income,
        "debt",
    ),
    _household(
        "land.operated_median",
        Words("ที่ดินทำกินต่อครัวเรือน ค่ากลาง", "farm land per household, median"),
        RAI,
        lambda f: cell(land.holding(f["household"]), "median", key="operated_rai"),
        "land-holding",
        1,
    ),
    _household(
        "land.rented_share",
        Words("ที่ดินทำกินที่เป็นที่เช่า", "farm land that is rented"),
        PERCENT,
        lambda f: cell(land.tenure_mix(f["household"]), "share", "key", "rented"),
        "land-tenure",
    ),
    _household(
        "land.landless_share",
        Words("ครัวเรือนที่ไม่มีที่ดินทำกิน", "households without farm land"),
        PERCENT,
        lambda f: cell(land.size_classes(f["household"]), "share", "key", "landless"),
        "land-holding",
    ),
    _household(
        "land.irrigated_share",
        Words("ที่ดินทำกินที่มีน้ำชลประทาน", "farm land that is irrigated"),
        PERCENT,
        _irrigated,
        "land-irrigated",
    ),
    _household(
        "water.short_share",
        Words("ครัวเรือนที่น้ำทำเกษตรไม่พอ", "households short of farm water"),
        PERCENT,
        _short_of_water,
        "water",
    ),
    _household(
        "water.never_short_share",
        Words("ครัวเรือนที่ไม่ขาดน้ำทำเกษตรเลย", "households never short of farm water"),
        PERCENT,
        lambda f: cell(water.months_short(f["household"]), "share", "key", "0"),
        "water",
    ),
    _household(
        "water.short_months_mean",
        Words("เดือนที่น้ำทำเกษตรไม่พอในหนึ่งปี เฉลี่ย", "months a year short of farm water, mean"),
        MONTHS,
        lambda f: cell(water.months_short_spread(f["household"]), "mean"),
        "water",
        1,
    ),
    _household(
        "food.staple_year_share",
        Words("ครัวเรือนที่มีข้าวของตนเองพอทั้งปี", "households with own staple all year"),
        PERCENT,
        lambda f: cell(people.staple_food(f["household"]), "share", "key", "12"),
        "people-food",
    ),
    _household(
        "people.old_share",
        Words("คนอายุ 60 ปีขึ้นไป", "persons aged 60 and over"),
        PERCENT,
        _age_share("members_60_up"),
        "people-ages",
    ),
    _household(
        "people.young_farmer_share",
        Words("ครัวเรือนที่มีคนอายุ 17–45 ปีทำเกษตร", "households with a farmer aged 17–45"),
        PERCENT,
        lambda f: cell(labour.with_young_farmers(f["household"]), "share"),
        "water-labour",
    ),
    _household(
        "farming.sustainable_share",
        Words("ครัวเรือนที่ทำเกษตรยั่งยืน", "households in sustainable farming"),
        PERCENT,
        _sustainable,
        "diversity",
    ),
)
