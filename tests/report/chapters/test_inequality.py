"""The chapter on how evenly income is spread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from planning_kit.records.account import INCOME_FIELDS
from planning_kit.report.chapters.inequality import inequality


def account(number: int, baht: float) -> dict[str, Any]:
    """Return one whole-year account with one income."""
    return {
        "household_id": str(number),
        "year_be": 2568,
        "months_recorded": 12,
        "income_crops": baht,
    }


def mean_difference(values: list[float]) -> float:
    """Return the mean difference of all pairs of different households."""
    pairs = [abs(a - b) for i, a in enumerate(values) for b in values[i + 1 :]]
    return sum(pairs) / len(pairs)


def test_shares_and_gini_equal_those_of_the_rows(practice: Any) -> None:
    rows = [one for one in practice.records("household_account") if one.months_recorded == 12]
    incomes = sorted(float(sum(getattr(one, name) or 0 for name in INCOME_FIELDS)) for one in rows)
    n, whole = len(incomes), sum(incomes)
    said = inequality(practice).sentences
    assert f"{100 * sum(incomes[: round(0.4 * n)]) / whole:.0f}%" in said[0]
    assert f"{100 * sum(incomes[n - round(0.2 * n) :]) / whole:.0f}%" in said[1]
    # The mean difference of all pairs is twice the coefficient times the mean.
    difference = mean_difference(incomes)
    assert f"{difference * (n - 1) / n / (2 * whole / n):.2f}" in said[2]
    assert f"{round(difference, -3):,.0f} บาท" in said[3]


def test_equal_incomes_give_nought(workbook_of: Callable[..., Any]) -> None:
    rows = [account(i, 50_000) for i in range(30)]
    section = inequality(workbook_of({"household_account": rows}))
    assert "40% ของทั้งหมด" in section.sentences[0]
    assert section.tables[0].cells()[0][1] == "0.00"


def test_four_households_are_hidden(workbook_of: Callable[..., Any]) -> None:
    section = inequality(workbook_of({"household_account": [account(i, 1000) for i in range(4)]}))
    assert "ไม่ถึง 5 ครัวเรือน" in section.sentences[0]
    assert not section.tables and not section.pictures


def test_the_curve_is_told_in_words_and_in_a_table(practice: Any) -> None:
    section = inequality(practice)
    steps = section.tables[1].cells()
    assert steps[-1] == ["100%", "100.0%"]
    assert steps[3][0] == "40%"
    assert "40%" in section.pictures[0].alt
    assert section.evidence and "n = 277" in section.evidence[0]


def test_nothing_known(workbook_of: Callable[..., Any]) -> None:
    section = inequality(workbook_of({}))
    assert len(section.sentences) == 1 and not section.tables
