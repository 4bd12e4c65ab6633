"""Counts and sums by area and answer, checked by hand."""

from __future__ import annotations

import math

from planning_kit.records import Household
from planning_kit.store import Revision, Store, record_uuid, totals


def save(store: Store, area: str, village: str, number: str, **stated: object) -> Revision:
    record = Household(household_id=number, village_code=village, **stated)
    key = record_uuid(area, "household", (number,))
    revision = Revision("household", key, area, record, "x", "y")
    store.write([revision])
    return revision


def test_sums_by_tambon_count_only_what_is_stated(store: Store) -> None:
    save(store, "730502", "73050201", "1", males=2, land_owned="1 ไร่")
    save(store, "730502", "73050202", "2", males=3)
    save(store, "730509", "73050901", "3", land_owned="2-2-0")
    save(store, "990101", "99010101", "4", males=0)
    frame = totals(store, "household", ["males", "land_owned"], by=["province_code"])
    assert frame["province_code"].tolist() == ["73", "99"]
    assert frame["rows"].tolist() == [3, 1]
    assert frame["males_sum"].tolist() == [5.0, 0.0]
    assert frame["males_n"].tolist() == [2, 1]
    # 1 rai = 400 square wah, 2-2-0 = 1000; the practice household states none.
    assert frame["land_owned_sum"].tolist()[0] == 1400.0
    assert math.isnan(frame["land_owned_sum"].tolist()[1])
    assert totals(store, "household", by=["tambon_code"])["rows"].tolist() == [2, 1, 1]


def test_only_the_latest_counts_and_the_erased_not_at_all(store: Store) -> None:
    old = save(store, "730502", "73050201", "1", males=2)
    newer = old.record.with_changes(males=7)
    store.write(
        [Revision("household", old.record_id, "730502", newer, "x", "y", parent_id=old.revision_id)]
    )
    gone = save(store, "730502", "73050201", "2", males=100)
    store.erase("household", gone.record_id, who="x", why="y")
    frame = totals(store, "household", ["males"])
    assert frame.to_dict("records") == [
        {"plan_area": "730502", "rows": 1, "males_sum": 7.0, "males_n": 1}
    ]


def test_groups_by_answer_keep_those_who_did_not_answer(store: Store) -> None:
    save(store, "a", "73050201", "1", farming_type="single")
    save(store, "a", "73050201", "2", farming_type="single")
    save(store, "a", "73050201", "3")
    frame = totals(store, "household", by=["farming_type"], plan_area_id="a")
    assert dict(zip(frame["farming_type"], frame["rows"], strict=True)) == {None: 1, "single": 2}


def test_an_empty_store_gives_an_empty_table(store: Store) -> None:
    assert totals(store, "hazard", ["damage"]).columns.tolist() == [
        "plan_area",
        "rows",
        "damage_sum",
        "damage_n",
    ]


def test_a_record_with_two_heads_counts_once(store: Store) -> None:
    from planning_kit.store.rows import to_row
    from planning_kit.store.tables import table_of

    old = save(store, "a", "73050201", "1", males=2)
    heads = [
        Revision(
            "household",
            old.record_id,
            "a",
            old.record.with_changes(males=males),
            "x",
            "y",
            parent_id=old.revision_id,
        )
        for males in (3, 4)
    ]
    with store._engine.begin() as connection:
        connection.execute(table_of("household").insert(), [to_row(head) for head in heads])
    frame = totals(store, "household", ["males"])
    assert (frame["rows"][0], frame["males_sum"][0]) == (1, 4.0)
