"""Versions that two laptops left apart become one again: whoever settles them, in any order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from planning_kit.errors import KitError
from planning_kit.store import BadLineError, Revision, Store, rivals
from planning_kit.store.revision_lines import line_of, row_of
from planning_kit.store.rows import to_row

AREA = "990101"


def bring(target: Store, *sources: Store):
    for source in sources:
        merged = target.merge(source.whole([AREA]))
    return merged


def stands(store: Store) -> list[tuple]:
    return sorted((one.record.household_id, one.record.males, one.rivals)
                  for one in store.latest("household", AREA))  # fmt: skip


@pytest.fixture
def apart(laptop, first, following, household):
    """Two laptops that changed household 1 apart and have each other's version."""
    ours, theirs = laptop(), laptop()
    begun = first(household("1", males=1))
    ours.write([begun])
    bring(theirs, ours)
    mine, other = following(begun, males=2), following(begun, males=3)
    ours.write([mine])
    theirs.write([other])
    bring(ours, theirs)
    bring(theirs, ours)
    return ours, theirs, mine, other


def settled(chosen: Revision, *others: Revision, **changes) -> Revision:
    record = chosen.record.with_changes(**changes)
    new = Revision("household", chosen.record_id, AREA, record, "วิทยากร", "ถามบ้านแล้ว")
    return replace(new, parent_id=chosen.revision_id,
                   also_follows=tuple(one.revision_id for one in others))  # fmt: skip


def test_one_version_after_both_is_the_only_head_and_nothing_is_lost(apart):
    ours, theirs, mine, other = apart
    assert [
        len(found) for found in rivals(ours, ["household"], AREA).get("household", {}).values()
    ] == [2]
    one = settled(mine, other)
    ours.write([one])
    assert stands(ours) == [("1", 2, 0)]
    assert rivals(ours, ["household"], AREA).get("household", {}) == {}
    history = ours.history(one.record_id)
    assert [it.record.males for it in history] == [1, 2, 3, 2]
    assert history[-1].also_follows == (other.revision_id,)
    assert bring(theirs, ours).rivals == {}
    assert stands(theirs) == [("1", 2, 0)]
    # What is changed next is no conflict with what was settled.
    theirs.write([replace(settled(one, males=9), also_follows=())])
    assert stands(theirs) == [("1", 9, 0)]


def test_settled_alike_on_both_is_one(apart):
    ours, theirs, mine, other = apart
    ours.write([settled(mine, other, males=7)])
    theirs.write([settled(other, mine, males=7)])
    for store, source in ((ours, theirs), (theirs, ours)):
        assert bring(store, source).rivals == {}
        assert stands(store) == [("1", 7, 0)]
    [head] = ours.heads("household", [mine.record_id])[mine.record_id]
    ours.write([replace(settled(head, males=8), also_follows=())])
    assert bring(theirs, ours).rivals == {}
    assert stands(theirs) == [("1", 8, 0)]


def test_settled_otherwise_on_each_is_asked_again(apart):
    ours, theirs, mine, other = apart
    ours.write([settled(mine, other)])
    theirs.write([settled(other, mine)])
    assert list(bring(ours, theirs).rivals) == ["household"]
    assert [
        it.record.males
        for it in rivals(ours, ["household"], AREA).get("household", {})[mine.record_id]
    ] == [3, 2]


def test_a_change_made_before_hearing_of_it_is_a_conflict_with_what_was_settled(apart, following):
    ours, theirs, mine, other = apart
    ours.write([settled(mine, other)])
    theirs.write([following(other, males=5)])
    assert list(bring(ours, theirs).rivals) == ["household"]
    assert {
        it.record.males
        for it in rivals(ours, ["household"], AREA).get("household", {})[mine.record_id]
    } == {2, 5}


def test_only_heads_can_be_settled(apart):
    ours, _theirs, mine, other = apart
    ours.write([settled(mine, other)])
    with pytest.raises(KitError) as error:
        ours.write([settled(mine, other)])
    assert error.value.code == "store.conflict"


def test_a_change_over_one_of_two_heads_that_say_the_same_leaves_no_rival(
    laptop, first, following, household
):
    ours, theirs = laptop(), laptop()
    begun = first(household("1", males=1))
    ours.write([begun])
    bring(theirs, ours)
    half = following(begun, males=2)
    ours.write([half])
    ours.write([following(half, males=3)])
    theirs.write([following(begun, males=3)])
    assert bring(ours, theirs).rivals == {}
    head = ours.heads("household", [begun.record_id])[begun.record_id][0]
    ours.write([following(head, males=4)])
    assert stands(ours) == [("1", 4, 0)]
    bring(theirs, ours)
    assert stands(theirs) == [("1", 4, 0)]


def test_an_erasure_elsewhere_takes_what_was_settled_along(apart):
    ours, theirs, mine, other = apart
    ours.write([settled(mine, other, note="ลับ")])
    theirs.erase("household", mine.record_id, who="a", why="b")
    bring(ours, theirs)
    bring(theirs, ours)
    for store in (ours, theirs):
        assert stands(store) == []
        assert "ลับ" not in str(store.whole([AREA]))


def test_a_line_that_settles_nonsense_is_refused(apart):
    _ours, _theirs, mine, other = apart
    good = line_of("household", to_row(settled(mine, other)))
    assert row_of("household", good)["also_follows"] == (other.revision_id,)
    own, parent = good["revision_id"], good["parent_id"]
    for wrong in ([own], [parent], ["x"], "x", [good["also_follows"][0]] * 2, [1], {"a": 1}):
        with pytest.raises(BadLineError):
            row_of("household", {**good, "also_follows": wrong})
    with pytest.raises(BadLineError):
        row_of("household", {key: value for key, value in good.items() if key != "parent_id"})
