import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.util import collate

from planning_kit.thai import sort_key


def test_dictionary_order_by_hand():
    # Consonant before leading vowel, tone marks last: the order on the dictionary's pages.
    right = ["กา", "ก่า", "ก้า", "การ", "เก", "เก่า", "เก้า", "แก", "ไก่", "ขา", "เขา", "หมู", "เห็น"]
    shuffled = right[:]
    random.Random(1).shuffle(shuffled)
    assert sorted(shuffled, key=sort_key) == right


def test_provinces():
    names = ["แพร่", "เชียงใหม่", "ชัยนาท", "พะเยา", "เพชรบุรี", "พิจิตร", "เลย", "ลำปาง"]
    assert sorted(names, key=sort_key) == [
        "ชัยนาท",
        "เชียงใหม่",
        "พะเยา",
        "พิจิตร",
        "เพชรบุรี",
        "แพร่",
        "ลำปาง",
        "เลย",
    ]


def test_a_tone_mark_weighs_less_than_any_further_letter():
    # The dictionary has กล้า before กลาก and กลาง; pythainlp puts it behind them.
    assert sorted(["กลางกรุง", "กล้า", "กลาก", "กลา"], key=sort_key) == [
        "กลา",
        "กล้า",
        "กลาก",
        "กลางกรุง",
    ]


def test_agrees_with_pythainlp_on_words_without_marks():
    unmarked = [word for word in sorted(thai_words()) if re.fullmatch("[ก-ๅ]+", word)]
    words = random.Random(2569).sample(unmarked, 8000)
    assert sorted(words, key=sort_key) == collate(words)


@pytest.mark.parametrize(("first", "second"), [("หมู่ ๒", "หมู่ 3"), ("Ban a", "ban B")])
def test_digits_and_capitals(first, second):
    assert sort_key(first) < sort_key(second)


@given(st.text(), st.text())
def test_different_texts_have_different_keys_or_the_same_clean_form(one, other):
    from planning_kit.thai import clean

    assert (sort_key(one) == sort_key(other)) == (clean(one) == clean(other))
