"""Question files in TOML and Excel, and the columns they become in template and reader."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.collect import read_question_file, read_workbook, write_template
from planning_kit.errors import KitError
from planning_kit.records.local_question_declared import KEYS, Declared
from planning_kit.records.local_question_file import read_questions
from planning_kit.shipped import shipped

EXAMPLE = shipped("data", "local_questions", "example.toml")


def as_excel(declared: list[Declared], path: Path, language: str = "th") -> Path:
    """Write questions as a facilitator would: a title, headings, one row each."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["คำถามของตำบลทุ่งฝึกหัด (สมมุติ)"])
    sheet.append([])
    sheet.append([words.say(language) for words in KEYS.values()])
    for one in declared:
        values = {
            key: "; ".join(value) if isinstance(value, list) else value
            for key, value in one.values.items()
        }
        sheet.append([values.get(key) for key in KEYS])
        sheet.append([])
    book.save(path)
    return path


@pytest.mark.parametrize("language", ["th", "en"])
def test_toml_and_excel_give_the_same_questions(tmp_path, language):
    declared = read_question_file(EXAMPLE)
    again = read_question_file(as_excel(declared, tmp_path / "q.xlsx", language))
    assert read_questions(again, "990101") == read_questions(declared, "990101")
    assert len(again) == 8 and again[1].where.en == "Row 6"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("q.csv", b"code,th,kind", "collect.questions-format"),
        ("q.toml", b"[[question]\ncode=", "collect.questions-not-toml"),
        ("q.toml", b"\xff\xfe\x00", "collect.questions-not-toml"),
        ("q.toml", b"question = 3", "collect.questions-shape"),
        ("q.toml", b"[[questions]]\ncode = 'a'", "collect.questions-shape"),
        ("q.toml", b"", "collect.empty-file"),
        ("q.xlsx", b"not a zip", "collect.not-a-spreadsheet"),
    ],
)
def test_a_file_that_is_none_gives_one_sentence(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KitError) as caught:
        read_question_file(path)
    assert caught.value.code == code and "q." in caught.value.say("th")


def test_an_excel_without_the_headings_says_which(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["ชื่อ", "จำนวน"])
    book.save(tmp_path / "q.xlsx")
    with pytest.raises(KitError, match="รหัสคำถาม") as caught:
        read_question_file(tmp_path / "q.xlsx")
    assert caught.value.code == "collect.questions-headings"


@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(min_size=1, max_size=300), st.text(max_size=200).map(str.encode)))
def test_no_bytes_make_the_reader_fall_over(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz")
    for name in ("q.toml", "q.xlsx"):
        (folder / name).write_bytes(data)
        try:
            read_questions(read_question_file(folder / name), "990101")
        except KitError as error:
            assert error.say("th") and error.say("en")


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from([*KEYS, "colour"]),
        st.one_of(st.none(), st.text(max_size=12), st.integers(), st.floats(), st.lists(st.text())),
    )
)
def test_no_declaration_makes_the_reader_fall_over(values):
    declared = [Declared(KEYS["code"], {"code": "a", "th": "ก", "kind": "choice", **values})]
    try:
        read_questions(declared, "990101")
    except KitError as error:
        assert error.say("th") and error.say("en")


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_template_asks_them_and_the_reader_gives_them_back(tmp_path, language):
    questions = read_questions(read_question_file(EXAMPLE), "990101")
    home = {
        "household_id": "01-001",
        "village_code": "99010101",
        "x_goats": 3,
        "x_goat_pen": "raised",
        "x_pond_area": "1-2-0",
    }
    path = write_template(
        tmp_path / "t.xlsx", language=language, filled={"household": [home]}, questions=questions
    )
    collected = read_workbook(path)
    (row,) = collected.rows
    pen = {"th": "ยกพื้น", "en": "raised floor"}[language]
    said = {name: value for name, value in row.values.items() if name.startswith("x_") and value}
    assert said == {"x_goats": 3, "x_goat_pen": pen, "x_pond_area": "1-2-0"}
    assert row.columns["x_goats"] == {"th": "จำนวนแพะ", "en": "Number of goats"}[language]
    assert collected.notes == [] and collected.left_out == []


def test_the_template_without_questions_is_as_it_was(tmp_path):
    plain = openpyxl.load_workbook(write_template(tmp_path / "a.xlsx"))
    asked = openpyxl.load_workbook(
        write_template(
            tmp_path / "b.xlsx",
            questions=read_questions(read_question_file(EXAMPLE), "990101"),
        )
    )
    assert plain.sheetnames == asked.sheetnames
    for name in plain.sheetnames:
        more = asked[name].max_column - plain[name].max_column
        assert more == (8 if name == "ครัวเรือน" else more if "คำตอบ" in name else 0)
    sheet = asked["ครัวเรือน"]
    at = plain["ครัวเรือน"].max_column + 1
    assert sheet.cell(2, at).value == "คำถามของพื้นที่"
    assert sheet.cell(3, at + 1).value == "จำนวนแพะ" and sheet.cell(4, at + 1).value == "ตัว"
    assert "ถามเมื่อ “เลี้ยงแพะ”" in sheet.cell(5, at + 1).value
    lists = {str(rule.sqref).rstrip("0123456789") for rule in sheet.data_validations.dataValidation}
    assert len(lists) > 8


def test_an_example_row_that_answers_a_question_is_told_and_not_imported(tmp_path):
    questions = read_questions(read_question_file(EXAMPLE), "990101")
    path = write_template(tmp_path / "t.xlsx", questions=questions)
    book = openpyxl.load_workbook(path)
    sheet = book["ครัวเรือน"]
    at = next(c.column for c in sheet[6] if c.value == "x_goats")
    sheet.cell(7, at).value = 5
    book.save(path)
    collected = read_workbook(path)
    assert collected.rows == [] and [left.place.row for left in collected.left_out] == [7]
