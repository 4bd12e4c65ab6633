"""A tambon chooses the layout of its forms, and page and spreadsheet follow it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.report.chapters.chosen_layout import VARIABLE, chosen_layout
from planning_kit.report.section import Layout
from planning_kit.report.xlsx_book import write_plan_book
from planning_kit.shipped import shipped
from planning_kit.workbook import Workbook

LATER = "pp02_later_entry"


def own_layout(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """Return a layout file as a tambon edits it: the kit's own with some words changed."""
    said = (shipped("data", "layouts") / f"{name}.toml").read_text("utf-8")
    for old, new in changes:
        assert old in said
        said = said.replace(old, new)
    path = folder / "ของเรา.toml"
    path.write_text(said, encoding="utf-8")
    return path


def labels(workbook: Workbook, *layouts: str) -> list[str]:
    table = kit.project_details(workbook, layouts).tables[0]
    return [column.label for column in table.columns]


def test_the_later_cycle_has_reasons_and_no_kpi(plan: Workbook) -> None:
    assert labels(plan, LATER)[-3:] == [
        "ผลที่คาดว่าจะได้รับ", "เหตุผลและความจำเป็น", "หน่วยงานรับผิดชอบหลัก",
    ]  # fmt: skip
    assert "ตัวชี้วัด (KPI)" in labels(plan) and "ตัวชี้วัด (KPI)" not in labels(plan, LATER)


def test_the_spreadsheet_follows_the_same_layout(
    plan: Workbook, today: date, tmp_path: Path
) -> None:
    path = write_plan_book(plan, tmp_path / "p.xlsx", today=today, layouts=[LATER])
    headings = [cell.value for cell in openpyxl.load_workbook(path)["ผ.02"][4]]
    assert "เหตุผลและความจำเป็น" in headings and "ตัวชี้วัด (KPI)" not in headings


def test_the_environment_of_a_kernel_chooses_too(plan: Workbook, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, f" {LATER} ,")
    assert chosen_layout("pp02").code == LATER
    # A choice for ผ.02 leaves ผ.01 as it was.
    assert chosen_layout("pp01").code == "pp01"


def test_a_file_of_ones_own_under_its_own_name(plan: Workbook, tmp_path: Path, monkeypatch) -> None:
    changes = ('code = "pp01"', 'code = "ours"'), ('"landscape"', '"portrait"')
    file = own_layout(tmp_path, "pp01", *changes)
    monkeypatch.setenv(VARIABLE, str(file))
    whole = kit.five_year_budget(plan)
    part = next(one for one in whole.walk() if one.key == "budget-pp01")
    # Whatever a layout of ผ.01 is called, its rows name the development issues.
    assert part.tables[0].cells()[0][0] == "ST1 จัดการน้ำร่วมกัน"
    assert part.layout is Layout.SHEET


def test_an_upright_form_prints_upright(plan: Workbook, today: date, tmp_path: Path) -> None:
    file = own_layout(tmp_path, "pp02", ('"landscape"', '"portrait"'))
    path = write_plan_book(plan, tmp_path / "p.xlsx", today=today, layouts=[str(file)])
    book = openpyxl.load_workbook(path)
    assert book["ผ.02"].page_setup.orientation == "portrait"
    assert book["ผ.01"].page_setup.orientation == "landscape"


def test_a_layout_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(KitError, match="pp01, pp02, pp02_later_entry") as caught:
        chosen_layout("pp02", ["pp2"])
    assert caught.value.code == "report.no-layout"
