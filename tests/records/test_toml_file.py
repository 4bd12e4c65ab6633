"""TOML from outside: read, or one short reason in both languages, soon and in little memory."""

from __future__ import annotations

import time
import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.records.toml_file import MOST_TOML_BYTES, TomlFault, toml_of

WORDS = st.sampled_from(["a", "=", "[", "]", "{", "}", '"', "'", ".", ",", "\n", "#", "1", "ก", "\\"])  # fmt: skip


def where(data: bytes) -> tuple[str, str]:
    with pytest.raises(TomlFault) as caught:
        toml_of(data)
    return caught.value.where.th, caught.value.where.en


@pytest.mark.parametrize(
    ("data", "thai", "english"),
    [
        ('a = "ตาราง"'.encode("cp874"), "บรรทัดที่ 1", "line 1 is no text in UTF-8"),
        ("a = 1\nb = 'ก'".encode("cp874"), "บรรทัดที่ 2", "line 2 is no text"),
        (b"[a\n", "บรรทัดที่ 1 ตัวที่ 3", "line 1, character 3"),
        (b"x = 1\n[a]\n[a]\n", "บรรทัดที่ 3 ซ้ำ", "line 3 says again"),
        (b'a = [1, "b"', "จบก่อนกำหนด", "ends too early"),
        (b"a = " + b"[" * 100_000, "วงเล็บซ้อน", "brackets are nested"),
        (b"a = " + b"{a=" * 100_000, "วงเล็บซ้อน", "brackets are nested"),
        (b"a = " + b"9" * 10_000, "ตัวเลขที่ยาว", "too long"),
        (b"#" * (MOST_TOML_BYTES + 1), "เมกะไบต์", "bigger than 1 MB"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(data, thai, english):
    said = where(data)
    assert thai in said[0]
    assert english in said[1]


@pytest.mark.parametrize(
    "data",
    [
        b"a" + b".a" * 100_000 + b" = 1",
        b'"a"' + b' . "a"' * 50_000 + b" = 1",
        b"[a" + b".'a'" * 50_000 + b"]",
        b"a" * 900_000,
        b'"' * 900_000,
        b"- " * 400_000,
    ],
    ids=["dots", "quoted", "table", "one word", "quotes", "dashes"],
)
def test_long_chains_of_names_cost_no_time(data):
    began = time.process_time()
    where(b"b = 1\n" + data)
    assert time.process_time() - began < 3


def test_what_people_write_is_read_as_it_stands():
    text = '\ufeffa.b.c = "หนึ่ง. สอง. สาม"\r\n[[d]]\r\n"x y" = { e = 5.5 }\r\n'
    assert toml_of(text.encode()) == {
        "a": {"b": {"c": "หนึ่ง. สอง. สาม"}},
        "d": [{"x y": {"e": 5.5}}],
    }


@settings(max_examples=200, deadline=None)
@given(text=st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map("".join)))
def test_any_text_is_read_as_the_standard_reads_it_or_refused(text):
    try:
        expected = tomllib.loads(text.removeprefix("\ufeff"))
    except ValueError:
        expected = None
    try:
        assert toml_of(text.encode("utf-8", "replace")) == expected
    except TomlFault as fault:
        assert expected is None
        assert fault.where.th and fault.where.en
