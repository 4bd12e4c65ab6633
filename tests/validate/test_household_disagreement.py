"""Households of which another source said otherwise: flagged, by field, with nothing personal."""

from __future__ import annotations

import pytest

CODE = "validate.sources-disagree"
TWO = [
    {
        "source_code": code,
        "title": title,
        "publisher": "หน่วยงาน",
        "method": "register",
        "date_to": "31/12/2568",
    }
    for code, title in (("REG", "ทะเบียน"), ("SUR", "สำรวจ"))
]
KNOWN = {"source": {"REG", "SUR"}}


@pytest.fixture
def told(judged, sample):
    """Judge a household that another source told before; return what was found by field."""

    def judge(before: dict, now: dict, source: str = "SUR", **more):
        old = {**sample.home, "source_code": "REG", **before}
        new = ("household", {**sample.home, "source_code": source, **now})
        held = {"household": [old], "source": TWO}
        (row,) = judged(new, sources=[], known=KNOWN, held=held, **more).rows
        assert row.is_kept
        return {one.field: one for one in row.findings if one.code == CODE}

    return judge


def test_each_field_that_differs_is_told_with_both_values_and_sources(told) -> None:
    found = told(
        {"males": 2, "land_owned": "5-0-0", "head_sex": "ชาย", "is_farm_household": "ใช่"},
        {"males": 3, "land_owned": "7-0-0", "head_sex": "หญิง", "is_farm_household": "ไม่ใช่"},
    )
    assert set(found) == {"males", "land_owned", "head_sex", "is_farm_household"}
    said = found["males"].say("en")
    assert "3" in said and "2" in said and "ทะเบียน" in said and "สำรวจ" in said
    assert "หญิง" in found["head_sex"].say("th") and "ชาย" in found["head_sex"].say("th")


def test_what_is_only_ever_counted_is_told_without_its_values(told) -> None:
    found = told({"land_reform": "ใช่"}, {"land_reform": "ไม่ใช่"})
    assert set(found["land_reform"].values) == {"label", "source", "other_source"}


@pytest.mark.parametrize(
    ("before", "now"),
    [
        ({"males": 2}, {}),
        ({}, {"males": 2}),
        ({"note": "ป้าสม"}, {"note": "ลุงมา"}),
        ({"consent_given": "ใช่", "consent_date": "1/1/2568"}, {"consent_given": "ใช่"}),
        ({"water_sources": "pond,canal"}, {"water_sources": "canal,pond"}),
        ({"hired_days": "18.3"}, {"hired_days": "18.27"}),
    ],
)
def test_silence_notes_consent_order_and_rounding_are_no_contradiction(told, before, now) -> None:
    assert told(before, now) == {}


def test_the_same_source_corrects_itself(told) -> None:
    assert told({"males": 2}, {"males": 3}, source="REG") == {}
