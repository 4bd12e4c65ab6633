"""A file for a province that has a workbook of its own: its plan and figures go there."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.records import PlanPeriod
from planning_kit.workbook import create, import_file, open_workbook
from planning_kit.workbook.higher_places import higher_place

MAPPING = """
[source]
source_code = "P1"
title = "ข้อมูลจังหวัด"
publisher = "สำนักงานเกษตรจังหวัด"
method = "register"
date_to = "2025-12-31"

[[table]]
record = "hazard"
[table.fields]
year_be = "year"
village_code = "place"
crop = "name"
[[table.where]]
column = "kind"
is = ["hazard"]
reason = "-"

[[table]]
record = "reference_figure"
[table.fields]
measure = { constant = "farm_households" }
year_be = "year"
value = "value"
area_code = "place"
[[table.where]]
column = "kind"
is = ["figure"]
reason = "-"

[[table]]
record = "project"
[table.fields]
project_code = "value"
name = "name"
stage = { constant = "adopted" }
reliance_class = { constant = "agency" }
owner = { constant = "สำนักงานเกษตรจังหวัด" }
[[table.where]]
column = "kind"
is = ["project"]
reason = "-"
"""
LINES = """kind,year,place,name,value
hazard,2567,73050201,ข้าว,
figure,2567,7305,,120
figure,2567,7203,,90
project,,,ขุดลอกคลอง,PJ01
"""


@pytest.fixture
def file(tmp_path: Path) -> dict[str, Path]:
    mapping, table = tmp_path / "m.toml", tmp_path / "t.csv"
    mapping.write_text(MAPPING, encoding="utf-8")
    table.write_text(LINES, encoding="utf-8")
    return {"path": table, "mapping": mapping}


def test_plan_and_figures_go_to_the_province_and_a_village_to_its_tambon(store, file) -> None:
    area = higher_place("province", "73")
    create(area, PlanPeriod(plan_area_id="73", plan_start_be=2571, plan_end_be=2575),
           store=store, who="x")  # fmt: skip
    report = import_file(**file, area="73", store=store)
    assert not report.held_back and [one.plan_area_id for one in report.made] == ["730502"]
    province, tambon = (open_workbook(area, store=store) for area in ("73", "730502"))
    assert list(province.frame("project")["project_code"]) == ["PJ01"]
    assert tambon.frame("project").empty
    # A figure of the amphoe is for both; that of Suphan Buri is another province's.
    assert list(province.frame("reference_figure")["value"]) == [120]
    assert list(tambon.frame("reference_figure")["value"]) == [120]
    assert report.counts["reference_figure"]["elsewhere"] == 1
    assert province.frame("hazard").empty and len(tambon.frame("hazard")) == 1
    assert import_file(**file, area="73", store=store).total("new") == 0


def test_without_that_workbook_a_plan_is_refused_and_the_way_is_said(store, file) -> None:
    report = import_file(**file, area="73", store=store)
    (said,) = [one.say("en") for one in report.findings if one.code == "workbook.which-plan"]
    assert report.held_back and "planning-kit new --level province" in said
