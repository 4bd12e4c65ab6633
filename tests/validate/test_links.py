from __future__ import annotations

import pytest

from planning_kit import areas
from planning_kit.collect import Collected, Place, RawRow
from planning_kit.errors import KitError
from planning_kit.validate import AreaScope, State, check


def states(checked) -> list[str]:
    return [str(row.state) for row in checked.rows]


def codes(row) -> list[str]:
    return [finding.code for finding in row.findings]


def test_production_finds_its_household_whatever_the_order_of_sheets(judged, sample) -> None:
    checked = judged(("production", sample.rice), ("household", sample.home))
    assert states(checked) == ["accepted", "accepted"]


def test_production_of_an_unknown_household_is_refused(judged, sample) -> None:
    (row,) = judged(("production", sample.rice)).rows
    assert row.state is State.REFUSED
    assert codes(row) == ["validate.unknown-household"]
    assert "03-012" in row.findings[0].say("th")


def test_a_household_kept_before_is_known(judged, sample) -> None:
    known = {"household": {"03-012"}}
    assert states(judged(("production", sample.rice), known=known)) == ["accepted"]


def test_production_of_a_refused_household_says_so(judged, sample) -> None:
    checked = judged(("household", {**sample.home, "males": -1}), ("production", sample.rice))
    assert states(checked) == ["refused", "refused"]
    assert "mend the row of that household" in checked.rows[1].findings[0].say("en")


def test_a_blank_source_takes_the_only_one(judged, sample) -> None:
    (row,) = judged(("household", sample.home)).rows
    assert row.record.source_code == "S1"
    (row,) = judged(("household", sample.home), sources=[], known={"source": {"OLD"}}).rows
    assert row.record.source_code == "OLD"


def test_a_blank_source_is_refused_where_there_is_none_or_several(judged, sample) -> None:
    two = [sample.source, {**sample.source, "source_code": "S2"}]
    for sources in ([], two):
        (row,) = judged(("household", sample.home), sources=sources).rows
        assert codes(row) == ["validate.no-source"]
        assert row.state is State.REFUSED


def test_an_unknown_source_is_refused(judged, sample) -> None:
    (row,) = judged(("household", {**sample.home, "source_code": "S9"})).rows
    assert codes(row) == ["validate.unknown-source"]


def test_a_refused_source_is_said_to_be_refused(judged, sample) -> None:
    (row,) = judged(
        ("household", {**sample.home, "source_code": "S1"}),
        sources=[{**sample.source, "date_to": "เมื่อวาน"}],
    ).rows
    assert "mend its row in the Sources sheet" in row.findings[0].say("en")


def test_a_place_that_the_reader_could_not_find_is_refused_with_its_reason(sample) -> None:
    place = Place("t.csv", 2)
    values = {**sample.flood, "village_code": "ในเมือง 1", "source_code": "S1"}
    with pytest.raises(KitError) as caught:
        areas.resolve(tambon="ในเมือง")
    raw = RawRow("hazard", place, values, {"village_code": "ตำบล, หมู่"})
    raw.troubles["village_code"] = caught.value
    source = RawRow("source", Place("m.toml", 1), sample.source, {})
    collected = Collected("f", "t.csv", [source], [raw], is_foreign=True)
    (row,) = check(collected, AreaScope.within("99")).rows
    assert row.state is State.REFUSED
    (finding,) = row.findings
    assert (finding.code, finding.column) == ("areas.ambiguous-name", "ตำบล, หมู่")
    assert "ในเมือง 1" in finding.line("th")


def test_a_village_outside_the_plan_area_is_refused_in_the_template(judged, sample) -> None:
    home = {**sample.home, "village_code": "73050203"}
    (row,) = judged(("household", home)).rows
    assert codes(row) == ["validate.outside-area"]
    assert "บางปลา" in row.findings[0].say("th")
    assert "Bang Pla" in row.findings[0].say("en")


def test_in_a_foreign_table_it_belongs_elsewhere(judged, sample) -> None:
    home = {**sample.home, "village_code": "73050203"}
    checked = judged(("household", home), ("production", sample.rice), foreign=True)
    assert states(checked) == ["elsewhere", "elsewhere"]


def test_villages_that_cannot_exist_are_refused_everywhere(judged, sample) -> None:
    for code, finding in (
        ("12345678", "areas.unknown-code"),
        ("990101", "areas.not-a-village-code"),
        ("99010100", "areas.village-zero"),
        ("หมู่ 3", "areas.not-a-code"),
    ):
        (row,) = judged(("household", {**sample.home, "village_code": code}), foreign=True).rows
        assert codes(row) == [finding], code
        assert row.state is State.REFUSED


def test_what_is_no_village_code_is_said_once(judged, sample) -> None:
    # With a list of villages at hand it is not said again that "หมู่ 3" does not stand there.
    for code in ("หมู่ 3", "73050203"):
        home = {**sample.home, "village_code": code}
        checked = judged(("village", sample.village), ("household", home))
        assert len(codes(checked.rows[1])) == 1, code


def test_a_village_not_on_the_list_of_villages_is_flagged(judged, sample) -> None:
    home = {**sample.home, "village_code": "99010104"}
    checked = judged(("village", sample.village), ("household", home))
    assert states(checked) == ["accepted", "flagged"]
    assert codes(checked.rows[1]) == ["validate.village-not-listed"]


def test_single_villages_of_a_tambon_may_make_the_area(judged, sample) -> None:
    area = AreaScope(village_codes=frozenset({"99010103"}))
    other = {**sample.home, "household_id": "04-001", "village_code": "99010104"}
    checked = judged(("household", sample.home), ("household", other), area=area)
    assert states(checked) == ["accepted", "refused"]


def test_figures_about_areas_above_are_kept_and_of_other_provinces_not(judged) -> None:
    budget = {"product": "ข้าวนาปี", "year_be": 2567, "cost_total": 5000}
    rows = [("crop_budget", {**budget, "area_code": code}) for code in ("99", "9901", "00", "73")]
    checked = judged(*rows)
    assert states(checked) == ["accepted", "accepted", "accepted", "elsewhere"]


def test_the_scope_of_a_province_holds_all_its_villages() -> None:
    scope = AreaScope.within("73")
    assert scope.holds("73050203")
    assert not scope.holds("72010101")
    assert scope.concerns("73")
    assert not scope.concerns("72")
