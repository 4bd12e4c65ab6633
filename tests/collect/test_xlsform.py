"""A draft that knows the form of the survey: labels, codes of answers, several languages."""

from __future__ import annotations

import tomllib
from itertools import islice
from pathlib import Path

import pytest
from openpyxl import Workbook

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.collect.drafting import Draft, draft_mapping
from planning_kit.collect.xlsform import read_xlsform
from planning_kit.errors import KitError

pytestmark = pytest.mark.slow

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "data"
SURVEY = [
    ["type", "name", "label::English (en)", "label::ไทย (th)"],
    ["text", "a1", "Household code", "รหัสครัวเรือน"],
    ["select_one sex", "a2", "2. Sex of <b>household head</b>", "เพศหัวหน้าครัวเรือน"],
    ["select_multiple water", "a3", "Water sources for farming", "แหล่งน้ำเพื่อการเกษตร"],
    ["select_one yn", "a4", "Is it a registered farmer household?", "ขึ้นทะเบียนเกษตรกร"],
    ["text", "a5", "Name of farmer", "ชื่อเกษตรกร"],
    ["select_one yn", "a6", "Anything?", None],
]
CHOICES = [
    ["list_name", "name", "label::English (en)", "label::ไทย (th)"],
    ["sex", 1, "Male", "ชาย"],
    ["sex", 2, "Female", "หญิง"],
    ["sex", 98, "Don’t know", "ไม่ทราบ"],
    ["water", "w1", "Rain", "น้ำฝน"],
    ["water", "w9", "Moon water", "น้ำจากดวงจันทร์"],
    ["yn", 1, "Yes", "ใช่"],
    ["yn", 2, "No", "ไม่ใช่"],
]
DATA = (
    "g/a1,g/a2,g/a3,g/a4,g/a5,g/a3/w1,zz\nH1,1,w1 w9,1,ก ข,1,9\nH2,2,w1,2,ค ง,1,9\nH3,98,,,จ,0,9\n"
)


def form(tmp_path: Path, **sheets: list) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "form.xlsx")
    return tmp_path / "form.xlsx"


def drafted(tmp_path: Path) -> Draft:
    (tmp_path / "t.csv").write_text(DATA, encoding="utf-8")
    named = form(tmp_path, survey=SURVEY, choices=CHOICES)
    return draft_mapping(tmp_path / "t.csv", "household", form=named)


def test_labels_in_any_language_lead_columns_to_fields(tmp_path: Path) -> None:
    draft = drafted(tmp_path)
    assert draft.mapped == {
        "household_id": "g/a1",
        "head_sex": "g/a2",
        "water_sources": "g/a3",
        "is_registered_farmer": "g/a4",
    }
    assert "g/a5" in draft.personal
    assert "Sex of household head" in draft.text and "ก ข" not in draft.text


def test_codes_are_led_to_our_answers_by_their_labels(tmp_path: Path) -> None:
    draft = drafted(tmp_path)
    fields = tomllib.loads(draft.text)["table"][0]["fields"]
    assert fields["head_sex"]["values"] == {"1": "male", "2": "female", "98": ""}
    assert fields["water_sources"] == {"column": "g/a3", "split": " ", "values": {"w1": "rain"}}
    assert fields["is_registered_farmer"]["values"] == {"1": True, "2": False}
    assert "w9 (Moon water)" in draft.text
    (tmp_path / "m.toml").write_text(draft.text, encoding="utf-8")
    rows = read_mapped(tmp_path / "t.csv", load_mapping(tmp_path / "m.toml")).rows
    assert [raw.values["head_sex"] for raw in rows] == ["male", "female", None]
    assert rows[1].values["water_sources"] == ("rain",)
    assert [raw.values["is_registered_farmer"] for raw in rows] == [True, False, None]


def test_a_column_for_one_answer_is_shown_with_it(tmp_path: Path) -> None:
    assert "g/a3/w1 [Water sources for farming: Rain]" in drafted(tmp_path).text


def test_a_form_without_choices_or_with_odd_rows_is_read(tmp_path: Path) -> None:
    found = read_xlsform(form(tmp_path, Survey=[*SURVEY, [None], ["note", None, "Total"]]))
    assert found["a2"].answers == {} and found["a3"].several
    assert found["a2"].labels == ("Sex of household head", "เพศหัวหน้าครัวเรือน")


@pytest.mark.parametrize("sheets", [{"S": [["a"], [1]]}, {"survey": [["type"], ["text"]]}])
def test_what_is_no_form_is_said(tmp_path: Path, sheets: dict) -> None:
    with pytest.raises(KitError) as caught:
        read_xlsform(form(tmp_path, **sheets))
    assert caught.value.code == "collect.not-an-xlsform"


def test_the_form_of_the_uganda_survey() -> None:
    folder = SHARED / "uganda_maize"
    if not folder.is_dir():
        pytest.skip("the shared data are not beside the repository")
    found = read_xlsform(folder / "Maize_Farmersurvey.xls")
    # Counted by hand in the sheet: q25 is the gender, q27 the level of education (a to g).
    assert found["q25"].labels == ("Gender of respondent",)
    assert list(found["q27"].answers) == list("abcdefg")
    draft = draft_mapping(
        folder / "farmers.csv", "household", form=folder / "Maize_Farmersurvey.xls"
    )
    assert draft.mapped["head_sex"] == "hh.maize.q25"
    assert draft.mapped["head_schooling"] == "hh.maize.q27"
    assert "b (Some primary)" in draft.text


def test_the_draft_of_the_uganda_survey_is_of_households_with_its_form_and_without(
    tmp_path: Path,
) -> None:
    folder = SHARED / "uganda_maize"
    if not folder.is_dir():
        pytest.skip("the shared data are not beside the repository")
    # All columns and some rows: the whole file is imported in tests/real_input.
    file = tmp_path / "farmers.csv"
    with (folder / "farmers.csv").open("rb") as whole:
        file.write_bytes(b"".join(islice(whole, 201)))
    with_form = draft_mapping(file, form=folder / "Maize_Farmersurvey.xls")
    without = draft_mapping(file)
    for draft in (with_form, without):
        assert draft.record == "household"
        assert draft.mapped["household_id"] == "ID"
        assert draft.text.count("[[table]]") == 1
    # q1 asks whether one talks to the head of the household: yes or no.
    assert "q1" not in with_form.personal
    assert "hh.maize.order" not in with_form.personal
