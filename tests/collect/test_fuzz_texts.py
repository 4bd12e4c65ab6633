"""Whatever the text: a table or one sentence. And a written table is read as it was written."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.collect.mapping import FileRule
from planning_kit.collect.tables import ForeignFile, read_table
from planning_kit.errors import KitError

THAI_CSV = 'ตาราง,,\nตำบล,ครัวเรือน,ไร่\nบางปลา," 1,234 ",5-2-30\nรวม,"1,234",\nที่มา: ก,,\n'
JSON = json.dumps({"ข้อมูล": [{"a": 1, "b": [1, {"c": None}]}, {"a": "๒", "d": True}]})
SIGNS = ',;\t|"\n\r รวมtotalที่มา0123456789-=.%()พ.ศ.2567\x00\ufeff'
CELLS = st.text("กขรวม ๑12.,;|\"'\n=+-@", max_size=6)


def outcome(name: str, data: bytes) -> None:
    try:
        file = ForeignFile(Path(name), data)
        for table in file.names[:3]:
            read = file.table(table)
            assert all(set(row) <= set(read.columns) for _number, row in read.rows)
    except KitError as error:
        assert error.say("th")
        assert error.code.startswith("collect.")


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=300), name=st.sampled_from(["f.csv", "f.json", "f.jsonl", "f"]))
def test_any_bytes(data: bytes, name: str) -> None:
    outcome(name, data)


@settings(max_examples=150, deadline=None)
@given(
    text=st.text(SIGNS, max_size=120),
    name=st.sampled_from(["f.csv", "f.json"]),
    encoding=st.sampled_from(["utf-8", "cp874", "utf-16"]),
)
def test_any_text(text: str, name: str, encoding: str) -> None:
    outcome(name, text.encode(encoding, "ignore"))


@settings(max_examples=200, deadline=None)
@given(
    name=st.sampled_from(["f.csv", "f.json"]),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=3)), max_size=6),
)
def test_valid_files_with_a_few_bytes_changed(name: str, changes: list) -> None:
    data = bytearray((THAI_CSV if name == "f.csv" else JSON).encode())
    for where, new in changes:
        at = int(where * len(data))
        data[at : at + 2] = new
        if not data:
            break
    outcome(name, bytes(data))


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
    sign=st.sampled_from(",;\t|"),
)
def test_every_row_of_a_written_table_is_read_or_listed(rows: list[list[str]], sign: str) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=sign).writerows([["ก", "ข", "ค"], *rows])
    rule = FileRule(delimiter=sign, header_row=1)
    if not any(cell.strip() for row in rows for cell in row):
        with pytest.raises(KitError):
            read_table(Path("f.csv"), buffer.getvalue().encode(), rule)
        return
    read = read_table(Path("f.csv"), buffer.getvalue().encode(), rule)
    filled = [row for row in rows if any(cell.strip() for cell in row)]
    full = [row for _number, row in read.rows if any(cell.strip() for cell in row.values())]
    joined = read.columns != ["ก", "ข", "ค"]
    assert len(full) + len(read.left_out) + joined >= len(filled)
    stated = [[cell if cell.strip() else "" for cell in row] for row in rows]
    for row in full:
        cells = [row.get(name, "") for name in read.columns]
        assert [cell if cell.strip() else "" for cell in cells] in stated


@settings(max_examples=100, deadline=None)
@given(
    items=st.lists(
        st.dictionaries(
            st.sampled_from("กขค"),
            st.none()
            | st.booleans()
            | st.integers()
            | st.floats(allow_nan=False)
            | st.text(max_size=5),
            min_size=1,
        ),
        min_size=4,
        max_size=8,
    )
)
def test_written_objects_are_read_with_their_kinds(items: list[dict]) -> None:
    try:
        read = read_table(Path("f.json"), json.dumps(items).encode())
    except KitError as error:
        assert error.code == "collect.too-many-cells"
        return
    kept = dict(read.rows)
    for number, item in enumerate(items, start=1):
        if number in kept:
            assert {key: value for key, value in kept[number].items() if key in item} == item
    assert len(kept) + len(read.left_out) == len(items)


@settings(max_examples=100, deadline=None)
@given(
    texts=st.lists(
        st.text(st.characters(categories=["Cs", "Ll", "Lo"], max_codepoint=0x1F600), max_size=6),
        min_size=4,
        max_size=6,
    )
)
def test_half_signs_in_json_never_get_past_the_reader(texts: list[str]) -> None:
    items = [{"n": number, "ก": text, text: "x"} for number, text in enumerate(texts)]
    read = read_table(Path("f.json"), json.dumps(items).encode())
    for _number, row in read.rows:
        for cell in (*row, *row.values()):
            str(cell).encode("utf-8")
