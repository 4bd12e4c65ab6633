"""A table of a whole amphoe or province: each row to its own tambon's workbook."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from planning_kit.errors import KitError
from planning_kit.workbook import create, import_file, open_workbook, whole_tambon

TESTS = Path(__file__).resolve().parents[1]
DATA = TESTS.parents[1] / "shared" / "data" / "nakhon_pathom"
MAPPING = """
[source]
source_code = "P1"
title = "ภัยรายหมู่บ้าน"
publisher = "สำนักงานเกษตรจังหวัด"
method = "register"
date_to = "2025-12-31"

[[table]]
record = "hazard"
natural_id = "id"
[table.fields]
year_be = "year"
village_code = "village"
crop = "crop"
"""


@pytest.fixture
def table(tmp_path: Path):
    def make(*rows: tuple[int, str, str], name: str = "hazards.csv") -> Path:
        path = tmp_path / name
        lines = ["id,year,village,crop", *(f"{i},2567,{v},{c}" for i, v, c in rows)]
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    return make


@pytest.fixture
def mapping(tmp_path: Path) -> Path:
    path = tmp_path / "m.toml"
    path.write_text(MAPPING, encoding="utf-8")
    return path


def test_rows_go_to_the_workbooks_of_their_tambons_which_are_made(store, table, mapping) -> None:
    path = table((1, "73050201", "ข้าว"), (2, "73050901", "ข้าว"), (3, "73050202", "แค"))
    report = import_file(path, area="7305", store=store, mapping=mapping)
    assert [one.plan_area_id for one in report.made] == ["730502", "730509"]
    assert report.counts["hazard"]["new"] == 3
    assert any("730502" in line and "730509" in line for line in report.lines("en"))
    bang_pla = open_workbook("730502", store=store)
    assert sorted(bang_pla.frame("hazard")["crop"]) == ["ข้าว", "แค"]
    assert [source.source_code for source in bang_pla.sources()] == ["P1"]
    assert bang_pla.quality()[0].counts["hazard"]["read"] == 2
    again = import_file(path, area="7305", store=store, mapping=mapping)
    assert (again.total("new"), again.made, again.import_id) == (0, [], None)


def test_a_trial_says_which_workbooks_would_be_made_and_makes_none(store, table, mapping) -> None:
    path = table((1, "73050201", "ข้าว"))
    report = import_file(path, area="73", store=store, mapping=mapping, dry_run=True)
    assert any("would be made for 1" in line for line in report.lines("en"))
    assert store.latest("plan_area") == []


def test_for_one_tambon_the_rows_of_others_are_counted_not_kept(store, table, mapping) -> None:
    create(whole_tambon("730502"), store=store, who="x")
    path = table((1, "73050201", "ข้าว"), (2, "73050901", "ข้าว"))
    report = import_file(path, area="730502", store=store, mapping=mapping)
    counts = report.counts["hazard"]
    assert (counts["new"], counts["elsewhere"], counts["refused"]) == (1, 1, 0)
    assert len(store.latest("hazard")) == 1


def test_a_village_that_no_plan_area_of_a_shared_tambon_holds_is_refused(
    store, table, mapping, some_villages
) -> None:
    create(some_villages("west", "73050201"), store=store, who="x")
    path = table((1, "73050201", "ข้าว"), (2, "73050202", "ข้าว"))
    report = import_file(path, area="73", store=store, mapping=mapping, accept_good=True)
    assert report.made == []
    assert [one.code for one in report.findings] == ["workbook.no-plan-area"]
    assert store.latest("hazard")[0].revision.plan_area_id == "west"


def test_a_row_with_the_sources_own_id_is_known_again_in_a_newer_file(
    store, table, mapping
) -> None:
    old = table((1, "73050201", "ข้าว"), (2, "73050201", "แค"))
    import_file(old, area="73", store=store, mapping=mapping)
    new = table((1, "73050201", "ข้าวเจ้า"), (2, "73050201", "แค"), name="b.csv")
    counts = import_file(new, area="73", store=store, mapping=mapping).counts["hazard"]
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (0, 1, 1)


def test_an_id_that_stands_twice_keeps_both_rows(store, table, mapping) -> None:
    path = table((1, "73050201", "ข้าว"), (1, "73050201", "แค"))
    assert import_file(path, area="73", store=store, mapping=mapping).counts["hazard"]["new"] == 2
    assert import_file(path, area="73", store=store, mapping=mapping).total("new") == 0


def test_an_area_that_is_none_is_named(store, table, mapping) -> None:
    with pytest.raises(KitError) as error:
        import_file(table((1, "73050201", "ข้าว")), area="88", store=store, mapping=mapping)
    assert error.value.code == "areas.unknown-code"
    assert store.latest("plan_area") == []


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the shared data (nakhon_pathom) is not here")
def test_a_whole_province_every_row_accounted_for(store) -> None:
    path = DATA / "disasters_by_village_seed.json"
    rows = json.loads(path.read_text(encoding="utf-8"))
    places = Counter((row["district"], row["subdistrict"]) for row in rows)
    mapping = TESTS / "mappings" / "nakhon_pathom_disasters.toml"
    report = import_file(path, area="73", store=store, mapping=mapping)
    counts = report.counts["hazard"]
    assert counts["read"] == len(rows) == 5013
    assert counts["accepted"] + counts["flagged"] + counts["refused"] == 5013
    assert len(report.made) == len(places) == 88
    kept = Counter(stored.revision.plan_area_id for stored in store.latest("hazard"))
    assert sorted(kept.values()) == sorted(places.values())
    assert kept["730502"] == places["บางเลน", "บางปลา"]
    costs = import_file(
        DATA / "production_costs_2567.json",
        area="73",
        store=store,
        mapping=TESTS / "mappings" / "nakhon_pathom_production_costs.toml",
    )
    assert costs.counts["crop_budget"]["new"] == 7
    assert len(open_workbook("730502", store=store).frame("crop_budget")) == 7


def test_villages_of_two_plan_areas_are_said_to_go_to_one_only(
    store, table, mapping, some_villages
) -> None:
    create(some_villages("east", "73050201", "73050202"), store=store, who="x")
    create(some_villages("west", "73050202"), store=store, who="x")
    path = table((1, "73050201", "ข้าว"), (2, "73050202", "ข้าว"), (3, "73050202", "แค"))
    report = import_file(path, area="73", store=store, mapping=mapping)
    (said,) = [line for line in report.lines("en") if "73050202" in line]
    assert "east, west" in said and "east only" in said and "73050201" not in said
    kept = Counter(stored.revision.plan_area_id for stored in store.latest("hazard"))
    assert kept == {"east": 3}


@pytest.mark.slow
@pytest.mark.skipif(not DATA.exists(), reason="the shared data (nakhon_pathom) is not here")
def test_rows_of_a_whole_province_that_go_back_unmended_change_nothing(store, tmp_path) -> None:
    path = DATA / "disasters_by_village_seed.json"
    mapping = TESTS / "mappings" / "nakhon_pathom_disasters.toml"
    first = import_file(path, area="73", store=store, mapping=mapping, accept_good=True)
    to_check = first.total("flagged") + first.total("refused")
    assert first.to_mend.write(tmp_path / "m.xlsx", flagged=True) == to_check > 80
    again = import_file(tmp_path / "m.xlsx", area="73", store=store, accept_good=True)
    counts = again.counts["hazard"]
    assert counts["read"] == to_check
    assert (counts["new"], counts["changed"]) == (0, 0)
    assert len(store.latest("hazard")) == first.counts["hazard"]["new"]
