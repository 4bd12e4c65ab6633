"""A tambon's parts: one row for each figure and each indicator value that says how it adds up."""

from __future__ import annotations

import pytest

from planning_kit.records import record_type
from planning_kit.report.rolled_parts import rolled_parts
from planning_kit.workbook import create, whole_tambon

INDICATOR = {
    "indicator_code": "I1", "name": "ครัวเรือนที่น้ำพอ", "unit": "ร้อยละ", "direction": "up",
    "adds_up": "share", "definition": "น้ำพอทุกเดือน",
}  # fmt: skip
VALUE = {"indicator_code": "I1", "kind": "actual", "fiscal_year_be": 2571, "value": 40, "n": 30}


@pytest.fixture
def book(tmp_path):
    url = f"sqlite:///{(tmp_path / 'kit.db').as_posix()}"
    with create(whole_tambon("730502"), store=url, who="a") as made:
        yield made


def save(book, record, /, **row):
    book.save(record_type(record).model_validate(row), who="a", why="b")


def indicators(book):
    return [row for row in rolled_parts(book, is_endorsed=True) if row["figure"].startswith("ind")]


def test_a_per_cent_of_n_travels_as_a_count_of_n(book):
    save(book, "indicator", **INDICATOR)
    save(book, "indicator_value", **VALUE)
    (row,) = indicators(book)
    assert row["figure"] == "indicator.I1.actual" and row["period_be"] == 2571
    assert (row["place"], row["tambons"], row["is_endorsed"]) == ("730502", ["730502"], True)
    assert (row["numerator"], row["denominator"], row["value"]) == (12, 30, 0.4)


@pytest.mark.parametrize("adds_up", [None, "none"])
def test_an_indicator_that_does_not_add_up_stays_in_its_tambon(book, adds_up):
    save(book, "indicator", **{**INDICATOR, "adds_up": adds_up})
    save(book, "indicator_value", **VALUE)
    assert indicators(book) == []


def test_another_definition_has_another_mark(book):
    save(book, "indicator", **INDICATOR)
    save(book, "indicator_value", **VALUE)
    save(book, "indicator", **{**INDICATOR, "indicator_code": "I2", "name": "ชื่ออื่น"})
    save(book, "indicator_value", **{**VALUE, "indicator_code": "I2"})
    save(book, "indicator", **{**INDICATOR, "indicator_code": "I3", "definition": "น้ำพอปีนี้"})
    save(book, "indicator_value", **{**VALUE, "indicator_code": "I3"})
    one, same, other = (row["definition"] for row in indicators(book))
    assert one == same != other


def test_a_sum_needs_no_weight(book):
    save(book, "indicator", **{**INDICATOR, "unit": "ไร่", "adds_up": "sum"})
    save(book, "indicator_value", **{**VALUE, "n": None})
    (row,) = indicators(book)
    assert (row["value"], row["numerator"], row["denominator"], row["n"]) == (40, None, None, None)
