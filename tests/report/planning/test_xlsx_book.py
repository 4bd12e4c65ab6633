"""The plan as a spreadsheet: sums are formulas, and they come to what the records say."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.workbook import Workbook as Book

from planning_kit.report.xlsx_book import write_plan_book
from planning_kit.report.xlsx_lines import safe_keys
from planning_kit.report.xlsx_page import lines_needed, number_format
from planning_kit.workbook import Workbook

SHEETS = ["สรุป", "ผ.01", "ผ.02", "งบประมาณ", "แผนปฏิบัติการ", "ตัวชี้วัด", "โครงการ", "ที่มา"]


@pytest.fixture(scope="module")
def written(plan: Workbook, today: date, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("book") / "plan.xlsx"
    return write_plan_book(plan, path, fiscal_year=2570, today=today)


@pytest.fixture(scope="module")
def recalculated(written: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The same file after LibreOffice has worked out every formula itself."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    out = tmp_path_factory.mktemp("lo")
    bare = out / "bare.xlsx"
    # Saved again by openpyxl the formulas have no results, so all must be worked out anew.
    openpyxl.load_workbook(written).save(bare)
    profile = f"-env:UserInstallation=file://{out / 'profile'}"
    command = [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out / "x")]
    subprocess.run([*command, str(bare)], check=True, capture_output=True, timeout=120)
    return openpyxl.load_workbook(out / "x" / "bare.xlsx", data_only=True)


def rows_of(book: Book, sheet: str) -> dict[str, list]:
    """Return the rows of a sheet by the first words in them."""
    found = {}
    for row in book[sheet].iter_rows(values_only=True):
        first = next((str(cell) for cell in row if isinstance(cell, str)), "")
        found[first] = list(row)
    return found


def test_the_sheets_stand_in_order(written: Path) -> None:
    assert openpyxl.load_workbook(written).sheetnames == SHEETS


def test_every_result_that_was_written_is_what_libreoffice_works_out(
    written: Path, recalculated: Book
) -> None:
    formulas = openpyxl.load_workbook(written)
    kept = openpyxl.load_workbook(written, data_only=True)
    seen = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    seen += 1
                    mine = kept[sheet.title][cell.coordinate].value or 0
                    theirs = recalculated[sheet.title][cell.coordinate].value or 0
                    assert mine == pytest.approx(theirs), f"{sheet.title} {cell.coordinate}"
    assert seen > 100


# By hand from conftest.LINES, without PJ06 (set aside) and the line of 2580 (outside the plan):
# ST1 = PJ01 (2571: 200,000 + 30,000; 2572: 70,000) and PJ04 (2573: 1,500,000; 2574: 0).
# ST2 = PJ02 (2571: 15,000.50) and PJ03 (2571: 120,000; 2572: 30,000).
ST1 = [1, 230000, 1, 70000, 1, 1500000, 1, 0, 0, None, 4, 1800000]
ST2 = [2, 135000.5, 1, 30000, 0, None, 0, None, 0, None, 3, 165000.5]
TOTAL = [3, 365000.5, 2, 100000, 1, 1500000, 1, 0, 0, 0, 7, 1965000.5]


@pytest.mark.parametrize(
    ("heading", "sums"), [("ST1 จัดการน้ำร่วมกัน", ST1), ("ST2 เพิ่มรายได้ ลดหนี้", ST2), ("รวม", TOTAL)]
)
def test_pp01_counts_projects_and_baht_by_year(
    written: Path, recalculated: Book, heading: str, sums: list
) -> None:
    for book in (openpyxl.load_workbook(written, data_only=True), recalculated):
        told = [cell or None for cell in rows_of(book, "ผ.01")[heading][1:13]]
        assert told == [value or None for value in sums]


def test_pp02_adds_up_each_issue_and_all(written: Path) -> None:
    sheet = openpyxl.load_workbook(written, data_only=True)["ผ.02"]
    sums = [
        [cell or 0 for cell in row[4:9]]
        for row in sheet.iter_rows(values_only=True)
        if row[1] in ("รวมประเด็นการพัฒนานี้", "รวม")
    ]
    assert sums[0] == [230000, 70000, 1500000, 0, 0]
    assert sums[1] == [135000.5, 30000, 0, 0, 0]
    assert sums[-1] == [365000.5, 100000, 1500000, 0, 0]


def test_the_sums_are_formulas_over_the_budget_lines(written: Path) -> None:
    book = openpyxl.load_workbook(written)
    row = rows_of(book, "ผ.01")["ST1 จัดการน้ำร่วมกัน"]
    assert all(str(cell).startswith("=") for cell in row[1:13])
    assert "SUMIFS('งบประมาณ'!$G" in str(row[2])


def test_the_forms_print_on_landscape_a4_with_headings_repeated(written: Path) -> None:
    book = openpyxl.load_workbook(written)
    for name in ("ผ.01", "ผ.02"):
        sheet = book[name]
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == "9" or sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows == "$4:$5"
        assert sheet.freeze_panes == "A6"


def test_money_that_nobody_stated_is_blank_and_not_nought(
    written: Path, recalculated: Book
) -> None:
    for book in (openpyxl.load_workbook(written, data_only=True), recalculated):
        sums = [row for row in book["ผ.02"].iter_rows(values_only=True) if row[1] == "รวม"]
        # 2574 has a line of 0 baht, 2575 has none.
        assert sums[0][7] == 0 and sums[0][8] in (None, "")
        money = rows_of(book, "สรุป")["ชุมชนสมทบ"]
        assert money[1] == 30000 and money[5] in (None, "")


def test_the_sources_say_how_many_and_print_on_their_side(
    plan_of, today: date, tmp_path: Path
) -> None:
    source = {
        "source_code": "S1", "title": "สำรวจครัวเรือน", "publisher": "คณะทำงาน", "method": "random",
        "date_from": date(2026, 9, 1), "date_to": date(2026, 9, 30),
        "sample_size": 285, "population": 1052,
    }  # fmt: skip
    path = write_plan_book(plan_of(source=[source]), tmp_path / "p.xlsx", today=today)
    sheet = openpyxl.load_workbook(path)["ที่มา"]
    told = [cell.value for cell in list(sheet.rows)[-1]]
    assert told[0] == "S1" and told[3] == "สุ่มตัวอย่าง" and told[-2:] == [285, 1052]
    assert sheet.page_setup.orientation == "landscape"


def test_rows_are_high_enough_for_words_that_end_their_lines_early() -> None:
    # Eleven letters of a word do not fit behind nine others in 16 characters.
    assert lines_needed("ความเสียหาย กลุ่มเกษตรกร", 16) >= 2
    assert lines_needed("ก" * 96, 16) >= 8


def test_a_number_shows_its_thousands_and_no_more_decimals_than_it_has() -> None:
    assert [number_format(one) for one in (39800, 43.7, 0.25, None)] == [
        "#,##0", "#,##0.0", "#,##0.00", "#,##0",
    ]  # fmt: skip


def test_text_that_looks_like_a_formula_stays_text(plan_of, today: date, tmp_path: Path) -> None:
    names = ["=1+1", "+66 โทร", "-ก", "@cmd"]
    workbook = plan_of(
        project=[
            {"project_code": f"PJ{at}", "name": name, "stage": "full", "reliance_class": "self", "owner": "=A1"}
            for at, name in enumerate(names, start=1)
        ]
    )  # fmt: skip
    path = write_plan_book(workbook, tmp_path / "p.xlsx", today=today)
    cells = [row[1] for row in openpyxl.load_workbook(path)["โครงการ"].iter_rows(min_row=4)]
    assert [cell.value for cell in cells] == names
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.quotePrefix for cell in cells)


def test_codes_that_a_spreadsheet_confuses_are_told_apart() -> None:
    keys = safe_keys(["01", "1", "PJ1", "pj1", "A*", "MAR27", None])
    assert keys["PJ1"] == "PJ1" and keys[None] == "–"
    told = [keys[code] for code in ("01", "1", "pj1", "A*", "MAR27")]
    assert len({key.casefold() for key in keys.values()}) == 7
    assert all(re.match(r"K\d ", key) and "*" not in key for key in told)


def test_an_empty_plan_still_gives_a_file(plan_of, today: date, tmp_path: Path) -> None:
    path = write_plan_book(plan_of(), tmp_path / "empty.xlsx", today=today)
    book = openpyxl.load_workbook(path, data_only=True)
    assert book.sheetnames == SHEETS
    # No project is a count; money that nobody has stated is no 0.
    assert rows_of(book, "ผ.01")["รวม"][1:13] == [0, None] * 6


def test_english_speaks_english(plan: Workbook, today: date, tmp_path: Path) -> None:
    path = write_plan_book(plan, tmp_path / "en.xlsx", language="en", today=today)
    book = openpyxl.load_workbook(path)
    assert book.sheetnames[0] == "Summary" and book.sheetnames[3] == "Budget lines"
    assert book["Budget lines"]["A1"].value == "Budget lines of the plan"
