from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit.collect.tables import Table, read_table

DOAE = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "doae"


def table(text: str) -> Table:
    return read_table(Path("t.csv"), text.strip("\n").encode())


def out(read: Table) -> dict[int, str]:
    return {item.place.row: item.reason for item in read.left_out}


def codes(read: Table) -> list[str]:
    return [note.code for note in read.notes]


def test_a_total_that_agrees_is_checked_told_and_left_out() -> None:
    # 32,768 + 53,347 = 86,115
    read = table('จังหวัด,ครัวเรือน\nก," 32,768 "\nข," 53,347 "\nรวมทั้งหมด," 86,115 "\n')
    assert [number for number, _row in read.rows] == [2, 3]
    assert out(read) == {4: "A total row: checked, it is the sum of its rows"}
    (note,) = read.notes
    assert (note.code, note.values["figures"]) == ("collect.total-agrees", "“ครัวเรือน” 86,115")


def test_a_total_that_disagrees_is_left_out_and_told_with_both_figures() -> None:
    read = table("จังหวัด,ชาย,หญิง\nก,10,5\nข,20,6\nรวม,30,12\n")
    assert out(read) == {4: "A total row: checked, it is not the sum of its rows; see the remarks"}
    (note,) = read.notes
    assert note.code == "collect.total-differs"
    assert note.values["column"] == "หญิง"
    assert (note.values["stated"], note.values["added"], note.values["n"]) == ("12", "11", 2)
    assert (note.place.sheet, note.place.row) == ("t.csv", 4)


@pytest.mark.parametrize(
    "word", ["รวม", "ยอดรวม", "ผลรวม", "รวมทั้งสิ้น", "รวมภาคเหนือ", "รวม 2 อำเภอ", "Total", "GRAND TOTAL", "ประเทศไทย"]
)  # fmt: skip
def test_the_usual_words_make_a_total_row(word: str) -> None:
    assert out(table(f"พื้นที่,n\nก,1\nข,2\n{word},3\n")) != {}


@pytest.mark.parametrize(
    "word", ["บ้านรวมไทย", "รวมใจ", "รวมมิตรพัฒนา", "Totality", "ก", "ประเทศไทยร่วมใจ"]
)
def test_names_that_only_contain_the_word_stay_rows(word: str) -> None:
    read = table(f"หมู่บ้าน,n\nก,1\nข,2\n{word},3\n")
    assert len(read.rows) == 3
    assert read.left_out == []


def test_a_total_row_without_a_figure_is_an_ordinary_row() -> None:
    assert len(table("พืช,ปี\nข้าว,2567\nรวม,\n").rows) == 2


def test_subtotals_are_checked_against_their_own_block() -> None:
    read = table(
        "อำเภอ,ตำบล,n\nก,ก1,1\nก,ก2,2\nรวมอำเภอ ก,,3\nข,ข1,10\nข,ข2,20\nรวมอำเภอ ข,,31\nรวมทั้งหมด,,33\n"
    )
    assert [row["n"] for _number, row in read.rows] == ["1", "2", "10", "20"]
    assert sorted(out(read)) == [4, 7, 8]
    differs = [note for note in read.notes if note.code == "collect.total-differs"]
    # The block of ข adds up to 30; 1 + 2 + 10 + 20 = 33 is right.
    assert [(note.place.row, note.values["added"]) for note in differs] == [(7, "30")]
    assert "collect.totals-agree" in codes(read)


def test_a_subtotal_may_stand_above_its_block() -> None:
    read = table("พื้นที่,n\nรวมภาค ก,3\nก1,1\nก2,2\nรวมภาค ข,30\nข1,10\nข2,20\n")
    assert sorted(out(read)) == [2, 5]
    assert codes(read) == ["collect.totals-agree"]


def test_averages_codes_and_years_are_not_added_up() -> None:
    text = "รหัส,ปี,อำเภอ,ครัวเรือน,ร้อยละ,ราคา\n1,2567,ก,10,40,12\n2,2567,ข,15,60,14\nรวม,2567,,25,100,13\n"
    read = table(text)
    assert codes(read) == ["collect.total-agrees"]
    assert read.notes[0].values["figures"] == "“ครัวเรือน” 25"


def test_rounded_rows_may_differ_from_their_total_by_their_rounding_only() -> None:
    # Three rows to one decimal: a right total lies within 3 × 0.05 = 0.15 of 30.6.
    rows = "พื้นที่,ไร่\nก,10.2\nข,10.2\nค,10.2\nรวม,"
    assert codes(table(f"{rows}30.7\n")) == ["collect.total-agrees"]
    assert codes(table(f"{rows}30.8\n")) == ["collect.total-differs"]
    # Whole numbers must agree exactly.
    assert codes(table("พื้นที่,คน\nก,10\nข,10\nรวม,21\n")) == ["collect.total-differs"]


def test_an_unnamed_last_row_is_a_total_only_if_it_adds_up() -> None:
    rows = "อำเภอ,n\nก,100\nข,200\nค,300\n"
    assert list(out(table(f"{rows},600\n"))) == [5]
    assert out(table(f"{rows},601\n")) == {}
    assert list(out(table(f"{rows}จังหวัดแพร่,600\n"))) == [5]


def test_dashes_blanks_and_thai_digits_are_read_for_the_check_and_kept_in_the_rows() -> None:
    read = table("ตำบล,n\nก, - \nข,\nค,0\nง,๑๒\nรวม,12\n")
    assert [row.get("n") for _number, row in read.rows] == [" - ", None, "0", "๑๒"]
    assert codes(read) == ["collect.total-agrees"]


def test_a_table_of_totals_is_a_table() -> None:
    read = table("พื้นที่,n\nรวมอำเภอ ก,3\nรวมอำเภอ ข,5\nรวมอำเภอ ค,7\n")
    assert len(read.rows) == 3
    assert read.left_out == []


def test_numbers_of_any_size_are_told() -> None:
    read = table(f"a,n\nก,{'9' * 60}\nข,1\nรวม,5\n")
    assert codes(read) == ["collect.total-differs"]


@given(
    numbers=st.lists(st.integers(0, 10**9), min_size=2, max_size=30),
    wrong_by=st.integers(-3, 3),
    on_top=st.booleans(),
)
def test_a_stated_total_agrees_exactly_when_it_is_the_sum(
    numbers: list[int], wrong_by: int, on_top: bool
) -> None:
    rows = [f"ต{at},{number:,}".replace(",", ";", 1) for at, number in enumerate(numbers)]
    total = f"รวมทั้งหมด;{sum(numbers) + wrong_by:,}"
    lines = ["ตำบล;n", *([total, *rows] if on_top else [*rows, total])]
    read = table("\n".join(lines))
    assert len(read.rows) == len(numbers)
    assert ("collect.total-agrees" in codes(read)) == (wrong_by == 0)


@pytest.mark.skipif(not DOAE.is_dir(), reason="shared data is not on this machine")
def test_farm_households_of_77_provinces_equal_the_printed_total() -> None:
    path = DOAE / "doae_farm_households_2560_by_province.csv"
    read = read_table(path, path.read_bytes())
    assert read.columns == ["ลำดับที่", "จังหวัด", "ครัวเรือนเกษตรกร"]
    assert len(read.rows) == 77
    cells = [row["ครัวเรือนเกษตรกร"] for _number, row in read.rows]
    assert cells[0] == " 32,768 "
    assert sum(Decimal(cell.strip().replace(",", "")) for cell in cells) == 7_010_191
    (agrees,) = read.notes
    assert agrees.code == "collect.total-agrees"
    assert "7,010,191" in str(agrees.values["figures"])
    # Titles, the total, and the four notes: with the 77 rows, the headings and the blank
    # first line these are all 86 lines of the file.
    assert list(out(read)) == [2, 3, 5, 83, 84, 85, 86]
