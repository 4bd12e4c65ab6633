"""Files that are broken, mistaken or made to harm: one sentence each, and an end to it."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest
from openpyxl import load_workbook

from planning_kit.collect import opening as opening_room
from planning_kit.collect import read_workbook, write_template
from planning_kit.collect.mapping import FileRule
from planning_kit.collect.opening import read_bytes
from planning_kit.collect.tables import read_table
from planning_kit.errors import KitError

HEAD = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>n</t></is></c></row>'
    '<row r="2"><c r="A2"><v>5</v></c></row>'
)
FULL = 'office:value-type="float" office:value="1"'
REPEATED = (
    '<table:table-row table:number-rows-repeated="{rows}">'
    '<table:table-cell {cell} table:number-columns-repeated="{columns}"/></table:table-row>'
)


def code_of(name: str, content: bytes, **rule) -> str:
    with pytest.raises(KitError) as caught:
        read_table(Path(name), content, FileRule(**rule))
    for language in ("th", "en"):
        assert "\n" not in caught.value.say(language)
        assert "{" not in caught.value.say(language)
    return caught.value.code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("t.xlsx", b"%PDF-1.7 ...", "collect.not-a-table"),
        ("t.xlsx", b"\x89PNG\r\n\x1a\n....", "collect.not-a-table"),
        ("t.csv", b"\xff\xd8\xff\xe0 JFIF", "collect.not-a-table"),
        ("t.xls", b"<html><body>Please log in", "collect.not-a-table"),
        ("t.xls", b"<html><table><tr><td> </table>", "collect.no-table-in-page"),
        ("t.xls", b"<html><table><tr><td>1", "collect.no-headings"),
        ("t.xls", b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "collect.not-a-table"),
        ("t.xls", b"\xef\xbb\xbf<?xml version='1.0'?><Workbook>", "collect.not-a-table"),
        ("t.xlsx", "ชื่อ,ไร่\nก,1\n".encode(), "collect.not-a-table"),
        ("t.zip", b"Rar!\x1a\x07", "collect.not-a-table"),
        ("t.ods", b"SQLite format 3\x00", "collect.not-a-table"),
        ("t.csv", bytes(range(256)) * 40, "collect.wrong-encoding"),
        ("t.csv", b"a,b\n\x01\x02\x03\x04,\x05", "collect.wrong-encoding"),
        ("t.csv", b'a,b\n"1,2\n' + b"x" * 200_000, "collect.open-quote"),
        ("t.json", b'{"a": [1, 2', "collect.broken-json"),
        ("t.json", b"[" * 100_000, "collect.broken-json"),
        ("t.json", b'[{"a": ' + b"9" * 5_000 + b"}]", "collect.broken-json"),
        ("t.json", b'{"a": 1}', "collect.no-list-in-json"),
        ("t.xlsx", b"PK\x03\x04" + b"\0" * 60, "collect.broken-file"),
        ("t.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "collect.broken-file"),
    ],
)
def test_what_is_no_table_is_named(name: str, content: bytes, code: str) -> None:
    assert code_of(name, content) == code


def test_other_office_files_under_an_excel_name(made) -> None:
    types = {"[Content_Types].xml": "<Types/>"}
    assert (
        code_of("t.xlsx", made.zip(types | {"word/document.xml": "<w/>"})) == "collect.not-a-table"
    )
    assert code_of("t.xlsx", made.zip(types | {"xl/workbook.bin": b"x"})) == "collect.not-a-table"
    text = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    assert code_of("t.ods", made.zip(text)) == "collect.not-a-table"
    assert code_of("t.zip", made.zip({"a.txt.gz": b"x"})) == "collect.packed-twice"
    assert code_of("t.zip", made.zip({"a.pdf": b"x"})) == "collect.no-tables-in-zip"
    assert code_of("t.xls", made.ole(b"doc", "WordDocument")) == "collect.not-a-spreadsheet"


def test_passwords_are_said_of_every_format(made) -> None:
    assert code_of("t.xlsx", made.ole(b"secret", "EncryptedPackage")) == "collect.encrypted"
    locked = made.record(0x002F, bytes(54))
    stream = made.xls_stream([["n"], [1]])
    assert code_of("t.xls", made.ole(stream[:20] + locked + stream[20:])) == "collect.encrypted"
    manifest = "<manifest><encryption-data/></manifest>"
    ods = made.ods([["n"], [1]], **{"META-INF/manifest.xml": manifest})
    assert code_of("t.ods", ods) == "collect.encrypted"
    packed = bytearray(made.zip({"a.csv": "n\n1\n"}))
    central = packed.index(b"PK\x01\x02")
    packed[central + 8] |= 1
    assert code_of("t.zip", bytes(packed)) == "collect.encrypted"


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize("share", [0.1, 0.3, 0.6])
def test_a_file_cut_short_is_said_to_be_damaged(made, ending: str, share: float) -> None:
    rows = [["ตำบล", "n"], *([f"ต{at}", at] for at in range(150))]
    data = getattr(made, ending)(rows)
    assert code_of(f"t.{ending}", data[: int(len(data) * share)]) == "collect.broken-file"


@pytest.mark.parametrize(
    "declared", ['<!DOCTYPE a [<!ENTITY b "ha">]>', "<!doctype a>", "<! ENTITY b>"]
)
def test_xml_that_declares_entities_is_not_parsed(made, declared: str) -> None:
    start = f'<?xml version="1.0"?>{declared}'
    assert code_of("t.xlsx", made.xlsx_with(HEAD, start)) == "collect.unsafe-file"
    strings = f'<?xml version="1.0" encoding="UTF-16"?>{declared}<sst/>'.encode("utf-16")
    assert code_of("t.xlsx", made.xlsx_with(HEAD, **{"xl/s.xml": strings})) == "collect.unsafe-file"
    ods = made.ods([["n"], [1]], **{"styles.xml": f"{declared}<a/>"})
    assert code_of("t.ods", ods) == "collect.unsafe-file"


@pytest.mark.parametrize(
    "far",
    [
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
        "<row r='1048576'><c x='/>' r='XFD1048576'><v>1</v></c></row>",
        '<row r="1048576">' + "<c><v>1</v></c>" * 20 + "</row>",
        '<x:row xmlns:x="y" r="1048576"><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>',
        '<row r="9999999"><c r="A9999999"><v>1</v></c></row>',
    ],
)
def test_a_cell_at_the_end_of_the_world_is_refused_before_it_takes_the_memory(made, far) -> None:
    assert code_of("t.xlsx", made.xlsx_with(HEAD + far)) == "collect.too-many-cells"


def test_the_same_of_the_other_formats(made) -> None:
    many = REPEATED.format(rows=1_000_000, columns=16_000, cell=FULL)
    assert code_of("t.ods", made.ods([["n"], [1]], extra=many)) == "collect.too-many-cells"
    cell = made.record(0x0203, struct.pack("<HHHd", 65_535, 65_535, 0, 1.0))
    assert code_of("t.xls", made.xls([["n"], [1]], cell)) == "collect.too-many-cells"
    assert code_of("t.csv", b"a,b\n" + b"," * 20_000) == "collect.too-many-cells"
    assert code_of("t.csv", b"a\n" + b"\n" * 1_200_000) == "collect.too-many-cells"


def test_a_million_empty_rows_are_passed_over(made) -> None:
    empty = "".join(f'<row r="{n}"/>' for n in range(3, 150_000))
    far = '<row r="1048576"><c r="A1048576"><v>7</v></c></row>'
    assert read_table(Path("t.xlsx"), made.xlsx_with(HEAD + empty)).rows == [(2, {"n": 5})]
    read = read_table(Path("t.xlsx"), made.xlsx_with(HEAD + far))
    assert [number for number, _row in read.rows] == [2, 1_048_576]
    assert read.notes[0].values["n"] == 1_048_573
    repeated = REPEATED.format(rows=1_000_000, columns=16_384, cell="")
    assert len(read_table(Path("t.ods"), made.ods([["n"], [1]], extra=repeated)).rows) == 1


def test_coloured_empty_rows_are_cut_and_no_row_moves(made) -> None:
    empty = "".join(
        f'<row r="{n}"><c r="A{n}" s="1"/><c r="B{n}" s="1"/></row>' for n in range(3, 60_000)
    )
    far = '<row r="60000" spans="1:2"><c r="A60000" s="1"><v>7</v></c><c r="B60000" s="1"/></row>'
    read = read_table(Path("t.xlsx"), made.xlsx_with(HEAD + empty + far))
    assert [(number, row["n"]) for number, row in read.rows] == [(2, 5), (60_000, 7)]


def test_too_big_a_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "big.csv"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(KitError) as caught:
        read_bytes(path)
    assert (caught.value.code, caught.value.values["most"]) == ("collect.too-big", 100)


def test_small_texts_that_mean_a_lot_of_objects_are_refused() -> None:
    assert code_of("t.json", b"[" + b"{}," * 5_000_000 + b"{}]") == "collect.too-many-cells"


def test_folders_pipes_and_names_that_are_none(tmp_path: Path) -> None:
    asked = {tmp_path: "collect.not-a-file", tmp_path / "no\0name": "collect.no-such-file"}
    asked |= {tmp_path / "none.csv" / "t": "collect.no-such-file"}
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.csv")
        asked[tmp_path / "pipe.csv"] = "collect.not-a-plain-file"
        asked[Path(os.devnull)] = "collect.not-a-plain-file"
    for path, code in asked.items():
        with pytest.raises(KitError) as caught:
            read_bytes(path)
        assert caught.value.code == code


@pytest.mark.parametrize("error", [PermissionError(13, "locked"), OSError(5, "input/output")])
def test_a_file_another_program_holds(tmp_path: Path, monkeypatch, error: OSError) -> None:
    (tmp_path / "t.csv").write_text("n\n1\n")

    def refuse(*_asked: object, **_also: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(KitError) as caught:
        read_bytes(tmp_path / "t.csv")
    assert caught.value.code == "collect.cannot-read"


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "t.csv"
    path.write_text("n\n1\n")
    looked = os.fstat
    seen: list[int] = []

    def fstat(number: int) -> os.stat_result:
        seen.append(number)
        if len(seen) == 2:
            path.write_text("n\n1\n2\n")
        return looked(number)

    monkeypatch.setattr(opening_room.os, "fstat", fstat)
    with pytest.raises(KitError) as caught:
        read_bytes(path)
    assert caught.value.code == "collect.changed-while-reading"


def test_the_kits_own_template_is_read_with_the_same_care(tmp_path: Path, made) -> None:
    path = write_template(tmp_path / "t.xlsx")
    whole = path.read_bytes()
    far = HEAD + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    hostile = {
        "collect.too-many-cells": made.xlsx_with(far),
        "collect.unsafe-file": made.xlsx_with(HEAD, '<!DOCTYPE a [<!ENTITY b "ha">]>'),
        "collect.unpacks-too-big": made.xlsx_with(HEAD, **{"xl/media.xml": bytes(30_000_000)}),
        "collect.broken-file": whole[: len(whole) // 2],
        "collect.encrypted": made.ole(b"secret", "EncryptedPackage"),
        "collect.not-a-spreadsheet": made.ods([["n"], [1]]),
    }
    for code, content in hostile.items():
        path.write_bytes(content)
        with pytest.raises(KitError) as caught:
            read_workbook(path)
        assert caught.value.code == code
    path.write_bytes(whole)
    load_workbook(path).close()
    assert read_workbook(path).rows == []
