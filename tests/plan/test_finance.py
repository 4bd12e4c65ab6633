import math

import numpy as np
import numpy_financial as npf
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.errors import KitError, KitErrors
from planning_kit.plan.finance import appraise, npv, quarterly
from planning_kit.plan.finance_sensitivity import sensitivity

NAMES = [
    "item_no",
    "kind",
    "name",
    "start_be",
    "start_quarter",
    "periods",
    "quantity",
    "unit",
    "price",
    "amount",
    "is_yield",
]


def items(*rows):
    return pd.DataFrame([dict(zip(NAMES, row, strict=True)) for row in rows])


def yearly(*flows):
    """One item a year in the first quarter, so that yearly textbook flows come out as they are."""
    return items(
        *(
            (n, "revenue" if flow >= 0 else "investment", f"ปี {n}", 2571 + n, 1, 1, None, None, None,
             abs(flow), None)
            for n, flow in enumerate(flows)
        )
    )  # fmt: skip


def mill():
    """100,000 to begin with, then each year 1,000 kg at 60 baht, 20,000 of costs."""
    return items(
        (1, "investment", "เครื่องสี", 2571, 1, None, None, None, None, 100_000, None),
        (2, "running_cost", "ค่าแรง", 2571, 2, 1, None, None, None, 20_000, None),
        (3, "revenue", "ข้าวสาร", 2571, 3, 4, 1000, "กก.", 60, None, True),
        (4, "residual", "ขายซาก", 2572, 2, 1, None, None, None, 10_000, None),
    )


def test_npv_irr_and_bcr_of_a_textbook_project():
    # 1,000 now, 500, 400, 300, 100 after 1–4 years at 10 %: 454.545 + 330.579 + 225.394
    # + 68.301 = 1078.820; NPV 78.82, IRR 14.49 % (Brigham & Houston, Project S).
    found = appraise(yearly(-1000, 500, 400, 300, 100), 10).returns
    assert found.npv == pytest.approx(78.82, abs=0.005)
    assert found.bcr == pytest.approx(1078.82 / 1000, abs=1e-5)
    assert found.irr == pytest.approx(0.1449, abs=5e-5)


def test_four_quarters_compound_to_a_year():
    assert (1 + quarterly(0.12)) ** 4 == pytest.approx(1.12)
    # 112 baht after four quarters at 12 % a year are worth 100 today.
    assert npv(0.12, [0, 0, 0, 0, 112]) == pytest.approx(100)


def test_cash_flow_quarter_by_quarter():
    flow = appraise(mill(), None).flow
    at = list(zip(flow["fiscal_year_be"], flow["quarter"], flow["net"], strict=True))
    assert at == [
        (2571, 1, -100_000),
        (2571, 2, -20_000),
        (2571, 3, 60_000),
        (2571, 4, 60_000),
        (2572, 1, 60_000),
        (2572, 2, 70_000),
    ]
    assert list(flow["cumulative"]) == [-100_000, -120_000, -60_000, 0, 60_000, 130_000]


def test_payback_is_the_fourth_quarter_and_working_capital_120000():
    found = appraise(mill(), None).returns
    assert (found.payback_quarters, found.payback_year_be, found.payback_quarter) == (4, 2571, 4)
    assert found.working_capital == 120_000
    assert found.deepest_period == 1
    assert found.npv is None and found.bcr is None


def test_payback_must_last():
    # Above zero in quarter 2, below again in 3, for good only in quarter 4.
    rows = yearly(-100, 150, -80, 50)
    rows["start_be"], rows["start_quarter"] = 2571, [1, 2, 3, 4]
    assert appraise(rows, None).returns.payback_quarters == 4


def test_a_project_that_never_pays_back():
    found = appraise(yearly(-1000, 100, 100), 5).returns
    assert found.payback_quarters is None
    assert found.npv < 0


@pytest.mark.parametrize(
    ("flows", "why"),
    [((-100, 300, -250), "several"), ((-100, -10), "no_gain"), ((100, 10), "no_loss")],
)
def test_no_single_irr_is_said_not_guessed(flows, why):
    found = appraise(yearly(*flows), 5).returns
    assert found.irr is None
    assert found.irr_why == why


def test_break_even_by_hand_without_a_rate():
    # Costs 120,000, residual 10,000, revenue 4 × 60,000: 110,000 / 240,000 of yield or price.
    found = appraise(mill(), None).break_even
    assert found.price_factor == pytest.approx(110 / 240)
    assert found.break_even_price == pytest.approx(60 * 110 / 240)
    assert found.break_even_quantity == pytest.approx(1000 * 110 / 240)
    assert (found.unit, found.is_discounted) == ("กก.", False)


def test_costs_that_go_with_the_yield_move_the_break_even_yield_only():
    rows = items(
        (1, "investment", "บ่อ", 2571, 1, 1, None, None, None, 500, None),
        (2, "running_cost", "ค่าเก็บเกี่ยว", 2571, 1, 1, 100, "กก.", 5, None, True),
        (3, "revenue", "ผัก", 2571, 1, 1, 100, "กก.", 15, None, True),
    )
    found = appraise(rows, None).break_even
    # Yield: 500 / (1500 − 500); price: (500 + 500) / 1500.
    assert found.yield_factor == pytest.approx(0.5)
    assert found.price_factor == pytest.approx(2 / 3)


def test_at_the_break_even_price_npv_is_zero():
    found = appraise(mill(), 8).break_even
    rows = mill()
    rows.loc[2, "price"] = found.break_even_price
    assert appraise(rows, 8).returns.npv == pytest.approx(0, abs=1e-6)


def test_a_price_that_does_not_give_the_amount_is_not_used():
    rows = mill()
    rows.loc[2, "amount"] = 50_000
    found = appraise(rows, None).break_even
    assert found.price_factor == pytest.approx(110 / 200)
    assert found.break_even_price is None


def test_sensitivity_changes_one_thing_at_a_time():
    table = sensitivity(mill(), None).set_index(["factor", "change"])["net_total"]
    assert table["price", 0.0] == 130_000
    # Revenue 240,000: ±10 % is 24,000; costs 120,000: ±20 % is 24,000.
    assert table["price", -0.1] == pytest.approx(106_000)
    assert table["yield", 0.2] == pytest.approx(178_000)
    assert table["cost", 0.2] == pytest.approx(106_000)
    assert len(table) == 15


def test_without_a_yield_there_are_no_yield_rows():
    table = sensitivity(yearly(-1000, 600, 600), 5)
    assert set(table["factor"]) == {"price", "cost"}
    assert not table[(table["factor"] == "price") & (table["change"] == -0.2)]["pays"].iloc[0]


def test_an_item_without_money_is_named_and_in_no_figure():
    rows = mill()
    rows.loc[1, "amount"] = None
    found = appraise(rows, None)
    assert found.not_stated == ("ค่าแรง",)
    assert found.returns.net_total == 150_000


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("kind", "gift", "plan.cash-kind"),
        ("start_be", None, "plan.cash-year"),
        ("start_quarter", 5, "plan.cash-quarter"),
        ("periods", 0, "plan.cash-periods"),
        ("amount", -5, "plan.cash-negative"),
    ],
)
def test_wrong_items_are_refused_all_together(column, value, code):
    rows = mill().astype("object")
    rows.loc[[0, 1], column] = value
    with pytest.raises(KitErrors) as caught:
        appraise(rows, 5)
    assert [error.code for error in caught.value.errors] == [code, code]


@pytest.mark.parametrize("rate", [-0.1, 101])
def test_a_rate_that_cannot_be_is_refused(rate):
    with pytest.raises(KitError, match="ร้อยละ 6") as caught:
        appraise(mill(), rate)
    assert caught.value.code == "plan.discount-rate"


def test_no_items_is_a_sentence():
    with pytest.raises(KitError) as caught:
        appraise(pd.DataFrame(), 5)
    assert caught.value.code == "plan.cash-none"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9000), min_size=1, max_size=12), st.integers(1, 20_000))
def test_npv_at_the_irr_is_zero_and_falls_with_the_rate(gains, cost):
    rows = yearly(-cost, *gains)
    found = appraise(rows, 0).returns
    flows = [-cost, *gains]
    assert found.npv == pytest.approx(sum(flows))
    if found.irr is not None and found.irr > -0.9:
        assert npf.npv(found.irr, np.array(flows, dtype=float)) == pytest.approx(0, abs=cost / 1e4)
    assert appraise(rows, 20).returns.npv <= found.npv
    assert not math.isnan(found.working_capital)
