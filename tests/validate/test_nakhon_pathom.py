"""The province's real tables, against counts made here from the files alone."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.validate import AreaScope, check

TESTS = Path(__file__).resolve().parents[1]
DATA = TESTS.parents[1] / "shared" / "data" / "nakhon_pathom"
DISASTERS = DATA / "disasters_by_village_seed.json"
COSTS = DATA / "production_costs_2567.json"

pytestmark = pytest.mark.skipif(
    not DISASTERS.exists(), reason="the shared data (nakhon_pathom) is not on this machine"
)


@pytest.fixture(scope="module")
def raw_rows() -> list[dict]:
    return json.loads(DISASTERS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def collected():
    return read_mapped(DISASTERS, load_mapping(TESTS / "mappings/nakhon_pathom_disasters.toml"))


@pytest.fixture(scope="module")
def checked(collected):
    return check(collected, AreaScope.within("73"))


def flagged(checked, code: str) -> set[int]:
    return {finding.row for row in checked.rows for finding in row.findings if finding.code == code}


def points(rows):
    for number, row in enumerate(rows, start=1):
        if not isinstance(row["utm_x"], str):
            yield number, float(row["utm_x"]), float(row["utm_y"])


def test_all_rows_are_accounted_for(collected, checked, raw_rows) -> None:
    assert len(collected.rows) == len(raw_rows) == 5013
    assert collected.left_out == []
    assert {note.code for note in collected.notes} <= {"collect.codes-not-stated"}
    assert not any(raw.troubles for raw in collected.rows)
    count = checked.counts()["hazard"]
    assert count["read"] == count["accepted"] + count["flagged"]
    tambons = {raw.values["village_code"][:6] for raw in collected.rows}
    assert len(tambons) == len({(row["district"], row["subdistrict"]) for row in raw_rows}) == 88


def test_totals_are_those_of_the_file(checked, raw_rows) -> None:
    for field, column in (
        ("affected_area", "affected_area_rai"),
        ("planted_area", "planted_area_rai"),
    ):
        kept = sum(float(getattr(row.record, field)) for row in checked.rows) / 400
        assert kept == pytest.approx(sum(row[column] for row in raw_rows))
    years = Counter(row.record.year_be for row in checked.rows)
    assert years == Counter(row["year"] for row in raw_rows)


def test_exact_copies_are_found(checked, raw_rows) -> None:
    seen, copies = set(), set()
    for number, row in enumerate(raw_rows, start=1):
        content = json.dumps({k: v for k, v in row.items() if k != "id"}, sort_keys=True)
        if content in seen:
            copies.add(number)
        seen.add(content)
    assert len(copies) == 41
    assert flagged(checked, "validate.exact-copy") == copies


def test_the_zero_area_is_found(checked, raw_rows) -> None:
    zero = {n for n, row in enumerate(raw_rows, start=1) if row["affected_area_rai"] == 0}
    assert len(zero) == 1
    assert flagged(checked, "hazard.zero-area") == zero


def test_few_areas_are_far_from_those_of_their_crop(checked, raw_rows) -> None:
    """Against the rule worked out here from the file: 0.6745 |ln x − median| / MAD > 3.5."""
    crops: dict[str, list[tuple[int, float]]] = {}
    for number, row in enumerate(raw_rows, start=1):
        if row["affected_area_rai"] > 0:
            name = "".join(row["crop_type"].split()).casefold()
            crops.setdefault(name, []).append((number, float(row["affected_area_rai"])))
    far = set()
    for members in crops.values():
        logs = np.log([area for _number, area in members])
        mad = np.median(np.abs(logs - np.median(logs)))
        if len(members) < 20 or mad == 0:
            continue
        scores = 0.6745 * np.abs(logs - np.median(logs)) / mad
        far |= {number for (number, _), score in zip(members, scores, strict=True) if score > 3.5}
    assert flagged(checked, "validate.far-area") == far
    assert 0 < len(far) < 50


def test_a_dash_for_a_coordinate_is_not_stated(checked, raw_rows) -> None:
    dashes = {n for n, row in enumerate(raw_rows, start=1) if row["utm_x"] == "-"}
    blank = {n for n, row in enumerate(checked.rows, start=1) if row.record.utm_east is None}
    assert len(dashes) == 23
    assert blank == dashes


def test_each_sort_of_bad_coordinate_is_found(checked, raw_rows) -> None:
    same_small = {n for n, x, y in points(raw_rows) if (x, y) in ((0, 0), (2, 2))}
    degrees = {n for n, x, y in points(raw_rows) if 13 < x < 15 and 99 < y < 101}
    absurd = {n for n, x, y in points(raw_rows) if x < 0 or y > 1e9 or y == 209666.3}
    twice = {n for n, x, y in points(raw_rows) if x == y and x > 1000}
    # Sound UTM, but in the wrong province: Nakhon Pathom lies in E 590–650, N 1,500–1,570 km.
    away = {
        n
        for n, x, y in points(raw_rows)
        if (650e3 < x < 800e3 or (590e3 < x < 650e3 and 1400e3 < y < 1500e3)) and x != y
    }
    assert (len(same_small), len(degrees), len(absurd), len(twice), len(away)) == (36, 8, 7, 4, 6)
    assert flagged(checked, "validate.point-placeholder") == same_small
    assert flagged(checked, "validate.point-in-degrees") == degrees
    assert flagged(checked, "validate.point-off-the-map") == absurd
    assert flagged(checked, "validate.point-same-twice") == twice
    assert flagged(checked, "validate.point-far-away") == away


def test_the_eighteen_out_of_range_are_among_them(checked, raw_rows) -> None:
    """The notes on the data count 18.

    That is what an easting outside the province (590–650 km) gives, once the 31 rows of
    (0, 0) are set aside as placeholders.
    """
    outside = {n for n, x, y in points(raw_rows) if (x, y) != (0, 0) and not 590e3 <= x <= 650e3}
    assert len(outside) == 18
    kinds = ("placeholder", "in-degrees", "off-the-map", "same-twice", "far-away")
    assert outside <= set.union(*(flagged(checked, f"validate.point-{kind}") for kind in kinds))


def test_for_one_tambon_the_rest_lies_elsewhere(collected, raw_rows) -> None:
    mine = sum(row["subdistrict"] == "บางปลา" and row["district"] == "บางเลน" for row in raw_rows)
    count = check(collected, AreaScope.within("730502")).counts()["hazard"]
    assert count["accepted"] + count["flagged"] == mine > 0
    assert count["elsewhere"] == 5013 - mine
    assert count["refused"] == 0


def test_the_production_costs_are_all_accepted() -> None:
    mapping = load_mapping(TESTS / "mappings/nakhon_pathom_production_costs.toml")
    checked = check(read_mapped(COSTS, mapping), AreaScope.within("730502"))
    assert checked.findings == []
    budgets = {row.record.product: row.record for row in checked.rows}
    assert len(budgets) == 7
    for item in json.loads(COSTS.read_text(encoding="utf-8")):
        budget = budgets[item["crop_name"]]
        assert budget.cost_total == item["total_cost_baht"]
        assert budget.revenue == item["revenue_baht_per_rai"]
        assert budget.area_code == "73"
