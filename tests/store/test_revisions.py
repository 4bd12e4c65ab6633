"""Every save is a new revision; nothing that was written is lost."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError
from planning_kit.store import Revision, Store

AREA = "990101"


def males(store: Store) -> list[int | None]:
    return [stored.record.males for stored in store.latest("household", AREA)]


def test_the_last_save_is_the_latest_and_the_first_stays_in_the_history(
    store: Store, first, following, household
) -> None:
    one = first(household(males=2))
    two = following(one, males=3)
    store.write([one])
    store.write([two])
    assert males(store) == [3]
    kept = store.history(one.record_id)
    assert [(r.record.males, r.who, r.parent_id) for r in kept] == [
        (2, "ผู้ทดสอบ", None),
        (3, "ผู้ทดสอบ", one.revision_id),
    ]
    assert all(r.when.utcoffset().total_seconds() == 0 for r in kept)


def test_a_save_over_an_older_revision_is_a_conflict_and_changes_nothing(
    store: Store, first, following, household
) -> None:
    one = first(household(males=2))
    store.write([one, following(one, males=3)])
    with pytest.raises(KitError) as error:
        store.write([following(one, males=9)])
    assert error.value.code == "store.conflict"
    assert males(store) == [3]
    assert len(store.history(one.record_id)) == 2


def test_a_second_first_revision_of_a_record_is_a_conflict(store: Store, first, household) -> None:
    store.write([first(household(males=2))])
    with pytest.raises(KitError, match="บันทึกรายการนี้ไปก่อนแล้ว"):
        store.write([first(household(males=3))])
    assert males(store) == [2]


def test_a_conflict_in_one_record_keeps_the_whole_batch_out(store: Store, first, household) -> None:
    store.write([first(household("01-001"))])
    with pytest.raises(KitError):
        store.write([first(household("01-002")), first(household("01-001"))])
    assert len(store.latest("household")) == 1


def test_an_erased_record_is_gone_from_what_stands_but_not_from_the_ids(
    store: Store, first, household
) -> None:
    one = first(household())
    store.write([one, first(household("01-002"))])
    store.erase("household", one.record_id, who="เจ้าของข้อมูล", why="ขอให้ลบ")
    assert [s.record.household_id for s in store.latest("household")] == ["01-002"]
    assert store.erased("household", AREA) == {one.record_id}
    assert store.history(one.record_id)[-1].record is None


def rivals(store: Store, *heads: Revision) -> None:
    """Put several heads of one record into the store, as a later union of two laptops may."""
    from planning_kit.store.rows import to_row
    from planning_kit.store.tables import table_of

    with store._engine.begin() as connection:
        connection.execute(table_of("household").insert(), [to_row(head) for head in heads])


def test_two_heads_are_told_and_the_last_saved_stands(
    store: Store, first, following, household
) -> None:
    one = first(household(males=1))
    store.write([one])
    rivals(store, following(one, males=2), following(one, males=3))
    (stored,) = store.latest("household")
    assert (stored.record.males, stored.rivals) == (3, 1)
    assert len(store.heads("household", [one.record_id])[one.record_id]) == 2
    assert store.frame("household")["males"].tolist() == [3.0]


def test_a_tombstone_wins_over_a_rival_saved_later(
    store: Store, first, following, household
) -> None:
    one = first(household(males=1))
    store.write([one])
    tomb = Revision("household", one.record_id, AREA, None, "a", "b", parent_id=one.revision_id)
    rivals(store, tomb, following(one, males=3))
    assert store.latest("household") == []
    assert len(store.frame("household")) == 0


def test_only_the_plan_area_asked_for_is_read_and_its_version_changes(
    store: Store, first, household
) -> None:
    store.write([first(household())])
    before, other = store.version_of(AREA), store.version_of("730502")
    assert store.latest("household", "730502") == []
    store.write([first(household("01-009"))])
    assert store.version_of(AREA) != before
    assert store.version_of("730502") == other


def test_the_frame_has_every_field_and_says_what_became_of_the_row(
    store: Store, first, household
) -> None:
    store.write(
        [first(household(land_owned="5-2-30", water_sources="pond,canal"), state="flagged")]
    )
    frame = store.frame("household", AREA)
    row = frame.iloc[0]
    # 5 rai 2 ngan 30 wah = 5*400 + 2*100 + 30.
    assert row["land_owned"] == 2230.0
    assert set(row["water_sources"]) == {"pond", "canal"}
    assert row["row_state"] == "flagged"
    assert row["plan_area"] == AREA
    assert frame["males"].isna().all()
    assert {"record_id", "import_id"} <= set(store.frame("group").columns)
