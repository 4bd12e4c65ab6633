from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.collect.drafting import draft_mapping
from planning_kit.collect.personal import why_personal
from planning_kit.collect.register_likeness import registers_like
from planning_kit.collect.register_templates import (
    find_template,
    mapping_file,
    register_templates,
)
from planning_kit.errors import KitError
from planning_kit.validate import AreaScope, State, check


@pytest.mark.parametrize("template", register_templates(), ids=lambda one: one.name)
def test_every_template_is_a_sound_mapping_that_names_no_person(template) -> None:
    mapping = load_mapping(template.path)
    columns = [name for table in mapping.table for name in table.columns()]
    assert columns
    assert [name for name in columns if why_personal(name, [])] == []
    text = template.path.read_text(encoding="utf-8")
    assert "ไม่ยืนยัน/unconfirmed" in text
    assert f"`{template.name}`" in template.path.with_name("REGISTERS.md").read_text("utf-8")


def test_templates_are_found_by_short_name_and_files_stay_files(tmp_path) -> None:
    assert find_template("Farmer-Register").path.name == "farmer_register.toml"
    assert mapping_file("bmn").name == "bmn.toml"
    assert mapping_file("my.toml") == Path("my.toml")
    with pytest.raises(KitError) as caught:
        find_template("bmm")
    assert caught.value.code == "collect.unknown-template" and "bmn" in caught.value.say("th")


def test_account_books_add_up_by_household_and_unknown_words_are_told(tmp_path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "รหัสครัวเรือน,ปี,รายการ,หมวด,รายรับ,รายจ่าย\n"
        '1,2568,ขายข้าว,ขายพืชผล,"24,000",\n'
        "1,2568,ขายผัก,ขายพืชผล,1000,\n"
        "1,2568,ปุ๋ย,ต้นทุนการเกษตร,,1000\n"
        "1,2568,หวย,การพนัน,,80\n"
        "2,2568,กับข้าว,อาหาร,,800\n",
        encoding="utf-8",
    )
    read = read_mapped(path, load_mapping(find_template("household_account").path))
    one, two = (raw.values for raw in read.rows)
    assert (one["income_crops"], one["expense_farm"]) == (25_000, 1_000)
    assert two["expense_food"] == 800
    assert [left.place.row for left in read.left_out] == [5]


VALUES = {
    "รหัสครัวเรือน": "1-001",
    "ปี": "2568",
    "ตำบล": "บางปลา",
    "อำเภอ": "บางเลน",
    "จังหวัด": "นครปฐม",
    "หมู่ที่": "3",
    "ชื่อหมู่บ้าน": "บ้านสมมติ",
    "ชนิดพืช": "ข้าว",
    "พันธุ์": "กข 43",
    "แปลงที่": "1",
    "เนื้อที่ปลูก": "10-2-0",
    "เนื้อที่เก็บเกี่ยว": "8",
    "หมวด": "ขายพืชผล",
    "ผลผลิต": "4,200",
}
RECORDS = {
    "bmn": {"household": 1, "household_account": 1},
    "farmer_register": {"household": 1, "production": 1},
    "nrd2c": {"village": 1},
    "household_account": {"household_account": 1},
}


def filled_file(tmp_path: Path, template) -> Path:
    mapping = load_mapping(template.path)
    columns = list(dict.fromkeys(name for one in mapping.table for name in one.columns()))
    # A book of accounts has one row for each kind of entry.
    kinds = [str(word) for one in mapping.table for only in one.where for word in only.is_in or ()]
    values = [VALUES | ({"หมวด": kind} if kind else {}) for kind in kinds or [""]]
    rows = [columns, *([row.get(name, "12") for name in columns] for row in values)]
    path = tmp_path / "register.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.mark.parametrize("template", register_templates(), ids=lambda one: one.name)
def test_a_file_with_the_headings_of_a_template_is_imported_by_it(tmp_path, template) -> None:
    text = template.path.read_text("utf-8").replace('date_to = ""', 'date_to = "30/9/2569"', 1)
    mapping = tmp_path / "mine.toml"
    mapping.write_text(text, encoding="utf-8")
    read = read_mapped(filled_file(tmp_path, template), load_mapping(mapping))
    assert Counter(raw.record for raw in read.rows) == RECORDS[template.name]
    assert read.left_out == []
    known = {"household": {"1-001"}}
    checked = check(read, AreaScope.within("730502"), known)
    assert [finding.say("en") for row in checked.rows for finding in row.findings] == []
    assert {row.state for row in (*checked.rows, *checked.sources)} == {State.ACCEPTED}


@pytest.mark.parametrize("template", register_templates(), ids=lambda one: one.name)
def test_a_draft_of_such_a_file_points_to_the_template(tmp_path, template) -> None:
    draft = draft_mapping(filled_file(tmp_path, template))
    assert draft.registers[0].template.name == template.name
    assert f"planning-kit mapping {template.name} " in draft.text


@pytest.mark.parametrize(
    ("file", "headings", "names"),
    [
        ("บัญชี 2568", "วันเดือนปี,รายการ,รายรับ (บาท),รายจ่าย (บาท),คงเหลือ", ["household_account"]),
        ("จปฐ. ปี 2568", "เลขที่,จำนวนสมาชิก,รายได้จากอาชีพหลัก", ["bmn"]),
        ("กชช.2ค หมู่ 1-9", "หมู่ที่,พื้นที่ทำการเกษตร (ไร่)", ["nrd2c"]),
        # Neither named so, nor with three headings of it.
        ("สำรวจ", "รหัสครัวเรือน,ชนิดพืช,เนื้อที่ปลูก", []),
    ],
)
def test_a_register_is_known_by_headings_and_name(file, headings, names) -> None:
    found = registers_like(headings.split(","), [file])
    assert [one.template.name for one in found] == names
