"""No revenue, payback at once or never, a rate or a price of zero: worked out by hand."""

import pandas as pd
import pytest

from planning_kit.plan.finance import appraise


def row(kind, amount=None, quarter=1, year=2571, **more):
    return {"kind": kind, "name": kind, "start_be": year, "start_quarter": quarter,
            "amount": amount, **more}  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "npv_", "payback", "capital"),
    [
        # No revenue: all of it is lost, and never comes back.
        ([row("investment", 1000)], -1000, None, 1000),
        # Covered in the very quarter: nothing to wait for, nothing to have ready.
        ([row("investment", 1000), row("revenue", 1500)], 500, 1, 0),
        # 1,060 after four quarters at 6 % a year is worth 1,000 today.
        ([row("investment", 1000), row("revenue", 1060, 1, 2572)], 0, 5, 1000),
        # The quarter after the last of a fiscal year is the first of the next.
        ([row("investment", 1000, 4), row("revenue", 1100, 1, 2572)], 84.0922, 2, 1000),
        # 100 a quarter for a year: (1 − 1/1.06) ÷ (1.06^¼ − 1) = 3.85746.
        ([row("investment", 1000), row("revenue", 100, 2, periods=4)], -614.254, None, 1000),
        # Back above zero in quarter 2, below in 3, above for good in 4.
        (
            [row("investment", 1000), row("revenue", 1500, 2), row("running_cost", 900, 3),
             row("revenue", 600, 4)],
            178.494, 4, 1000,
        ),
    ],
)  # fmt: skip
def test_edges_worked_out_by_hand(rows, npv_, payback, capital):
    found = appraise(pd.DataFrame(rows), 6).returns
    assert found.npv == pytest.approx(npv_, abs=0.001)
    assert (found.payback_quarters, found.working_capital) == (payback, capital)


def test_a_rate_of_zero_adds_up_simply():
    rows = [row("investment", 1000), row("revenue", 300, 2, periods=4)]
    found = appraise(pd.DataFrame(rows), 0).returns
    assert (found.npv, found.bcr) == (pytest.approx(200), pytest.approx(1.2))


@pytest.mark.parametrize(
    ("price", "cost", "marked", "yield_", "price_factor"),
    [
        (0, 0, True, None, None),  # the price is zero: nothing to break even with
        (5, 6, True, None, 1060 / 50),  # each unit loses a baht; the price would have to be 106
        (5, 0, None, None, None),  # no yield is marked
        (200, 0, True, 0.5, 0.5),  # 10 × 200 = 2,000 against 1,000
    ],
)
def test_break_even_where_there_is_none(price, cost, marked, yield_, price_factor):
    sold = row("revenue", quantity=10, price=price, is_yield=marked, unit="กก.")
    bought = row("running_cost", quantity=10, price=cost, is_yield=marked, unit="กก.")
    found = appraise(pd.DataFrame([row("investment", 1000), sold, bought]), None).break_even
    assert found.is_marked is (marked is True)
    assert found.yield_factor == (None if yield_ is None else pytest.approx(yield_))
    assert found.price_factor == (None if price_factor is None else pytest.approx(price_factor))


def test_no_money_at_all_is_not_a_loss():
    assert appraise(pd.DataFrame([row("revenue", 0)]), 6).returns.irr_why == "no_loss"
