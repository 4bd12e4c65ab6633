from __future__ import annotations

import datetime as dt

import pytest

from planning_kit.validate import State


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("males", "สองคน", "thai.number-unreadable"),
        ("males", "1.5", "thai.number-not-whole"),
        ("males", -1, "records.too-low"),
        ("land_owned", "-5", "thai.land-negative"),
        ("land_owned", dt.datetime(2026, 5, 2), "thai.land-is-a-date"),
        ("water_short_months", 13, "records.too-high"),
        ("head_sex", "ไม่แน่ใจ", "records.not-a-choice"),
        ("consent_given", "อาจจะ", "records.not-yes-or-no"),
        ("consent_date", "31/2/2569", "thai.date-not-on-calendar"),
        ("consent_date", dt.datetime(2569, 11, 22), "thai.be-year-in-gregorian-date"),
        ("household_id", None, "records.required"),
    ],
)
def test_what_cannot_be_read_is_refused_where_it_stands(judged, sample, field, value, code) -> None:
    checked = judged(("household", {**sample.home, field: value}))
    (row,) = checked.rows
    assert row.state is State.REFUSED
    (finding,) = row.findings
    assert finding.code == code
    assert (finding.sheet, finding.row, finding.field) == ("ครัวเรือน", 8, field)
    assert finding.column in finding.where("th")
    assert "แถว 8" in finding.line("th")
    assert "row 8" in finding.line("en")
    assert finding.say("th") != finding.say("en")


def test_every_bad_cell_of_a_row_is_named_at_once(judged, sample) -> None:
    bad = {**sample.home, "males": "ก", "females": "ข", "land_owned": "-1"}
    (row,) = judged(("household", bad)).rows
    assert [finding.field for finding in row.findings] == ["males", "females", "land_owned"]


def test_a_dash_is_not_stated_and_zero_is_zero(judged, sample) -> None:
    values = {**sample.home, "males": " - ", "females": 0, "hired_days": "๐"}
    (row,) = judged(("household", values)).rows
    assert row.state is State.ACCEPTED
    assert (row.record.males, row.record.females, row.record.hired_days) == (None, 0, 0)


def test_personal_text_and_long_numbers_never_enter_a_message(judged, sample) -> None:
    odd = {**sample.home, "males": "โทร 0812345678", "note": ["สมชาย ใจดี"]}
    checked = judged(
        ("household", odd), ("household", {**sample.home, "head_sex": "1234567890123"})
    )
    said = " ".join(
        finding.line(language) for finding in checked.findings for language in ("th", "en")
    )
    assert "0812345678" not in said
    assert "1234567890123" not in said
    assert "สมชาย" not in said
    assert checked.rows[0].state is State.REFUSED


def test_possible_but_odd_values_are_kept_and_flagged(judged, sample) -> None:
    # 80,000 square wah, 200 rai, is the most that is usual; 250 rai is more.
    values = {**sample.home, "males": 16, "land_owned": 250}
    (row,) = judged(("household", values)).rows
    assert row.state is State.FLAGGED
    assert [finding.code for finding in row.findings] == ["validate.above-usual"] * 2
    assert "250 ไร่" in row.findings[1].say("th")
    assert "200 rai" in row.findings[1].say("en")


def test_contradictions_inside_a_row_follow_their_declared_severity(judged, sample) -> None:
    more_workers = {**sample.home, "males": 1, "females": 1, "farm_workers": 3}
    backwards = {**sample.source, "date_from": "1/10/2569"}
    checked = judged(("household", more_workers), sources=[backwards])
    assert checked.sources[0].state is State.REFUSED
    assert "household.more-farm-workers-than-members" in [
        finding.code for finding in checked.rows[0].findings
    ]
