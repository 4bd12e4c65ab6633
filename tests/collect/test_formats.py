from __future__ import annotations

import datetime as dt
import io
import struct
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from planning_kit.collect.mapping import FileRule
from planning_kit.collect.tables import ForeignFile, Table, read_table
from planning_kit.errors import KitError

ROWS = [
    ["รายงาน", None, None],
    ["ตำบล", "ครัวเรือน", "ไร่"],
    ["บางปลา", 12, 2.5],
    ["=บางเลน", 0, None],
    ["รวม", 12, 2.5],
]
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def saved(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def read(name: str, data: bytes, **rule) -> Table:
    return read_table(Path(name), data, FileRule(**rule))


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_every_spreadsheet_gives_one_structure(made, ending: str) -> None:
    rows = [list(row) for row in ROWS]
    data = getattr(made, ending)(rows)
    if ending == "xlsx":
        # openpyxl would make a formula of the leading sign.
        book = load_workbook(io.BytesIO(data))
        book["S"]["A4"].data_type = "s"
        data = saved(book)
    table = read(f"t.{ending}", data)
    assert (table.sheet, table.heading_row) == ("S", 2)
    assert table.columns == ["ตำบล", "ครัวเรือน", "ไร่"]
    (three, first), (four, second) = table.rows
    assert (three, first) == (3, {"ตำบล": "บางปลา", "ครัวเรือน": 12, "ไร่": 2.5})
    assert (four, second["ตำบล"], second["ครัวเรือน"], second.get("ไร่")) == (4, "=บางเลน", 0, None)
    assert type(first["ครัวเรือน"]) is int
    assert [item.place.row for item in table.left_out] == [1, 5]
    assert [note.code for note in table.notes] == ["collect.total-agrees"]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_texts_in_every_usual_encoding(encoding: str) -> None:
    data = "พืช,ไร่\nข้าวเจ้า,5\n".encode(encoding)
    assert read("t.csv", data).rows == [(2, {"พืช": "ข้าวเจ้า", "ไร่": "5"})]


def test_a_table_that_begins_far_from_the_corner_keeps_its_row_numbers() -> None:
    book = Workbook()
    for at, row in enumerate(ROWS[1:4], start=7):
        for column, value in enumerate(row, start=4):
            book.active.cell(at, column, value if value != "=บางเลน" else "บางเลน")
    table = read("t.xlsx", saved(book))
    assert (table.heading_row, table.columns) == (7, ["ตำบล", "ครัวเรือน", "ไร่"])
    assert [number for number, _row in table.rows] == [8, 9]


def test_dates_and_truth_stay_what_they_are() -> None:
    book = Workbook()
    book.active.append(["วันที่", "ใช่", "รหัส"])
    book.active.append([dt.date(2026, 11, 22), True, "007"])
    ((_number, row),) = read("t.xlsx", saved(book)).rows
    assert row == {"วันที่": dt.date(2026, 11, 22), "ใช่": True, "รหัส": "007"}


def test_merged_headings_of_excel_are_joined() -> None:
    book = Workbook()
    for row in (["ที่", "ครัวเรือน", None, "n"], [None, "ชาย", "หญิง"], [1, 2, 3, 4]):
        book.active.append(row)
    for area in ("A1:A2", "B1:C1", "D1:D2"):
        book.active.merge_cells(area)
    table = read("t.xlsx", saved(book))
    assert table.columns == ["ที่", "ครัวเรือน – ชาย", "ครัวเรือน – หญิง", "n"]
    assert [number for number, _row in table.rows] == [3]


def test_formulas_count_by_their_saved_result_and_are_told(made) -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c></row>'
        '<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>'
        '<row r="3"><c r="A3"><f>1+2</f></c></row>'
        '<row r="4"><c r="A4" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    )
    table = read("t.xlsx", made.xlsx_with(rows))
    values = {number: row.get("n") for number, row in table.rows}
    assert (values[2], values.get(3), values[4]) == (2, None, "#DIV/0!")
    told = {note.code: note.values for note in table.notes}
    assert told["collect.formulas"]["n"] == 3
    assert told["collect.formulas-without-result"]["cells"] == "A3"
    assert told["collect.formula-errors"]["cells"] == "A4 #DIV/0!"


def test_errors_and_formulas_of_old_excel_are_told_too(made) -> None:
    error = made.record(0x0205, struct.pack("<HHHBB", 1, 0, 0, 0x07, 1))
    result = struct.pack("<d", 5.0)
    formula = made.record(0x0006, struct.pack("<HHH", 2, 0, 0) + result + bytes(8))
    table = read("t.xls", made.xls([["n"]], error, formula))
    assert [row["n"] for _number, row in table.rows] == ["#DIV/0!", 5]
    assert [note.code for note in table.notes] == ["collect.formulas", "collect.formula-errors"]


def test_errors_of_libreoffice_are_told_too(made) -> None:
    wrong = (
        '<table:table-row><table:table-cell table:formula="of:=1/0" office:value-type="string" '
        'office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        "</table:table-cell></table:table-row>"
    )
    table = read("t.ods", made.ods([["n"], [1]], extra=wrong))
    assert [row["n"] for _number, row in table.rows] == [1, "#DIV/0!"]
    assert "collect.formula-errors" in [note.code for note in table.notes]


def test_hidden_sheets_are_told_and_read_only_by_name() -> None:
    book = Workbook()
    book.active.append(["a"])
    book.active.append([1])
    secret = book.create_sheet("ซ่อน")
    secret.append(["b"])
    secret.append([2])
    secret.sheet_state = "veryHidden"
    file = ForeignFile(Path("t.xlsx"), saved(book))
    assert file.names == ["Sheet"]
    (note,) = file.table().notes
    assert (note.code, note.values["sheets"]) == ("collect.hidden-sheets", "“ซ่อน”")
    assert file.table("ซ่อน").rows == [(2, {"b": 2})]


def test_a_file_of_hidden_sheets_only_asks_for_a_name(made) -> None:
    with pytest.raises(KitError) as caught:
        read("t.xls", made.xls([["n"], [1]], hidden=True))
    assert caught.value.code == "collect.only-hidden-sheets"
    assert read("t.xls", made.xls([["n"], [1]], hidden=True), sheet="S").rows == [(2, {"n": 1})]


def test_the_first_filled_sheet_is_read() -> None:
    book = Workbook()
    book.create_sheet("ข้อมูล").append(["a"])
    book["ข้อมูล"].append([1])
    assert read("t.xlsx", saved(book)).sheet == "ข้อมูล"


def test_macros_are_never_unpacked_and_links_never_followed(made) -> None:
    rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c></row><row r="2"><c r="A2"><v>1</v></c></row>'
    link = b'<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
    parts = {"xl/vbaProject.bin": b"macro", "xl/externalLinks/externalLink1.xml": link}
    table = read("t.xlsm", made.xlsx_with(rows, **parts))
    assert table.rows == [(2, {"n": 1})]
    assert [note.code for note in table.notes] == ["collect.has-macros", "collect.external-links"]


@pytest.mark.skipif(not SHARED.is_dir(), reason="shared data is not on this machine")
def test_a_real_old_excel_file_is_read() -> None:
    path = SHARED / "uganda_maize" / "Maize_Farmersurvey.xls"
    file = ForeignFile(path, path.read_bytes())
    assert file.names == ["survey", "choices"]
    assert [file.table(name).columns[0] for name in file.names] == ["type", "list name"]
