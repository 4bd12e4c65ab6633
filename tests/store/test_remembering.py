"""A table is read once, and again as soon as anybody wrote anything."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from planning_kit.store import Store


@pytest.fixture
def reads(store: Store):
    """Return the statements on households that reached the database."""
    seen: list[str] = []

    @event.listens_for(store._engine, "before_cursor_execute")
    def _look(_connection, _cursor, statement, *_rest) -> None:
        if "FROM household" in statement:
            seen.append(statement)

    return seen


def test_what_has_not_changed_is_not_read_twice(store, first, household, reads):
    store.write([first(household(males=3))])
    reads.clear()
    assert store.frame("household")["males"].tolist() == [3]
    assert len(reads) == 1
    assert store.frame("household")["males"].tolist() == [3]
    assert len(reads) == 1


def test_what_another_program_writes_is_seen_at_once(store, first, following, household):
    one = first(household(males=3))
    store.write([one])
    assert store.frame("household")["males"].tolist() == [3]
    assert [stored.record.males for stored in store.latest("household")] == [3]
    with Store.open(store.url) as other:
        other.write([following(one, males=4)])
    assert store.frame("household")["males"].tolist() == [4]
    assert [stored.record.males for stored in store.latest("household")] == [4]


def test_a_caller_that_changes_its_table_changes_nobody_elses(store, first, household):
    store.write([first(household(males=3))])
    mine = store.frame("household")
    mine["males"] = 99.0
    mine.loc[:, "note"] = "x"
    store.latest("household").clear()
    assert store.frame("household")["males"].tolist() == [3]
    assert store.frame("household")["note"].tolist() != ["x"]
    assert len(store.latest("household")) == 1


def test_inside_one_moment_nothing_new_is_seen_and_after_it_everything(
    store, first, following, household
):
    one = first(household(males=3))
    store.write([one])
    with store.at_one_moment():
        assert store.frame("household")["males"].tolist() == [3]
        with Store.open(store.url) as other:
            other.write([following(one, males=4)])
        assert store.frame("household")["males"].tolist() == [3]
    assert store.frame("household")["males"].tolist() == [4]


def test_a_great_many_rows_are_not_kept_in_memory(store, first, household, reads, monkeypatch):
    monkeypatch.setattr("planning_kit.store.remembering._MOST_ROWS", 1)
    store.write([first(household("1")), first(household("2"))])
    reads.clear()
    assert len(store.frame("household")) == 2
    assert len(store.frame("household")) == 2
    assert len(reads) == 2
