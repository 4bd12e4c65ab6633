"""Progress that cannot be, more than all, targets without a beginning, answers to nothing asked:
from a filled file through the command line to what the report says of each."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import load_workbook

from planning_kit.collect import write_template
from planning_kit.language import speaking
from planning_kit.records import Pledge, ProjectProgress
from planning_kit.report.chapters.indicator_signals import indicator_signals
from planning_kit.report.chapters.plan_checks import plan_checks
from planning_kit.report.chapters.project_progress import project_progress
from planning_kit.workbook import open_workbook

AREA, TODAY = "990101", dt.date(2028, 7, 10)
PROJECT = {
    "project_code": "PJ01", "name": "ขุดลอกคลอง", "stage": "adopted", "reliance_class": "joint",
    "owner": "กลุ่มผู้ใช้น้ำ", "start_be": 2571, "end_be": 2572, "total_cost": 250_000,
}  # fmt: skip
TARGET = {"indicator_code": "I1", "kind": "target", "fiscal_year_be": 2571, "value": 60}
INDICATOR = {"indicator_code": "I1", "name": "ครัวเรือนที่ใช้น้ำพอ", "unit": "ร้อยละ",
             "direction": "up"}  # fmt: skip


def told(quarter, physical):
    return {"project_code": "PJ01", "fiscal_year_be": 2571, "quarter": quarter,
            "physical": physical}  # fmt: skip


@pytest.fixture
def brought(kit, tmp_path):
    """Import a filled plan by the command; return what it said."""
    assert kit("new", "--area", AREA).code == 0

    def bring(*more, **rows):
        path = write_template(tmp_path / "plan.xlsx", book="plan", example=False, filled=rows)
        return kit("import", path, "--area", AREA, *more)

    return bring


def test_negative_progress_is_refused_and_130_per_cent_is_marked_and_shown(brought, store):
    rows = {"project": [PROJECT], "project_progress": [told(1, 130), told(2, -5)]}
    said = brought(**rows)
    assert said.code == 1
    assert "-5" in said.out + said.err
    said = brought("--accept-good", **rows)
    assert said.code == 1  # one row still waits
    with open_workbook(AREA, store=store) as workbook, speaking("en"):
        assert [one.physical for one in workbook.records(ProjectProgress)] == [130]
        page = project_progress(workbook, TODAY)._repr_html_()
        quality = [one.refused for one in workbook.refused_imports()]
    assert "130%" in page
    assert "which is more than all of it" in page
    assert quality == [1]


def test_a_target_without_a_baseline_is_told_and_no_step_is_made_up(brought, store):
    actual = TARGET | {"kind": "actual", "value": 54, "n": 30}
    assert brought(indicator=[INDICATOR], indicator_value=[TARGET, actual]).code == 0
    with open_workbook(AREA, store=store) as workbook, speaking("en"):
        section = indicator_signals(workbook)
        (row,) = section.tables[0].cells()
        checks = plan_checks(workbook, TODAY)._repr_html_()
    assert any("I1" in sentence and "baseline" in sentence for sentence in section.sentences)
    assert row[1] == "no baseline"
    assert "I1" in checks and "baseline" in checks


def test_an_answer_to_a_request_nobody_made_is_refused_by_its_row(kit, brought, store, tmp_path):
    pledge = {"project_code": "PJ01", "agency": "rid", "what": "แบบฝาย", "state": "asked",
              "asked_on": "1 ต.ค. 2569"}  # fmt: skip
    assert brought(project=[PROJECT], pledge=[pledge]).code == 0
    path = tmp_path / "rid.xlsx"
    assert kit("requests", "--agency", "rid", "--out", path).code == 0
    book = load_workbook(path)
    sheet = book.active
    asked = next(row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 12).value)
    sheet.cell(asked, 9).value = "promised"
    sheet.cell(asked + 3, 9).value = "refused"
    sheet.cell(asked + 3, 12).value = "00000000-0000-0000-0000-000000000001"
    book.save(path)
    said = kit("requests", "--answers", path)
    assert said.code == 1
    assert "Answers taken: 1" in said.out and "Refused: 1" in said.out
    assert str(asked + 3) in said.err
    with open_workbook(AREA, store=store) as workbook:
        assert [str(one.state) for one in workbook.records(Pledge)] == ["promised"]
