from __future__ import annotations

import pytest

from planning_kit.collect.heading_rows import find_headings
from planning_kit.collect.sheet_merges import Merge


def lines(text: str) -> list[tuple[int, list]]:
    """Rows from a picture of a sheet: | between the cells, one line a row."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip("\n").split("\n")]
    return [(number, cells) for number, cells in enumerate(rows, start=1)]


def found(text: str, given: int | None = None, merges: tuple[Merge, ...] = ()) -> tuple:
    headings = find_headings(lines(text), given, merges)
    assert headings is not None
    return headings.first + 1, headings.last + 1, headings.names


def test_title_rows_stand_above_the_headings() -> None:
    text = """
ตารางที่ 1 ครัวเรือนเกษตรกร||
ปี 2567||
ที่|จังหวัด|ครัวเรือน
1|ขอนแก่น|10
2|แพร่|20
"""
    assert found(text) == (3, 3, ["ที่", "จังหวัด", "ครัวเรือน"])


def test_two_lines_are_joined_under_their_group() -> None:
    text = """
ที่|จังหวัด|ครัวเรือน|||หมายเหตุ
||ชาย|หญิง|รวม|
1|ขอนแก่น|10|12|22|
2|แพร่|20|1|21|ก
"""
    names = ["ที่", "จังหวัด", "ครัวเรือน – ชาย", "ครัวเรือน – หญิง", "ครัวเรือน – รวม", "หมายเหตุ"]
    assert found(text) == (1, 2, names)


def test_a_line_of_groups_above_the_full_line_is_part_of_the_headings() -> None:
    text = """
รายงานประจำปี||||||
||ข้าว||อ้อย||
ที่|ตำบล|ไร่|ตัน|ไร่|ตัน|ครัวเรือน
1|ก|5|2|3|30|4
2|ข|6|3|4|40|5
"""
    names = found(text)[2]
    assert found(text)[:2] == (2, 3)
    assert names[:6] == ["ที่", "ตำบล", "ข้าว – ไร่", "ข้าว – ตัน", "อ้อย – ไร่", "อ้อย – ตัน"]


def test_merged_cells_say_how_far_a_group_reaches() -> None:
    text = """
ที่|ตำบล|ข้าว|||
||ไร่|ตัน||
1|ก|5|2|3|30
"""
    rows = lines(text)
    rows[1][1][4] = "ครัวเรือน"
    across, down = Merge(1, 1, 2, 3), Merge(1, 2, 0, 0)
    headings = find_headings(rows, None, (across, down))
    assert headings is not None
    assert headings.names[2:5] == ["ข้าว – ไร่", "ข้าว – ตัน", "ครัวเรือน"]


def test_units_in_brackets_and_years_below_a_group_are_headings_too() -> None:
    units = "ตำบล|เนื้อที่|ผลผลิต\n|(ไร่)|(ตัน)\nก|1|2\nข|2|3"
    assert found(units)[2] == ["ตำบล", "เนื้อที่ – (ไร่)", "ผลผลิต – (ตัน)"]
    years = "อำเภอ|ครัวเรือน||\n|2566|2567|๒๕๖๘\nเมือง|10|11|12\nชนแดน|20|21|22"
    assert found(years)[2] == ["อำเภอ", *(f"ครัวเรือน – {year}" for year in (2566, 2567, "๒๕๖๘"))]


def test_rows_of_words_only_are_not_taken_for_a_second_line() -> None:
    text = "ชื่อ||ตำบล\nข้าว|หอมมะลิ|บางปลา\nอ้อย|ขอนแก่น 3|บางเลน"
    assert found(text) == (1, 1, ["ชื่อ", "", "ตำบล"])


def test_spaces_and_line_breaks_in_headings_are_made_plain() -> None:
    headings = find_headings([(1, [" เนื้อที่\n (ไร่) ", "ชื่อ\u00a0บ้าน"]), (2, [1, "ก"])])
    assert headings is not None
    assert headings.names == ["เนื้อที่ (ไร่)", "ชื่อ บ้าน"]


def test_a_given_row_is_taken_at_its_word() -> None:
    text = "ก|ข|ค\nง|จ|ฉ\n1|2|3"
    assert found(text, given=2) == (2, 2, ["ง", "จ", "ฉ"])
    assert find_headings(lines(text), given=9) is None


@pytest.mark.parametrize("text", ["1|2|3\n4|5|6", "||\n||", "-|-\n1|2"])
def test_numbers_and_blanks_are_no_headings(text: str) -> None:
    assert find_headings(lines(text)) is None


def test_a_blank_column_before_the_table_changes_nothing() -> None:
    assert found("||\n|ตำบล|ไร่\n|ก|5\n|ข|6") == (2, 2, ["", "ตำบล", "ไร่"])
