import csv
import sqlite3
from datetime import datetime

import openpyxl
import pytest

from planning_kit.collect import write_template
from planning_kit.store import Store
from planning_kit.store import store as opening

SOURCE = {
    "source_code": "S1",
    "title": "สำรวจครัวเรือน",
    "publisher": "สภาองค์กรชุมชน",
    "method": "census",
    "date_to": "1/5/2569",
}


def _village(moo, **more):
    code = f"7305020{moo}"
    return {"village_code": code, "name": f"บ้าน {moo}", "source_code": "S1", **more}


def test_a_good_file_goes_in_and_a_second_time_adds_nothing(kit, filled, rows_kept):
    kit("new", "--area", "730502")
    path = filled(_village(1), _village(2))
    assert kit("import", path, "--area", "730502").code == 0
    assert rows_kept() == 2
    assert kit("import", path, "--area", "730502").code == 0
    assert rows_kept() == 2


def test_a_dry_run_changes_nothing(kit, filled, rows_kept):
    kit("new", "--area", "730502")
    assert kit("import", filled(_village(1)), "--area", "730502", "--dry-run").code == 0
    assert rows_kept() == 0


def test_a_refused_row_ends_with_1_and_is_listed(kit, filled, rows_kept, tmp_path):
    kit("new", "--area", "730502")
    path = filled(_village(1), _village(2, households=-5))
    findings = tmp_path / "lists" / "findings.csv"
    said = kit("import", path, "--area", "730502", "--findings", findings)
    assert said.code == 1 and "Refused rows: 1" in said.err and "-5" in said.out
    assert "nothing was saved" in said.err and rows_kept() == 0
    with findings.open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    refused = [row for row in listed if row["Level of the finding"] == "refuse"]
    assert len(refused) == 1 and refused[0]["Row in the file"].isdigit()


def test_the_good_rows_go_in_when_asked_and_the_exit_code_still_tells(kit, filled, rows_kept):
    kit("new", "--area", "730502")
    path = filled(_village(1), _village(2, households=-5))
    assert kit("import", path, "--area", "730502", "--accept-good").code == 1
    assert rows_kept() == 1


@pytest.mark.parametrize(
    ("sheet", "row", "says"),
    [
        ("village", {"village_code": "73050201", "area": "-5"}, "-5"),
        ("household", {"household_id": "1", "village_code": "73050109"}, "730501"),
        ("source", {**SOURCE, "date_to": datetime(2569, 5, 1)}, "2569"),
        ("village", {"village_code": "73050299x"}, "73050299x"),
    ],
    ids=["negative area", "village of another tambon", "B.E. year in a date cell", "bad code"],
)
def test_a_bad_row_is_named_and_leaves_the_store_as_it_was(kit, tmp_path, store, sheet, row, says):
    kit("new", "--area", "730502")
    with Store.open(store) as opened:
        before = opened.version_of("730502")
    rows = {"source": [SOURCE], "village": [_village(1)]}
    rows[sheet] = [row] if sheet == "source" else [*rows.get(sheet, []), row]
    write_template(tmp_path / "bad.xlsx", filled=rows, example=False)
    said = kit("import", tmp_path / "bad.xlsx", "--area", "730502")
    assert said.code == 1 and says in said.out
    with Store.open(store) as opened:
        assert opened.version_of("730502") == before
        assert opened.imports("730502") == []


def test_a_workbook_that_lost_a_sheet_is_one_sentence(kit, filled, tmp_path, rows_kept):
    kit("new", "--area", "730502")
    book = openpyxl.load_workbook(filled(_village(1)))
    del book[next(name for name in book.sheetnames if "หมู่บ้าน" in name)]
    book.save(tmp_path / "lost.xlsx")
    said = kit("import", tmp_path / "lost.xlsx", "--area", "730502")
    assert said.code == 1 and "collect.missing-sheet" in said.err
    assert len(said.err.splitlines()) == 1 and rows_kept() == 0


def test_a_value_that_begins_like_a_formula_cannot_run_in_excel(tmp_path):
    from planning_kit.cli.importing import write_findings
    from planning_kit.validate import Finding, Level

    class Report:
        findings = (Finding(Level.FLAG, "a.b", "Odd", value="=cmd|'/c calc'!A1"),)

    write_findings(Report(), tmp_path / "f.csv")
    assert "'=cmd|" in (tmp_path / "f.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 half a file", b"not a workbook at all"])
def test_a_file_that_is_no_workbook_is_one_sentence_and_leaves_the_store(
    kit, tmp_path, rows_kept, content
):
    kit("new", "--area", "730502")
    path = tmp_path / "survey.xlsx"
    path.write_bytes(content)
    said = kit("import", path, "--area", "730502")
    assert said.code == 1 and len(said.err.splitlines()) == 1 and said.err.startswith("Error [")
    assert rows_kept() == 0


def test_a_file_that_is_not_there_and_an_area_that_is_none(kit, filled, tmp_path):
    assert "cli.no-such-file" in kit("import", tmp_path / "no.xlsx", "--area", "730502").err
    said = kit("import", filled(_village(1)), "--area", "889999")
    assert said.code == 1 and "areas.unknown-code" in said.err


def test_a_locked_database_is_one_sentence(kit, filled, tmp_path, rows_kept, monkeypatch):
    kit("new", "--area", "730502")
    patient = opening.make_engine
    monkeypatch.setattr(opening, "make_engine", lambda url, wait, **said: patient(url, 0.1, **said))
    lock = sqlite3.connect(tmp_path / "kit.db", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    said = kit("import", filled(_village(1)), "--area", "730502")
    lock.execute("ROLLBACK")
    lock.close()
    assert said.code == 1 and "[store.locked]" in said.err and len(said.err.splitlines()) == 1
    assert rows_kept() == 0


def test_the_list_of_findings_never_replaces_the_survey_or_a_file_that_is_there(
    kit, filled, tmp_path
):
    kit("new", "--area", "730502")
    path = filled(_village(2, households=-5))
    survey = path.read_bytes()
    said = kit("import", path, "--area", "730502", "--dry-run", "--findings", path)
    assert said.code == 1 and "[cli.not-csv]" in said.err and path.read_bytes() == survey
    table = tmp_path / "table.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    said = kit("import", table, "--area", "730502", "--findings", table, "--overwrite")
    assert said.code == 1 and "[cli.same-file]" in said.err
    said = kit("import", path, "--area", "730502", "--findings", table)
    assert said.code == 1 and "[cli.file-exists]" in said.err and "," in table.read_text("utf-8")
    assert kit("import", path, "--area", "730502", "--findings", table, "--overwrite").code == 1
    assert "-5" in table.read_text("utf-8-sig")


def test_the_list_of_findings_is_in_the_language_of_its_reader(kit, filled, tmp_path):
    kit("new", "--area", "730502")
    out = tmp_path / "ข้อค้นพบ.csv"
    path = filled(_village(2, households=-5))
    kit("import", path, "--area", "730502", "--findings", out, "--language", "th")
    heads, *rows = csv.reader(out.read_text("utf-8-sig").splitlines())
    assert heads[0] == "ระดับ" and [row[0] for row in rows if "'-5" in row] == ["ไม่รับ"]


def test_a_folder_in_place_of_the_file_is_said(kit, tmp_path):
    said = kit("import", tmp_path, "--area", "730502")
    assert said.code == 1 and "is a folder" in said.err and len(said.err.splitlines()) == 1
