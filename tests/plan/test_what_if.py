import pandas as pd
import pytest

from planning_kit.errors import KitError
from planning_kit.plan.what_if import Technology, apply_technology, move_area


@pytest.fixture
def margins():
    return pd.DataFrame(
        {
            "product": ["ข้าวนาปี", "ข้าวโพดหวาน", "ผักอินทรีย์", "มะม่วง"],
            "area_rai": [1000.0, 200.0, 20.0, float("nan")],
            "budget_n": [60, 18, 6, 3],
            "revenue_rai": [5000.0, 9000.0, 30_000.0, 8000.0],
            "cash_cost_rai": [3500.0, 5000.0, 12_000.0, 2000.0],
            "margin_cash_rai": [1500.0, 4000.0, 18_000.0, float("nan")],
        }
    )


def test_moving_land_by_hand(margins):
    # 100 rai of rice (−150,000) become 80 rai maize (+320,000) and 20 rai vegetables (+360,000).
    found = move_area(margins, "ข้าวนาปี", 100, {"ข้าวโพดหวาน": 0.8, "ผักอินทรีย์": 0.2}, households=40)
    assert found.difference == pytest.approx(-150_000 + 320_000 + 360_000)
    assert found.per_household == pytest.approx(530_000 / 40)
    assert found.smallest_n == 6
    assert found.table["area_after"].sum() == pytest.approx(margins["area_rai"].sum())
    assert found.assumptions[0][0].startswith("This is a what-if, not a forecast")
    assert found.assumptions[-1][1] == {"n": 6}


def test_a_household_of_its_own_area(margins):
    found = move_area(margins, "ข้าวนาปี", 5, {"ผักอินทรีย์": 1}, areas={"ข้าวนาปี": 12})
    # Before 12 × 1,500; after 7 × 1,500 + 5 × 18,000.
    assert (found.before, found.after) == (18_000, 100_500)


def test_a_fitting_technology(margins):
    # 15 % more yield, 10 % less cost, 200 baht more per rai: 5,750 − 3,150 − 200 = 2,400.
    change = Technology("ข้าวนาปี", yield_change=0.15, cost_change=-0.10, extra_cost_rai=200)
    found = apply_technology(margins, change, rai=400)
    assert found.difference == pytest.approx(400 * (2400 - 1500))
    # 600 rai at 1,500 and 400 at 2,400 on 1,000 rai.
    assert found.table["margin_after"].iloc[0] == pytest.approx(1860)


@pytest.mark.parametrize(
    ("product", "rai", "into", "code"),
    [
        ("ข้าวนาปี", 1001, {"ข้าวโพดหวาน": 1}, "plan.what-if-area"),
        ("ข้าวนาปี", 0, {"ข้าวโพดหวาน": 1}, "plan.what-if-area"),
        ("ข้าวนาปี", 10, {"ข้าวโพดหวาน": 0.7}, "plan.what-if-shares"),
        ("ข้าวนาปี", 10, {"มะม่วง": 1}, "plan.what-if-margin"),
        ("ข้าวนาปี", 10, {"ทุเรียน": 1}, "plan.what-if-margin"),
    ],
)
def test_what_cannot_be_said_is_refused(margins, product, rai, into, code):
    with pytest.raises(KitError) as caught:
        move_area(margins, product, rai, into)
    assert caught.value.code == code


def test_a_refusal_names_the_crops_that_can_be_chosen(margins):
    with pytest.raises(KitError, match="ข้าวโพดหวาน"):
        move_area(margins, "ข้าวนาปี", 10, {"มะม่วง": 1})


def test_two_seasons_of_a_crop_must_be_joined_first(margins):
    twice = pd.concat([margins, margins.iloc[:1]])
    with pytest.raises(KitError) as caught:
        move_area(twice, "ข้าวนาปี", 10, {"ผักอินทรีย์": 1})
    assert caught.value.code == "plan.what-if-seasons"
