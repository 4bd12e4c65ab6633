"""The council's quorum and the chair's casting vote; who came to forums."""

import pandas as pd
import pytest

from planning_kit.deliberate import (
    coverage_by_group,
    coverage_by_village,
    motion,
    quorum,
    quorum_met,
)
from planning_kit.errors import KitError


@pytest.mark.parametrize(
    ("present", "members", "met", "needed"),
    [(10, 20, True, 10), (9, 20, False, 10), (11, 21, True, 11), (10, 21, False, 11),
     (0, 1, False, 1)],
)  # fmt: skip
def test_half_of_the_members_or_more(present, members, met, needed):
    found = quorum(present, members)
    assert (found.is_met, found.needed) == (met, needed)
    assert quorum_met(present, members) is met
    assert str(needed) in found.reasons()[0].message.format(**found.reasons()[0].values)


@pytest.mark.parametrize(
    ("present", "members", "code"),
    [(None, 20, "count-missing"), (5, float("nan"), "count-missing"), (0, 0, "count-missing"),
     (2.5, 4, "count-missing"), (21, 20, "present-above-members")],
)  # fmt: skip
def test_counts_that_say_nothing_are_refused(present, members, code):
    with pytest.raises(KitError) as caught:
        quorum(present, members)
    assert caught.value.code == f"deliberate.{code}"


def test_majority_decides_and_the_chair_breaks_a_tie():
    assert motion(7, 5, 2).is_carried is True
    assert motion(5, 7).is_carried is False
    assert motion(6, 6).is_carried is None
    assert motion(6, 6, chair_votes_for=True).is_carried is True
    against = motion(6, 6, chair_votes_for=False)
    assert (against.is_carried, against.by_casting_vote) == (False, True)


def test_votes_that_cannot_be_are_refused():
    with pytest.raises(KitError) as caught:
        motion(7, 5, 2, present=13)
    assert caught.value.code == "deliberate.more-votes-than-present"
    with pytest.raises(KitError) as caught:
        motion(7, 5, chair_votes_for=True)
    assert caught.value.code == "deliberate.casting-vote-not-due"


@pytest.fixture
def attendance():
    rows = [
        ("F1", "village", "01", 20.0, 10.0, 6.0),
        ("F2", "village", "01", None, 5.0, 1.0),
        ("F1", "village", "02", 20.0, 0.0, 0.0),
        ("F1", "farmer_group", "กลุ่มข้าว", 8.0, 8.0, 2.0),
    ]
    return pd.DataFrame(rows, columns=["forum_code", "by", "name", "invited", "present", "women"])


def test_villages_that_nobody_came_from_are_there(attendance):
    table = coverage_by_village(attendance, {"01": 0, "02": 0, "03": 0}).set_index("village")
    assert list(table["came"]) == [True, False, False]
    assert table.loc["01", ["forums", "present", "women"]].to_list() == [2, 15, 7]
    # Turnout only over the forum that says how many were invited: 10 of 20.
    assert table.loc["01", "turnout"] == 0.5
    assert table.loc["01", "share_women"] == pytest.approx(7 / 15)
    assert table.loc["02", "present"] == 0
    assert pd.isna(table.loc["03", "present"])


def test_groups_stand_beside_villages(attendance):
    table = coverage_by_group(attendance)
    assert list(table["name"]) == ["กลุ่มข้าว", "01", "02"]
    assert table.set_index("name").loc["01", "forums"] == 2
