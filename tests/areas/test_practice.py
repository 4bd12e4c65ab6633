"""The practice area exists nowhere, says so, and never stands before a real one."""

from __future__ import annotations

import geothai
import pytest
from geothai.abolished import abolished_areas

from planning_kit import areas
from planning_kit.areas.practice import practice_areas
from planning_kit.errors import KitError


def test_no_real_or_abolished_area_has_its_codes() -> None:
    assert geothai.province("99") is None
    assert geothai.district("9901") is None
    assert geothai.subdistrict("990101") is None
    assert not [area.code for area in abolished_areas() if area.code.startswith("99")]


def test_it_is_labelled_as_invented_everywhere() -> None:
    tambon = areas.get("990101")
    assert tambon.invented is True
    assert tambon.full_title("th") == "ตำบลทุ่งฝึกหัด (สมมติ) อำเภอสมมติ จังหวัดสมมติ"
    for area in practice_areas():
        assert "สมมติ" in area.title("th")
        assert "nvented" in area.title("en")


def test_its_villages_are_invented_too() -> None:
    villages = [areas.get(areas.village_code("990101", moo)) for moo in range(1, 9)]
    assert all(village.invented for village in villages)
    assert areas.get("73050201").invented is False


@pytest.mark.parametrize("text", ["ฝึกหัด", "practice", "990101", "Thung Fuek Hat", "ทุ่งฝึกหัด"])
def test_it_is_found(text: str) -> None:
    assert areas.find(text)[0].area.code == "990101"


def test_a_real_area_of_the_same_score_comes_first() -> None:
    found = areas.find("ทุ่ง", limit=2000)
    place = next(i for i, match in enumerate(found) if match.area.invented)
    score = found[place].score
    assert all(match.score < score for match in found[place + 1 :] if not match.area.invented)


def test_it_is_in_no_count_and_no_region() -> None:
    assert "99" not in {province.code for province in areas.provinces()}
    for scheme in areas.schemes():
        with pytest.raises(KitError) as caught:
            areas.region_of("990101", scheme)
        assert caught.value.code == "areas.no-region"
    assert areas.is_pilot("990101") is False
