from __future__ import annotations

import json
from pathlib import Path

import pytest

from planning_kit.collect.mapping import FileRule
from planning_kit.collect.tables import ForeignFile, Table, read_table, table_names
from planning_kit.errors import KitError

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"


def table(text: str, name: str = "t.csv", **rule) -> Table:
    return read_table(Path(name), text.encode(), FileRule(**rule))


def code_of(name: str, content: bytes, **rule) -> str:
    with pytest.raises(KitError) as caught:
        read_table(Path(name), content, FileRule(**rule))
    assert caught.value.say("th")
    return caught.value.code


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_the_cells_is_found(sign: str) -> None:
    lines = ["ตารางที่ 1, ปี 2567", "", sign.join(["พืช", "ไร่", "บาท"])]
    lines += [sign.join(["ข้าว", '"1,5"', '"2;5"']), sign.join(["อ้อย", "3", "4"])]
    read = table("\n".join(lines))
    assert read.columns == ["พืช", "ไร่", "บาท"]
    assert read.rows[0] == (4, {"พืช": "ข้าว", "ไร่": "1,5", "บาท": "2;5"})


def test_decimal_commas_between_semicolons_stay_inside_their_cells() -> None:
    assert table("พืช;ไร่\nข้าว;1,5\nอ้อย;2,5\n").rows[0][1] == {"พืช": "ข้าว", "ไร่": "1,5"}


def test_what_cells_say_is_kept_as_it_is_written() -> None:
    text = 'a,b,c,d,e\n=1+1,+66,-,@x," 32,768 "\n0,,007,-5,๑๒\n'
    (_two, first), (_three, second) = table(text).rows
    assert first == {"a": "=1+1", "b": "+66", "c": "-", "d": "@x", "e": " 32,768 "}
    assert second == {"a": "0", "b": "", "c": "007", "d": "-5", "e": "๑๒"}


def test_row_numbers_are_those_a_person_sees() -> None:
    read = table('ชื่อ,ไร่\n"ก\nข",1\n\nค,2\n')
    assert [number for number, _row in read.rows] == [2, 4, 5]
    assert read.rows[1][1] == {}


def test_blank_columns_are_none_and_nameless_ones_keep_their_cells() -> None:
    read = table(",ตำบล,,n,\n,ก,x,1,\n,ข,,2,\n")
    assert read.columns == ["ตำบล", "#3", "n"]
    assert read.rows[0][1] == {"ตำบล": "ก", "#3": "x", "n": "1"}


def test_repeated_headings_are_told_apart() -> None:
    assert table("n,n,n,n (2)\n1,2,3,4\n").columns == ["n", "n (2)", "n (3)", "n (2) (2)"]


def test_notes_under_the_table_are_listed_and_rows_without_numbers_stay() -> None:
    rows = "ที่,จังหวัด,n\n1,ก,5\n2,ข,6\n3,ค,\n"
    read = table(f"{rows}หมายเหตุ :,ข้อมูลเบื้องต้น,\n,http://example.org,\n")
    assert [number for number, _row in read.rows] == [2, 3, 4]
    assert [item.place.row for item in read.left_out] == [5, 6]
    assert [number for number, _row in table(rows).rows] == [2, 3, 4]


def test_a_lone_line_below_a_blank_row_is_a_note_but_not_one_with_a_figure() -> None:
    rows = "จังหวัด,ชาย,หญิง\nก,5,1\nข,6,2\n,,\n"
    assert [item.place.row for item in table(f"{rows}สำนักงานเกษตรจังหวัด,,\n").left_out] == [5]
    assert [number for number, _row in table(f"{rows}ค,7,\n").rows] == [2, 3, 4, 5]


def test_a_long_stretch_of_blank_rows_is_one_remark() -> None:
    read = table("a,b\n1,2\n" + ",\n" * 500 + "3,4\n" + ",\n" * 9)
    assert [number for number, _row in read.rows] == [2, 503]
    (note,) = read.notes
    assert (note.values["n"], note.values["row"]) == (500, 503)


def test_a_wanted_heading_row_is_used_and_told_where_it_is_not() -> None:
    assert table("a,b\nc,d\n1,2\n", header_row=2).columns == ["c", "d"]
    assert table("x\n\na,b\n1,2\n").heading_row == 3
    assert code_of("t.csv", b"a,b\n1,2\n", header_row=7) == "collect.no-headings"


def test_headings_without_rows_are_refused() -> None:
    assert code_of("t.csv", "ชื่อ,ไร่\n".encode()) == "collect.no-rows"


def test_json_keeps_kinds_of_numbers_blanks_and_nested_values() -> None:
    items = [{"a": 1, "b": 1.0, "c": "1", "d": None}, {"a": True, "e": {"x": [1]}, "f": [1, "ก"]}]
    read = table(json.dumps(items), "t.json")
    first, second = (row for _number, row in read.rows)
    kinds = [type(first[name]) for name in "abcd"]
    assert kinds == [int, float, str, type(None)]
    assert (second["a"], second["e.x"], second["f"]) == (True, "1", "1, ก")


def test_json_lines_a_single_inner_list_and_rows_as_lists() -> None:
    lines = table('{"n": 1}\n\n{"n": 2, "n": 3}\n', "t.jsonl")
    assert [row for _number, row in lines.rows] == [{"n": 1, "n (2)": None}, {"n": 2, "n (2)": 3}]
    inner = '{"meta": {"n": 1}, "data": {"items": [{"a": 5}]}}'
    assert table(inner, "t.json").rows == [(1, {"a": 5})]
    assert table('[["ชื่อ", "n"], ["ก", 1]]', "t.json").rows == [(2, {"ชื่อ": "ก", "n": 1})]


def test_json_with_several_lists_wants_one_named() -> None:
    content = b'{"a": [{"x": 1}], "b": [{"y": 2}]}'
    assert table_names(Path("t.json"), content) == ["a", "b"]
    assert code_of("t.json", content) == "collect.no-list-in-json"
    assert ForeignFile(Path("t.json"), content).table("b").rows == [(1, {"y": 2})]


def test_a_zip_gives_each_table_by_its_name(made) -> None:
    parts = {"x/main.csv": "KEY,a\n1,2\n", "x/main-child.csv": "KEY,PARENT_KEY\n", "pic.jpg": "?"}
    file = ForeignFile(Path("t.zip"), made.zip(parts))
    assert file.names == ["main.csv", "main-child.csv"]
    first = file.table()
    assert (first.sheet, first.rows) == ("main.csv", [(2, {"KEY": "1", "a": "2"})])
    assert [note.values["names"] for note in first.notes] == ["“pic.jpg”"]
    # A child table may be empty: no household had any.
    child = file.table("MAIN-child")
    assert (child.columns, child.rows, child.notes) == (["KEY", "PARENT_KEY"], [], [])
    with pytest.raises(KitError) as caught:
        file.table("other")
    assert caught.value.code == "collect.no-such-table"


def test_files_of_one_name_in_two_folders_are_told_apart(made) -> None:
    parts = {"a/t.csv": "n\n1\n", "b/t.csv": "n\n2\n"}
    file = ForeignFile(Path("t.zip"), made.zip(parts))
    assert file.names == ["a/t.csv", "b/t.csv"]
    assert file.table("b/t.csv").rows == [(2, {"n": "2"})]


@pytest.mark.skipif(not SHARED.is_dir(), reason="shared data is not on this machine")
def test_an_export_of_odk_central_has_its_child_tables() -> None:
    path = SHARED / "rhomis" / "sample-central-data.csv.zip"
    file = ForeignFile(path, path.read_bytes())
    assert [len(file.table(name).rows) for name in file.names] == [10, 28, 37, 22, 36]
    children = file.table("dec-demo-crop_repeat")
    keys = {row["KEY"] for _number, row in file.table("dec-demo.csv").rows}
    assert {row["PARENT_KEY"] for _number, row in children.rows} <= keys


@pytest.mark.skipif(not SHARED.is_dir(), reason="shared data is not on this machine")
def test_tables_without_totals_lose_no_row() -> None:
    rows = {"phetchabun_farm_area_2566_2568": 33, "suratthani_flood_aid_2568": 11}
    rows |= {"phetchabun_farmer_registration_2561_2568": 88}
    for name, count in rows.items():
        path = SHARED / "doae" / f"{name}.csv"
        read = read_table(path, path.read_bytes())
        assert (len(read.rows), read.left_out) == (count, [])
