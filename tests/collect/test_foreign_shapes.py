"""What files of strangers hold besides flat rows: nested lists, dates for years, units in cells."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from planning_kit.collect import Collected, read_mapped
from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.collect.mapping_months import months_of
from planning_kit.errors import KitError
from planning_kit.validate import Level
from planning_kit.validate.finding import in_row

SOURCE = {
    "source_code": "X",
    "title": "t",
    "publisher": "p",
    "method": "other",
    "date_to": "1/1/2569",
}
EVENTS = {
    "data": {
        "events": [
            {
                "id": "e1",
                "date": "14/9/2568",
                "place": {"tambon": "นายม", "moo": 1},
                "damage": [{"id": 1, "crop": "ข้าว", "rai": "35.5"}, {"id": 2, "crop": "อ้อย"}],
            },
            {"id": "e2", "date": "1/10/2568", "place": {"moo": "๓"}, "damage": []},
            {"id": "e3", "place": {"moo": 2}, "damage": [{"id": 3, "crop": "กล้วย", "rai": 2}]},
        ]
    }
}


def read(tmp_path: Path, content: object, area: str | None = None, **mapping) -> Collected:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path = tmp_path / ("t.csv" if isinstance(content, str) else "t.json")
    path.write_text(text, encoding="utf-8")
    rule = {"source": SOURCE, **mapping}
    return read_mapped(path, checked_mapping(rule, "m"), area=area)


def test_a_list_inside_the_rows_of_a_list_is_a_table_with_the_cells_around_it(tmp_path) -> None:
    fields = {
        "year_be": {"column": "date", "year_of_date": "calendar"},
        "crop": "crop",
        "affected_area": {"column": "rai", "unit": "rai"},
        "variety": "events.id",
    }
    table = {
        "record": "hazard",
        "natural_id": "id",
        "fields": fields,
        "place": {"moo": "place.moo"},
    }
    got = read(tmp_path, EVENTS, "670112", file={"path": "data.events.damage"}, table=[table])
    values = [raw.values for raw in got.rows]
    assert [one["crop"] for one in values] == ["ข้าว", "อ้อย", "กล้วย"]
    assert [one["variety"] for one in values] == ["e1", "e1", "e3"]
    assert [one["year_be"] for one in values] == [2568, 2568, None]
    assert [one["affected_area"] for one in values] == [35.5 * 400, None, 2 * 400]
    assert [one["village_code"] for one in values] == ["67011201", "67011201", "67011202"]
    assert [raw.natural_id for raw in got.rows] == ["1", "2", "3"]


def test_an_object_inside_a_row_gives_columns_of_its_own(tmp_path) -> None:
    table = {"record": "hazard", "fields": {"crop": "place.tambon"}, "place": {"moo": "place.moo"}}
    got = read(tmp_path, EVENTS, "670112", file={"path": "data.events"}, table=[table])
    assert [raw.values["crop"] for raw in got.rows] == ["นายม", None, None]
    assert got.rows[1].values["village_code"] == "67011203"


def test_a_path_that_leads_nowhere_inside_rows_is_one_sentence(tmp_path) -> None:
    table = {"record": "hazard", "fields": {"crop": "crop"}}
    with pytest.raises(KitError) as caught:
        read(tmp_path, EVENTS, file={"path": "data.events.damages"}, table=[table])
    assert caught.value.code == "collect.no-list-in-json"


def test_a_village_number_alone_is_one_of_the_tambon_named_or_imported_for(tmp_path) -> None:
    text = "หมู่,พืช\n3,ข้าว\nหมู่ที่ ๑๒,ข้าว\n,ข้าว\n"
    table = {"record": "hazard", "fields": {"crop": "พืช"}, "place": {"moo": "หมู่"}}
    got = read(tmp_path, text, "670112", table=[table])
    assert [one.values["village_code"] for one in got.rows[:2]] == ["67011203", "67011212"]
    assert got.rows[2].troubles["village_code"].code == "collect.no-village-number"
    table["place"]["tambon_code"] = "730502"
    assert read(tmp_path, text, None, table=[table]).rows[0].values["village_code"] == "73050203"
    del table["place"]["tambon_code"]
    with pytest.raises(KitError) as caught:
        read(tmp_path, text, "67", table=[table])
    assert caught.value.code == "collect.no-tambon-code"


@pytest.mark.parametrize(
    ("cell", "calendar", "fiscal"),
    [
        ("30/9/2568", 2568, 2568),
        ("1 ต.ค. 68", 2568, 2569),
        ("2025-12-31", 2568, 2569),
        ("๒๕๖๗", 2567, 2567),
        ("", None, None),
    ],
)
def test_the_year_is_taken_of_a_date(tmp_path, cell, calendar, fiscal) -> None:
    for which, year in (("calendar", calendar), ("fiscal", fiscal)):
        fields = {"year_be": {"column": "วันที่", "year_of_date": which}, "crop": "พืช"}
        table = {"record": "hazard", "fields": fields}
        got = read(tmp_path, f"วันที่,พืช\n{cell},ข้าว\n", table=[table])
        assert got.rows[0].values["year_be"] == year


def test_a_date_that_is_none_is_a_trouble_of_the_year_and_other_fields_take_no_year_of_date(
    tmp_path,
) -> None:
    fields = {"year_be": {"column": "วันที่", "year_of_date": "calendar"}}
    got = read(tmp_path, "วันที่\n44/9/2568\n", table=[{"record": "hazard", "fields": fields}])
    assert "year_be" in got.rows[0].troubles
    fields = {"crop": {"column": "วันที่", "year_of_date": "calendar"}}
    with pytest.raises(KitError) as caught:
        read(tmp_path, "วันที่\n1\n", table=[{"record": "hazard", "fields": fields}])
    assert caught.value.code == "collect.mapping-no-year"


def test_the_value_map_leads_each_answer_of_a_list(tmp_path) -> None:
    values = {"สปก": "spk", "โฉนดกับเช่า, อื่น": "chanote"}
    fields = {"household_id": "h", "title_deeds": {"column": "d", "values": values}}
    text = 'h,d\n1,"โฉนด,สปก"\n2,สปก\n3,"โฉนดกับเช่า, อื่น"\n4,"โฉนด;ภบท."\n'
    got = read(tmp_path, text, table=[{"record": "household", "fields": fields}])
    told = [raw.values["title_deeds"] for raw in got.rows]
    assert told == [("โฉนด", "spk"), "spk", "chanote", ("โฉนด", "ภบท.")]


def test_a_number_with_the_unit_of_its_own_field_is_that_number(tmp_path) -> None:
    fields = {"household_id": "h", "males": "m", "hired_days": "d"}
    text = "h,m,d\n1,๓ คน,12 วันแรงงาน\n2,2 persons,5 วัน\n3,คน,\n"
    rows = read(tmp_path, text, table=[{"record": "household", "fields": fields}]).rows
    assert [one.values["males"] for one in rows] == ["๓", "2", "คน"]
    assert [one.values["hired_days"] for one in rows] == ["12", "5 วัน", None]


def test_a_message_shows_the_cell_as_it_stands_in_the_file(tmp_path) -> None:
    fields = {
        "household_id": "h",
        "land_owned": {"column": "ha", "unit": "hectare"},
        "consent_given": {"column": "c", "values": {"ไม่ยอม": "no"}},
        "note": {"column": "n", "remove": "นาย.*"},
    }
    text = "h,ha,c,n\n1,2.0,ไม่ยอม,ของนายก ข\n"
    (row,) = read(tmp_path, text, table=[{"record": "household", "fields": fields}]).rows
    kind = row_kind()
    told = {name: in_row(row, Level.FLAG, "x", "y", kind.field(name)).value for name in fields}
    assert told == {"household_id": "1", "land_owned": "2.0", "consent_given": "ไม่ยอม", "note": ""}
    assert "note" not in row.written
    row.written.clear()
    # 2 hectares are 5,000 square wah: 12 rai 2 ngan.
    shown = in_row(row, Level.FLAG, "x", "y", kind.field("land_owned")).value
    assert shown == "12-2-0"


def row_kind():
    from planning_kit.records import Household

    return Household


@pytest.mark.parametrize(
    ("text", "months", "code"),
    [
        ("ไตรมาส 2", (1, 2, 3), "collect.months-quarter"),
        ("ไตรมาสที่ ๑-๒/๒๕๗๐", (10, 11, 12, 1, 2, 3), "collect.months-quarter"),
        ("Q4", (7, 8, 9), "collect.months-quarter"),
        ("ไตรมาส 1/2571", None, "collect.months-other-year"),
        ("พ.ย.69, ก.พ.70 และ พ.ค.70", (11, 2, 5), None),
        ("ธ.ค., ก.พ. 70", (12, 2), None),
        ("15 ม.ค. - 20 ก.พ. 2570", (1, 2), "collect.months-days-left"),
        ("10/2569-12/2569", (10, 11, 12), None),
        ("1/10/69-31/12/69", (10, 11, 12), "collect.months-days-left"),
        ("31/12/69-1/10/69", None, "collect.months-unreadable"),
        ("13/2569", None, "collect.months-unreadable"),
    ],
)
def test_times_of_work_plans_in_other_shapes(text, months, code) -> None:
    found, doubt = months_of(text, 2570)
    assert found == months
    assert (doubt.code if doubt else None) == code


def test_a_last_line_that_counts_the_rows_is_no_row(tmp_path) -> None:
    text = "ลำดับ,รหัส,ชาย\n1,ก-1,2\n2,ก-2,3\nรวม 2 ราย,,\n"
    table = {"record": "household", "fields": {"household_id": "รหัส", "males": "ชาย"}}
    got = read(tmp_path, text, table=[table])
    assert [raw.values["household_id"] for raw in got.rows] == ["ก-1", "ก-2"]
    assert [one.place.row for one in got.left_out] == [4]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("รวม 2 ราย,,", None),
        ("รวมทั้งสิ้น,๒ รายการ,", None),
        ("รวม 3 ราย,,", "รวม 3 ราย"),
        ("Total 1 households,,", "Total 1 households"),
        # Persons are the sum of a column, no number of rows.
        ("รวม 5 คน,,", None),
        # A total row may count as well: 2 + 3 = 5 agrees, four rows there are not.
        ("รวม 4 ราย,,5", "รวม 4 ราย"),
    ],
)
def test_a_last_line_that_counts_the_rows_is_checked(tmp_path, line, says) -> None:
    table = {"record": "household", "fields": {"household_id": "รหัส", "males": "ชาย"}}
    got = read(tmp_path, f"ลำดับ,รหัส,ชาย\n1,ก-1,2\n2,ก-2,3\n{line}\n", table=[table])
    assert [raw.values["household_id"] for raw in got.rows] == ["ก-1", "ก-2"]
    assert [one.place.row for one in got.left_out] == [4]
    differs = [note for note in got.notes if note.code == "collect.count-differs"]
    assert [(note.values["written"], note.values["n"]) for note in differs] == (
        [(says, 2)] if says else []
    )


def test_what_the_mapping_lacks_is_told_by_the_key_to_write_there(tmp_path) -> None:
    table = {"record": "household", "fields": {"household_id": "รหัส"}}
    got = read(tmp_path, "รหัส\nก-1\n", table=[table])
    assert got.sources[0].columns["publisher"] == "[source] publisher"
