"""Web pages and XML under the name .xls: their tables, and whatever the bytes, one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.collect.mapping import FileRule
from planning_kit.collect.tables import ForeignFile, read_table
from planning_kit.errors import KitError

HEAD = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={name}"></head>'
PAGE = (
    "<style>td{color:red}</style><script>var a='<table><tr><td>no';</script><!-- <table> -->"
    "<table><tr><td colspan=3>รายงาน</td></tr></table>"
    "<TABLE border=1><tr><th rowspan=2>หมู่ที่<th rowspan=2>พืช<th colspan='2'>ปลูก</tr>"
    "<tr><th>ไร่<th>งาน</tr>"
    "<tr><td>1<td>ข้าว&nbsp;เจ้า<td>1,200<td>2"
    "<tr><td rowspan=2>2<td>ข้าวโพด<br>หวาน<td>&#51;<td> <tr><td>อ้อย<td>3 &lt; 4<td>-</table>"
)
ROW = {"หมู่ที่": "1", "พืช": "ข้าว เจ้า", "ปลูก – ไร่": "1,200", "ปลูก – งาน": "2"}
XML = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="ก"><Table>{rows}'
    "</Table></Worksheet></Workbook>"
)


def cell(value: object, kind: str = "String", more: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{value}</Data></Cell>'


FORMULA, INDEX = "ss:Formula='=1'", "ss:Index='{}'"
XML_ROWS = (
    f"<Row>{cell('ตำบล')}{cell('n')}{cell('วัน')}{cell('จริง')}</Row>"
    f"<Row ss:Index='3'>{cell('ก')}{cell('5.0', 'Number', FORMULA)}"
    f"{cell('2024-05-01T00:00:00.000', 'DateTime')}{cell('1', 'Boolean')}</Row>"
    f"<Row>{cell('ข')}{cell('7.5', 'Number', INDEX.format(2))}</Row>"
)


@pytest.mark.parametrize(
    ("said", "really"),
    [("tis-620", "cp874"), ("windows-874", "cp874"), ("utf-8", "utf-8"), ("iso-8859-1", "cp874"),
     ("utf-8", "cp874"), ("unicode", "utf-16")],
)  # fmt: skip
def test_a_page_is_read_in_its_thai_code_page(said: str, really: str) -> None:
    data = (HEAD.format(name=said) + PAGE).encode(really)
    read = read_table(Path("t.xls"), data)
    assert (read.sheet, read.columns) == ("table 2", list(ROW))
    assert read.rows[0] == (3, ROW)


def test_merged_cells_and_broken_tags_leave_every_cell_in_its_column() -> None:
    rows = dict(read_table(Path("t.xls"), (HEAD.format(name="utf-8") + PAGE).encode()).rows)
    assert rows[4] == {"หมู่ที่": "2", "พืช": "ข้าวโพด หวาน", "ปลูก – ไร่": "3"}
    assert rows[5] == {"หมู่ที่": "2", "พืช": "อ้อย", "ปลูก – ไร่": "3 < 4", "ปลูก – งาน": "-"}


def test_tables_in_tables_and_captions() -> None:
    page = "<table><caption>นอก</caption><tr><td>a<td><table><tr><td>n<td>m<tr><td>1<td>2</table>"
    file = ForeignFile(Path("t.htm"), (page + "<tr><td>x<td>y</table>").encode())
    assert file.names == ["นอก", "table 2"]
    assert file.table("table 2").rows == [(2, {"n": "1", "m": "2"})]
    assert [row for _n, row in ForeignFile(Path("t.htm"), page.encode()).table("table 2").rows]
    with pytest.raises(KitError) as caught:
        file.table("none")
    assert caught.value.code == "collect.no-such-sheet"


def test_the_xml_of_excel_2003() -> None:
    import datetime as dt

    file = ForeignFile(Path("t.xls"), XML.format(rows=XML_ROWS).encode())
    read = file.table()
    assert file.names == ["ก"]
    rows = dict(read.rows)
    assert rows[3] == {"ตำบล": "ก", "n": 5, "วัน": dt.datetime(2024, 5, 1), "จริง": True}
    assert rows[4]["n"] == 7.5
    assert [note.code for note in read.notes] == ["collect.formulas"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (XML.format(rows='<Row ss:Index="99999999"><Cell><Data>1</Data></Cell></Row>'), "too-many-cells"),
        (XML.format(rows=f"<Row>{cell(1, more=INDEX.format(9999999))}</Row>"), "too-many-cells"),
        (XML.format(rows="<Row>"), "broken-file"),
        ('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]>' + XML[21:], "unsafe-file"),
        ("<table>" + "<tr>" + "<td colspan=999>1" * 20, "too-many-cells"),
        ("<table>" * 60 + "<tr><td>1", "unsafe-file"),
        ("<table><tr><td rowspan=65534 colspan=900>1" + "<tr><td>1" * 40_000, "too-many-cells"),
    ],
)  # fmt: skip
def test_giants_and_tricks_are_refused(data: str, code: str) -> None:
    with pytest.raises(KitError) as caught:
        read_table(Path("t.xls"), data.encode())
    assert caught.value.code == f"collect.{code}"


@pytest.mark.parametrize(
    "piece", ["<a ", "<!--", "<!", "<", '<td a="', "<td a='\"", "</", "&#9", "&#" + "9" * 5000 + ";",
              "<script>", "<td ====", "<table><tr><td>"],
)  # fmt: skip
def test_pages_made_to_take_for_ever_do_not(piece: str) -> None:
    # Two hundred thousand of these take hours where each one reads on to the end.
    data = "<table><tr><td>n<td>m<tr><td>1<td>" + piece * (200_000 // len(piece))
    try:
        assert read_table(Path("t.xls"), data.encode()).columns
    except KitError as error:
        assert error.code.startswith("collect.")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "broken",
    ['<meta http-equiv=bbontent-Type" content="text/html; charset=tis-620">',
     "<td class=a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 '",
     '<td title="a" title=\'b\' ' + "a " * 100 + '"'],
)  # fmt: skip
def test_a_tag_without_its_end_is_text_at_once(broken: str) -> None:
    # A quote too many, as a byte lost on the way leaves it.
    page = f"<html><head>{broken}</head><table><tr><td>n<td>m<tr><td>1<td>2</table>"
    assert read_table(Path("t.xls"), page.encode()).columns == ["n", "m"]


def outcome(data: bytes) -> None:
    try:
        file = ForeignFile(Path("f.xls"), data)
        for name in file.names[:3]:
            read = file.table(name)
            assert all(set(row) <= set(read.columns) for _number, row in read.rows)
    except KitError as error:
        assert error.say("th")
        assert error.code.startswith("collect.")


@settings(max_examples=200, deadline=None)
@given(
    pieces=st.lists(
        st.sampled_from(
            ["<table>", "</table>", "<tr>", "</tr>", "<td>", "<td colspan=3>", "<td rowspan=2>",
             "<td rowspan=0 colspan=x>", "</td>", "<th>", "ก", "1", " ", "<br>", "<!--", "-->",
             "<caption>", "</caption>", "&amp;", "&#0;", "<script>", "</script>", "<", ">", "รวม"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_page(pieces: list[str]) -> None:
    outcome(("<table>" + "".join(pieces)).encode())


@settings(max_examples=200, deadline=None)
@given(
    page=st.sampled_from([HEAD.format(name="tis-620") + PAGE, XML.format(rows=XML_ROWS)]),
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=3)), max_size=6),
)
def test_sound_pages_with_a_few_bytes_changed(page: str, changes: list) -> None:
    data = bytearray(page.encode())
    for where, new in changes:
        at = int(where * len(data))
        data[at : at + 2] = new
    outcome(bytes(data))


@settings(max_examples=100, deadline=None)
@given(
    rows=st.lists(
        st.lists(st.text("กข12<&\"'>", max_size=4), min_size=2, max_size=2), min_size=1, max_size=6
    )
)
def test_a_written_table_is_read_as_it_was_written(rows: list[list[str]]) -> None:
    from html import escape

    lines = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in rows)
    page = f"<table><tr><th>หัวก</th><th>หัวข</th></tr>{lines}</table>"
    rule = FileRule(header_row=1, totals="keep")
    try:
        read = read_table(Path("f.xls"), page.encode(), rule)
    except KitError as error:
        assert error.code == "collect.no-rows"
        assert not any(any(row) for row in rows)
        return
    full = [
        [row.get("หัวก") or "", row.get("หัวข") or ""] for _n, row in read.rows if any(row.values())
    ]
    if read.columns == ["หัวก", "หัวข"]:
        assert len(full) + len(read.left_out) == len([row for row in rows if any(row)])
        assert all(row in rows for row in full)
