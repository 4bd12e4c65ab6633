"""Thai is split exactly as pythainlp splits it by its own dictionary."""

import random

import pytest
from pythainlp.corpus.common import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

from planning_kit.thai.dictionary import dictionary

TEXTS = [
    "ชื่อยาวที่ต้องตัดเป็นหลายบรรทัดจึงต้องเปิดรายการคำ",
    "น้ำแล้งในหน้าแล้ง หมู่ 8 ปี 2563 ปลูกข้าวหอมมะลิ 105 ได้ผลน้อย ราคาปุ๋ยแพง",
    "ก ข ค ๆ ฯลฯ NDVI กก. ต่อไร่ ฿1,200",
    "",
]


@pytest.fixture(scope="module")
def tree():
    return Trie(thai_words())


@pytest.mark.parametrize("engine", ["newmm", "newmm-safe"])
def test_texts_are_split_as_by_the_tree(tree, engine):
    drawn = random.Random(7)
    words = sorted(tree)
    texts = TEXTS + ["".join(drawn.sample(words, 12)) for _one in range(40)]
    for text in texts:
        expected = word_tokenize(text, custom_dict=tree, engine=engine)
        assert word_tokenize(text, custom_dict=dictionary(), engine=engine) == expected


def test_every_place_of_a_text_begins_the_same_words(tree):
    for text in TEXTS:
        for start in range(len(text)):
            assert dictionary().prefixes(text[start:]) == tree.prefixes(text[start:])
    assert set(dictionary()) == set(tree) and len(dictionary()) == len(tree)
    assert "น้ำ" in dictionary() and "ไม่มีคำนี้" not in dictionary()
