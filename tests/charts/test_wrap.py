"""Thai lines break between words, and no letter is lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.charts.wrap import text_width, wrapped

LONG = "กลุ่มผู้ใช้น้ำชลประทานคลองท่าผา (ฝั่งขวา) ร่วมกับกลุ่มออมทรัพย์เพื่อการผลิต"


def test_a_short_label_stays_on_one_line() -> None:
    assert wrapped("ข้าวเจ้านาปรัง", 5) == ("ข้าวเจ้านาปรัง",)


def test_lines_fit_and_nothing_is_lost() -> None:
    lines = wrapped(LONG, 4)
    assert len(lines) > 2
    assert all(text_width(line) <= 4 for line in lines)
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")


def test_words_are_not_cut() -> None:
    # ชลประทาน, กลุ่ม and ออมทรัพย์ are words of the dictionary: each stands whole in a line.
    lines = wrapped(LONG, 3)
    for word in ("ชลประทาน", "ออมทรัพย์", "(ฝั่ง", "ผลิต"):
        assert any(word in line for line in lines), word


def test_a_bracket_or_repeat_sign_never_begins_a_line() -> None:
    for width in (1.5, 2, 2.5, 3):
        for line in wrapped("ปลูกผักต่าง ๆ หลายชนิด (ปลอดสารพิษ) และไม้ผลอื่นๆ", width)[1:]:
            assert not line.startswith((")", "ๆ")), (width, line)


def test_one_word_wider_than_the_room_keeps_its_letters() -> None:
    assert wrapped("ราชอาณาจักร", 0.5) == ("ราชอาณาจักร",)


def test_tone_marks_take_no_width() -> None:
    assert text_width("กี่ที่นี้") == pytest.approx(text_width("กทน"), rel=0.01)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="กขคงจฉชดตทนบปพมยรลวสหอาเแ่้ัิ ()/,ๆ", max_size=40), st.floats(0.5, 6))
def test_wrapping_only_moves_spaces(text: str, width: float) -> None:
    from planning_kit.thai import clean

    joined = "".join(wrapped(text, width))
    assert joined.replace(" ", "") == clean(text).replace(" ", "")
