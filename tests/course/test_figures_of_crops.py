"""Figures of crops in lessons, on five plots whose margins are worked out by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pandas as pd
import pytest

from planning_kit.course.figure import names_in
from planning_kit.course.figures_of_crops import CropFigures


def plot(house, product, price, seed, labour):
    """Two rai that gave 1,000 kg, all sold."""
    return {
        "household_id": house, "year_be": 2568, "season": "main", "product_kind": "annual",
        "product": product, "plot": 1, "planted_area": 800, "quantity": 1000,
        "quantity_unit": "kg", "quantity_sold": 1000, "quantity_home": 0, "price": price,
        "cost_seed": seed, "cost_own_labour": labour,
    }  # fmt: skip


@pytest.fixture(scope="module")
def figures():
    # Rice: 8,000 of sales − 5,000 = 3,000 on two rai, 1,500 a rai; 500 after own labour.
    # Beans: 20,000 − 6,000 = 14,000, 7,000 a rai.
    rows = [plot(f"H{n}", "ข้าว", 8, 5000, 2000) for n in range(5)]
    rows += [plot(f"H{n}", "ถั่ว", 20, 6000, 9000) for n in range(5)]
    frame = pd.DataFrame(rows)
    return CropFigures(SimpleNamespace(frame=lambda _name: frame))


def test_margins_moves_and_changes(figures):
    assert figures.of_crop("ข้าว", "margin_cash_rai").value == "1500"
    assert figures.of_crop("ข้าว", "margin_full_rai").value == "500"
    assert figures.moved("2", "ข้าว", "ถั่ว", "difference").value == "11000"
    # 4,000 of sales × 1.1 − 2,500 − 200 = 1,700.
    assert figures.changed("ข้าว", "10", "0", "200", "after").value == "1700"
    # A tenth of 2,500 saved is 250 a rai; 1,100 ÷ 250 = 4.4, so five rai.
    assert figures.changed("ข้าว", "0", "-10", "0", "difference").value == "250"
    assert figures.pays("1100", "ข้าว", "0", "-10").value == "5"
    with pytest.raises(LookupError):
        figures.pays("1100", "ข้าว", "0", "10")


def test_one_plot(figures):
    key = "H1~2568~main~ข้าว~1"
    assert [figures.of_plot(key, one).value for one in ("area_rai", "cash_cost", "margin")] == [
        "2.00", "5000", "3000",
    ]  # fmt: skip
    assert figures.of_plot(key, "margin_full").value == "1000"
    assert figures.of_plot(key, "break_even").said.th == "5"


def test_a_name_may_hold_thai_vowels():
    assert names_in("{crop.ข้าวนาปี.budget_n}") == {"crop.ข้าวนาปี.budget_n"}
