"""Land in three columns: ไร่, งาน and ตร.ว. put together, checked, drafted."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from planning_kit.collect import Collected, load_mapping, read_mapped
from planning_kit.collect.drafting import draft_mapping
from planning_kit.collect.land_headings import part_columns, parts_from
from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.errors import KitErrors

SOURCE = {"source_code": "S", "title": "t"}
PARTS = {"rai": "ไร่", "ngan": "งาน", "sqwah": "วา"}


def mapping(rule: dict, **units: dict):
    fields = {"household_id": "id", "land_owned": rule}
    table = {"record": "household", "fields": fields}
    return checked_mapping({"source": SOURCE, "table": [table], "units": units}, "m")


def read(tmp_path: Path, cells: str) -> Collected:
    path = tmp_path / "t.csv"
    path.write_text(f"id,ไร่,งาน,วา\n1,{cells}\n2,1,1,1\n", encoding="utf-8")
    return read_mapped(path, mapping({"parts": PARTS}))


@pytest.mark.parametrize(
    ("cells", "square_wah"),
    [
        ("5,2,30", 2230),  # 5 × 400 + 2 × 100 + 30
        ("5,,", 2000),
        (",3,50", 350),
        ("๑,-,๕๐.๕", Decimal("450.5")),
        (",,250", 250),
        ("0,0,0", 0),
        (",,", None),
        ("-,-,-", None),
        ("5.5,0,", 2200),
        ("5,1.5,", 2150),
    ],
)
def test_parts_are_added_and_blank_beside_stated_is_zero(tmp_path, cells, square_wah) -> None:
    found = read(tmp_path, cells)
    assert found.rows[0].values["land_owned"] == square_wah
    assert not found.rows[0].troubles
    assert not [note for note in found.notes if note.code == "collect.parts-overfull"]


def test_a_part_as_big_as_the_next_unit_is_added_and_told_with_its_row(tmp_path) -> None:
    found = read(tmp_path, "2,5,120")
    assert found.rows[0].values["land_owned"] == 1420
    (note,) = [note for note in found.notes if note.code == "collect.parts-overfull"]
    assert note.values["columns"] == "“งาน” (2), “วา” (2)"


@pytest.mark.parametrize(
    ("cells", "code", "shown"),
    [
        ("5.5,2,0", "collect.parts-unclear", "5.5-2-0"),
        ("5,-1,0", "collect.parts-unreadable", "5--1-0"),
        ("ห้า,2,0", "collect.parts-unreadable", "ห้า-2-0"),
    ],
)
def test_what_may_mean_two_things_is_refused_as_written(tmp_path, cells, code, shown) -> None:
    raw = read(tmp_path, cells).rows[0]
    assert raw.troubles["land_owned"].code == code
    assert raw.values["land_owned"] == shown


def test_a_whole_area_alone_in_one_column_is_judged_like_any_cell(tmp_path) -> None:
    assert read(tmp_path, "5-2-30,,").rows[0].values["land_owned"] == "5-2-30"


def test_local_units_may_be_parts_and_wrong_ones_are_named(tmp_path) -> None:
    whole = mapping({"parts": {"plot": "ไร่", "rai": "งาน"}}, plot={"square_metres": 800})
    path = tmp_path / "t.csv"
    path.write_text("id,ไร่,งาน\n1,2,3\n", encoding="utf-8")
    # 800 m² are 200 square wah: 2 × 200 + 3 × 400
    assert read_mapped(path, whole).rows[0].values["land_owned"] == 1600
    for rule, code in (
        ({"parts": {"kg": "ไร่"}}, "collect.mapping-unknown-unit"),
        ({"parts": PARTS, "unit": "rai"}, "collect.mapping-parts-and-unit"),
        ({"parts": PARTS, "column": "ไร่"}, "collect.mapping-one-origin"),
    ):
        with pytest.raises(KitErrors) as caught:
            mapping(rule)
        assert [error.code for error in caught.value.errors] == [code]


@pytest.mark.parametrize(
    ("headings", "units"),
    [
        (["ไร่", "งาน", "ตร.ว."], 3),
        (["เนื้อที่ – ไร่", "เนื้อที่ – งาน", "เนื้อที่ – ตารางวา"], 3),
        (["ที่ดิน (ไร่)", "ที่ดิน (งาน)", "ที่ดิน (วา)"], 3),
        (["land_rai", "land_ngan", "land_wah"], 3),
        (["ไร่ (2)", "งาน (2)", "วา (2)"], 3),
        (["ไร่", "งาน", "หมายเหตุ"], 2),
        (["ไร่", "ราคา"], 0),
        (["ปลูก – ไร่", "เช่า – งาน"], 0),
        (["งาน", "วา"], 0),
    ],
)
def test_headings_that_name_one_area(headings: list[str], units: int) -> None:
    assert len(parts_from(headings)) == units
    assert part_columns(["ที่", *headings]) == frozenset(range(1, 1 + units))


def test_the_draft_joins_columns_under_a_merged_heading(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["รหัสครัวเรือน", "รหัสหมู่บ้าน", "เนื้อที่ถือครอง"])
    sheet.append([None, None, "ไร่", "งาน", "ตร.ว."])
    sheet.append(["H1", 99010101, 5, 3, 80])
    sheet.append(["H2", 99010102, 3, 2, None])
    # 5-3-80 and 3-2-0 are 9-1-80: the parts carry, so no column adds up by itself.
    sheet.append(["รวม", None, 9, 1, 80])
    for merged in ("A1:A2", "B1:B2", "C1:E1"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "t.xlsx")
    draft = draft_mapping(tmp_path / "t.xlsx", "household")
    (tmp_path / "m.toml").write_text(draft.text, encoding="utf-8")
    drafted = load_mapping(tmp_path / "m.toml")
    assert drafted.table[0].fields["land_owned"].parts == {
        "rai": "เนื้อที่ถือครอง – ไร่",
        "ngan": "เนื้อที่ถือครอง – งาน",
        "sqwah": "เนื้อที่ถือครอง – ตร.ว.",
    }
    found = read_mapped(tmp_path / "t.xlsx", drafted)
    assert [raw.values["land_owned"] for raw in found.rows] == [2380, 1400]
    assert not [note for note in found.notes if note.code == "collect.total-differs"]
