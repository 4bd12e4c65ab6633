from __future__ import annotations

import pytest

from planning_kit.validate import State


def hazard(sample, east, north, crop="ข้าว"):
    return {**sample.flood, "crop": crop, "utm_zone": 47, "utm_east": east, "utm_north": north}


@pytest.mark.parametrize(
    ("east", "north", "code"),
    [
        (0, 0, "validate.point-placeholder"),
        ("2.0", 2, "validate.point-placeholder"),
        (13.9930, 100.0384, "validate.point-in-degrees"),
        (100.0384, 13.9930, "validate.point-in-degrees"),
        (412357.4, 1535900000000, "validate.point-off-the-map"),
        (-20203358.7, 0, "validate.point-off-the-map"),
        (630598, 209666, "validate.point-off-the-map"),
        (635064.9, 635064.9, "validate.point-same-twice"),
    ],
)
def test_points_that_cannot_be_are_flagged_once_each(judged, sample, east, north, code) -> None:
    (row,) = judged(("hazard", hazard(sample, east, north))).rows
    assert row.state is State.FLAGGED
    assert [finding.code for finding in row.findings] == [code]


def test_a_sound_point_and_no_point_are_fine(judged, sample) -> None:
    checked = judged(
        ("hazard", hazard(sample, 626690, 1544664)), ("hazard", hazard(sample, "-", "-"))
    )
    assert [row.state for row in checked.rows] == [State.ACCEPTED] * 2
    assert checked.rows[1].record.utm_east is None


def test_half_a_point_is_flagged(judged, sample) -> None:
    (row,) = judged(("hazard", hazard(sample, 626690, None))).rows
    assert [finding.code for finding in row.findings] == ["hazard.half-a-coordinate"]


def test_a_point_far_from_its_tambon_is_flagged(judged, sample) -> None:
    near = [("hazard", hazard(sample, 626000 + n, 1544000, f"พืช {n}")) for n in range(5)]
    # 51 km further east, and 49 km: the bound is 50 km.
    far, edge = hazard(sample, 677002, 1544000, "ก"), hazard(sample, 675002, 1544000, "ข")
    checked = judged(*near, ("hazard", far), ("hazard", edge))
    flagged = [row.record.crop for row in checked.rows if row.state is State.FLAGGED]
    assert flagged == ["ก"]
    assert "51" in checked.rows[5].findings[0].say("th")
