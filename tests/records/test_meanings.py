"""Wordings that mean one thing, and codes of records in other plan areas."""

from __future__ import annotations

import pytest

from planning_kit.errors import ReadingError
from planning_kit.records.area_ref import AreaRef, not_refs, read_ref
from planning_kit.records.meanings import declared_meanings, meanings_from, meanings_in, opposites

A_MEANING = {"code": "a", "th": "ก", "en": "a", "phrases": ["น้ำ…ไม่พอ"]}


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("น้ำทำนาไม่พอในหน้าแล้ง", {"water_short"}),
        ("ขาดแคลนน้ำ", {"water_short"}),
        ("น้ำท่วมนา", {"water_much"}),
        ("หน้าแล้งขาดน้ำ หน้าฝนน้ำท่วม", {"water_short", "water_much"}),
        ("พ่อค้ากดราคา", {"price_low"}),
        ("ปุ๋ยเคมีแพงขึ้น", {"price_high"}),
        ("ถนนเป็นหลุม", set()),
    ],
)
def test_what_a_statement_says(text, meanings):
    assert meanings_in(text, declared_meanings()) == meanings


def test_flood_and_drought_are_opposites_as_are_low_and_high_prices():
    assert opposites(declared_meanings()) == (
        ("price_high", "price_low"),
        ("water_much", "water_short"),
    )


def test_a_gap_is_short_and_blanks_between_thai_words_do_not_matter():
    [one] = meanings_from({"meaning": [A_MEANING]})
    assert one.is_in("น้ำ ทำนา ไม่พอ") and not one.is_in("ไม่พอใช้น้ำ")
    assert not one.is_in("น้ำ" + "ก" * 31 + "ไม่พอ")


@pytest.mark.parametrize("lacking", ["code", "th", "en", "phrases"])
def test_an_incomplete_meaning_is_told(lacking):
    with pytest.raises(ReadingError) as caught:
        meanings_from({"meaning": [A_MEANING | {lacking: ""}]})
    assert caught.value.code == "records.meaning-incomplete"


def test_an_opposite_must_be_declared():
    with pytest.raises(ReadingError) as caught:
        meanings_from({"meaning": [A_MEANING | {"opposite": "b"}]})
    assert caught.value.code == "records.meaning-opposite"


def test_a_ref_is_area_stroke_code():
    assert read_ref("670101/P01") == AreaRef("670101", "P01")
    assert read_ref("codi-N/R1") == AreaRef("codi-N", "R1")
    assert str(read_ref("67/ก/1")) == "67/ก/1"
    assert not_refs(("67/N1", "N1", "/N1", "67/", "6 7/N1")) == ("N1", "/N1", "67/", "6 7/N1")
