from __future__ import annotations

from decimal import Decimal

import pytest

from planning_kit.validate.disagreement import agree

CODE = "validate.sources-disagree"
TWO = [
    {
        "source_code": code,
        "title": title,
        "publisher": "หน่วยงาน",
        "method": "register",
        "date_to": "31/12/2568",
    }
    for code, title in (("REG", "ทะเบียนเกษตรกร"), ("AREA", "พื้นที่ทำการเกษตร"))
]


def figure(source, value, **changes):
    values = {"area_code": "99", "measure": "farm_area_rai", "year_be": 2568}
    return ("reference_figure", {**values, "value": value, "source_code": source, **changes})


def test_two_sources_are_named_with_both_values_on_both_rows(judged, codes_of) -> None:
    checked = judged(figure("REG", "329,823.51"), figure("AREA", "313,840.10"), sources=TWO)
    assert codes_of(checked) == [{CODE}, {CODE}]
    for row in checked.rows:
        for language in ("th", "en"):
            said = row.findings[0].say(language)
            assert "329,823.51" in said and "313,840.1" in said
            assert "ทะเบียนเกษตรกร" in said and "พื้นที่ทำการเกษตร" in said
        assert row.is_kept


@pytest.mark.parametrize(
    "changes",
    [
        {"year_be": 2567},
        {"area_code": "9901"},
        {"measure": "households"},
        {"detail": "นาข้าว"},
    ],
)
def test_another_year_area_or_measure_is_another_fact(judged, codes_of, changes) -> None:
    checked = judged(figure("REG", 100), figure("AREA", 200, **changes), sources=TWO)
    assert codes_of(checked) == [set(), set()]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("18.3", "18.27", True),
        ("18.3", "18.37", False),
        ("342910", "342909.88", True),
        ("342900", "342909.88", False),
        ("100", "100", True),
        ("100", "101", False),
        ("1E+2", "100.4", True),
    ],
)
def test_figures_agree_as_far_as_the_rougher_is_stated(one, other, same) -> None:
    assert agree(Decimal(one), Decimal(other)) is same
    assert agree(Decimal(other), Decimal(one)) is same


def test_a_figure_kept_before_from_another_source(judged, codes_of) -> None:
    _name, old = figure("REG", 100)
    held, known = {"reference_figure": [old], "source": TWO}, {"source": {"REG", "AREA"}}
    new = judged(figure("AREA", 130), sources=[], known=known, held=held)
    assert codes_of(new) == [{CODE}]
    assert "ทะเบียนเกษตรกร" in new.rows[0].findings[0].say("th")
    # The same source correcting itself replaces its figure: nobody disagrees.
    assert codes_of(judged(figure("REG", 130), sources=[], known=known, held=held)) == [set()]


def test_crop_budgets_of_two_sources(judged, codes_of) -> None:
    budget = {"area_code": "99", "product": "ข้าวนาปี", "year_be": 2567, "cost_total": 5000}
    checked = judged(
        ("crop_budget", {**budget, "yield_kg": 600, "source_code": "REG"}),
        ("crop_budget", {**budget, "product": "ข้าว นาปี", "yield_kg": 700, "source_code": "AREA"}),
        sources=TWO,
    )
    assert codes_of(checked) == [{CODE}, {CODE}]
    assert [len(row.findings) for row in checked.rows] == [1, 1]
    assert checked.rows[0].findings[0].field == "yield_kg"


def test_a_village_of_which_another_source_said_otherwise(judged, sample, codes_of) -> None:
    old = {**sample.village, "households": 150, "males": 200, "source_code": "REG"}
    held = {"village": [old], "source": TWO}
    known = {"source": {"REG", "AREA"}}
    new = {**sample.village, "households": 168, "males": 200, "source_code": "AREA"}
    checked = judged(("village", new), sources=[], known=known, held=held)
    (finding,) = checked.rows[0].findings
    assert (finding.code, finding.field) == (CODE, "households")
    assert "168" in finding.say("th") and "150" in finding.say("th")
    same = judged(("village", {**new, "source_code": "REG"}), sources=[], known=known, held=held)
    assert codes_of(same) == [set()]


def villages(sample, *counts):
    return [
        ("village", {**sample.village, "village_code": f"990101{n:02d}", "households": count}
         | {"source_code": "REG"})
        for n, count in enumerate(counts, start=1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("stated", "is_far"), [(400, True), (334, True), (333, False), (270, False)]
)
def test_villages_beside_a_published_figure(judged, sample, codes_of, stated, is_far) -> None:
    # 100 + 200 = 300 households; a tenth of the larger figure is let pass: up to 333.3.
    told = figure("AREA", stated, area_code="990101", measure="households")
    checked = judged(*villages(sample, 100, 200), told, sources=TWO)
    assert codes_of(checked)[2] == ({"validate.villages-beside-figure"} if is_far else set())


def test_villages_that_cannot_be_added_up_are_not_compared(judged, sample, codes_of) -> None:
    told = figure("AREA", 900, area_code="990101", measure="households")
    for rows in (
        villages(sample, 100, None),
        villages(sample, 100, 200, 300)[1:],
    ):
        assert codes_of(judged(*rows, told, sources=TWO))[-1] == set()
    old = figure("AREA", 900, area_code="990101", measure="households", year_be=2560)
    assert codes_of(judged(*villages(sample, 100, 200), old, sources=TWO))[-1] == set()


def test_new_villages_beside_a_figure_kept_before(judged, sample) -> None:
    _name, told = figure("AREA", 900, area_code="990101", measure="households")
    held = {"reference_figure": [told], "source": TWO}
    known = {"source": {"REG", "AREA"}}
    checked = judged(*villages(sample, 100, 200), sources=[], known=known, held=held)
    (remark,) = checked.remarks
    assert "900" in remark.say("th") and "300" in remark.say("th")
