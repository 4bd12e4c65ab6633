from __future__ import annotations

from planning_kit.validate import Level, State


def test_the_same_household_twice_counts_once(judged, sample) -> None:
    first, second = judged(("household", sample.home), ("household", sample.home)).rows
    assert second.state is State.ACCEPTED
    assert second.same_as == first.raw.place
    assert [finding.level for finding in second.findings] == [Level.NOTE]
    assert first.same_as is None


def test_two_versions_of_one_household_cannot_both_be_right(judged, sample) -> None:
    other = {**sample.home, "males": 3}
    first, second = judged(("household", sample.home), ("household", other)).rows
    assert (first.state, second.state) == (State.ACCEPTED, State.REFUSED)
    (finding,) = second.findings
    assert finding.code == "validate.two-versions"
    assert "แถวที่ 8" in finding.say("th")


def test_exact_copies_of_a_hazard_are_kept_and_flagged(judged, sample) -> None:
    other = {**sample.flood, "crop": "อ้อย"}
    rows = judged(("hazard", sample.flood), ("hazard", other), ("hazard", sample.flood)).rows
    assert [row.state for row in rows] == [State.ACCEPTED, State.ACCEPTED, State.FLAGGED]
    assert rows[2].findings[0].values["row"] == 8


def test_the_same_crop_in_two_seasons_is_no_duplicate(judged, sample) -> None:
    second = {**sample.rice, "season": "second"}
    checked = judged(
        ("household", sample.home), ("production", sample.rice), ("production", second)
    )
    assert checked.counts()["production"]["accepted"] == 2
