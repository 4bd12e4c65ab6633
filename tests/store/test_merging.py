"""Stores that worked apart become one: by union, in any order, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

import pytest
from sqlalchemy import select

from planning_kit.errors import KitError
from planning_kit.records import Attachment
from planning_kit.store import Revision, Store, Whole, record_uuid, totals
from planning_kit.store.lasting import FrozenPlan, KeptFile
from planning_kit.store.revision_lines import line_of
from planning_kit.store.tables import table_of

AREA = "990101"


def bring(target: Store, *sources: Store):
    for source in sources:
        merged = target.merge(source.whole([AREA]))
    return merged


def all_lines(store: Store) -> list[dict]:
    with store._reading() as connection:
        rows = connection.execute(select(table_of("household"))).mappings()
        return sorted(
            (line_of("household", row) for row in rows), key=lambda one: one["revision_id"]
        )


def what_stands(store: Store) -> list[tuple]:
    stored = store.latest("household", AREA)
    return sorted((str(one.record_id), one.record.males, one.rivals) for one in stored)


def test_records_changed_on_one_side_each_come_together(laptop, first, following, household):
    ours, theirs = laptop(), laptop()
    a, b = first(household("1", males=1)), first(household("2", males=1))
    ours.write([a, b])
    bring(theirs, ours)
    ours.write([following(a, males=5)])
    theirs.write([following(b, males=6), first(household("3", males=7))])
    bring(ours, theirs)
    bring(theirs, ours)
    assert sorted(males for _id, males, _r in what_stands(ours)) == [5, 6, 7]
    assert what_stands(ours) == what_stands(theirs)
    assert all(rivals == 0 for *_others, rivals in what_stands(ours))


def test_a_record_changed_on_both_sides_keeps_both_and_is_a_conflict(
    laptop, first, following, household
):
    ours, theirs = laptop(), laptop()
    one = first(household("1", males=1))
    ours.write([one])
    bring(theirs, ours)
    ours.write([following(one, males=2)])
    theirs.write([following(one, males=3)])
    merged = bring(ours, theirs)
    assert merged.rivals == {"household": [one.record_id]}
    assert what_stands(ours) == [(str(one.record_id), 3, 1)]
    heads = ours.heads("household", [one.record_id])[one.record_id]
    assert {head.record.males for head in heads} == {2, 3}


def test_the_same_correction_on_both_sides_is_none(laptop, first, following, household):
    ours, theirs = laptop(), laptop()
    one = first(household("1", males=1))
    ours.write([one])
    bring(theirs, ours)
    for store in (ours, theirs):
        store.write([following(one, males=2)])
    assert bring(ours, theirs).rivals == {}
    assert what_stands(ours) == [(str(one.record_id), 2, 0)]
    assert len(ours.history(one.record_id)) == 3
    assert totals(ours, "household", ["males"])["rows"].tolist() == [1]


def test_one_file_imported_on_both_is_one_set_of_rows_and_later_changes_win(
    laptop, first, following, household
):
    ours, theirs = laptop(), laptop()
    mine, same = first(household("1", males=1)), first(household("1", males=1))
    ours.write([mine])
    changed = following(mine, males=4)
    ours.write([changed])
    # Imported there only after the change here: still the same facts, not a newer word.
    theirs.write([replace(same, when=changed.when.replace(year=2100))])
    for store, other in ((ours, theirs), (theirs, ours)):
        assert bring(store, other).rivals == {}
        assert what_stands(store) == [(str(mine.record_id), 4, 0)]
    theirs.write([following(changed, males=9)])
    assert what_stands(theirs) == [(str(mine.record_id), 9, 0)]


def test_the_same_bundle_twice_changes_nothing(laptop, first, household):
    ours, theirs = laptop(), laptop()
    ours.write([first(household("1", males=1))])
    assert bring(theirs, ours).changed_anything
    before, version = all_lines(theirs), theirs.version_of(AREA)
    again = bring(theirs, ours)
    assert not again.changed_anything
    assert again.known["household"] == 1
    assert (all_lines(theirs), theirs.version_of(AREA)) == (before, version)


def test_an_erasure_wins_and_takes_every_value_with_it(laptop, first, following, household):
    ours, theirs = laptop(), laptop()
    one = replace(first(household("1", males=1, note="ลูกหนี้")), why="คนแจ้งชื่อ")
    ours.write([one])
    bring(theirs, ours)
    theirs.write([following(one, males=3, note="ลูกหนี้")])
    ours.erase("household", one.record_id, who="เจ้าของข้อมูล", why="ขอให้ลบ")
    for store, other in ((theirs, ours), (ours, theirs), (theirs, ours)):
        bring(store, other)
        assert store.latest("household") == []
        assert store.erased("household", AREA) == {one.record_id}
        assert [line["values"] for line in all_lines(store)] == [{}, {}, {}]
        assert "คนแจ้งชื่อ" not in str(all_lines(store))


def test_erasing_twice_leaves_the_first_tombstone(store, first, household):
    one = first(household("1"))
    store.write([one])
    tomb = store.erase("household", one.record_id, who="a", why="b")
    assert store.erase("household", one.record_id, who="c", why="d") == tomb
    assert len(store.history(one.record_id)) == 2


def test_what_was_erased_is_gone_from_the_file_itself(file, first, following, household):
    with Store.open(file) as store:
        one = first(household("1", note="ความลับของบ้านนี้"))
        store.write([one])
        store.write([following(one, males=1)])
        assert "ความลับของบ้านนี้".encode() in file.read_bytes() + _beside(file)
        store.erase("household", one.record_id, who="x", why="y")
    assert "ความลับของบ้านนี้".encode() not in file.read_bytes() + _beside(file)


def _beside(file):
    log = file.with_name(f"{file.name}-wal")
    return log.read_bytes() if log.exists() else b""


def test_a_photo_that_was_erased_is_gone_on_both_sides(laptop):
    ours, theirs = laptop(), laptop()
    kept = KeptFile(b"\x89PNG\r\n a face", "image/png")
    about = {"kind": "photo", "file_name": "a.png", "caption": "x", "media_type": "image/png"}
    record = Attachment(fingerprint=kept.fingerprint, **about)
    key = record_uuid(AREA, "attachment", record.natural_key())
    ours.write([Revision("attachment", key, AREA, record, "a", "b")], files=[kept])
    assert bring(theirs, ours).files == 1
    assert theirs.kept_file(kept.fingerprint) == kept
    ours.erase("attachment", key, who="a", why="b")
    for store, other in ((theirs, ours), (ours, theirs)):
        bring(store, other)
        assert store.kept_file(kept.fingerprint) is None


def test_a_known_revision_with_other_content_is_refused(laptop, first, household):
    ours, theirs = laptop(), laptop()
    one = first(household("1", males=1))
    ours.write([one])
    theirs.write([replace(one, record=household("1", males=2))])
    with pytest.raises(KitError) as error:
        bring(ours, theirs)
    assert error.value.code == "bundle.changed"
    assert what_stands(ours) == [(str(one.record_id), 1, 0)]


@pytest.mark.parametrize("fault", ["parent", "import", "ring", "other record", "other area"])
def test_what_hangs_on_nothing_is_refused_whole(laptop, first, following, household, fault):
    ours, theirs = laptop(), laptop()
    one, other = first(household("1", males=1)), first(household("2", males=1))
    two = following(one, males=2)
    theirs.write([one, other])
    theirs.write([two])
    whole = theirs.whole([AREA])
    rows = {row["revision_id"]: dict(row) for row in whole.revisions["household"]}
    if fault == "parent":
        del rows[one.revision_id]
    elif fault == "import":
        rows[other.revision_id]["import_id"] = uuid4()
    elif fault == "ring":
        rows[one.revision_id]["parent_id"] = two.revision_id
    elif fault == "other record":
        rows[two.revision_id]["parent_id"] = other.revision_id
    else:
        rows[two.revision_id]["area_id"] = "730502"
    with pytest.raises(KitError, match=r"."):
        ours.merge(replace(whole, revisions={"household": list(rows.values())}))
    assert all_lines(ours) == []


def test_two_plans_endorsed_under_one_number_are_both_kept_and_the_order_is_no_matter(laptop):
    plans = [FrozenPlan(AREA, 2571, 1, text, KeptFile(text.encode(), "").fingerprint)
             for text in ("{}", "[]")]  # fmt: skip
    stores = [laptop(), laptop()]
    for store, plan in zip(stores, plans, strict=True):
        store.write([], plans=[plan])
    bring(stores[0], stores[1])
    bring(stores[1], stores[0])
    assert [one.content for one in stores[0].frozen_plans(AREA)] == ["[]"]
    for store in stores:
        papers = store.whole([AREA]).papers
        assert [row["content"] for row in papers["frozen_plan"]] == ["[]"]
        assert [row["content"] for row in papers["frozen_rival"]] == ["{}"]


def test_nothing_to_merge_is_no_fault(store):
    assert not store.merge(Whole()).changed_anything
