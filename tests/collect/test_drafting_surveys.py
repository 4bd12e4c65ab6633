"""Drafts of wide surveys, and columns that only look as if they told who somebody is."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.collect.drafting import Draft, draft_mapping
from planning_kit.collect.personal import why_personal
from planning_kit.language import speaking


@pytest.fixture(autouse=True)
def in_english():
    with speaking("en"):
        yield


def drafted(tmp_path: Path, text: str) -> Draft:
    path = tmp_path / "t.csv"
    path.write_text(text, encoding="utf-8")
    return draft_mapping(path)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Are you talking to the household head?", ["Yes", "No", "Yes", "n/a"]),
        ("householdhead", [1, 2, 1.0, None]),
        ("เป็นผู้ให้ข้อมูลหลัก", ["ใช่", "ไม่ใช่"]),
        # Nine digits after the point are no telephone.
        ("order", ["0.265747309", "0.568740859", "0.836913882"]),
    ],
)
def test_answers_that_name_nobody_are_not_hidden(heading, cells) -> None:
    assert why_personal(heading, cells) is None


@pytest.mark.parametrize("cells", [["Somchai", "Yes"], [], [None, ""]])
def test_a_heading_that_asks_for_a_name_still_hides_names_and_empty_columns(cells) -> None:
    assert why_personal("householdhead", cells) is not None


def test_a_phone_number_written_with_dots_is_still_one() -> None:
    assert why_personal("x", ["081.234.5678", "089.765.4321"]) is not None
    assert why_personal("x", ["081.2345678"]) is not None


def wide_survey(own_id: str, columns: int = 120, rows: int = 25) -> str:
    head = ",".join([own_id, "tambon", *(f"q{n}" for n in range(columns))])
    lines = [
        ",".join([f"F{row}", "บางปลา", *(str(row * n % 7) for n in range(columns))])
        for row in range(rows)
    ]
    return "\n".join([head, *lines]) + "\n"


def test_a_wide_survey_with_one_row_for_each_id_is_of_households(tmp_path) -> None:
    draft = drafted(tmp_path, wide_survey("ID"))
    assert draft.record == "household"
    assert draft.mapped["household_id"] == "ID"
    assert draft.text.count("[[table]]") == 1
    assert "one row for each of these" in draft.text


def test_hundreds_of_columns_of_figures_are_no_table_of_areas(tmp_path) -> None:
    # Nothing says what a row is; sixty tables of figures would be the wrong answer for sure.
    assert drafted(tmp_path, wide_survey("z")).text.count("[[table]]") == 1


def test_an_area_with_its_unit_in_a_column_is_farm_area(tmp_path) -> None:
    text = "ปี,อำเภอ,เนื้อที่,หน่วย\n2566,เมืองเพชรบูรณ์,342909.88,ไร่\n2566,ชนแดน,278277.09,ไร่\n"
    assert 'measure = { constant = "farm_area_rai" }' in drafted(tmp_path, text).text
    other = text.replace(",ไร่", ",แปลง")
    assert "farm_area_rai" not in drafted(tmp_path, other).text
