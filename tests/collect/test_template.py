from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from openpyxl import load_workbook

from planning_kit.collect import read_workbook, write_template
from planning_kit.collect.template_marks import FIRST_COLUMN, HEADING_ROW, MACHINE_ROW
from planning_kit.errors import KitError
from planning_kit.records import Kind, record_type, template_types, to_frame

KINDS = {kind.noun.name: kind for kind in template_types()}


def examples(kind):
    return {spec.name: spec.example for spec in kind.fields() if spec.example is not None}


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_example_of_every_record_reads_back_equal(tmp_path: Path, language: str) -> None:
    filled = {name: [examples(kind)] for name, kind in KINDS.items()}
    path = write_template(tmp_path / "t.xlsx", language=language, filled=filled)
    read = read_workbook(path)
    rows = {raw.record: raw for raw in (*read.sources, *read.rows)}
    assert set(rows) == set(KINDS)
    for name, kind in KINDS.items():
        assert kind.model_validate(rows[name].values) == kind.model_validate(examples(kind))


def test_a_blank_template_imports_nothing_and_loses_nothing(tmp_path: Path) -> None:
    read = read_workbook(write_template(tmp_path / "t.xlsx"))
    assert (read.sources, read.rows, read.notes, read.left_out) == ([], [], [], [])


def _over_the_example(path: Path, **cells: object) -> Path:
    """Write a template, and over the example of its households."""
    book = load_workbook(write_template(path))
    names = [spec.name for spec in KINDS["household"].fields()]
    for at, name in enumerate(names, start=FIRST_COLUMN):
        if cells.get("clear") or name in cells:
            book["ครัวเรือน"].cell(7, at).value = cells.get(name)
    book.save(path)
    return path


def test_an_example_row_with_a_code_of_its_own_is_data_and_its_leftovers_are_named(
    tmp_path: Path,
) -> None:
    read = read_workbook(_over_the_example(tmp_path / "t.xlsx", household_id="05-001"))
    (raw,) = read.rows
    assert (raw.values["household_id"], raw.place.row) == ("05-001", 7)
    (note,) = read.notes
    assert note.code == "collect.example-written-over"
    assert "สมาชิกชาย" in str(note.values["columns"]) and read.left_out == []


def test_an_example_row_written_over_wholly_is_data_even_with_the_code_of_the_example(
    tmp_path: Path,
) -> None:
    own = {"household_id": KINDS["household"].field("household_id").example, "males": 9}
    read = read_workbook(
        _over_the_example(tmp_path / "t.xlsx", clear=True, village_code="99010105", **own)
    )
    assert [raw.values["males"] for raw in read.rows] == [9]
    assert [note.values for note in read.notes] == [{}]


def test_an_example_with_one_cell_touched_is_still_the_example_and_said_so(tmp_path: Path) -> None:
    read = read_workbook(_over_the_example(tmp_path / "t.xlsx", males=9))
    assert read.rows == []
    assert [(item.place.sheet, item.place.row) for item in read.left_out] == [("ครัวเรือน", 7)]


def test_a_frame_in_square_wah_is_written_as_rai_ngan_square_wah(tmp_path: Path) -> None:
    village = record_type("village")
    # 3,230 square wah are 8 rai (3,200) and 30 square wah.
    frame = to_frame(village, [{"village_code": "99010103", "area": 3230, "households": 0}])
    path = write_template(tmp_path / "t.xlsx", filled={"village": frame})
    (raw,) = read_workbook(path).rows
    assert raw.values["area"] == "8-0-30"
    assert raw.values["households"] == 0
    assert raw.values["males"] is None


def test_zero_and_blank_stay_apart(tmp_path: Path) -> None:
    filled = {"household": [{"household_id": "1", "village_code": "99010101", "males": 0}]}
    (raw,) = read_workbook(write_template(tmp_path / "t.xlsx", filled=filled)).rows
    assert raw.values["males"] == 0
    assert raw.values["females"] is None


@pytest.mark.parametrize("text", ["=1+1", "+66", "-5", "@SUM(A1)", '=HYPERLINK("x","y")'])
def test_text_that_looks_like_a_formula_stays_text(tmp_path: Path, text: str) -> None:
    path = write_template(tmp_path / "t.xlsx", filled={"capital": [{"name": text}]})
    cell = load_workbook(path)["ทุนของชุมชน"].cell(8, FIRST_COLUMN)
    # The quote mark keeps it text even when somebody edits the cell.
    assert (cell.value, cell.data_type, cell.quotePrefix) == (text, "s", True)
    (raw,) = read_workbook(path).rows
    assert raw.values["name"] == text


def test_every_sheet_has_thai_headings_formats_and_printing(tmp_path: Path) -> None:
    book = load_workbook(write_template(tmp_path / "t.xlsx"))
    assert book.sheetnames[0] == "คำแนะนำ"
    for kind in KINDS.values():
        sheet = book[kind.noun.title.th]
        assert sheet.row_dimensions[MACHINE_ROW].hidden
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_title_rows == "$2:$5"
        assert sheet.freeze_panes == "C7"
        for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
            heading = sheet.cell(HEADING_ROW, at).value
            assert heading.startswith(spec.label.th)
            assert heading.endswith("*") is spec.required
            letter = sheet.cell(HEADING_ROW, at).column_letter
            if spec.kind in (Kind.CODE, Kind.DATE, Kind.LAND, Kind.MONTHS):
                assert sheet.column_dimensions[letter].number_format == "@"


def test_closed_questions_have_drop_downs_with_all_their_answers(tmp_path: Path) -> None:
    book = load_workbook(write_template(tmp_path / "t.xlsx"))
    for kind in KINDS.values():
        sheet = book[kind.noun.title.th]
        rules = {
            str(rule.sqref).split(":")[0]: rule for rule in sheet.data_validations.dataValidation
        }
        for at, spec in enumerate(kind.fields(), start=FIRST_COLUMN):
            if spec.kind is not Kind.CHOICE or spec.choices is None:
                continue
            rule = rules[sheet.cell(8, at).coordinate]
            name, cells = rule.formula1.lstrip("=").split("!")
            listed = [row[0].value for row in book[name.strip("'")][cells.replace("$", "")]]
            assert listed == [member.words.th for member in spec.choices]
            assert rule.error


def test_hidden_sheets_are_hidden_and_last(tmp_path: Path) -> None:
    book = load_workbook(write_template(tmp_path / "t.xlsx"))
    states = [sheet.sheet_state for sheet in book.worksheets]
    assert states == ["visible"] * (len(KINDS) + 1) + ["hidden"] * 2


def test_several_answers_whose_wording_holds_a_comma_read_back(tmp_path: Path) -> None:
    row = {"household_id": "1", "village_code": "99010101", "water_sources": ("canal", "rain")}
    path = write_template(tmp_path / "t.xlsx", language="en", filled={"household": [row]})
    (raw,) = read_workbook(path).rows
    household = record_type("household").model_validate(raw.values)
    assert household.water_sources == ("rain", "canal")


def test_an_unwritable_place_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        write_template(tmp_path / "no such folder" / "t.xlsx")
    assert caught.value.code == "collect.cannot-write"


def test_a_full_disk_is_called_that_and_leaves_no_half_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(b"what was there")
    whole = Path.write_bytes

    def fills_up(self: Path, content: bytes) -> int:
        whole(self, content[:100])
        raise OSError(28, "No space left on device", str(self))

    monkeypatch.setattr(Path, "write_bytes", fills_up)
    with pytest.raises(KitError) as caught:
        write_template(path)
    assert caught.value.code == "collect.disk-full"
    assert "ดิสก์เต็ม" in caught.value.say("th") and "close" not in caught.value.say("en")
    assert path.read_bytes() == b"what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_unknown_record_names_and_languages_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nonsense"):
        write_template(tmp_path / "t.xlsx", filled={"nonsense": pd.DataFrame()})
    with pytest.raises(ValueError, match="fr"):
        write_template(tmp_path / "t.xlsx", language="fr")


def test_the_example_lies_in_the_tambon_that_the_template_is_for(tmp_path: Path) -> None:
    path = write_template(tmp_path / "t.xlsx", language="en", tambon="730502")
    book = load_workbook(path)
    rows = [[cell.value for cell in row] for page in book for row in page.iter_rows(max_row=7)]
    said = {str(cell) for row in rows for cell in row}
    assert "73050203" in said and "99010103" not in said
    assert "5/9/2569" in said and not any("ก.ย." in one for one in said)
    # It is known for the shipped example all the same, and not called changed.
    found = read_workbook(path)
    assert found.rows == [] and found.left_out == []


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_title_is_cut_inside_a_word(tmp_path: Path, language: str) -> None:
    book = load_workbook(write_template(tmp_path / "t.xlsx", language=language))
    assert "Forest, water, soil and enviro" not in book.sheetnames
    for page in book:
        assert len(page.title) <= 31
        for rule in page.data_validations.dataValidation:
            for title in (rule.promptTitle, rule.errorTitle):
                assert title is None or len(title) <= 32
    if language == "en":
        assert "Forest, water, soil and…" in book.sheetnames


def test_a_template_with_more_rows_than_can_be_checked_is_refused(tmp_path, monkeypatch) -> None:
    filled = {"capital": [{"name": f"ทุน {at}"} for at in range(4)]}
    path = write_template(tmp_path / "t.xlsx", filled=filled)
    assert len(read_workbook(path).rows) == 4
    monkeypatch.setattr("planning_kit.collect.collected.MOST_RECORDS", 3)
    with pytest.raises(KitError) as caught:
        read_workbook(path)
    assert caught.value.code == "collect.too-many-rows"
