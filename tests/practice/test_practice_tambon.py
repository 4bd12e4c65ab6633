"""The practice tambon is believable, fit for everybody, and the same everywhere."""

import hashlib
import json
import re
from collections import Counter
from decimal import Decimal

import pytest

from planning_kit import areas
from planning_kit.practice import (
    DELIBERATE_FLAWS,
    practice_period,
    practice_plan_area,
    practice_rows,
)
from planning_kit.practice.flaws import with_flaws
from planning_kit.records import record_type, record_types, template_types


@pytest.fixture(scope="module")
def rows():
    return practice_rows()


@pytest.fixture(scope="module")
def read(rows):
    return {
        name: [record_type(name).model_validate(row) for row in record]
        for name, record in rows.items()
    }


def _texts(rows):
    for record in rows.values():
        for row in record:
            yield from (value for value in row.values() if isinstance(value, str))


def _plan_texts():
    for record in (practice_plan_area(), practice_period()):
        yield from (value for value in record.model_dump().values() if isinstance(value, str))


def test_every_sheet_of_the_template_has_rows(rows):
    assert set(rows) == {kind.noun.name for kind in template_types()}
    assert all(rows.values())


def test_eight_villages_300_households_and_280_accounts(rows):
    assert len(rows["village"]) == 8
    assert len(rows["household"]) == 300
    assert len(rows["household_account"]) == 280
    assert sum(village["households"] for village in rows["village"]) == 1052


def test_the_survey_states_a_random_sample_with_n_and_population(read):
    survey = next(source for source in read["source"] if source.method == "random")
    assert (survey.sample_size, survey.population) == (300, 1052)
    asked = Counter(household.village_code for household in read["household"])
    for village in read["village"]:
        # Proportional: each village's share of the sample within one household of its due.
        assert abs(asked[village.village_code] - 300 * village.households / 1052) < 1.01


def test_rows_are_the_same_on_every_machine(rows):
    written = json.dumps(rows, ensure_ascii=False, sort_keys=True).encode("utf-8")
    assert hashlib.sha256(written).hexdigest() == FINGERPRINT


def test_asking_twice_gives_rows_that_do_not_share_state(rows):
    again = practice_rows()
    assert again == rows
    again["household"][0]["males"] = 99
    assert practice_rows() == rows


def test_only_the_flaws_listed_are_found(read):
    found = Counter(
        (name, check.code)
        for name, records in read.items()
        for record in records
        for check in record.noun.checks
        if not check.holds(record)
    )
    assert found == {(flaw.record, flaw.check): flaw.rows for flaw in DELIBERATE_FLAWS}


def test_every_amount_is_plausible(read):
    odd = [
        (name, spec.name, value)
        for name, records in read.items()
        for record in records
        for spec in record.fields()
        if isinstance(value := getattr(record, spec.name), int | Decimal)
        and (
            (spec.plausible[0] is not None and value < spec.plausible[0])
            or (spec.plausible[1] is not None and value > spec.plausible[1])
        )
    ]
    assert odd == []


def test_natural_keys_are_unique_and_links_lead_somewhere(read):
    for name, records in read.items():
        if records[0].noun.key:
            assert len({record.natural_key() for record in records}) == len(records), name
        for link in records[0].noun.links:
            known = {getattr(other, link.to_field) for other in read[link.to]}
            for record in records:
                assert getattr(record, link.field) in known | {None}


def test_planting_flaws_leaves_the_rows_it_was_given_alone(rows):
    before = json.dumps(rows, ensure_ascii=False)
    with_flaws(rows)
    assert json.dumps(rows, ensure_ascii=False) == before


def test_the_place_is_the_invented_one(rows):
    area = practice_plan_area()
    assert area.tambon_codes == ("990101",)
    assert areas.get(area.plan_area_id).invented
    codes = {row["village_code"] for row in rows["village"]}
    assert codes == {f"990101{moo:02d}" for moo in range(1, 9)}
    assert practice_period().plan_start_be == 2571


def test_every_name_says_that_it_is_invented(rows):
    for name in ("village", "group", "natural_resource", "capital"):
        assert all("(สมมติ)" in row["name"] for row in rows[name])
    assert all("ข้อมูลสมมติ" in row["title"] for row in rows["source"])
    assert all("สมมติ" in row["publisher"] for row in rows["source"])
    assert "สมมติ" in practice_plan_area().name
    assert "สมมติ" in practice_period().team


def test_nothing_in_it_offends_a_faith(rows):
    # หมู followed by a tone mark is หมู่ (village number), not pig.
    offensive = re.compile(
        r"หมู(?!่)|สุกร|สุรา|เหล้า|เบียร์|ไวน์|สาโท|ยาสูบ|หวย|พนัน|ไก่ชน|ดอกเบี้ย"
        r"|(?<!จังห)วัด|พระ|โบสถ์|มัสยิด|ผ้าป่า|กฐิน|pig|pork|alcohol"
    )
    assert [text for text in (*_texts(rows), *_plan_texts()) if offensive.search(text)] == []
    assert offensive.search("เลี้ยงหมู") and not offensive.search("หมู่ 5")


def test_no_person_is_named_and_no_number_looks_like_a_phone(rows):
    personal = re.compile(r"(?:นาย|นางสาว|นาง)[ก-ฮ]|(?<!\d)0\d{8,9}(?!\d)|(?<!\d)\d{13}(?!\d)")
    said = [text for text in _texts(rows) if personal.search(text)]
    assert said == []
    assert all(row.get("note") is None for row in rows["household"])


def test_there_is_real_life_texture(read):
    households = read["household"]
    assert any(household.hired_days is None for household in households)
    assert any(account.saving is None for account in read["household_account"])
    assert any(account.debt_informal for account in read["household_account"])
    renters = sum(bool(household.land_rented) for household in households)
    assert 60 <= renters <= 140
    elders = sum(household.head_age == "60_up" for household in households)
    assert elders > 100
    assert {hazard.year_be for hazard in read["hazard"]} == set(range(2563, 2569))
    assert {"drought", "flood"} <= {hazard.kind for hazard in read["hazard"]}


def test_a_small_village_has_groups_too_small_to_show(read):
    small = [h for h in read["household"] if h.village_code == "99010108"]
    assert len(small) >= 5
    assert 1 <= sum(not h.is_farm_household for h in small) < 5
    assert 1 <= sum(bool(h.land_reform) for h in small) < 5


def test_record_types_cover_the_plan_area_too():
    names = {kind.noun.name for kind in record_types()}
    assert {"plan_area", "plan_period"} <= names


FINGERPRINT = "76afb6e1e1af34e1cc4d058a6032f436b753fa2af40ba44efcd8ce4567287371"
