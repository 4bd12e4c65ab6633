from __future__ import annotations

import csv
import io
import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.collect.drafting import Draft, draft_mapping
from planning_kit.collect.personal import masked, why_personal
from planning_kit.errors import KitError
from planning_kit.language import speaking

# An invented number with a right check digit: 1·13 + 1·12 + 3·10 + 7·9 + 2·7 + 7·5 + 1·4 + 8·3
# + 1·2 = 197, and (11 - 197 % 11) % 10 = 1.
CITIZEN = "1103702071811"


@pytest.fixture(autouse=True)
def in_english():
    with speaking("en"):
        yield


def drafted(tmp_path: Path, text: str, name: str = "t.csv", record: str | None = None) -> Draft:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return draft_mapping(path, record)


def loaded(tmp_path: Path, draft: Draft):
    path = tmp_path / "m.toml"
    path.write_text(draft.text, encoding="utf-8")
    return load_mapping(path)


HOUSEHOLDS = (
    "รหัสครัวเรือน,รหัสหมู่บ้าน,ชาย,หญิง,ที่ดินของตนเอง (ไร่),ที่ดินเช่า (เฮกตาร์),เพศหัวหน้าครัวเรือน,สีรั้ว\n"
    "1-001,73050203,2,1,5-2-0,0.5,ชาย,แดง\n"
    "1-002,73050203,1,3,12,-,หญิง,เขียว\n"
)


def test_headings_in_thai_find_their_fields_and_the_draft_is_a_sound_mapping(tmp_path) -> None:
    draft = drafted(tmp_path, HOUSEHOLDS)
    assert draft.record == "household"
    assert draft.mapped == {
        "household_id": "รหัสครัวเรือน",
        "village_code": "รหัสหมู่บ้าน",
        "males": "ชาย",
        "females": "หญิง",
        "land_owned": "ที่ดินของตนเอง (ไร่)",
        "land_rented": "ที่ดินเช่า (เฮกตาร์)",
        "head_sex": "เพศหัวหน้าครัวเรือน",
    }
    assert draft.not_guessed == ("สีรั้ว",)
    assert "# not guessed: “สีรั้ว”" in draft.text
    assert draft.lacking == ()
    (table,) = loaded(tmp_path, draft).table
    assert table.fields["land_owned"].unit == "rai"
    assert table.fields["land_rented"].unit == "hectare"


def test_english_headings_of_an_export_find_their_fields(tmp_path) -> None:
    text = "hhid,year,crop_name,planted_area_acres,harvest (kg),price per kg\nA,2568,rice,2,900,9\n"
    draft = drafted(tmp_path, text)
    assert draft.record == "production"
    assert draft.mapped["product"] == "crop_name"
    (table,) = loaded(tmp_path, draft).table
    assert table.fields["planted_area"].unit == "acre"
    assert table.fields["quantity_unit"].constant == "kg"
    # season and product_kind are required and nothing in the file says them
    assert set(draft.lacking) == {"season", "product_kind"}
    assert "not guessed, but required: season" in draft.text


def test_a_column_is_known_by_its_cells_where_its_heading_says_nothing(tmp_path) -> None:
    text = "code8,a,b,อายุครัวเรือน\n73050203,2567,น้ำท่วม,1\n73050204,2568,ภัยแล้ง,2\n"
    draft = drafted(tmp_path, text, record="hazard")
    assert draft.mapped == {"village_code": "code8", "year_be": "a", "kind": "b"}
    assert "cells are 8-digit village codes" in draft.text
    assert "cells are Buddhist years" in draft.text


def test_a_year_column_that_holds_no_years_is_not_taken_for_one(tmp_path) -> None:
    draft = drafted(tmp_path, "ปี,กลุ่ม\nมาก,กลุ่มทอผ้า\nน้อย,กลุ่มจักสาน\n", record="hazard")
    assert "year_be" not in draft.mapped


def test_answers_in_other_words_are_led_to_ours_or_listed(tmp_path) -> None:
    text = "รหัสหมู่บ้าน,ปี,ชนิดภัย\n73050203,2567,น้ำท่วมม\n73050203,2567,เพลี้ยกระโดดระบาด\n"
    draft = drafted(tmp_path, text, record="hazard")
    (table,) = loaded(tmp_path, draft).table
    assert table.fields["kind"].values == {"น้ำท่วมม": "flood"}
    assert "not guessed: the answers “เพลี้ยกระโดดระบาด”" in draft.text


def test_figures_of_areas_become_one_table_each_with_the_area_by_name(tmp_path) -> None:
    text = 'ปี,จังหวัด,ครัวเรือนเกษตรกร,จำนวนแปลง\n2567,เพชรบูรณ์," 5,210 ",7\n'
    draft = drafted(tmp_path, text)
    assert draft.record == "reference_figure"
    first, second = loaded(tmp_path, draft).table
    assert first.fields["measure"].constant == "farm_households"
    assert second.fields["measure"].constant == "other"
    assert second.fields["detail"].constant == "จำนวนแปลง"
    assert (first.place.field, first.place.province.column) == ("area_code", "จังหวัด")
    (tmp_path / "m.toml").write_text(draft.text, encoding="utf-8")
    rows = read_mapped(tmp_path / "t.csv", load_mapping(tmp_path / "m.toml")).rows
    assert [raw.values["area_code"] for raw in rows] == ["67", "67"]


PEOPLE = (
    "รหัสครัวเรือน,ชื่อ-นามสกุล,เลขบัตรประชาชน,โทร,x1,รหัสหมู่บ้าน\n"
    f"1,นายสมชาย ใจดี,{CITIZEN},081-234-5678,{CITIZEN},73050203\n"
    f"2,นางสาวมานี มีนา,{CITIZEN},0812345678,{CITIZEN},73050203\n"
)


def test_columns_that_tell_who_a_person_is_are_left_out_and_never_shown(tmp_path) -> None:
    draft = drafted(tmp_path, PEOPLE)
    assert set(draft.personal) == {"ชื่อ-นามสกุล", "เลขบัตรประชาชน", "โทร", "x1"}
    assert set(draft.mapped.values()).isdisjoint(draft.personal)
    assert "left out: “x1”, because it holds citizen numbers" in draft.text
    for secret in (CITIZEN, "สมชาย", "ใจดี", "มานี", "0812345678", "234-5678"):
        assert secret not in draft.text


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (f"บัตร {CITIZEN}", "บัตร •••"),
        ("๑๑๐๓๗๐๒๐๗๑๘๑๙", "•••"),
        ("1103702071819", "•••"),  # a wrong check digit is still somebody's number
        ("ติดต่อ 089 123 4567 เย็น", "ติดต่อ ••• เย็น"),
        ("ผู้แจ้ง นางสาวมานี มีนา", "ผู้แจ้ง •••"),
        ("a@b.co.th", "•••"),
        (626690.0, "626690"),
        ("0.705244795", "0.705244795"),
        ("เอกสาร น.ส. 3 ก.", "เอกสาร น.ส. 3 ก."),
        ("ยาว" * 30, ("ยาว" * 30)[:39] + "…"),
        ("บรรทัด\nสอง", "บรรทัด สอง"),
    ],
)
def test_examples_are_short_and_show_nobody(cell, shown) -> None:
    assert masked(cell) == shown


@pytest.mark.parametrize("heading", ["ชื่อหมู่บ้าน", "ชื่อกลุ่ม", "เพศหัวหน้าครัวเรือน", "ชื่อ", "village"])
def test_names_of_villages_and_groups_are_nobodys(heading) -> None:
    assert why_personal(heading, ["บ้านทุ่ง", "บ้านดอน"]) is None


def test_a_column_of_a_form_is_known_by_its_own_name_not_by_its_group() -> None:
    group = "survey_grp-HouseholdHeadDetails-"
    assert why_personal(f"{group}household_type", ["couple"]) is None
    assert why_personal(f"{group}phone_number", []) is not None


def test_at_most_three_examples_are_shown(tmp_path) -> None:
    text = "สี\n" + "\n".join(f"สีที่{n}" for n in range(20))
    shown = [line for line in drafted(tmp_path, text).text.splitlines() if "สีที่" in line]
    assert len(shown) == 1 and shown[0].count("สีที่") == 3


def test_a_table_that_says_next_to_nothing_is_called_a_weak_guess(tmp_path) -> None:
    assert "A weak guess" in drafted(tmp_path, "q1,q2\nx,7\ny,8\n").text
    assert "A weak guess" not in drafted(tmp_path, HOUSEHOLDS).text


def test_a_column_that_may_be_two_fields_is_told(tmp_path) -> None:
    two = drafted(tmp_path, "รหัสหมู่บ้าน,ครัวเรือน,จำนวนครัวเรือน\n73050203,5,9\n", record="village")
    assert set(two.ambiguous) == {"จำนวนครัวเรือน"}
    assert "ambiguous: “จำนวนครัวเรือน” may also be households" in two.text


def test_other_tables_of_the_file_are_listed_with_the_way_to_them(tmp_path) -> None:
    book = Workbook()
    book.active.title = "หน้าปก"
    book.active.append(["หัวข้อ", "คำอธิบาย"])
    book.active.append(["ก", "ข"])
    sheet = book.create_sheet("ครัวเรือน")
    for line in csv.reader(io.StringIO(HOUSEHOLDS)):
        sheet.append(line)
    book.save(tmp_path / "t.xlsx")
    draft = draft_mapping(tmp_path / "t.xlsx")
    assert draft.record == "household"
    assert loaded(tmp_path, draft).file.sheet == "ครัวเรือน"
    assert "หน้าปก" in draft.text and "not drafted" in draft.text


def test_what_only_people_know_is_left_blank_and_an_unknown_record_is_refused(tmp_path) -> None:
    draft = drafted(tmp_path, HOUSEHOLDS)
    source = tomllib.loads(draft.text)["source"]
    assert (source["publisher"], source["method"], source["date_to"]) == ("", "", "")
    with pytest.raises(KitError) as caught:
        drafted(tmp_path, HOUSEHOLDS, record="houshold")
    assert caught.value.code == "collect.unknown-record"
    assert "household" in caught.value.say("th")


ODD = st.text(st.characters(codec="utf-8", exclude_characters="\r\n,\"'"), min_size=1, max_size=12)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    headings=st.lists(
        st.one_of(ODD, st.sampled_from(["ปี", "ตำบล", "จังหวัด", "ชาย"])), min_size=1, max_size=5
    ),
    rows=st.lists(st.lists(ODD, min_size=1, max_size=5), min_size=1, max_size=4),
)
@example(headings=["a # b", "]\\u0000", "=1+1"], rows=[["\x7f", "# x", "\\"]])
def test_any_table_gives_a_mapping_that_loads_or_one_sentence(tmp_path, headings, rows) -> None:
    path = tmp_path / "t.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    try:
        draft = draft_mapping(path)
    except KitError as error:
        assert error.say("th")
        return
    loaded(tmp_path, draft)
