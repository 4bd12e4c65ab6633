"""Withdrawn records are out of what stands, not out of the history."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from planning_kit.store import WITHDRAWN, Store, told_by_several, totals, withdrawn
from planning_kit.store.rows import to_row
from planning_kit.store.tables import table_of

AREA = "990101"


def taken_out(revision, **more):
    ids = {"revision_id": uuid4(), "parent_id": revision.revision_id}
    return replace(revision, state=WITHDRAWN, **ids, **more)


def test_it_is_seen_by_heads_and_history_alone(store: Store, first, household) -> None:
    one, other = first(household("1", males=2)), first(household("2", males=5))
    store.write([one, other])
    store.write([taken_out(one, why="ผิดหมู่บ้าน")])
    assert [s.record.household_id for s in store.latest("household")] == ["2"]
    assert store.frame("household")["household_id"].tolist() == ["2"]
    assert totals(store, "household", ["males"])["rows"].tolist() == [1]
    (head,) = store.heads("household", [one.record_id])[one.record_id]
    assert (head.state, head.record.males) == (WITHDRAWN, 2)
    assert [r.state for r in store.history(one.record_id)] == ["accepted", WITHDRAWN]
    assert [r.why for r in withdrawn(store, "household", AREA)] == ["ผิดหมู่บ้าน"]
    assert withdrawn(store, "household", "730502") == []
    assert store.erased("household", AREA) == set()


def test_of_two_laptops_the_last_saved_decides(store: Store, first, following, household) -> None:
    one, other = first(household("1", males=1)), first(household("2", males=1))
    store.write([one, other])
    late = following(other, males=9)
    heads = [following(one, males=9), taken_out(other, when=one.when)]
    rows = [*heads, taken_out(one, when=heads[0].when.replace(year=2100)), late]
    with store._engine.begin() as connection:
        connection.execute(table_of("household").insert(), [to_row(row) for row in rows])
    assert [s.record.household_id for s in store.latest("household")] == ["2"]
    assert totals(store, "household", ["males"])["males_sum"].tolist() == [9.0]
    assert [r.record.household_id for r in withdrawn(store, "household", AREA)] == ["1"]


def test_records_of_several_sources_are_told_with_all_their_revisions(
    store: Store, first, following, household
) -> None:
    one = first(household("1", males=1, source_code="A"))
    same = first(household("2", males=1, source_code="A"))
    gone = first(household("3", males=1, source_code="A"))
    store.write([one, same, gone])
    store.write([following(one, source_code="B"), following(same, males=4)])
    last = following(gone, source_code="B")
    store.write([last])
    store.write([taken_out(last)])
    told = told_by_several(store, "household", AREA)
    assert [(r.record.household_id, r.record.source_code) for r in told] == [("1", "A"), ("1", "B")]
