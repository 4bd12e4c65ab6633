"""Peers farm alike; where too few do, the group widens and says so. Worked out by hand."""

from __future__ import annotations

from planning_kit.indicators.peers import (
    ALL,
    CROP,
    CROP_AND_WATER,
    Peers,
    farming_type,
    peers_of,
    standing_among,
)

WET = {f"w{n}": farming_type("ข้าวนาปี", 0.5 + n / 10) for n in range(4)}
DRY = {f"d{n}": farming_type(" ข้าวนาปี ", 0.1) for n in range(3)}
OTHER = {"c": farming_type("อ้อย", 0.0), "u": farming_type(None, None)}


def test_the_group_widens_only_as_far_as_it_must():
    everyone = {**WET, **DRY, **OTHER}
    assert peers_of("w0", everyone) == Peers(("w1", "w2", "w3"), CROP_AND_WATER)
    # Two others are as dry, which is too few: all with rice count.
    assert peers_of("d0", everyone).alike == CROP
    assert len(peers_of("d0", everyone).areas) == 6
    assert peers_of("c", everyone).alike == ALL and len(peers_of("u", everyone).areas) == 8


def test_a_value_stands_among_peers_each_counting_once():
    found = standing_among(0.4, [0.1, None, 0.5, 0.6, 0.2], "down")
    assert found is not None
    assert (found.n, found.low, round(found.middle, 2), found.high) == (4, 0.1, 0.35, 0.6)
    assert found.better == 2
    assert standing_among(0.4, [0.1, 0.2, None]) is None
    assert standing_among(None, [0.1, 0.2, 0.3]) is None
