from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from planning_kit.collect import Mapping, read_mapped
from planning_kit.errors import KitError

SOURCE = {
    "source_code": "X",
    "title": "t",
    "publisher": "p",
    "method": "other",
    "date_to": "1/1/2569",
}


def mapping(record: str = "hazard", file: dict | None = None, **table) -> Mapping:
    rule = {"record": record, **table}
    return Mapping.model_validate(
        {"name": "m", "source": SOURCE, "file": file or {}, "table": [rule]}
    )


def written(tmp_path: Path, text: str, encoding: str = "utf-8", name: str = "t.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return path


def values(tmp_path: Path, text: str, **table) -> list[dict]:
    return [raw.values for raw in read_mapped(written(tmp_path, text), mapping(**table)).rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"])
def test_thai_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "พืช,ปี\nข้าวเจ้า,2567\n", encoding)
    (raw,) = read_mapped(path, mapping(fields={"crop": "พืช", "year_be": "ปี"})).rows
    assert raw.values["crop"] == "ข้าวเจ้า"
    assert raw.columns["crop"] == "พืช"
    assert (raw.place.sheet, raw.place.row) == ("t.csv", 2)


@pytest.mark.parametrize(
    ("unit", "square_wah"),
    [
        # 1 rai = 400, 1 ngan = 100, 1 ha = 10,000 m² / 4, 1 acre = 4,046.8564224 m² / 4
        ("rai", Decimal(800)),
        ("ngan", Decimal(200)),
        ("sqwah", Decimal(2)),
        ("hectare", Decimal(5000)),
        ("acre", Decimal("2023.4282112")),
        ("m2", Decimal("0.5")),
    ],
)
def test_land_units_become_square_wah(tmp_path: Path, unit: str, square_wah: Decimal) -> None:
    rule = {"column": "a", "unit": unit}
    (row,) = values(tmp_path, "a\n2\n", fields={"affected_area": rule})
    assert row["affected_area"] == square_wah


def test_other_units_values_missing_codes_constants_and_joins(tmp_path: Path) -> None:
    fields = {
        "yield_kg": {"column": "ตัน", "unit": "tonne"},
        "revenue": {"column": "พันบาท", "unit": "thousand_baht"},
        "product": {"join": ["พืช", "พันธุ์"], "separator": "/"},
        "area_code": {"constant": "73"},
        "cost_seed": {"column": "ค่าพันธุ์", "missing": [999]},
        "cost_fuel": {"column": "ค่าน้ำมัน", "values": {"ฟรี": 0}},
    }
    text = 'พืช,พันธุ์,ตัน,พันบาท,ค่าพันธุ์,ค่าน้ำมัน\nข้าว,กข43,"1,2.5",12,999,ฟรี\nข้าว,,1.2,-,0,5\n'
    first, second = values(tmp_path, text, record="crop_budget", fields=fields, missing=["-"])
    assert first["product"] == "ข้าว/กข43"
    assert first["yield_kg"] == "1,2.5"  # a comma out of place is not for us to mend
    assert first["revenue"] == Decimal(12000)
    assert first["cost_seed"] is None
    assert first["cost_fuel"] == 0
    assert first["area_code"] == "73"
    assert second["product"] == "ข้าว"
    assert second["yield_kg"] == Decimal(1200)
    assert second["revenue"] is None
    assert second["cost_seed"] == "0"
    assert first["source_code"] == "X"


def test_filtered_and_blank_rows_are_counted_with_their_reason(tmp_path: Path) -> None:
    text = "พืช,ปี\nข้าว,2567\nรวม,\n,\nอ้อย,2568\n"
    where = [{"column": "พืช", "is_not": ["รวม"], "reason": "แถวผลรวม"}]
    path = written(tmp_path, text)
    read = read_mapped(path, mapping(fields={"crop": "พืช", "year_be": "ปี"}, where=where))
    assert [raw.place.row for raw in read.rows] == [2, 5]
    assert [(item.place.row, item.reason) for item in read.left_out] == [
        (3, "แถวผลรวม"),
        (4, "The row is blank"),
    ]


def test_two_tables_from_one_file_and_conditions_of_all_kinds(tmp_path: Path) -> None:
    rules = [
        {"record": "hazard", "fields": {"crop": "a"}, "where": [{"column": "k", "is": ["1", 2]}]},
        {"record": "group", "fields": {"name": "a"}, "where": [{"column": "k", "blank": True}]},
    ]
    whole = Mapping.model_validate({"source": SOURCE, "table": rules})
    read = read_mapped(written(tmp_path, "a,k\nx,1\ny,\nz,๒\nw,3\n"), whole)
    assert [(raw.record, raw.place.row) for raw in read.rows] == [
        ("hazard", 2),
        ("group", 3),
        ("hazard", 4),
    ]
    assert [item.place.row for item in read.left_out] == [5]


def test_a_column_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        values(tmp_path, "พืช,ปี\nข้าว,1\n", fields={"crop": "ชนิดพืช"})
    assert caught.value.code == "collect.no-such-column"
    said = caught.value.say("th")
    assert "ชนิดพืช" in said
    assert "“พืช”, “ปี”" in said


def test_columns_without_use_and_repeated_headings_are_told(tmp_path: Path) -> None:
    path = written(tmp_path, " พืช ,ปี,ปี,\nข้าว,1,2,3,4\n")
    (note,) = read_mapped(path, mapping(fields={"crop": "พืช"})).notes
    assert note.values["columns"] == "“ปี”, “ปี (2)”, “#4”, “#5”"


def test_semicolons_title_rows_and_line_breaks_in_cells(tmp_path: Path) -> None:
    text = 'ตารางที่ 1\n\nพืช;ปี\n"ข้าว\nเจ้า";2567\nอ้อย;2568\n'
    path = written(tmp_path, text)
    rules = mapping(file={"header_row": 3}, fields={"crop": "พืช"})
    rows = read_mapped(path, rules).rows
    assert [(raw.place.row, raw.values["crop"]) for raw in rows] == [(4, "ข้าว\nเจ้า"), (6, "อ้อย")]


def test_json_under_a_path_and_excel_by_sheet(tmp_path: Path) -> None:
    content = {"data": {"items": [{"a": 1}, {"a": 0, "b": ["x", "y"]}]}}
    path = written(tmp_path, json.dumps(content), name="t.json")
    rule = mapping(file={"path": "data.items"}, fields={"households": "a", "crop": "b"})
    assert [raw.values["households"] for raw in read_mapped(path, rule).rows] == [1, 0]
    assert read_mapped(path, rule).rows[1].values["crop"] == "x, y"
    with pytest.raises(KitError) as caught:
        read_mapped(path, mapping(file={"path": "data.rows"}, fields={"crop": "a"}))
    assert caught.value.code == "collect.no-list-in-json"

    book = Workbook()
    book.create_sheet("ข้อมูล").append(["a"])
    book["ข้อมูล"].append([7])
    book.save(tmp_path / "t.xlsx")
    rule = mapping(file={"sheet": "ข้อมูล"}, fields={"households": "a"})
    (raw,) = read_mapped(tmp_path / "t.xlsx", rule).rows
    assert (raw.place.sheet, raw.place.row, raw.values["households"]) == ("ข้อมูล", 2, 7)
    with pytest.raises(KitError) as caught:
        read_mapped(tmp_path / "t.xlsx", mapping(file={"sheet": "อื่น"}, fields={"crop": "a"}))
    assert "ข้อมูล" in caught.value.say("th")


PLACE = {"tambon": "ต", "amphoe": "อ", "province": {"constant": "นครปฐม"}, "moo": "ม"}


def test_villages_are_found_by_their_names(tmp_path: Path) -> None:
    text = "ต,อ,ม\nบางปลา,บางเลน,3\nต.บางปลา,อ.บางเลน,หมู่ที่ ๑๒\n"
    rows = values(tmp_path, text, place=PLACE)
    # Tambon Bang Pla, Amphoe Bang Len has the code 730502 in the list of the department.
    assert [row["village_code"] for row in rows] == ["73050203", "73050212"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("บางปลาดาว,บางเลน,3", "areas.unknown-name"),
        ("บางปลา,บางเลน,-", "collect.no-village-number"),
        ("บางปลา,บางเลน,สาม", "thai.moo-unreadable"),
        (",บางเลน,3", "collect.no-tambon-name"),
    ],
)
def test_a_place_that_is_not_found_keeps_its_words(tmp_path: Path, line: str, code: str) -> None:
    path = written(tmp_path, f"ต,อ,ม\n{line}\n")
    (raw,) = read_mapped(path, mapping(place=PLACE)).rows
    assert raw.troubles["village_code"].code == code
    tambon, amphoe, moo = line.split(",")
    assert raw.values["village_code"] == f"{tambon} {amphoe} นครปฐม {moo}".strip()


def test_an_ambiguous_tambon_is_asked_not_guessed(tmp_path: Path) -> None:
    path = written(tmp_path, "ต,ม\nในเมือง,1\n")
    (raw,) = read_mapped(path, mapping(place={"tambon": "ต", "moo": "ม"})).rows
    assert raw.troubles["village_code"].code == "areas.ambiguous-name"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("t.csv", b"", "collect.empty-file"),
        ("t.json", b'[{"a": 1}', "collect.broken-json"),
        ("t.json", b"[1, 2]", "collect.no-list-in-json"),
        ("t.csv", b"a\x00\x01\x02", "collect.wrong-encoding"),
        ("t.xlsx", b"PK\x03\x04 cut", "collect.broken-file"),
        ("t.csv", b"\n\n", "collect.empty-file"),
        ("t.csv", b",,\n1,2,3\n", "collect.no-headings"),
    ],
)
def test_broken_files_are_one_sentence(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KitError) as caught:
        read_mapped(path, mapping(fields={"crop": "a"}))
    assert caught.value.code == code


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.binary(max_size=200), name=st.sampled_from(["f.csv", "f.json", "f.xlsx"]))
def test_any_bytes_are_read_or_refused_with_a_sentence(
    tmp_path: Path, data: bytes, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    try:
        read_mapped(path, mapping(fields={"crop": "a"}))
    except KitError as error:
        assert error.say("th")


def test_more_records_than_can_be_checked_in_time_are_refused(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr("planning_kit.collect.collected.MOST_RECORDS", 3)
    rows = "".join(f"{year}\n" for year in range(2560, 2563))
    assert len(values(tmp_path, "ปี\n" + rows, fields={"year_be": "ปี"})) == 3
    for group in ({}, {"group": {"by": ["ปี"]}}):
        with pytest.raises(KitError) as caught:
            values(tmp_path, "ปี\n" + rows + "2563\n", fields={"year_be": "ปี"}, **group)
        assert caught.value.code == "collect.too-many-rows"
        assert "t.csv" in caught.value.say("th") and "3" in caught.value.say("en")
