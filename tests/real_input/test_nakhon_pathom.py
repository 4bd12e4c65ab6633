"""Files of the open dashboard of Nakhon Pathom, through mappings only; every row accounted for."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from planning_kit import areas, validate
from planning_kit.collect import Collected, load_mapping, read_mapped
from planning_kit.validate import AreaScope

HERE = Path(__file__).resolve()
DATA = HERE.parents[2].parent / "shared" / "data" / "nakhon_pathom"
MAPPINGS = HERE.parents[1] / "mappings"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(), reason="../shared/data/nakhon_pathom is not here"
)

BUDGET = "budgetRound2_2569.json"
DISASTERS = "disasters_by_village_seed.json"
COSTS = "production_costs_2567.json"


def content(file: str):
    return json.loads((DATA / file).read_text(encoding="utf-8"))


def read(file: str, mapping: str) -> Collected:
    return read_mapped(DATA / file, load_mapping(MAPPINGS / f"{mapping}.toml"))


def budget_records() -> list:
    checked = validate.check(read(BUDGET, "nakhon_pathom_budget"), AreaScope.within("73"))
    assert [row.findings for row in checked.rows if row.record is None] == []
    return [row.record for row in checked.rows]


@pytest.mark.parametrize(
    ("file", "mapping", "count"),
    [
        (BUDGET, "nakhon_pathom_budget", 123),
        (DISASTERS, "nakhon_pathom_disasters", 5013),
        (COSTS, "nakhon_pathom_production_costs", 7),
    ],
)
def test_every_row_is_read_once_or_left_out_with_a_reason(
    file: str, mapping: str, count: int
) -> None:
    collected = read(file, mapping)
    places = [item.place.row for item in (*collected.rows, *collected.left_out)]
    assert sorted(places) == list(range(1, count + 1))


def test_the_budget_reconciles_with_the_total_the_file_states() -> None:
    found = budget_records()
    told = content(BUDGET)["meta"]
    assert sum(one.value for one in found) == told["totalBudget"] == 767_495
    assert len(found) == told["totalRows"] == 123
    keys = Counter(one.natural_key() for one in found)
    assert max(keys.values()) == 1  # no row overwrites another


def test_the_budget_of_each_amphoe_reaches_its_code() -> None:
    rows = content(BUDGET)["rows"]
    summary = {one["name"]: one["budget"] for one in content(BUDGET)["districtSummary"]}
    mine: Counter[str] = Counter()
    for one in budget_records():
        amphoe = areas.get(one.area_code[:4]).name_th if len(one.area_code) > 2 else "ส่วนกลาง"
        mine[amphoe] += int(one.value)
    truth: Counter[str] = Counter()
    for row in rows:
        truth[row["district"]] += row["budget"]
    assert mine == truth == summary


def test_a_row_that_names_its_tambon_gets_the_tambon() -> None:
    named = [row for row in content(BUDGET)["rows"] if row["subdistrict"]]
    coded = [one for one in budget_records() if len(one.area_code) == 6]
    assert len(coded) == len(named) == 39
    # The file writes สระกระเทียม; the only tambon of mueang Nakhon Pathom near it is 730120.
    assert [one.value for one in coded if one.area_code == "730120"] == [Decimal(38_000)]


def test_the_summaries_left_out_say_nothing_that_the_rows_do_not() -> None:
    told = content(BUDGET)
    by_project: Counter[tuple[str, str]] = Counter()
    activities: Counter[tuple[str, str]] = Counter()
    for row in told["rows"]:
        key = (row["plan"], row["project"])
        by_project[key] += row["budget"]
        activities[key] += 1
    stated = {(one["plan"], one["project"]): one for one in told["projectSummary"]}
    assert {key: one["budget"] for key, one in stated.items()} == by_project
    # One project states 15 activities where the rows are 14; the budget is right all the same.
    wrong = {key for key, one in stated.items() if one["activities"] != activities[key]}
    assert [(stated[key]["activities"], activities[key]) for key in wrong] == [(15, 14)]


def test_the_wording_places_and_months_of_the_plan_are_kept_and_no_owner_is() -> None:
    rows = {row["id"]: row for row in content(BUDGET)["rows"]}
    for one in budget_records():
        row = rows[int(one.detail.split(" > ")[0])]
        assert row["detail"].strip() in one.detail and one.value == row["budget"]
        if row["operationPlan"]:
            assert row["operationPlan"].strip() in one.note
        assert "เจ้าหน้าที่" not in one.detail


def test_the_area_struck_by_disasters_is_the_sum_of_the_file() -> None:
    checked = validate.check(read(DISASTERS, "nakhon_pathom_disasters"), AreaScope.within("73"))
    kept = [row.record for row in checked.rows if row.record is not None]
    assert len(kept) == 5013
    # Square wah in the kit, rai in the file; some numbers are text there.
    truth = sum(Decimal(str(row["affected_area_rai"])) for row in content(DISASTERS))
    assert sum(one.affected_area for one in kept) == truth * 400


def test_the_cost_of_each_crop_is_the_sum_of_its_parts() -> None:
    checked = validate.check(read(COSTS, "nakhon_pathom_production_costs"), AreaScope.within("73"))
    truth = {row["crop_name"]: row["total_cost_baht"] for row in content(COSTS)}
    assert {row.record.product: int(row.record.cost_total) for row in checked.rows} == truth
    assert all(not row.findings for row in checked.rows)
