from __future__ import annotations

import datetime as dt
from pathlib import Path

from openpyxl import load_workbook

from planning_kit.collect import read_workbook, write_template
from planning_kit.records import template_types
from planning_kit.validate import AreaScope, State, check

PRACTICE = AreaScope(tambon_codes=frozenset({"990101"}))


def filled(tmp_path: Path, language: str = "th") -> Path:
    rows = {
        kind.noun.name: [{spec.name: spec.example for spec in kind.fields()}]
        for kind in template_types()
    }
    return write_template(tmp_path / "filled.xlsx", language=language, filled=rows)


def test_the_filled_template_is_accepted_whole(tmp_path: Path) -> None:
    for language in ("th", "en"):
        checked = check(read_workbook(filled(tmp_path, language)), PRACTICE)
        assert checked.all_accepted
        assert [finding.line("th") for finding in checked.findings] == []
        assert set(checked.counts()) == {kind.noun.name for kind in template_types()}
        assert all(count["accepted"] == count["read"] for count in checked.counts().values())


def test_a_buddhist_year_in_a_gregorian_date_cell_is_refused_with_its_place(tmp_path: Path) -> None:
    path = filled(tmp_path)
    book = load_workbook(path)
    sheet = book["ครัวเรือน"]
    at = next(cell for cell in sheet[6] if cell.value == "consent_date").column
    sheet.cell(8, at).value = dt.datetime(2569, 9, 5)
    sheet.cell(8, at).number_format = "dd/mm/yyyy"
    book.save(path)
    checked = check(read_workbook(path), PRACTICE)
    (finding,) = [f for f in checked.findings if f.code == "thai.be-year-in-gregorian-date"]
    assert (finding.sheet, finding.row) == ("ครัวเรือน", 8)
    assert finding.column == "วันที่ให้ความยินยอม"
    assert "2569" in finding.say("th")
    assert "2026" in finding.say("en")


def test_findings_of_the_file_come_first_and_an_empty_one_says_so(tmp_path: Path) -> None:
    checked = check(read_workbook(write_template(tmp_path / "t.xlsx")), PRACTICE)
    assert [finding.code for finding in checked.findings] == ["validate.nothing-filled-in"]
    assert "t.xlsx" in checked.findings[0].line("th")
    assert checked.counts() == {}


def test_every_row_read_is_in_exactly_one_state(judged, sample) -> None:
    away = {**sample.home, "household_id": "x", "village_code": "73050203"}
    checked = judged(
        ("household", sample.home),
        ("household", {**sample.home, "household_id": "b", "males": 20}),
        ("household", {**sample.home, "household_id": "c", "males": -1}),
        ("household", away),
        foreign=True,
    )
    count = checked.counts()["household"]
    assert count == {"read": 4, "accepted": 1, "flagged": 1, "refused": 1, "elsewhere": 1}
    assert not checked.all_accepted
    assert [row.is_kept for row in checked.rows] == [True, True, False, False]
    assert {row.state for row in checked.rows} == set(State)
