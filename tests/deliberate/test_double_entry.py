"""Typed twice: every difference is listed, and nothing is counted while one stands."""

import pandas as pd
import pytest

from planning_kit.deliberate import approvals, entry_differences, settled
from planning_kit.errors import KitError


@pytest.fixture
def both(marks_of):
    """Ballots 1–3 typed twice; the second typist read ballot 2 otherwise and skipped 3, B."""

    def row(entry, ballot, option, approved):
        return {"entry": entry, "ballot_no": ballot, "option_code": option, "approved": approved,
                "village_code": "01"}  # fmt: skip

    first = [row(1, b, o, True) for b in "123" for o in "AB"]
    second = [row(2, b, o, not (b == "2" and o == "A")) for b in "123" for o in "AB"]
    return marks_of(
        first + [one for one in second if one["ballot_no"] + one["option_code"] != "3B"]
    )


def test_differences_are_listed_ballot_by_ballot(both):
    found = entry_differences(both)
    assert found.to_dict("records") == [
        {"ballot_no": "2", "option": "A", "against": None, "kind": "differs",
         "field": "approved", "first": True, "second": False},
        {"ballot_no": "3", "option": "B", "against": None, "kind": "only_first",
         "field": None, "first": None, "second": None},
    ]  # fmt: skip


def test_counting_refuses_while_differences_stand(both):
    with pytest.raises(KitError) as caught:
        approvals(both, options=["A", "B"])
    assert caught.value.code == "deliberate.entries-differ"
    assert caught.value.values == {"n": 2, "ballots": "2, 3"}


def test_people_say_which_entry_is_right_and_then_it_counts(both):
    chosen = settled(both, {"2": 2, "3": 1})
    order = approvals(chosen, options=["A", "B"]).order.set_index("option")["value"]
    assert dict(order) == {"A": 2, "B": 3}
    assert len(both) == 11


def test_a_difference_not_answered_still_stops_the_count(both):
    with pytest.raises(KitError) as caught:
        settled(both, {"2": 2})
    assert caught.value.values == {"n": 1, "ballots": "3"}


def test_an_entry_nobody_typed_cannot_be_right(both):
    with pytest.raises(KitError) as caught:
        settled(both.loc[both["entry"] == 1], {"2": 2})
    assert caught.value.code == "deliberate.no-such-entry"


def test_entries_that_agree_are_counted_once(both):
    same = both.loc[both["ballot_no"] == "1"]
    assert entry_differences(same).empty
    order = approvals(same, options=["A", "B"]).order
    assert list(order["value"]) == [1, 1]


def test_single_entry_needs_no_second(both):
    once = both.loc[both["entry"] == 1].assign(entry=float("nan"))
    assert entry_differences(once).empty
    assert approvals(once, options=["A", "B"]).voters == 3


def test_a_ballot_typed_twice_by_one_person_is_refused(both):
    once = both.loc[both["entry"] == 1]
    again = pd.concat([once, once.loc[once["ballot_no"] == "3"]], ignore_index=True)
    assert set(entry_differences(again)["kind"]) == {"twice"}
    with pytest.raises(KitError) as caught:
        approvals(again, options=["A", "B"])
    assert caught.value.code == "deliberate.ballot-twice"
    assert caught.value.values["ballots"] == "3"
