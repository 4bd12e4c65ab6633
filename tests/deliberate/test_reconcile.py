"""Ballots, totals and people must add up before counting."""

import pytest

from planning_kit.deliberate import reconcile, reconcile_reasons, refuse_unreconciled
from planning_kit.errors import KitError


@pytest.fixture
def marks(marks_of):
    return marks_of(
        [
            {"ballot_no": str(n), "option_code": "A", "approved": n != 3, "village_code": "01"}
            for n in range(4)
        ]
    )


def total(totals_of, votes, voters=10):
    return totals_of([{"option_code": "A", "village_code": "01", "votes": votes, "voters": voters}])


def test_all_that_adds_up_gives_nothing_to_say(marks, totals_of):
    found = reconcile(marks, total(totals_of, 3), eligible=4, issued=4)
    assert found.empty
    refuse_unreconciled(found)


@pytest.mark.parametrize(
    ("given", "what", "expected", "found"),
    [
        ({"eligible": 3}, "ballots_above_eligible", 3, 4),
        ({"issued": 3}, "ballots_above_issued", 3, 4),
        ({"issued": 6}, "ballots_missing", 6, 4),
    ],
)
def test_ballots_against_people(marks, given, what, expected, found):
    table = reconcile(marks, **given)
    assert table.iloc[0].to_dict() == {
        "what": what, "village": "", "option": "", "expected": expected, "found": found
    }  # fmt: skip
    (told,) = reconcile_reasons(table)
    assert str(found) in told.message.format(**told.values)


def test_totals_against_ballots_and_voters(marks, totals_of):
    table = reconcile(marks, total(totals_of, 12))
    assert list(table["what"]) == ["votes_above_voters", "totals_differ"]
    assert list(table["found"]) == [12, 3]
    with pytest.raises(KitError) as caught:
        refuse_unreconciled(table)
    assert caught.value.values == {"n": 2}


def test_people_of_totals_are_counted_once_a_village(totals_of):
    rows = [{"option_code": o, "village_code": v, "votes": 1, "voters": 10} for o in "AB"
            for v in ("01", "02")]  # fmt: skip
    assert reconcile(totals=totals_of(rows), eligible=20).empty
    assert reconcile(totals=totals_of(rows), eligible=19)["found"].iloc[0] == 20


def test_missing_ballots_do_not_stop_the_count(marks):
    refuse_unreconciled(reconcile(marks, issued=9))
