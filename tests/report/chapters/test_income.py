"""The chapter on income, expense, saving and debt."""

from __future__ import annotations

from collections.abc import Callable
from statistics import mean, median
from typing import Any

from planning_kit.language import speaking
from planning_kit.records.account import EXPENSE_FIELDS, INCOME_FIELDS
from planning_kit.report.chapters.income import income


def text_of(section: Any) -> str:
    """Return every word of a section: sentences, cells, captions, notes, evidence."""
    pieces: list[str] = []
    for one in section.walk():
        pieces += [one.title, *one.sentences, *one.notes, *one.evidence]
        pieces += [f"{picture.caption} {picture.alt}" for picture in one.pictures]
        for table in one.tables:
            pieces += [table.caption, table.note, *(column.label for column in table.columns)]
            pieces += [cell for row in table.cells() for cell in row]
    return "\n".join(pieces)


def part(section: Any, key: str) -> Any:
    """Return the part of a chapter with this key."""
    return next(one for one in section.walk() if one.key == key)


def whole_years(practice: Any) -> list[Any]:
    """Return the accounts of twelve months."""
    return [one for one in practice.records("household_account") if one.months_recorded == 12]


def total(account: Any, names: tuple[str, ...]) -> float:
    """Return what an account states of ``names``, added up."""
    return float(sum(getattr(account, name) or 0 for name in names))


def account(number: int, **values: Any) -> dict[str, Any]:
    """Return one whole-year account."""
    plain = {"household_id": str(number), "year_be": 2568, "months_recorded": 12}
    return plain | {"income_crops": 100_000, "expense_food": 40_000} | values


def test_median_and_mean_equal_those_of_the_rows(practice: Any) -> None:
    incomes = [total(one, INCOME_FIELDS) for one in whole_years(practice)]
    expenses = [total(one, EXPENSE_FIELDS) for one in whole_years(practice)]
    said = income(practice).sentences
    assert f"ไม่เกิน {median(incomes):,.0f} บาท" in said[0]
    assert f"{mean(incomes):,.0f} บาท" in said[0]
    assert "พ.ศ. 2568" in said[0]
    assert f"ไม่เกิน {median(expenses):,.0f} บาท" in said[1]


def test_short_accounts_are_left_out_and_told(practice: Any) -> None:
    rows = practice.records("household_account")
    short = sum(one.months_recorded < 12 for one in rows)
    section = income(practice)
    assert short == 3
    assert "มีบัญชีที่จดไม่ครบ 12 เดือน 3 บัญชี ไม่นำมาคิด" in section.notes
    assert f"n = {len(rows) - short} จาก" in section.evidence[0]


def test_the_range_stands_in_the_table_of_a_random_sample(practice: Any) -> None:
    section = income(practice)
    table = section.tables[0]
    assert "ช่วงเชื่อมั่น 95%" in [column.label for column in table.columns]
    assert sum("สุ่มมา 300 จาก 1,052 ครัวเรือน" in line for line in section.sentences) == 1


def test_parts_of_income_stand_largest_first(practice: Any) -> None:
    used = whole_years(practice)
    sums = {name: sum(float(getattr(one, name) or 0) for one in used) for name in INCOME_FIELDS}
    largest = max(sums, key=lambda name: sums[name])
    table = part(income(practice), "income-parts").tables[0]
    shares = [row[1] for row in table.cells()]
    assert table.frame["key"].iloc[0] == largest
    assert shares[0] == f"{100 * sums[largest] / sum(sums.values()):.1f}%"
    assert [float(one.rstrip("%")) for one in shares] == sorted(
        (float(one.rstrip("%")) for one in shares), reverse=True
    )


def test_formal_debt_among_all_and_among_debtors(practice: Any) -> None:
    owed = [float(one.debt_formal) for one in whole_years(practice) if one.debt_formal is not None]
    owing = [one for one in owed if one > 0]
    section = part(income(practice), "debt")
    assert section.sentences[0].startswith(f"{len(owing)} จาก {len(owed)} ครัวเรือน")
    assert f"ไม่เกิน {median(owing):,.0f} บาท" in section.sentences[1]
    everyone, debtors = section.tables[0].cells()
    assert everyone[1] == f"{mean(owed):,.0f}"
    assert debtors[1] == f"{mean(owing):,.0f}"


def test_informal_debt_is_only_a_number_of_households(practice: Any) -> None:
    owed = [one.debt_informal for one in whole_years(practice) if one.debt_informal is not None]
    owing = [float(one) for one in owed if one > 0]
    section = part(income(practice), "debt")
    assert f"{len(owing)} จาก {len(owed)} ครัวเรือนมีหนี้นอกระบบ" in section.sentences
    words = text_of(income(practice))
    for told in (sum(owing), mean(owing), median(owing), max(owing)):
        assert f"{told:,.0f}" not in words


def test_few_with_informal_debt_are_not_told(workbook_of: Callable[..., Any]) -> None:
    rows = [account(i, debt_informal=5000 if i < 3 else 0) for i in range(20)]
    section = part(income(workbook_of({"household_account": rows})), "debt")
    words = text_of(section)
    assert "ไม่แสดงจำนวนครัวเรือนที่มีหนี้นอกระบบ" in words
    assert "3 จาก" not in words and "17" not in words
    assert section.tables[-1].hides()


def test_debt_payments_over_income(workbook_of: Callable[..., Any]) -> None:
    # 10 pay 10,000 of 100,000; 10 pay 30,000 of 100,000: together 20 %, in the middle 20 %.
    rows = [account(i, debt_payment=10_000 if i < 10 else 30_000) for i in range(20)]
    said = " ".join(part(income(workbook_of({"household_account": rows})), "debt").sentences)
    assert "คิดเป็น 20% ของรายรับทุกครัวเรือนรวมกัน" in said
    assert "(n = 20)" in said


def test_the_few_without_savings_are_not_told_by_subtraction(
    workbook_of: Callable[..., Any],
) -> None:
    rows = [account(i, saving=0 if i < 2 else 1000) for i in range(20)]
    words = "\n".join(income(workbook_of({"household_account": rows})).sentences)
    assert "18 จาก 20" not in words
    assert "มีเงินออมไม่เกิน 1,000 บาท" in words


def test_spending_more_than_came_in_is_said(workbook_of: Callable[..., Any]) -> None:
    rows = [account(i, expense_farm=90_000) for i in range(10)]
    said = income(workbook_of({"household_account": rows})).sentences
    assert any("ขาดเงิน 30,000 บาท" in line for line in said)


def test_four_accounts_show_no_amount(workbook_of: Callable[..., Any]) -> None:
    rows = [account(i, debt_formal=77_000, saving=8_800) for i in range(4)]
    words = text_of(income(workbook_of({"household_account": rows})))
    for amount in ("100,000", "40,000", "60,000", "77,000", "8,800"):
        assert amount not in words


def test_nothing_known_is_said_without_table(workbook_of: Callable[..., Any]) -> None:
    section = income(workbook_of({}))
    assert len(section.sentences) == 1 and "บัญชีครัวเรือน" in section.sentences[0]
    assert not section.tables and not section.pictures and not section.parts


def test_english_holds_no_thai_but_names(practice: Any) -> None:
    with speaking("en"):
        section = income(practice)
        assert section.title == "Household income, expense and debt"
        said = [line for one in section.walk() for line in (*one.sentences, *one.notes)]
    assert not any("\u0e00" <= letter <= "\u0e7f" for line in said for letter in line)
