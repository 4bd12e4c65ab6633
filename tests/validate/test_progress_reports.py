"""Reports of progress: what goes back, overspends or lies outside is flagged and stays."""

from __future__ import annotations

import pytest

from planning_kit.validate import State

PROJECT = {
    "project_code": "PJ01",
    "name": "ขุดลอกคลอง",
    "stage": "full",
    "reliance_class": "joint",
    "owner": "กลุ่มผู้ใช้น้ำ",
    "start_be": 2571,
    "end_be": 2572,
    "total_cost": 250_000,
}
HELD = {"project": [PROJECT]}
KNOWN = {"project": {"PJ01"}}


def report(quarter: int, **more):
    values = {"project_code": "PJ01", "fiscal_year_be": 2571, "quarter": quarter}
    return "project_progress", {**values, **more}


@pytest.fixture
def told(judged):
    def judge(*rows, held=HELD):
        return judged(*rows, held=held, known=KNOWN).rows

    return judge


def codes(row) -> list[str]:
    return [finding.code for finding in row.findings]


def test_130_per_cent_is_flagged_kept_and_not_cut(told) -> None:
    (row,) = told(report(1, physical=130))
    assert (row.state, codes(row)) == (State.FLAGGED, ["validate.above-usual"])
    assert row.record.physical == 130
    assert "130" in row.findings[0].say("th") and "100" in row.findings[0].say("th")


@pytest.mark.parametrize("name", ["physical", "spent"])
def test_less_than_nothing_is_refused(told, name: str) -> None:
    (row,) = told(report(1, **{name: -5}))
    assert (row.state, codes(row)) == (State.REFUSED, ["records.too-low"])


def test_nought_and_nothing_told_are_both_right_and_differ(told) -> None:
    zero, blank = told(report(1, physical=0), report(2))
    assert codes(zero) == codes(blank) == []
    assert zero.record.physical == 0 and blank.record.physical is None


def test_a_total_that_goes_down_is_flagged_with_both_figures(told) -> None:
    # Quarter 2 tells nothing, so quarter 3 is compared with quarter 1; order does not matter.
    rows = told(report(3, physical=40, spent=900), report(1, physical=55, spent=1000), report(2))
    assert codes(rows[0]) == ["validate.physical-goes-down", "validate.spent-goes-down"]
    assert all(part in rows[0].findings[0].say("en") for part in ("55", "1/2571", "40"))
    assert codes(rows[1]) == codes(rows[2]) == []


def test_what_was_kept_before_counts_and_other_activities_do_not(told) -> None:
    before = {"project_code": "PJ01", "fiscal_year_be": 2571, "quarter": 1, "physical": 60}
    held = {**HELD, "project_progress": [before]}
    assert codes(told(report(2, physical=50), held=held)[0]) == ["validate.physical-goes-down"]
    held["activity"] = [
        {"project_code": "PJ01", "activity_no": 2, "name": "ขุด", "fiscal_year_be": 2571}
    ]
    assert codes(told(report(2, activity_no=2, physical=50), held=held)[0]) == []


def test_more_spent_than_the_project_has_is_flagged(told) -> None:
    assert codes(told(report(1, spent=250_000))[0]) == []
    (row,) = told(report(1, spent=250_001))
    assert codes(row) == ["validate.spent-above-granted"]
    assert "250,000" in row.findings[0].say("th")


def test_an_activity_has_its_own_money_and_must_exist(told) -> None:
    work = {"project_code": "PJ01", "activity_no": 1, "name": "วัด", "fiscal_year_be": 2571}
    held = {**HELD, "activity": [{**work, "amount": 20_000}]}
    (row,) = told(report(1, activity_no=1, spent=20_500), held=held)
    assert codes(row) == ["validate.spent-above-granted"] and "20,000" in row.findings[0].say("en")
    (row,) = told(report(1, activity_no=7, spent=5), held=held)
    assert codes(row) == ["validate.no-such-activity"]


@pytest.mark.parametrize(("year", "flagged"), [(2570, True), (2571, False), (2573, True)])
def test_a_quarter_outside_the_years_of_the_project_is_flagged(told, year, flagged) -> None:
    found = codes(told(report(1, fiscal_year_be=year))[0])
    assert found == (["validate.report-outside-project"] if flagged else [])


def test_a_report_from_before_its_quarter_is_flagged(told) -> None:
    # Quarter 2 of 2571 begins on 1 January 2571.
    assert codes(told(report(2, reported_on="1 ม.ค. 2571"))[0]) == []
    assert codes(told(report(2, reported_on="31 ธ.ค. 2570"))[0]) == [
        "progress.reported-before-quarter"
    ]


def test_an_unknown_project_is_refused(judged) -> None:
    (row,) = judged(report(1), held={}, known={}).rows
    assert row.state is State.REFUSED
