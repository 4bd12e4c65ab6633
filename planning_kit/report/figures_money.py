"""Figures of household money: income, debt and how evenly they are spread."""

from __future__ import annotations

from collections.abc import Callable

from planning_kit.language import Words
from planning_kit.profile import debt, income, inequality
from planning_kit.report.figure_kind import (
    BAHT,
    HOUSEHOLDS,
    PERCENT,
    Frames,
    ProfileFigure,
    Worked,
    cell,
)


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


def _account(
    key: str,
    label: Words,
    unit: Words,
    worked: Callable[[Frames], Worked],
    section: str = "income",
    places: int = 0,
) -> ProfileFigure:
    return ProfileFigure(key, label, unit, "household_account", section, worked, places)


MONEY_FIGURES = (
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
)
