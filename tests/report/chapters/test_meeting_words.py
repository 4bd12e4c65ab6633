"""A vote of the council is told with what it decided; only there is a casting vote."""

from __future__ import annotations

import pytest

from planning_kit.language import speaking
from planning_kit.records import Forum
from planning_kit.report.chapters.meeting_words import sexes_said, votes_said
from planning_kit.report.chapters.participation_council import council

ROW = dict.fromkeys(Forum.model_fields)
COUNCIL = ROW | {"forum_code": "C1", "title": "สภา", "kind": "council_meeting", "members": 33}


@pytest.mark.parametrize(
    ("votes_for", "against", "casting", "told"),
    [
        (9, 8, None, "Carried: 9 for, 8 against."),
        (8, 9, None, "Not carried: 8 for, 9 against."),
        (8, 8, None, "the chair has the casting vote."),
        (8, 8, True, "the chair’s casting vote carried it."),
        (8, 8, False, "the chair’s casting vote was against it."),
        (9, 8, True, "Carried: 9 for, 8 against."),
    ],
)
def test_the_council_decides_by_majority_and_casting_vote(votes_for, against, casting, told):
    row = COUNCIL | {
        "votes_for": votes_for,
        "votes_against": against,
        "chair_voted_to_break_tie": casting,
        "members_present": 17,
    }
    with speaking("en"):
        assert votes_said(row)[-1].endswith(told)
        assert told in council([row]).sentences[0]


def test_a_forum_shows_its_votes_and_decides_nothing():
    row = ROW | {"kind": "village_forum", "votes_for": 5, "votes_against": 5}
    with speaking("en"):
        assert votes_said(row) == ["Votes: 5 for, 5 against, – abstaining."]
    assert votes_said(ROW) == []


def test_people_of_another_sex_are_counted_where_there_are_some():
    with speaking("en"):
        assert sexes_said(ROW | {"men": 50, "women": 66, "other_sex": 2}) == (
            "men 50, women 66, other sex 2"
        )
        assert sexes_said(ROW | {"men": 50, "women": 66, "other_sex": 0}) == "men 50, women 66"
    assert sexes_said(ROW | {"men": 50}) is None


@pytest.mark.parametrize(("against", "holds"), [(3, False), (8, True), (None, True)])
def test_a_casting_vote_is_due_only_at_equal_votes(against, holds):
    forum = Forum.model_validate(
        {"forum_code": "C1", "kind": "council_meeting", "title": "สภา", "date": "1/11/2569",
         "votes_for": 8, "votes_against": against, "chair_voted_to_break_tie": True}
    )  # fmt: skip
    [check] = [one for one in Forum.noun.checks if one.code == "forum.casting-vote-not-due"]
    assert check.holds(forum) is holds
