"""Ballot boxes: each token's last ballot, until the box is sealed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from planning_kit.errors import KitError
from planning_kit.store import BoxedBallot, Store

AREA = "990101"
MARKS = [{"option_code": "P01", "dots": "2"}]
OTHER = [{"option_code": "P02", "dots": "3"}]


def numbers(count: int) -> list[str]:
    return [f"M{count - at:03d}" for at in range(count)]


def test_a_token_has_one_ballot_and_it_is_its_last(store: Store) -> None:
    store.put_in_box(AREA, "V01", {"a": MARKS, "b": MARKS})
    store.put_in_box(AREA, "V01", {"a": OTHER})
    store.put_in_box(AREA, "V02", {"a": MARKS})
    assert store.boxed(AREA) == {"V01": 2, "V02": 1}
    assert store.ballot_of(AREA, "V01", "a") == OTHER
    assert store.ballot_of(AREA, "V01", "c") is None
    assert store.boxed("990102") == {}


def test_a_sealed_box_keeps_its_ballots_and_takes_no_more(store: Store) -> None:
    store.put_in_box(AREA, "V01", {"a": MARKS, "b": OTHER})
    first = store.seal_box(AREA, "V01", numbers)
    assert [ballot.number for ballot in first] == ["M001", "M002"]
    assert sorted(ballot.marks[0]["option_code"] for ballot in first) == ["P01", "P02"]
    for token in ("a", "c"):
        with pytest.raises(KitError) as refused:
            store.put_in_box(AREA, "V01", {token: OTHER})
        assert refused.value.code == "store.box-sealed"
    assert store.seal_box(AREA, "V01", lambda count: ["x"] * count) == first
    assert store.sealed_boxes(AREA) == {"V01"}


def test_only_a_sealed_box_is_emptied(store: Store) -> None:
    store.put_in_box(AREA, "V01", {"a": MARKS})
    store.empty_box(AREA, "V01")
    assert store.boxed(AREA) == {"V01": 1}
    assert store.seal_box(AREA, "V01", numbers) == [BoxedBallot("M001", MARKS)]
    store.empty_box(AREA, "V01")
    assert store.boxed(AREA) == {} and store.ballot_of(AREA, "V01", "a") is None


def test_many_write_to_one_box_and_every_ballot_is_there(store: Store, file) -> None:
    def cast(voter: int) -> None:
        with Store.open(file) as own:
            own.put_in_box(AREA, "V01", {f"t{voter}": MARKS})

    with ThreadPoolExecutor(4) as people:
        list(people.map(cast, range(16)))
    assert store.boxed(AREA) == {"V01": 16}
