from __future__ import annotations

import pytest

SURVEY = {
    "source_code": "S1",
    "title": "สำรวจ",
    "publisher": "คณะทำงาน",
    "method": "census",
    "date_from": "1/9/2569",
    "date_to": "30/9/2569",
}
CODE = "validate.date-outside-survey"


@pytest.mark.parametrize(
    ("day", "is_outside"),
    [
        ("31/8/2569", True),
        ("1/9/2569", False),
        ("30/9/2569", False),
        ("1/10/2569", True),
    ],
)
def test_consent_is_given_while_the_survey_is_under_way(
    judged, sample, codes_of, day, is_outside
) -> None:
    home = {**sample.home, "consent_given": True, "consent_date": day}
    checked = judged(("household", home), sources=[SURVEY])
    assert codes_of(checked) == [{CODE} if is_outside else set()]


def test_the_message_names_the_date_the_source_and_its_days(judged, sample) -> None:
    home = {**sample.home, "consent_given": True, "consent_date": "5/10/2569"}
    (finding,) = judged(("household", home), sources=[SURVEY]).rows[0].findings
    assert (finding.field, finding.column) == ("consent_date", "วันที่ให้ความยินยอม")
    assert "5 ต.ค. 2569" in finding.say("th") and "1 ก.ย. 2569 ถึง 30 ก.ย. 2569" in finding.say("th")
    assert "5 Oct 2026" in finding.say("en") and "S1" in finding.say("en")


def test_a_source_without_a_first_day_only_ends(judged, sample, codes_of) -> None:
    home = {**sample.home, "consent_given": True, "consent_date": "1/1/2560"}
    source = {**SURVEY, "date_from": None}
    assert codes_of(judged(("household", home), sources=[source])) == [set()]


def test_harvests_may_be_older_than_the_survey_but_not_younger(judged, sample, codes_of) -> None:
    home = ("household", {**sample.home, "consent_given": True})
    years = [
        ("production", {**sample.rice, "year_be": year, "plot": year})
        for year in (2565, 2569, 2570)
    ]
    assert codes_of(judged(home, *years, sources=[SURVEY])) == [set(), set(), set(), {CODE}]


def test_hazards_foundings_and_published_figures_after_their_source(
    judged, sample, codes_of
) -> None:
    group = {"name": "กลุ่มก", "kind": "savings", "village_code": "99010103"}
    figure = {"area_code": "99", "measure": "households", "value": 5}
    checked = judged(
        ("hazard", {**sample.flood, "year_be": 2569, "date_from": "1/10/2569"}),
        ("hazard", {**sample.flood, "year_be": 2569, "date_from": "1/8/2569"}),
        ("group", {**group, "founded_be": 2570}),
        ("group", {**group, "name": "กลุ่มออมทรัพย์", "founded_be": 2544}),
        ("reference_figure", {**figure, "year_be": 2570}),
        ("reference_figure", {**figure, "year_be": 2569}),
        sources=[SURVEY],
    )
    assert codes_of(checked) == [{CODE}, set(), {CODE}, set(), {CODE}, set()]


def test_the_dates_of_a_source_kept_before_count_too(judged, sample, codes_of) -> None:
    home = {**sample.home, "consent_given": True, "consent_date": "5/10/2569"}
    known, held = {"source": {"S1"}}, {"source": [SURVEY]}
    checked = judged(("household", home), sources=[], known=known, held=held)
    assert codes_of(checked) == [{CODE}]
