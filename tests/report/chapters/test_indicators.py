"""Indicators in the book: baseline, targets, who measures, and the model-tambon score."""

from __future__ import annotations

import pytest

from planning_kit.language import speaking
from planning_kit.records import Indicator, IndicatorValue, ModelScore, Project
from planning_kit.report.chapters.indicators import indicators
from planning_kit.report.chapters.model_tambon import model_tambon
from planning_kit.report.chapters.monitoring_plan import monitoring_plan


def an_indicator(code="I01", **more):
    told = {"name": "ครัวเรือนที่น้ำพอ", "direction": "up", "unit": "ร้อยละ"}
    return Indicator(indicator_code=code, **{**told, **more})


def a_value(kind, year, value, code="I01", **more):
    return IndicatorValue(indicator_code=code, kind=kind, fiscal_year_be=year, value=value, **more)


def cells(section, caption):
    return next(table.cells() for table in section.tables if caption in table.caption)


def test_baseline_and_targets_stand_in_their_years_with_n(planned):
    book = planned(
        an_indicator(places=1),
        a_value("baseline", 2569, 59, n=300, is_frozen=True),
        a_value("target", 2571, 62.5),
        a_value("target", 2575, 80),
    )
    (row,) = cells(indicators(book), "ค่าฐาน")
    assert row[0].startswith("I01 ครัวเรือนที่น้ำพอ (ร้อยละ")
    assert row[1] == "59.0 (2569 n = 300)"
    assert row[2:] == ["62.5", "–", "–", "–", "80.0"]


def test_an_actual_value_is_shown_drawn_and_judged_once_it_is_reported(planned):
    plan = (an_indicator(), a_value("baseline", 2569, 59), a_value("target", 2571, 62))
    assert indicators(planned(*plan)).pictures == []
    section = indicators(planned(*plan, a_value("actual", 2571, 61)))
    (row,) = cells(section, "ค่าฐาน")
    assert row[-1] == "61 (2571)"
    assert len(section.pictures) == 1 and "61" in section.pictures[0].alt
    # 61 is under the 62 aimed at: of one target judged, none is reached.
    assert any("1 ค่า ถึงเป้าแล้ว 0" in line for line in section.sentences)


def test_an_indicator_without_a_baseline_is_named(planned):
    book = planned(an_indicator(), an_indicator("I02"), a_value("baseline", 2569, 1))
    said = [line for line in indicators(book).sentences if "ค่าฐาน" in line]
    assert len(said) == 1 and "I02" in said[0] and "I01" not in said[0]


def test_zero_is_a_value_and_nothing_stated_is_not_zero(planned):
    book = planned(an_indicator(), a_value("baseline", 2569, 0))
    (row,) = cells(indicators(book), "ค่าฐาน")
    assert row[1] == "0 (2569)" and row[2] == "–"


def test_a_default_keeps_its_label_that_it_is_not_official(planned):
    book = planned(an_indicator(basis="ค่าเริ่มต้น ไม่ใช่ตัวชี้วัดทางการ"))
    assert "ไม่ใช่ตัวชี้วัดทางการ" in cells(indicators(book), "ความหมาย")[0][-1]


def test_without_indicators_the_app_says_where_to_add_them(planned):
    said = indicators(planned()).sentences
    assert len(said) == 1 and "ตัวชี้วัด" in said[0]


def test_the_monitoring_plan_says_who_and_where_nobody_is_named(planned):
    book = planned(
        an_indicator(owner="กลุ่มผู้ใช้น้ำ", co_owners=("sao",), is_joint=True, frequency="ปีละครั้ง"),
        an_indicator("I02"),
        Project(project_code="PJ01", name="ขุดคลอง", stage="full", reliance_class="self",
                owner="กลุ่ม", monitoring="วัดระดับน้ำทุกเดือน"),
    )  # fmt: skip
    section = monitoring_plan(book)
    row = cells(section, "ใครวัดอะไร")[0]
    assert row[2] == "กลุ่มผู้ใช้น้ำ" and row[4] == "ปีละครั้ง"
    # The office is named in words, not by its code.
    assert row[3] == "องค์การบริหารส่วนตำบล"
    assert any("I02" in line for line in section.sentences)
    assert cells(section, "แต่ละโครงการ")[0][-1] == "วัดระดับน้ำทุกเดือน"
    assert monitoring_plan(planned()) is None


def test_unassessed_items_are_said_and_are_no_zero(planned):
    book = planned(
        ModelScore(dimension="process", item="data_used", points=3, evidence="รายงานข้อมูล"),
        ModelScore(dimension="process", item="endorsed", points=4, evidence="รายงานการประชุม"),
    )
    section = model_tambon(book)
    # 3 + 4 of the 8 points of two items; 21 items in all.
    assert "7 จาก 8" in section.sentences[0]
    assert any("19 จาก 21" in line for line in section.sentences)
    dimensions = section.tables[0].cells()
    assert dimensions[0][1] == "7.0" and [row[1] for row in dimensions[1:]] == ["–"] * 4
    assert any("ไม่ใช่" in note for note in section.notes)


def test_points_above_the_item_s_most_are_told_and_the_book_still_comes(planned):
    book = planned(
        ModelScore(dimension="process", item="data_used", points=9, evidence="รายงานข้อมูล")
    )
    assert "data_used" in model_tambon(book).sentences[0]


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_placeholder_is_left_in_either_language(planned, language):
    book = planned(an_indicator(), a_value("baseline", 2569, 1), a_value("actual", 2571, 2))
    with speaking(language):
        said = indicators(book)._repr_html_() + monitoring_plan(book)._repr_html_()
    assert "{" not in said.split("<svg")[0] and "nan" not in said.lower().split()
