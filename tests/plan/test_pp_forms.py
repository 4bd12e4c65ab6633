import math

import pytest

from planning_kit.errors import KitError
from planning_kit.plan.budget import five_year
from planning_kit.plan.chosen import of_channels
from planning_kit.plan.form_layout import layout_from
from planning_kit.plan.pp_forms import pp01, pp02
from planning_kit.records.declared_data import declared_toml


@pytest.fixture
def layouts():
    names = ("pp01", "pp02", "pp02_later_entry")
    return {name: layout_from(declared_toml("layouts", f"{name}.toml")) for name in names}


def _details(plan, layout, **more):
    return pp02(layout, plan.projects, plan.lines, plan.strategies, plan.indicators, 2571, **more)


def test_pp01_has_a_row_per_strategy_and_a_total(plan, layouts):
    five = five_year(plan.projects, plan.lines, plan.strategies, 2571)
    form = pp01(layouts["pp01"], five)
    assert list(form.rows["row_kind"]) == ["row", "row", "total"]
    first = form.rows.iloc[0]
    assert (first["strategy"], first["projects_2571"], first["baht_2571"]) == (
        "จัดการน้ำ",
        2,
        100_000,
    )
    # Total column: PJ01 in 2571 and 2572, PJ02 in 2571.
    assert (first["projects_total"], first["baht_total"]) == (3, 300_000)
    assert form.rows.iloc[-1]["baht_total"] == 450_000
    assert [c.key for c in form.columns][1] == "projects_2571"
    assert form.columns[1].heading.th == "จำนวนโครงการ 2571"


def test_pp02_groups_numbers_and_adds(plan, layouts):
    form = _details(plan, layouts["pp02"], agencies={"rid": "กรมชลประทาน"})
    rows = form.rows
    assert list(rows["row_kind"]) == [
        "preamble", "heading", "row", "row", "subtotal", "heading", "row", "subtotal", "total",
    ]  # fmt: skip
    assert list(rows[rows["row_kind"] == "row"]["number"]) == [1, 2, 1]
    canal = rows[rows["project_code"] == "PJ01"].iloc[0]
    assert canal["owner"] == "กรมชลประทาน"
    assert canal["indicators"] == "ครัวเรือนที่ไม่ขาดน้ำ"
    assert (canal["baht_2571"], canal["baht_2572"]) == (100_000, 200_000)
    assert math.isnan(canal["baht_2573"])
    own = rows[rows["project_code"] == "PJ02"].iloc[0]
    assert own["baht_2571"] == 0
    assert own["owner"] == "บ้านทุ่ง"
    total = rows.iloc[-1]
    assert (total["baht_2571"], total["baht_2572"], total["baht_2573"]) == (
        100_000,
        320_000,
        30_000,
    )


def test_the_headings_name_the_years_and_the_issue_asks_for_eight_columns(plan, layouts):
    form = _details(plan, layouts["pp02"])
    thai = [column.heading.th for column in form.columns]
    assert thai[4:9] == [f"{year} (บาท)" for year in range(2571, 2576)]
    assert [thai[i] for i in (0, 1, 2, 3, 9, 10, 11)] == [
        "ที่",
        "โครงการ",
        "วัตถุประสงค์",
        "เป้าหมาย (ผลผลิตของโครงการ)",
        "ตัวชี้วัด (KPI)",
        "ผลที่คาดว่าจะได้รับ",
        "หน่วยงานรับผิดชอบหลัก",
    ]
    later = _details(plan, layouts["pp02_later_entry"])
    keys = {column.key for column in later.columns}
    assert "indicators" not in keys and "rationale" in keys


def test_equipment_goes_aside(plan, layouts):
    form = _details(plan, layouts["pp02"], equipment=["PJ03"])
    assert "PJ03" not in set(form.rows["project_code"])
    assert "PJ03" in set(form.equipment["project_code"])
    both = form.rows.iloc[-1]["baht_2572"] + form.equipment.iloc[-1]["baht_2572"]
    assert both == 320_000


def test_both_forms_tell_the_same_money_for_one_office(plan, layouts):
    projects, lines = of_channels(plan.projects, plan.lines, ["local_gov"])
    five = five_year(projects, lines, plan.strategies, 2571)
    details = pp02(layouts["pp02"], projects, lines, plan.strategies, plan.indicators, 2571)
    assert list(details.rows[details.rows["row_kind"] == "row"]["project_code"]) == ["PJ01"]
    summary = pp01(layouts["pp01"], five).rows.iloc[-1]
    for year in five.years:
        told, expected = details.rows.iloc[-1][f"baht_{year}"], summary[f"baht_{year}"]
        assert told == expected or (math.isnan(told) and math.isnan(expected))


def test_a_project_without_a_strategy_is_not_lost(plan, layouts):
    plan.projects.at[1, "strategy_code"] = None
    rows = _details(plan, layouts["pp02"]).rows
    assert "PJ02" in set(rows["project_code"])


def test_no_projects(plan, layouts):
    form = pp02(
        layouts["pp02"], plan.projects.iloc[:0], plan.lines, plan.strategies, plan.indicators, 2571
    )
    assert form.rows.empty and "baht_2571" in form.rows


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"columns": [{"key": "colour", "th": "สี", "en": "Colour"}]}, "plan.layout-unknown"),
        ({"columns": [{"key": "number"}]}, "plan.layout-incomplete"),
        ({"numbering": "backwards"}, "plan.layout-unknown"),
        ({"form": "pp09"}, "plan.layout-unknown"),
    ],
)
def test_a_layout_that_cannot_be_filled_is_refused(change, code):
    data = declared_toml("layouts", "pp02.toml") | change
    with pytest.raises(KitError) as caught:
        layout_from(data)
    assert caught.value.code == code
