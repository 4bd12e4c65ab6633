from __future__ import annotations

import datetime as dt
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from planning_kit.collect import read_workbook, write_template
from planning_kit.errors import KitError
from planning_kit.records import Household

HOUSEHOLD = "ครัวเรือน"
ROW = {"household_id": "03-012", "village_code": "99010103", "males": 2, "land_owned": "8-2-0"}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    return write_template(tmp_path / "filled.xlsx", filled={"household": [ROW]})


def column_of(sheet, name: str) -> int:
    return next(cell.column for cell in sheet[6] if cell.value == name)


def code_of(path: Path) -> str:
    with pytest.raises(KitError) as caught:
        read_workbook(path)
    assert path.name in caught.value.say("th")
    assert path.name in caught.value.say("en")
    return caught.value.code


def test_rows_keep_sheet_row_and_heading(filled: Path) -> None:
    (raw,) = read_workbook(filled).rows
    assert (raw.place.sheet, raw.place.row) == (HOUSEHOLD, 8)
    assert raw.columns["males"] == "สมาชิกชาย"
    assert raw.columns["household_id"] == "รหัสครัวเรือน"


def test_renamed_sheets_moved_and_added_columns_are_read(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book[HOUSEHOLD]
    sheet.title = "บ้านเรา"
    sheet.insert_cols(2)
    sheet.cell(3, 2, "เบอร์บ้าน")
    sheet.cell(8, 2, "12/3")
    book.save(filled)
    read = read_workbook(filled)
    (raw,) = read.rows
    assert raw.place.sheet == "บ้านเรา"
    assert raw.values["household_id"] == "03-012"
    (note,) = read.notes
    assert note.code == "collect.unknown-column"
    assert note.values == {"column": "เบอร์บ้าน", "n": 1}


def test_notes_in_the_first_column_are_told_not_imported(filled: Path) -> None:
    book = load_workbook(filled)
    book[HOUSEHOLD].cell(8, 1, "ถามใหม่")
    book.save(filled)
    assert [note.code for note in read_workbook(filled).notes] == ["collect.row-notes"]


def test_thousands_thai_digits_and_numbers_as_text_are_understood(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book[HOUSEHOLD]
    sheet.cell(8, column_of(sheet, "hired_days"), " 1,250 ")
    sheet.cell(8, column_of(sheet, "males"), "๓")
    sheet.cell(8, column_of(sheet, "village_code"), 99010103)
    book.save(filled)
    (raw,) = read_workbook(filled).rows
    household = Household.model_validate(raw.values)
    assert household.hired_days == Decimal(1250)
    assert household.males == 3
    assert household.village_code == "99010103"
    # 8 rai 2 ngan = 8 × 400 + 2 × 100 square wah
    assert household.land_owned == Decimal(3400)


def test_a_date_cell_stays_a_date(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book[HOUSEHOLD]
    sheet.cell(8, column_of(sheet, "consent_date")).value = dt.datetime(2569, 11, 22)
    book.save(filled)
    (raw,) = read_workbook(filled).rows
    assert raw.values["consent_date"] == dt.datetime(2569, 11, 22)


def test_merged_cells_and_gaps_between_rows_do_not_matter(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book[HOUSEHOLD]
    at = column_of(sheet, "household_id")
    sheet.cell(40, at, "03-013")
    sheet.merge_cells(start_row=40, end_row=40, start_column=at, end_column=at + 1)
    book.save(filled)
    assert [raw.place.row for raw in read_workbook(filled).rows] == [8, 40]


def test_a_formula_without_a_result_is_told(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book[HOUSEHOLD]
    sheet.cell(8, column_of(sheet, "females")).value = "=1+1"
    book.save(filled)
    (note,) = read_workbook(filled).notes
    assert note.code == "collect.formula-without-result"
    assert note.place is not None
    assert note.place.row == 8


def test_a_missing_sheet_is_named(filled: Path) -> None:
    book = load_workbook(filled)
    del book["การผลิต"]
    book.save(filled)
    with pytest.raises(KitError) as caught:
        read_workbook(filled)
    assert caught.value.code == "collect.missing-sheet"
    assert "การผลิต" in caught.value.say("th")


def test_a_deleted_required_column_is_named(filled: Path) -> None:
    book = load_workbook(filled)
    sheet = book[HOUSEHOLD]
    sheet.delete_cols(column_of(sheet, "village_code"))
    book.save(filled)
    with pytest.raises(KitError) as caught:
        read_workbook(filled)
    assert caught.value.code == "collect.missing-column"
    assert "รหัสหมู่บ้าน" in caught.value.say("th")


def test_another_excel_file_is_not_a_template(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(["a", "b"])
    book.save(tmp_path / "other.xlsx")
    assert code_of(tmp_path / "other.xlsx") == "collect.not-a-template"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_one_sentence(filled: Path, share: float) -> None:
    data = filled.read_bytes()
    filled.write_bytes(data[: int(len(data) * share)])
    assert code_of(filled) == "collect.broken-file"


def test_damage_inside_a_sheet_is_one_sentence(filled: Path) -> None:
    damaged = filled.with_name("damaged.xlsx")
    with zipfile.ZipFile(filled) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data[:-200] if name.endswith("sheet4.xml") else data)
    assert code_of(damaged) == "collect.broken-file"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "collect.empty-file"),
        (b"   \n", "collect.empty-file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "collect.old-xls"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "collect.encrypted",
        ),
        ("รหัส,ชื่อ\n1,ก\n".encode(), "collect.not-a-spreadsheet"),
    ],
)
def test_other_files_under_an_excel_name(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    assert code_of(path) == code


def test_another_office_file_and_missing_ones(tmp_path: Path) -> None:
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("word/document.xml", "<w/>")
    assert code_of(path) == "collect.not-a-spreadsheet"
    assert code_of(tmp_path / "nothing.xlsx") == "collect.no-such-file"
    assert code_of(tmp_path) == "collect.not-a-file"


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=400), keep=st.integers(0, 4000))
def test_any_bytes_are_read_or_refused_with_a_sentence(
    filled: Path, data: bytes, keep: int
) -> None:
    path = filled.with_name("fuzz.xlsx")
    path.write_bytes(filled.read_bytes()[:keep] + data)
    with pytest.raises(KitError):
        read_workbook(path)


households = st.fixed_dictionaries(
    {
        "household_id": st.from_regex(r"[0-9]{2}-[0-9]{3}", fullmatch=True),
        "village_code": st.just("99010103"),
    },
    optional={
        "males": st.integers(0, 40),
        "hired_days": st.decimals(0, 9999, places=2),
        "land_owned": st.integers(0, 10**6).map(Decimal),
        "consent_given": st.booleans(),
        "consent_date": st.dates(dt.date(1950, 1, 1), dt.date(2090, 12, 31)),
        "water_sources": st.lists(
            st.sampled_from(["rain", "canal", "pond", "other"]), min_size=1, unique=True
        ).map(tuple),
        "note": st.text("กขคะาิี่้ =+-@,.'\"0123abc", min_size=1, max_size=30),
    },
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=st.lists(households, min_size=1, max_size=5), language=st.sampled_from(["th", "en"]))
def test_households_written_are_households_read(tmp_path: Path, rows, language: str) -> None:
    records = [Household.model_validate(row) for row in rows]
    path = write_template(tmp_path / "h.xlsx", language=language, filled={"household": records})
    read = [Household.model_validate(raw.values) for raw in read_workbook(path).rows]
    assert read == records
