from __future__ import annotations

from statistics import median

import numpy as np
import pytest

from planning_kit.validate import State
from planning_kit.validate.outliers import FEWEST, spread_of

# 25 yields around 600 kg per rai, as a field of rice gives.
YIELDS = [480, 500, 510, 530, 545, 550, 560, 570, 580, 585, 590, 595, 600]
YIELDS += [605, 610, 620, 630, 640, 650, 660, 675, 690, 700, 720, 760]


def harvests(sample, yields, **changes):
    """Return rice of one rai each: the output in kg is the yield."""
    rows = []
    for at, kilograms in enumerate(yields):
        home = {**sample.home, "household_id": f"h{at:03d}", "consent_given": True}
        rice = {**sample.rice, "household_id": f"h{at:03d}", "planted_area": "1-0-0"}
        rice |= {"quantity": kilograms, "quantity_unit": "kg"} | changes
        rows += [("household", home), ("production", rice)]
    return rows


def flagged(checked, code):
    return [row.record for row in checked.rows for f in row.findings if f.code == code]


def test_the_score_is_that_of_iglewicz_and_hoaglin_on_logarithms() -> None:
    values = [*YIELDS, 6000.0]
    logs = np.log(values)
    mad = np.median(np.abs(logs - np.median(logs)))
    expected = 0.6745 * (logs - np.median(logs)) / mad
    spread = spread_of(values)
    assert spread is not None
    assert [spread.score(value) for value in values] == pytest.approx(list(expected))
    assert spread.at(0) == pytest.approx(np.exp(np.median(logs)))


def test_where_most_are_equal_the_mean_deviation_stands_in() -> None:
    # 30 tens and one hundred: MAD 0; mean deviation of logs is ln 10 / 31.
    spread = spread_of([10.0] * 30 + [100.0])
    assert spread is not None
    assert spread.deviation == pytest.approx(np.log(10) / 31 * np.sqrt(np.pi / 2))
    assert spread_of([10.0] * 40) is None


def test_too_few_values_say_nothing() -> None:
    assert spread_of([float(n) for n in range(1, FEWEST)]) is None
    assert spread_of([0.0] * 50) is None
    assert spread_of([float(n) for n in range(1, FEWEST + 1)]) is not None


def test_a_yield_ten_times_too_high_is_kept_and_flagged(judged, sample) -> None:
    checked = judged(*harvests(sample, [*YIELDS, 6000]))
    (row,) = [row for row in checked.rows if row.state is State.FLAGGED]
    (finding,) = row.findings
    assert (finding.code, finding.field, finding.value) == (
        "validate.far-yield",
        "quantity",
        "6000",
    )
    assert row.is_kept
    middle = f"{round(median([*YIELDS, 6000])):,}"
    for language in ("th", "en"):
        said = finding.say(language)
        assert "6,000" in said and middle in said and "26" in said and "ข้าวนาปี" in said


def test_a_lost_harvest_and_a_good_one_are_no_outliers(judged, sample) -> None:
    checked = judged(*harvests(sample, [*YIELDS, 0, 900, 350]))
    assert checked.findings == []


def test_nineteen_harvests_are_too_few_to_judge(judged, sample) -> None:
    assert judged(*harvests(sample, [*YIELDS[:18], 60_000])).findings == []


def test_another_unit_is_weighed_before_it_is_compared(judged, sample) -> None:
    # 0.6 tonne a rai is as usual as 600 kg; 6 tonnes are not.
    rows = harvests(sample, YIELDS)
    rows += [
        (name, {**row, "household_id": "t" + row["household_id"]})
        for name, row in harvests(sample, [0.6, 6], quantity_unit="tonne")
    ]
    found = flagged(judged(*rows), "validate.far-yield")
    assert [record.quantity for record in found] == [6]


def test_crops_are_compared_with_their_own_kind(judged, sample) -> None:
    rows = harvests(sample, YIELDS)
    cane = harvests(sample, [10_000], product="อ้อยโรงงาน")
    rows += [(name, {**row, "household_id": "cane"}) for name, row in cane]
    assert judged(*rows).findings == []


def test_one_price_for_nearly_all_does_not_make_a_slightly_other_one_odd(judged, sample) -> None:
    prices = {f"h{at:03d}": 9 for at in range(30)} | {"h030": 11, "h031": 900}
    rows = harvests(sample, [600] * 32)
    rows = [
        (name, row | ({"price": prices[row["household_id"]]} if name == "production" else {}))
        for name, row in rows
    ]
    assert [record.price for record in flagged(judged(*rows), "validate.far-price")] == [900]


def test_costs_are_compared_per_rai(judged, sample) -> None:
    rows = harvests(sample, YIELDS, cost_fertilizer=900, cost_seed=500)
    rows = [
        (name, row | ({"cost_fertilizer": 900 + 10 * at} if name == "production" else {}))
        for at, (name, row) in enumerate(rows)
    ]
    dear = harvests(sample, [600], cost_fertilizer=90_000)
    rows += [(name, {**row, "household_id": "dear"}) for name, row in dear]
    found = flagged(judged(*rows), "validate.far-cost")
    assert [record.household_id for record in found] == ["dear"]


def accounts(sample, incomes):
    rows = []
    for at, baht in enumerate(incomes):
        own = {"household_id": f"h{at:03d}"}
        rows.append(("household", {**sample.home, **own, "consent_given": True}))
        account = {**own, "year_be": 2569, "months_recorded": 12, "income_wage": baht}
        rows.append(("household_account", account))
    return rows


def test_a_poor_household_is_no_mistake_and_an_extra_zero_or_two_is(judged, sample) -> None:
    incomes = [90_000 + 4_000 * n for n in range(30)] + [11_000, 9_000_000]
    checked = judged(*accounts(sample, incomes))
    found = flagged(checked, "validate.far-income")
    assert [record.income_wage for record in found] == [9_000_000]


def test_a_short_account_is_not_measured_against_whole_years(judged, sample) -> None:
    rows = accounts(sample, [90_000 + 4_000 * n for n in range(30)] + [100])
    rows[-1][1]["months_recorded"] = 1
    assert flagged(judged(*rows), "validate.far-income") == []


def test_what_was_kept_before_counts_as_company(judged, sample) -> None:
    old = harvests(sample, YIELDS)
    held = {
        name: [{**row, "source_code": "S1"} for which, row in old if which == name]
        for name in ("household", "production")
    }
    new = [(name, {**row, "household_id": "new"}) for name, row in harvests(sample, [6000])]
    assert flagged(judged(*new), "validate.far-yield") == []
    (record,) = flagged(judged(*new, held=held), "validate.far-yield")
    assert record.household_id == "new"


def test_a_stricken_area_far_from_the_others_of_its_crop(judged, sample) -> None:
    areas = [f"{rai}-0-0" for rai in (2, 3, 4, 5, 6, 7, 8, 9) * 3] + ["5000-0-0"]
    rows = [("hazard", {**sample.flood, "affected_area": area}) for area in areas]
    found = flagged(judged(*rows), "validate.far-area")
    assert [record.affected_area for record in found] == [5000 * 400]
