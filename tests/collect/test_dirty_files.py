"""Files as people keep them: drafted, read by the draft, and every oddity told, none mended."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from planning_kit.collect import Collected, load_mapping, read_mapped
from planning_kit.collect.drafting import draft_mapping
from planning_kit.collect.mapping import FileRule
from planning_kit.collect.tables import read_table

Through = Callable[..., Collected]


@pytest.fixture
def through(tmp_path: Path) -> Through:
    """Draft a mapping for a file and read the file by that draft."""

    def run(path: Path, record: str | None = None) -> Collected:
        draft = draft_mapping(path, record)
        (tmp_path / "draft.toml").write_text(draft.text, encoding="utf-8")
        return read_mapped(path, load_mapping(tmp_path / "draft.toml"), area="730502")

    return run


def csv(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "t.csv"
    path.write_bytes(text.encode(encoding))
    return path


def xlsx(tmp_path: Path, rows: list[list], *merged: str) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(tmp_path / "t.xlsx")
    return tmp_path / "t.xlsx"


def codes(read: Collected) -> list[str]:
    return [note.code for note in read.notes]


PLACE = ["ตำบล", "อำเภอ", "จังหวัด"]
BANG_PLA = ["บางปลา", "บางเลน", "นครปฐม"]


def test_semicolons_a_mark_at_the_start_and_thai_digits(tmp_path, through) -> None:
    text = (
        "\ufeffรหัสครัวเรือน;หมู่ที่;ตำบล;อำเภอ;จังหวัด;เนื้อที่ถือครอง (ไร่)\n"
        "A1;๓;บางปลา;บางเลน;นครปฐม;๕.๕\nA2;4;ต.บางปลา;อ.บางเลน;จ.นครปฐม;-\n"
    )
    first, second = through(csv(tmp_path, text)).rows
    assert (first.values["village_code"], first.values["land_owned"]) == ("73050203", 2200)
    assert (second.values["village_code"], second.values["land_owned"]) == ("73050204", None)


@pytest.mark.parametrize("encoding", ["utf-16", "cp874", "utf-8-sig"])
def test_months_in_words_and_tabs_in_any_encoding(tmp_path, through, encoding) -> None:
    text = (
        "รหัสครัวเรือน\tปี\tเดือนที่ปลูก\tพืช\tผลผลิต (ตัน)\n"
        "A1\t2567\tเม.ย.-พ.ค.67\tข้าว\t1.5\nA2\t2567\tมิ.ย.\tอ้อย\t 2,000 \n"
    )
    first, second = through(csv(tmp_path, text, encoding), "production").rows
    assert first.values["planting_months"] == "เม.ย.-พ.ค.67"
    assert (second.values["quantity"], second.values["quantity_unit"]) == (" 2,000 ", "tonne")


def test_a_village_merged_over_its_rows_counts_for_each(tmp_path, through) -> None:
    rows = [
        [*PLACE, "หมู่ที่", "ชื่อหมู่บ้าน", "จำนวนครัวเรือน"],
        [*BANG_PLA, 1, "บ้านก", 100],
        [None, None, None, 2, "บ้านข", 120],
    ]
    read = through(xlsx(tmp_path, rows, "A2:A3", "B2:B3", "C2:C3"))
    assert [raw.values["village_code"] for raw in read.rows] == ["73050201", "73050202"]
    assert "collect.merged-filled" in codes(read)


def test_an_amount_merged_over_rows_is_counted_once_and_told(tmp_path) -> None:
    rows = [["รหัสครัวเรือน", "พืช", "เงินช่วยเหลือ"], ["H1", "ข้าว", 500], [None, "อ้อย"], ["H2", "ข้าว", 7]]
    path = xlsx(tmp_path, rows, "A2:A3", "C2:C3")
    read = read_table(path, path.read_bytes())
    assert [row.get("เงินช่วยเหลือ") for _n, row in read.rows] == [500, None, 7]
    assert [row["รหัสครัวเรือน"] for _n, row in read.rows] == ["H1", "H1", "H2"]
    told = {note.code: note.values["columns"] for note in read.notes}
    assert told["collect.merged-amounts"] == "“เงินช่วยเหลือ” 1"


def test_a_second_table_on_the_sheet_is_told_with_its_row(tmp_path) -> None:
    rows = [["หมู่ที่", "ชาย"], [1, 10], [2, 20], [None], ["ตารางที่ 2"], ["พืช", "ราคา"], ["ข้าว", 5]]
    path = xlsx(tmp_path, rows)
    (told,) = [one for one in read_table(path, path.read_bytes()).notes if "second" in one.code]
    assert told.values["row"] == 6
    # Words alone in the middle of a table are no headings: nothing sets them apart.
    path = xlsx(tmp_path, [["หมู่ที่", "ชาย"], [1, 10], ["ไม่ทราบ", "ไม่ทราบ"], [3, 4]])
    assert not [n for n in read_table(path, path.read_bytes()).notes if "second" in n.code]


def test_years_as_headings_become_the_year_of_each_figure(tmp_path, through) -> None:
    rows = [
        ["ครัวเรือนเกษตรกร รายตำบล"],
        [*PLACE, 2566, 2567],
        [*BANG_PLA, 110, 120],
        ["บางเลน", "บางเลน", "นครปฐม", 210, 220],
        ["รวมทั้งสิ้น", None, None, 320, 340],
    ]
    read = through(xlsx(tmp_path, rows, "A1:E1"))
    stated = [(raw.values["year_be"], raw.values["value"]) for raw in read.rows]
    assert stated == [(2566, 110), (2567, 120), (2566, 210), (2567, 220)]


def test_ragged_rows_and_headings_twice_lose_nothing(tmp_path) -> None:
    path = csv(tmp_path, "ชื่อ,ชื่อ,ชาย\nก,ข,1,เกิน\nค\nง,จ,2\n")
    read = read_table(path, path.read_bytes())
    assert read.columns == ["ชื่อ", "ชื่อ (2)", "ชาย", "#4"]
    assert read.rows[0][1]["#4"] == "เกิน" and read.rows[1][1]["ชื่อ"] == "ค"


def test_areas_as_people_write_them(tmp_path, through) -> None:
    text = (
        "รหัสครัวเรือน,รหัสหมู่บ้าน,ที่ดินตนเอง\nA1,73050203,5-2-30\n"
        "A2,73050203,5 ไร่ 2 งาน\nA3,73050204,ประมาณ 10\n"
    )
    values = [raw.values["land_owned"] for raw in through(csv(tmp_path, text)).rows]
    assert values == [Decimal(2230), Decimal(2200), "ประมาณ 10"]


TOTALS = "กิจกรรม,คน\nรวมพลัง,10\nรวมใจ,20\nรวม,30\n"


def test_rows_that_only_look_like_totals_can_be_kept(tmp_path) -> None:
    path = csv(tmp_path, TOTALS)
    kept = read_table(path, path.read_bytes(), FileRule(totals="keep"))
    assert len(kept.rows) == 3 and kept.left_out == []
    assert len(read_table(path, path.read_bytes()).rows) == 2


def test_a_web_page_in_a_zip_is_read_as_one(tmp_path, made) -> None:
    page = "<table><tr><th>ตำบล<th>ไร่<tr><td>บางปลา<td>5</table>".encode()
    read = read_table(Path("t.zip"), made.zip({"a.csv": page}))
    assert read.rows == [(2, {"ตำบล": "บางปลา", "ไร่": "5"})]
