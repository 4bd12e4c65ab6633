"""Drafts of shapes that real tables have: repeated columns, two records a row, village numbers."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from planning_kit.collect import load_mapping
from planning_kit.collect.drafting import Draft, draft_mapping
from planning_kit.language import speaking


@pytest.fixture(autouse=True)
def in_english():
    with speaking("en"):
        yield


def drafted(tmp_path: Path, content: object) -> Draft:
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path = tmp_path / ("t.csv" if isinstance(content, str) else "t.json")
    path.write_text(text, encoding="utf-8")
    draft = draft_mapping(path)
    (tmp_path / "m.toml").write_text(draft.text, encoding="utf-8")
    load_mapping(tmp_path / "m.toml")
    return draft


def table(draft: Draft, at: int = 0) -> dict:
    return tomllib.loads(draft.text)["table"][at]


def test_columns_that_repeat_under_numbers_become_rows(tmp_path) -> None:
    text = (
        "รหัสครัวเรือน,ปี,พืชที่ 1,พื้นที่ 1 (ไร่),ผลผลิต 1 (ถัง),พืชที่ 2,พื้นที่ 2 (ไร่),ผลผลิต 2 (ถัง)\n"
        "1-1,2569,ข้าว,5,200,ข้าวโพด,3,90\n1-2,2569,ข้าว,2,80,,,\n"
    )
    draft = drafted(tmp_path, text)
    assert draft.record == "production"
    rule = table(draft)
    assert rule["repeat"] == {"first": 1, "last": 2, "filled": ["พืชที่ {n}"]}
    assert rule["fields"]["product"] == "พืชที่ {n}"
    assert rule["fields"]["planted_area"] == {"column": "พื้นที่ {n} (ไร่)", "unit": "rai"}
    assert rule["fields"]["quantity_unit"] == {"constant": "thang"}
    assert rule["fields"]["plot"] == {"constant": "{n}"}


def test_one_number_in_one_heading_is_no_repetition(tmp_path) -> None:
    draft = drafted(tmp_path, "household code,village code,males,under 15\n1,73050203,2,1\n")
    assert draft.record == "household"
    assert "repeat" not in table(draft)


def test_a_survey_row_gives_a_household_and_its_harvest(tmp_path) -> None:
    text = (
        "Household No.,Sex of household head,Age of head,Male members,Main crop,"
        "Area planted (acres),Harvest (bags),Weight per bag (kg)\n"
        "H1,F,45,2,Rice,3,60,50\nH2,Male,-99,DK,Maize,1.5,35,60\n"
    )
    draft = drafted(tmp_path, text)
    tables = {one["record"]: one["fields"] for one in tomllib.loads(draft.text)["table"]}
    assert set(tables) == {"production", "household"}
    assert tables["production"]["quantity_unit"] == {"constant": "kasop"}
    assert tables["production"]["planted_area"]["unit"] == "acre"
    assert tables["household"]["head_sex"] == {
        "column": "Sex of household head",
        "values": {"F": "female"},
    }
    assert tables["household"]["males"]["missing"] == ["DK"]
    assert tables["household"]["head_age"]["missing"] == [-99]
    assert tables["household"]["head_age"]["ranges"][1] == {"from": 17, "to": 45, "is": "17_45"}
    assert draft.not_guessed == ()
    # Of 45 and -99 one is an age; no reader is told that none of the cells fits.
    (ages,) = [line for line in draft.text.splitlines() if line.startswith("head_age")]
    assert "50% of the cells" in ages and " 0% of the cells" not in ages


def test_answers_in_other_words_are_led_to_ours(tmp_path) -> None:
    text = (
        "รหัสครัวเรือน,รหัสหมู่บ้าน,ระดับการศึกษา,เอกสารสิทธิ์,แหล่งน้ำ,ยินยอม\n"
        '1,73050203,ป.4,"โฉนด,สปก",สระ,ยินยอม\n2,73050203,ม.3,น.ส.3ก,บาดาล,ไม่ยินยอม\n'
    )
    fields = table(drafted(tmp_path, text))["fields"]
    assert fields["head_schooling"]["values"] == {"ป.4": "primary", "ม.3": "lower_secondary"}
    assert fields["title_deeds"]["values"] == {"สปก": "spk", "น.ส.3ก": "ns3k"}
    assert fields["water_sources"]["values"] == {"สระ": "pond", "บาดาล": "well"}
    assert fields["consent_given"]["values"] == {"ยินยอม": True, "ไม่ยินยอม": False}


def test_a_table_of_one_tambon_and_hazards_with_days_only(tmp_path) -> None:
    text = (
        "วันเกิดภัย,ประเภทภัย,หมู่ที่,พืช,พื้นที่เสียหาย(ไร่)\n14/9/2568,อุทกภัย,3,ข้าว,5\n15 ก.ย. 68,ลมพายุ,๔,อ้อย,2\n"
    )
    draft = drafted(tmp_path, text)
    rule = table(draft)
    assert draft.record == "hazard" and draft.lacking == () and draft.personal == {}
    assert rule["place"] == {"field": "village_code", "moo": "หมู่ที่"}
    assert rule["fields"]["year_be"] == {"column": "วันเกิดภัย", "year_of_date": "calendar"}
    assert rule["fields"]["kind"]["values"] == {"อุทกภัย": "flood", "ลมพายุ": "storm"}


def test_a_list_inside_rows_is_drafted_where_it_says_more(tmp_path) -> None:
    event = {
        "type": "อุทกภัย",
        "date": "14/9/2568",
        "location": {"tambon": "นายม", "moo": 1},
        "damage": [{"crop": "ข้าว", "rai": 5, "households": 2}, {"crop": "อ้อย", "rai": 7}],
    }
    draft = drafted(tmp_path, {"data": {"events": [event, event]}})
    assert tomllib.loads(draft.text)["file"] == {"path": "data.events.damage"}
    assert table(draft)["place"]["moo"] == "location.moo"
    assert table(draft)["fields"]["crop"] == "crop"


def test_first_names_beside_titles_or_surnames_are_nobodys_to_see(tmp_path) -> None:
    text = "คำนำหน้า,ชื่อ,สกุล,รหัสครัวเรือน,รหัสหมู่บ้าน,ชาย,หญิง\nนาย,กขค,งจฉ,1-1,73050203,2,1\nนาง,ชซฌ,ญฎฏ,1-2,73050203,1,1\n"
    draft = drafted(tmp_path, text)
    assert set(draft.personal) == {"คำนำหน้า", "ชื่อ", "สกุล"}
    assert not any(name in draft.text for name in ("กขค", "งจฉ", "ชซฌ", "ญฎฏ"))
    draft = drafted(tmp_path, "member_name,age,PARENT_KEY\nSomchai J,44,u1\nX,12,u1\n")
    assert "Somchai" not in draft.text
    # A name alone is as often a village’s.
    assert "ชื่อ" not in drafted(tmp_path, "ชื่อ,ครัวเรือน\nบ้านใหม่,120\n").personal


def test_a_figure_that_is_blank_is_left_out_and_not_refused(tmp_path) -> None:
    text = "อำเภอ,ปี,ครัวเรือนเกษตรกร,อ้อย\nหล่มสัก,2568,100,\nชนแดน,2568,90,5\n"
    tables = tomllib.loads(drafted(tmp_path, text).text)["table"]
    assert [one.get("where") for one in tables] == [
        None,
        [{"column": "อ้อย", "blank": False, "reason": "No figure is stated"}],
    ]


def test_a_column_headed_just_code_names_the_households_of_a_survey(tmp_path) -> None:
    text = (
        "ที่,รหัส,เพศ,อายุ,ชาย,หญิง,ไร่,งาน,ตร.ว.,ผลผลิต,ราคาขาย (บาท/หน่วย)\n"
        "1,มพ-01,ชาย,52,2,1,10,2,0,12000,14\n2,มพ-02,หญิง,47,1,3,5,0,0,6000,14.50\n"
    )
    draft = drafted(tmp_path, text)
    tables = {one["record"]: one["fields"] for one in tomllib.loads(draft.text)["table"]}
    assert {one["household_id"] for one in tables.values()} == {"รหัส"}
    # Prices between 10 and 120 are no ages.
    assert not any("head_age" in told for told in draft.ambiguous.values())
