"""Rows that go back to people: as they wrote them, coloured, commented, and safe to open."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.collect import read_workbook
from planning_kit.collect.as_written import as_written
from planning_kit.collect.refused_book import RowToMend, write_refused_book
from planning_kit.collect.row_origin import RowOrigin, read_origin
from planning_kit.collect.template_carried import read_filled
from planning_kit.errors import KitError, ReadingError
from planning_kit.records import Hazard, Household, Source
from planning_kit.thai import read_date

FINGERPRINT = "ab" * 32
FORMULAS = ("=cmd|' /C calc'!A1", "+1+1", "-2+3", "@SUM(A1)")


def origin(row: int, **more: object) -> RowOrigin:
    return RowOrigin(FINGERPRINT, "survey.csv", "แผ่น 1", row, **more)


def to_mend(row: int = 5, **values: object) -> RowToMend:
    return RowToMend("hazard", origin(row), values, {"affected_area": ["พื้นที่ติดลบ ให้ตรวจ"]})


def cells_by_field(path: Path, sheet: str) -> dict[str, openpyxl.cell.Cell]:
    page = openpyxl.load_workbook(path)[sheet]
    # Row 6 is the hidden row of field names, row 8 the first one filled in.
    return {str(cell.value): page.cell(8, cell.column) for cell in page[6] if cell.value}


def test_the_bad_cell_is_coloured_and_says_what_is_wrong(tmp_path: Path) -> None:
    path = write_refused_book(tmp_path / "m.xlsx", [to_mend(affected_area=-1, crop="ข้าว")])
    cells = cells_by_field(path, "ภัยธรรมชาติ")
    bad, good = cells["affected_area"], cells["crop"]
    assert (bad.value, bad.comment.text) == (-1, "พื้นที่ติดลบ ให้ตรวจ")
    assert bad.fill.fill_type == "solid"
    assert (good.value, good.comment, good.fill.fill_type) == ("ข้าว", None, None)
    first_page = openpyxl.load_workbook(path).worksheets[0]
    listed = [row for row in first_page.iter_rows(values_only=True) if row[0] == bad.coordinate]
    assert len(listed) == 1
    assert "พื้นที่ติดลบ ให้ตรวจ" in listed[0]


def test_a_row_says_where_it_came_from_and_hides_what_only_the_kit_reads(tmp_path: Path) -> None:
    path = write_refused_book(tmp_path / "m.xlsx", [to_mend(17)])
    cells = cells_by_field(path, "ภัยธรรมชาติ")
    seen = cells["planning_kit.from"].value
    assert "survey.csv" in seen and "แผ่น 1" in seen and "17" in seen
    hidden = cells["planning_kit.origin"].column_letter
    page = openpyxl.load_workbook(path)["ภัยธรรมชาติ"]
    assert page.column_dimensions[hidden].hidden


def test_the_drop_downs_are_those_of_the_template(tmp_path: Path) -> None:
    path = write_refused_book(tmp_path / "m.xlsx", [to_mend(kind="flood")])
    page = openpyxl.load_workbook(path)["ภัยธรรมชาติ"]
    kind = cells_by_field(path, "ภัยธรรมชาติ")["kind"]
    assert kind.value == "น้ำท่วม"
    lists = [rule for rule in page.data_validations.dataValidation if rule.type == "list"]
    assert any(kind.coordinate in rule.sqref for rule in lists)


def test_the_rows_and_their_origins_are_read_again_without_remarks(tmp_path: Path) -> None:
    rows = [
        to_mend(5, crop="ข้าว"),
        RowToMend("hazard", origin(9, own_id="k-1", part=2), {"crop": "แค"}),
    ]
    source = {"source_code": "S1", "title": "สำรวจ"}
    path = write_refused_book(tmp_path / "m.xlsx", rows, sources=[source], language="en")
    collected, origins = read_filled(path)
    assert [raw.values["crop"] for raw in collected.rows] == ["ข้าว", "แค"]
    assert [origins[raw.place] for raw in collected.rows] == [row.origin for row in rows]
    assert [raw.values["source_code"] for raw in collected.sources] == ["S1"]
    assert collected.notes == []


def test_rows_that_were_sorted_keep_their_origins_and_copies_get_none(tmp_path: Path) -> None:
    path = write_refused_book(
        tmp_path / "m.xlsx", [to_mend(5, crop="ก"), to_mend(6, crop="ข"), to_mend(7, crop="ค")]
    )
    book = openpyxl.load_workbook(path)
    page = book["ภัยธรรมชาติ"]
    rows = [[cell.value for cell in page[number]] for number in (8, 9, 10)]
    # People sort the sheet, copy the row of ข and spoil the hidden cell of ค.
    rows[2][-1] = "?"
    for number, values in enumerate((rows[2], rows[1], rows[1], rows[0]), start=8):
        for at, value in enumerate(values, start=1):
            page.cell(number, at).value = value
    book.save(path)
    collected, origins = read_filled(path)
    found = [
        (raw.values["crop"], origins[raw.place].row if raw.place in origins else None)
        for raw in collected.rows
    ]
    assert found == [("ค", None), ("ข", 6), ("ข", None), ("ก", 5)]
    assert [note.code for note in collected.notes] == [
        "collect.origin-changed",
        "collect.row-copied",
    ]


def test_a_template_that_was_never_sent_back_carries_nothing(tmp_path: Path) -> None:
    from planning_kit.collect import write_template

    path = write_template(tmp_path / "t.xlsx", filled={"hazard": [{"year_be": 2567}]})
    collected, origins = read_filled(path)
    assert (len(collected.rows), origins) == (1, {})
    assert collected == read_workbook(path)


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    path = write_refused_book(tmp_path / "m.xlsx", [to_mend(crop=text, affected_area=text)])
    for page in openpyxl.load_workbook(path):
        for row in page.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
    crop = cells_by_field(path, "ภัยธรรมชาติ")["crop"]
    # The quote mark keeps it text even when somebody edits the cell.
    assert (crop.value, crop.data_type, crop.quotePrefix) == (text, "s", True)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_shows_such_text_and_computes_nothing(tmp_path: Path) -> None:
    rows = [to_mend(n, crop=text) for n, text in enumerate(FORMULAS)]
    write_refused_book(tmp_path / "m.xlsx", rows)
    sheet_3 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'lo').as_uri()}", "--headless",
         "--convert-to", sheet_3, "--outdir", tmp_path, tmp_path / "m.xlsx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    written = "".join(path.read_text("utf-8") for path in tmp_path.glob("m*.csv"))
    assert all(text in written for text in FORMULAS)


def test_a_file_that_is_open_elsewhere_is_one_sentence_and_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.xlsx"
    path.write_bytes(b"what people mended")

    def held_open(*_: object) -> None:
        raise PermissionError(13, "in use by another process", str(path))

    monkeypatch.setattr(Path, "replace", held_open)
    with pytest.raises(KitError) as error:
        write_refused_book(path, [to_mend()])
    assert error.value.code == "collect.cannot-write"
    assert path.read_bytes() == b"what people mended"
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_while_writing_leaves_the_file_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.xlsx"
    path.write_bytes(b"what people mended")
    whole = Path.write_bytes

    def fills_up(self: Path, content: bytes) -> int:
        whole(self, content[:100])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", fills_up)
    with pytest.raises(KitError) as error:
        write_refused_book(path, [to_mend()])
    assert error.value.code == "collect.disk-full"
    assert path.read_bytes() == b"what people mended"
    assert list(tmp_path.iterdir()) == [path]


def test_a_date_that_was_no_date_cannot_slip_in_as_one() -> None:
    spec = Source.field("date_to")
    written = as_written(spec, dt.datetime(2569, 5, 1))
    with pytest.raises(ReadingError):
        read_date(written)
    assert read_date(as_written(spec, dt.datetime(2026, 5, 1))) == dt.date(2026, 5, 1)


@given(st.decimals(min_value=-500, max_value=10**7, places=2))
def test_land_that_a_mapping_converted_reads_back_the_same(square_wah: Decimal) -> None:
    written = as_written(Household.field("land_owned"), square_wah)
    if square_wah < 0:
        assert written < 0
    else:
        home = {"household_id": "1", "village_code": "99010101", "land_owned": written}
        assert Household.model_validate(home).land_owned == square_wah


@settings(deadline=None)
@given(st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.none()))
def test_whatever_was_written_can_be_written_back(value: object) -> None:
    for spec in Hazard.fields():
        written = as_written(spec, value)
        if isinstance(value, str) and value.strip() and value.isprintable() and not spec.choices:
            assert written == value
        cell = openpyxl.Workbook().active.cell(1, 1)
        cell.value = written


@given(
    st.text(min_size=1),
    st.integers(min_value=1),
    st.one_of(st.none(), st.text()),
    st.integers(min_value=0, max_value=99),
)
def test_an_origin_survives_its_cell(sheet: str, row: int, own_id: str | None, part: int) -> None:
    at = RowOrigin(FINGERPRINT, "ไฟล์.csv", sheet, row, own_id, part)
    assert read_origin(at.written()) == at


@given(st.one_of(st.text(), st.integers(), st.lists(st.integers()).map(str)))
def test_anything_else_in_that_cell_is_no_origin(text: object) -> None:
    assert read_origin(text) is None
