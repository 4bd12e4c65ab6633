"""A mapping made to keep the machine busy is refused with a sentence before it reads a row."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.collect import load_mapping
from planning_kit.collect.mapping_patterns import is_too_slow
from planning_kit.errors import KitError

HEAD = '[source]\nsource_code = "S"\n[[table]]\nrecord = "household"\n'
THAI = re.compile("[\u0e00-\u0e7f]")


def errors_of(tmp_path: Path, text: str) -> list[KitError]:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KitError) as caught:
        load_mapping(path)
    return list(getattr(caught.value, "errors", (caught.value,)))


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+$",
        "(a|a)*b",
        "(a|ab)*c",
        "(.*a){30}",
        "((a?){20}){3}",
        r"(?=(a+))\1",
        "x*x*x*x*x*",
        "(?:" * 60 + "a+" + ")+" * 60,
        "a?" * 40 + "a" * 40,
        "a" * 600,
    ],
)
def test_a_pattern_that_may_search_for_hours_is_refused(tmp_path, pattern):
    text = f"{HEAD}[table.fields]\nnote = {{ column = 'a', remove = '{pattern}' }}\n"
    (error,) = errors_of(tmp_path, text)
    assert error.code == "collect.mapping-slow-pattern"
    assert "m.toml" in error.say("th") and len(error.say("th")) < 400


@pytest.mark.parametrize(
    "pattern",
    [
        r" ?\((นาง|นาย)[^)]*\)",
        r"(นาย|นาง|นางสาว|น\.ส\.)\s*\S+\s+\S+",
        r"[0-9]{13}|\d{3}-\d{7}",
        r"(?:\d{1,2}/){2}\d+",
        r"\s+$",
    ],
)
def test_patterns_that_people_write_are_taken(pattern):
    assert not is_too_slow(pattern)


SIGNS = st.sampled_from(["a", "b", "(", ")", "(?:", "|", "*", "+", "?", "{2,9}", "{3}", "[ab]", "."])  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(signs=st.lists(SIGNS, max_size=10))
def test_what_is_not_refused_is_quick_on_the_text_it_likes_least(signs):
    pattern = "".join(signs)
    try:
        compiled = re.compile(pattern)
    except re.error:
        return
    if not is_too_slow(pattern):
        began = time.process_time()
        compiled.sub("", "a" * 60 + "!")
        assert time.process_time() - began < 2, pattern


@pytest.mark.parametrize("last", [501, 9_999, 999_999_999, -1])
def test_repetitions_without_number_are_refused(tmp_path, last):
    text = f"{HEAD}[table.repeat]\nfirst = 1\nlast = {last}\n[table.fields]\nnote = 'p{{n}}'\n"
    codes = {error.code for error in errors_of(tmp_path, text)}
    assert codes <= {"collect.mapping-bad-repeat", "collect.mapping-wrong-value"}


@pytest.mark.parametrize("sum_", ["(" * 5_000 + "a" + ")" * 5_000, "*".join(["a"] * 4_000)])
def test_endless_sums_are_refused_in_a_short_sentence(tmp_path, sum_):
    text = f"{HEAD}[table.fields]\nmembers = {{ calculate = '{sum_}' }}\n"
    sums = [one for one in errors_of(tmp_path, text) if one.code == "collect.mapping-bad-sum"]
    assert sums and all(len(one.say("th")) < 300 for one in sums)


def test_a_file_full_of_mistakes_is_told_in_a_hundred_lines(tmp_path):
    began = time.process_time()
    told = errors_of(tmp_path, "".join(f"k{n} = 1\n" for n in range(50_000)))
    assert len(told) == 101
    assert told[-1].values["n"] == 50_000 + 2 - 100
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("line", "thai"),
    [
        ('header_row = "x"', "ต้องเป็นจำนวนเต็ม (“x”)"),
        ("header_row = 0", "ต้องไม่น้อยกว่า 1"),
        ('delimiter = "ab"', "ยาวได้ไม่เกิน 1 ตัวอักษร"),
        ("sheet = 5", "ต้องเป็นข้อความในเครื่องหมายคำพูด"),
    ],
)
def test_a_wrong_kind_of_value_is_said_in_the_readers_language(tmp_path, line, thai):
    told = errors_of(tmp_path, f"{HEAD}[table.fields]\nnote = 'a'\n[file]\n{line}\n")
    assert len(told) == 1
    assert thai in told[0].say("th")
    assert not THAI.search(told[0].say("en"))


def test_a_wrong_field_does_not_make_the_table_too_short_as_well(tmp_path):
    (told,) = errors_of(tmp_path, f"{HEAD}[table.fields]\nmembers = 5\n")
    assert "table.1.fields.members" in told.say("en")
    assert "Input should" not in told.say("en")


def test_an_encoding_that_is_none_is_said(tmp_path):
    from planning_kit.collect.decoding import decode

    for name in ("a\0b", "rot13", "zip", "utf-99"):
        with pytest.raises(KitError) as caught:
            decode(b"a,b\n", name, "f.csv")
        assert caught.value.code == "collect.unknown-encoding"
