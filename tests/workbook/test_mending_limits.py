"""What goes back and what does not: no values of who did not agree, but an area's own questions."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from planning_kit.records import Household
from planning_kit.workbook import import_file


def test_nothing_of_a_household_that_did_not_agree_goes_anywhere(
    workbook, store, filled, household, tmp_path
) -> None:
    crop = {"product": "พืชปกปิด", "year_be": 2569, "season": "wet", "kind": "rice"}
    rows = {
        "household": [
            household("7-007", consent_given="ไม่", males=3, note="คำปกปิด"),
            household("1"),
        ],
        "production": [{**crop, "household_id": "7-007", "source_code": "S1"}],
    }
    report = import_file(filled(**rows), area="990101", store=store, accept_good=True)
    assert report.total("refused") == 2
    assert [row.values for row in store.refused(report.import_id)] == [{}, {}]
    report.to_mend.write(tmp_path / "fresh.xlsx")
    workbook.refused_book(report.import_id, tmp_path / "later.xlsx")
    for name in ("fresh.xlsx", "later.xlsx"):
        said = _everything(tmp_path / name)
        assert "7-007" not in said and "ปกปิด" not in said
        assert "survey.xlsx" in said
    kept = [(one.value, one.values) for one in store.findings(report.import_id)]
    assert "7-007" not in str(kept)


@pytest.mark.parametrize("later", [False, True], ids=["fresh", "kept since"])
def test_an_areas_own_questions_go_round_too(
    workbook, store, household, mend, tmp_path, later
) -> None:
    from planning_kit.collect import write_template
    from planning_kit.records import LocalQuestion
    from planning_kit.records.local_answers import local_answers
    from planning_kit.workbook.local_questions import add_questions

    source = {
        "source_code": "S1",
        "title": "สำรวจ",
        "publisher": "คณะทำงาน",
        "method": "census",
        "date_to": "30 ก.ย. 2569",
    }
    goats = LocalQuestion(
        scope_code="990101", about="household", code="x_goats", label_th="จำนวนแพะ",
        kind="integer", low=0, privacy="grouped",
    )  # fmt: skip
    add_questions(store, [goats], who="x", why="y")
    path = tmp_path / "survey.xlsx"
    rows = [
        household("1", x_goats=2),
        household("2", x_goats=-7),
        household("3", males=-1, x_goats=4),
    ]
    write_template(path, filled={"source": [source], "household": rows}, questions=[goats])
    report = import_file(path, area="990101", store=store, accept_good=True)
    assert report.total("refused") == 2
    book = tmp_path / "m.xlsx"
    if later:
        workbook.refused_book(report.import_id, book)
    else:
        report.to_mend.write(book)
    mended = mend(book, ("ครัวเรือน", "2", "x_goats", 7), ("ครัวเรือน", "3", "males", 1))
    second = import_file(mended, area="990101", store=store)
    assert second.all_accepted
    found = {r.household_id: local_answers(r).get("x_goats") for r in workbook.records(Household)}
    assert found == {"1": 2, "2": 7, "3": 4}


def _everything(path: Path) -> str:
    said = []
    for page in openpyxl.load_workbook(path):
        for row in page.iter_rows():
            said += [str(cell.value) for cell in row if cell.value is not None]
            said += [cell.comment.text for cell in row if cell.comment]
    return "\n".join(said)
