"""Open data of the Department of Agricultural Extension, through mappings only."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from planning_kit import areas, validate
from planning_kit.collect import Collected, load_mapping, read_mapped
from planning_kit.validate import AreaScope, State

HERE = Path(__file__).resolve()
DATA = HERE.parents[2].parent / "shared" / "data" / "doae"
MAPPINGS = HERE.parents[1] / "mappings"

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data/doae is not here")

HOUSEHOLDS = "doae_farm_households_2560_by_province.csv"
PROJECTS = "households_in_state_projects_2567_by_province.csv"
REGISTRATION = "phetchabun_farmer_registration_2561_2568.csv"
FARM_AREA = "phetchabun_farm_area_2566_2568.csv"
FLOOD_AID = "suratthani_flood_aid_2568.csv"
EVERY = [
    (HOUSEHOLDS, "doae_farm_households_2560"),
    (PROJECTS, "doae_state_projects_2567"),
    (REGISTRATION, "doae_phetchabun_registration"),
    (FARM_AREA, "doae_phetchabun_farm_area"),
    (FLOOD_AID, "doae_surat_thani_flood_aid"),
]


def read(file: str, mapping: str) -> Collected:
    return read_mapped(DATA / file, load_mapping(MAPPINGS / f"{mapping}.toml"))


def records(file: str, mapping: str, within: str) -> list:
    checked = validate.check(read(file, mapping), AreaScope.within(within))
    assert [row.findings for row in checked.rows if row.record is None] == []
    return [row.record for row in checked.rows]


def lines(file: str) -> list[list[str]]:
    with (DATA / file).open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text))


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", "").strip())


@pytest.mark.parametrize(("file", "mapping"), EVERY)
def test_every_line_gives_a_record_or_is_left_out_with_a_reason(file: str, mapping: str) -> None:
    collected = read(file, mapping)
    used = {raw.place.row for raw in collected.rows}
    out = {left.place.row for left in collected.left_out}
    headings = {"doae_farm_households_2560": 4}.get(mapping, 1)
    told = {at for at, cells in enumerate(lines(file), start=1) if any(map(str.strip, cells))}
    below = {at for at in told if at > headings}
    assert below <= used | out
    assert not used & out
    assert all(left.reason for left in collected.left_out)


def test_the_provinces_add_up_to_the_printed_total_which_is_no_province() -> None:
    found = records(HOUSEHOLDS, "doae_farm_households_2560", "67")
    printed = [number(cells[2]) for cells in lines(HOUSEHOLDS) if cells[0] == "ประเทศไทย"]
    assert printed == [7_010_191]
    assert sum(one.value for one in found) == 7_010_191
    assert len({one.area_code for one in found}) == 77
    by_code = {one.area_code: one.value for one in found}
    # Phetchabun is 67, Bangkok 10 in the list of the department.
    assert by_code["10"] == 32_768
    written = {
        cells[1].strip(): number(cells[2]) for cells in lines(HOUSEHOLDS) if cells[0].isdigit()
    }
    assert by_code["67"] == written["เพชรบูรณ์"]
    assert {(one.measure, one.year_be, one.detail) for one in found} == {
        ("farm_households", 2560, None)
    }


def test_households_and_land_in_state_projects_reach_the_right_province() -> None:
    found = records(PROJECTS, "doae_state_projects_2567", "67")
    rows = lines(PROJECTS)[1:]
    assert len(rows) == 77 and len(found) == 154
    for unit, column in (("(ครัวเรือน)", 1), ("(ไร่)", 2)):
        mine = {areas.get(one.area_code).name_th: one.value for one in found if unit in one.detail}
        assert mine == {cells[0].strip(): number(cells[column]) for cells in rows}


def keyed(found: list, measure: str) -> dict[tuple[str, int], Decimal]:
    return {
        (areas.get(one.area_code).name_th, one.year_be): one.value
        for one in found
        if one.measure == measure and one.detail is None
    }


def test_two_files_of_phetchabun_speak_of_the_same_facts_and_disagree() -> None:
    register = records(REGISTRATION, "doae_phetchabun_registration", "67")
    survey = records(FARM_AREA, "doae_phetchabun_farm_area", "67")
    said = keyed(register, "farm_area_rai"), keyed(survey, "farm_area_rai")
    truth = tuple(
        {(cells[1].strip(), int(cells[0])): number(cells[column]) for cells in lines(file)[1:]}
        for file, column in ((REGISTRATION, 4), (FARM_AREA, 2))
    )
    assert said == truth
    both = truth[0].keys() & truth[1].keys()
    assert len(both) == 33  # 11 amphoe in 2566, 2567 and 2568
    apart = {key for key in both if truth[0][key] != truth[1][key]}
    assert len(apart) == 33  # not one of them agrees
    assert {key for key in both if said[0][key] != said[1][key]} == apart
    assert {one.source_code for one in register} & {one.source_code for one in survey} == set()


def test_registered_households_and_plots_of_phetchabun_keep_their_amphoe_and_year() -> None:
    found = records(REGISTRATION, "doae_phetchabun_registration", "67")
    rows = lines(REGISTRATION)[1:]
    assert len(rows) == 88 and len(found) == 3 * 88
    assert keyed(found, "farm_households") == {
        (cells[1].strip(), int(cells[0])): number(cells[2]) for cells in rows
    }
    plots = sum(one.value for one in found if one.measure == "other")
    assert plots == sum(number(cells[3]) for cells in rows)
    assert {one.area_code[:2] for one in found} == {"67"}


def test_flood_aid_of_surat_thani_keeps_people_land_and_money_apart() -> None:
    found = records(FLOOD_AID, "doae_surat_thani_flood_aid", "84")
    rows = lines(FLOOD_AID)[1:]
    for unit, column in (("(ราย)", 4), ("(ไร่)", 5), ("(บาท)", 6)):
        mine = {areas.get(one.area_code).name_th: one.value for one in found if unit in one.detail}
        assert mine == {cells[2].strip(): number(cells[column]) for cells in rows}


def test_a_name_that_several_amphoe_share_is_asked_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("ปี,อำเภอ,เนื้อที่,หน่วย\n2566,เฉลิมพระเกียรติ,5,ไร่\n", encoding="utf-8")
    text = (MAPPINGS / "doae_phetchabun_farm_area.toml").read_text(encoding="utf-8")
    mapping = tmp_path / "m.toml"
    mapping.write_text(text.replace('province = { constant = "เพชรบูรณ์" }\n', ""), encoding="utf-8")
    (row,) = validate.check(read_mapped(path, load_mapping(mapping)), AreaScope.within("67")).rows
    assert row.state is State.REFUSED
    said = row.findings[0].say("th")
    # Five amphoe of this name: Saraburi, Nakhon Ratchasima, Buri Ram, Nan, Nakhon Si Thammarat.
    assert all(code in said for code in ("1913", "3032", "3123", "5515", "8023"))
