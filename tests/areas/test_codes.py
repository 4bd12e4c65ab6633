"""Village codes: eight digits made and taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_kit import areas
from planning_kit.areas import Level
from planning_kit.errors import ReadingError


@given(st.from_regex(r"[0-9]{6}", fullmatch=True), st.integers(1, 99))
def test_made_and_taken_apart(tambon: str, moo: int) -> None:
    code = areas.village_code(tambon, moo)
    assert len(code) == 8
    assert areas.split_village_code(code) == (tambon, moo)


def test_a_village_lies_in_its_tambon() -> None:
    village = areas.get(areas.village_code("730502", 3))
    assert (village.code, village.level) == ("73050203", Level.VILLAGE)
    assert areas.parent(village) == areas.get("730502")
    assert village.full_title("th") == "หมู่ที่ 3 ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม"
    assert village.short_title("th") == "ม.3 ต.บางปลา อ.บางเลน จ.นครปฐม"
    assert village.tambon_code == "730502"


@pytest.mark.parametrize("moo", [0, -1, 100, True, 3.0, "3"])
def test_a_village_number_is_a_whole_number_from_1_to_99(moo: object) -> None:
    with pytest.raises(ReadingError) as caught:
        areas.village_code("730502", moo)  # type: ignore[arg-type]
    assert caught.value.code == "areas.bad-village-number"


def test_village_00_marks_the_tambon_and_is_refused() -> None:
    for ask in (areas.get, areas.split_village_code):
        with pytest.raises(ReadingError) as caught:
            ask("73050200")
        assert caught.value.code == "areas.village-zero"
        assert "730502" in caught.value.say("en")


def test_other_lengths_are_refused() -> None:
    with pytest.raises(ReadingError) as caught:
        areas.village_code("7305", 1)
    assert caught.value.code == "areas.not-a-tambon-code"
    with pytest.raises(ReadingError) as caught:
        areas.split_village_code("730502")
    assert caught.value.code == "areas.not-a-village-code"
