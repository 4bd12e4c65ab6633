"""Income, expense, debt and saving, by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from planning_kit.profile.debt import debt_service, debt_to_income, debtors, formal_debt
from planning_kit.profile.income import components, farm_share, income, savings, whole_years
from planning_kit.profile.sampling import Sample
from planning_kit.records import HouseholdAccount, to_frame

BASE = {
    "year_be": 2569,
    "months_recorded": 12,
    "income_crops": 60_000.0,
    "income_livestock": 20_000.0,
    "income_wage": 40_000.0,
    "expense_farm": 30_000.0,
    "expense_food": 50_000.0,
}


def accounts(*rows: dict) -> pd.DataFrame:
    return to_frame(
        HouseholdAccount, [BASE | {"household_id": str(i)} | row for i, row in enumerate(rows)]
    )


def test_income_expense_and_what_is_left():
    table = income(accounts(*[{}] * 5)).set_index("measure")
    assert table["mean"].to_dict() == {
        "income": 120_000,
        "farm_income": 80_000,
        "expense": 80_000,
        "net": 40_000,
    }


def test_a_half_year_is_counted_and_left_out_of_the_means():
    frame = accounts(
        *[{}] * 5, {"months_recorded": 6, "income_crops": 1.0}, {"months_recorded": None}
    )
    chosen = whole_years(frame)
    assert (chosen.short, chosen.months_not_stated, len(chosen.frame)) == (1, 1, 6)
    row = income(frame).set_index("measure").loc["income"]
    assert (row["n"], row["mean"]) == (6, 120_000)


def test_the_latest_year_is_used_and_the_others_are_counted():
    frame = accounts(*[{}] * 5, {"year_be": 2568, "income_crops": 0.0})
    chosen = whole_years(frame)
    assert (chosen.year_be, chosen.other_years, len(chosen.frame)) == (2569, 1, 5)
    assert len(whole_years(frame, 2568).frame) == 1


def test_an_account_that_states_no_income_is_not_zero():
    silent = {name: None for name in BASE if name.startswith("income_")}
    row = income(accounts(*[{}] * 5, silent)).set_index("measure").loc["income"]
    assert (row["n"], row["not_stated"], row["mean"]) == (5, 1, 120_000)


def test_parts_of_income_and_their_shares():
    table = components(accounts(*[{}] * 5)).set_index("key")
    assert table.index.tolist() == ["income_crops", "income_wage", "income_livestock"]
    assert table["share"].tolist() == [0.5, pytest.approx(1 / 3), pytest.approx(1 / 6)]
    assert components(accounts(*[{}] * 5), "expense").set_index("key").at[
        "expense_food", "share"
    ] == pytest.approx(5 / 8)


def test_fish_of_three_households_hides_another_part_of_farm_income():
    frame = accounts(*[{"income_fish": 9000.0}] * 3, *[{"income_fish": 0.0}] * 17)
    table = components(frame).set_index("key")
    assert table.at["income_fish", "hidden"]
    # farm income is told, so one of its other parts must go, not the wages
    assert table["hidden"].sum() == 2
    assert not table.at["income_wage", "hidden"]
    assert farm_share(frame).value is not None


def test_farm_share_of_income():
    found = farm_share(accounts(*[{}] * 5))
    assert (found.value, found.n) == (pytest.approx(2 / 3), 5)


def test_formal_debt_of_all_and_of_debtors():
    # five owe 100,000 and five owe nothing
    rows = [{"debt_formal": 100_000.0}] * 5 + [{"debt_formal": 0.0}] * 5 + [{}]
    table = formal_debt(accounts(*rows)).set_index("measure")
    assert table["n"].tolist() == [10, 5]
    assert table["mean"].tolist() == [50_000, 100_000]
    assert table.at["all", "median"] == 50_000


def test_the_debt_of_two_is_told_nowhere():
    rows = [{"debt_formal": 100_000.0}] * 2 + [{"debt_formal": 0.0}] * 20
    table = formal_debt(accounts(*rows))
    assert table["hidden"].all()
    assert table[["mean", "median", "total"]].isna().all(axis=None)
    assert debt_to_income(accounts(*rows)).hidden


def test_informal_debt_is_only_a_count():
    rows = [{"debt_informal": 70_000.0}] * 6 + [{"debt_informal": 0.0}] * 14
    table = debtors(accounts(*rows)).set_index("question")
    assert table.loc["debt_informal", ["households", "n", "share"]].tolist() == [6, 20, 0.3]
    shown = [value for value in table.to_numpy().ravel() if isinstance(value, float)]
    assert 70_000.0 not in shown


@pytest.mark.parametrize(("have", "have_not"), [(4, 30), (30, 4), (30, 0)])
def test_informal_debt_of_few_or_of_all_is_hidden(have, have_not):
    rows = [{"debt_informal": 1.0}] * have + [{"debt_informal": 0.0}] * have_not
    row = debtors(accounts(*rows)).set_index("question").loc["debt_informal"]
    assert row["hidden"]
    assert pd.isna(row["households"])


def test_debt_service():
    # five pay 12,000 and five 60,000 of 120,000: 30 % of all; median of 10 % and 50 %: 30 %
    rows = [{"debt_payment": 12_000.0}] * 5 + [{"debt_payment": 60_000.0}] * 5
    found = debt_service(accounts(*rows))
    assert (found.overall, found.median, found.n) == (pytest.approx(0.3), pytest.approx(0.3), 10)


def test_debt_to_income():
    rows = [{"debt_formal": 60_000.0}] * 10
    assert debt_to_income(accounts(*rows)).value == pytest.approx(0.5)


def test_savings():
    rows = [{"saving": 10_000.0}] * 6 + [{"saving": 0.0}] * 6
    row = savings(accounts(*rows)).iloc[0]
    assert (row["mean"], row["savers"], row["n"]) == (5000, 6, 12)


def test_the_few_without_savings_are_not_told_by_subtraction():
    rows = [{"saving": 10_000.0}] * 6 + [{"saving": 0.0}] * 4
    row = savings(accounts(*rows)).iloc[0]
    assert row["mean"] == 6000 and pd.isna(row["savers"])


def test_the_few_who_lack_a_part_of_income_are_not_told_by_subtraction():
    frame = accounts(*[{"income_wage": 9000.0}] * 18, *[{"income_wage": 0.0}] * 2)
    row = components(frame).set_index("key").loc["income_wage"]
    assert pd.isna(row["households"]) and row["households_hidden"] and not row["hidden"]
    assert row["total"] == 18 * 9000


def test_a_random_sample_gives_the_mean_a_range():
    rows = [{"income_wage": 40_000.0 + 1000 * i} for i in range(20)]
    table = income(accounts(*rows), Sample(20, 100, is_random=True)).set_index("measure")
    assert table.at["income", "low"] < table.at["income", "mean"] < table.at["income", "high"]
    assert income(accounts(*rows))["low"].isna().all()


def test_farm_income_of_five_farms_of_three_sorts_is_hidden():
    # one has crops, one livestock, three fish: 1 + 1 + 3 leaves no room if the five were told
    none = {"income_crops": 0.0, "income_livestock": 0.0, "income_fish": 0.0}
    rows = [none | {"income_crops": 9.0}, none | {"income_livestock": 9.0}]
    rows += [none | {"income_fish": 9.0}] * 3 + [none] * 20
    frame = accounts(*rows)
    assert income(frame).set_index("measure").at["farm_income", "hidden"]
    assert farm_share(frame).hidden
    assert not income(frame).set_index("measure").at["income", "hidden"]


def test_three_free_of_debt_hide_the_number_of_debtors():
    rows = [{"debt_formal": 100.0}] * 30 + [{"debt_formal": 0.0}] * 3
    table = formal_debt(accounts(*rows)).set_index("measure")
    assert table["hidden"].to_dict() == {"all": False, "debtors": True}
    assert pd.isna(table.at["debtors", "n"])
