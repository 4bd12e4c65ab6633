"""Drafts in the store: kept as typed, seen by nobody who counts, and nobody’s words lost."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from uuid import uuid4

from planning_kit.store import Draft, Store, drafts_of, drop_draft, keep_draft

AREA = "990101"
PAGE, OTHER = uuid4(), uuid4()


def new_draft(**more):
    return Draft(uuid4(), AREA, "household", "form", **more)


def standing(draft, name):
    return [one.answer for one in draft.typed[name]]


def test_a_half_typed_answer_comes_back_as_it_was_and_says_who_and_when(store):
    draft = new_draft()
    typed = {"males": "๑2,", "consent_date": ["5", 9, ""], "head_sex": [], "note": "ก\nข"}
    keep_draft(store, draft, typed, page=PAGE, who="โต๊ะ 2")
    (found,) = drafts_of(store, AREA, "household", "form")
    assert found.answers == typed
    assert (found.last.who, found.last.page) == ("โต๊ะ 2", PAGE)
    assert drafts_of(store, AREA, "household", "table") == []
    assert drafts_of(store, AREA, "production", "form") == []
    assert drafts_of(store, "990102", "household", "form") == []


def test_no_record_no_count_no_fingerprint_and_nothing_read_anew(store):
    before = store.version_of(AREA)
    store.latest("household", AREA)
    keep_draft(store, new_draft(), {"males": "2"}, page=PAGE, who="a")
    assert store.version_of(AREA) == before and store.latest("household", AREA) == []
    assert store.frame("household", AREA).empty
    known = store._known[("latest", "household", AREA)][0]
    with store._reading() as connection:
        assert connection.exec_driver_sql("SELECT writes FROM store_meta").scalar_one() == known


def test_the_newest_wins_and_what_a_page_had_seen_is_replaced(store):
    draft = keep_draft(store, new_draft(), {"males": "1", "females": "1"}, page=PAGE, who="a")
    (seen,) = drafts_of(store, AREA, "household", "form")
    keep_draft(store, seen, {"males": "2"}, page=OTHER, who="b")
    (found,) = drafts_of(store, AREA, "household", "form")
    assert standing(found, "males") == ["2"] and found.answers["females"] == "1"
    # The first page types on without having looked: both answers stand, its own is the newest.
    found = keep_draft(store, draft, {"males": "3"}, page=PAGE, who="a")
    assert standing(found, "males") == ["2", "3"] and found.answers["males"] == "3"
    # Once it has seen the other one, its next answer settles it.
    found = keep_draft(store, found, {"males": "4"}, page=PAGE, who="a")
    assert standing(found, "males") == ["4"]


def test_a_number_is_not_given_twice_so_nothing_new_passes_for_seen(store):
    draft = keep_draft(store, new_draft(), {"males": "1"}, page=PAGE, who="a")
    keep_draft(store, replace(draft), {"males": "2"}, page=PAGE, who="a")
    drop_draft(store, draft.draft_id)
    again = keep_draft(store, new_draft(), {"males": "3"}, page=OTHER, who="b")
    assert again.seen > draft.seen + 1


def test_only_what_changed_is_written_unless_the_draft_is_gone(store):
    draft = keep_draft(store, new_draft(), {"males": "1", "note": "ก"}, page=PAGE, who="a")
    (seen,) = drafts_of(store, AREA, "household", "form")
    keep_draft(store, seen, {"males": "2"}, page=OTHER, who="b")
    whole = {"males": "1", "note": "ข"}
    found = keep_draft(store, draft, whole, page=PAGE, who="a", changed={"note"})
    assert found.answers == {"males": "2", "note": "ข"}
    drop_draft(store, draft.draft_id)
    found = keep_draft(store, found, whole, page=PAGE, who="a", changed={"note"})
    assert found.answers == whole


def test_saving_erases_the_draft_but_not_what_its_page_never_saw(store, household, first):
    draft = keep_draft(store, new_draft(), {"males": "1"}, page=PAGE, who="a")
    keep_draft(store, draft, {"females": "7"}, page=OTHER, who="b")
    store.write([first(household(males=1))], settled=[draft], page=PAGE)
    (left,) = drafts_of(store, AREA, "household", "form")
    assert left.answers == {"females": "7"}
    store.write([], settled=[left], page=PAGE)
    assert drafts_of(store, AREA, "household", "form") == []


def test_what_is_dropped_lies_no_more_in_the_file(store, file):
    draft = keep_draft(store, new_draft(), {"note": "ลูกชายป่วยหนัก"}, page=PAGE, who="a")
    drop_draft(store, draft.draft_id)
    drop_draft(store, draft.draft_id)
    store.close()
    beside = [path for path in file.parent.iterdir() if path.name.startswith(file.name)]
    assert all("ลูกชายป่วยหนัก".encode() not in path.read_bytes() for path in beside)


def test_a_record_erased_takes_its_drafts_with_it(store, household, first):
    revision = first(household())
    store.write([revision])
    mine = new_draft(record_id=revision.record_id)
    for draft in (mine, new_draft(record_id=uuid4())):
        keep_draft(store, draft, {"males": "1"}, page=PAGE, who="a")
    store.erase("household", revision.record_id, who="a", why="ขอให้ลบ")
    (left,) = drafts_of(store, AREA, "household", "form")
    assert left.draft_id != mine.draft_id


KEEPING = """
import sys
from uuid import UUID, uuid4
from planning_kit.store import Draft, Store, keep_draft
store = Store.open(sys.argv[1])
draft, n = Draft(uuid4(), "990101", "household", "form"), 0
while True:
    n += 1
    draft = keep_draft(store, draft, {"males": str(n)}, page=UUID(int=1), who="a")
    print(n, flush=True)
"""


def test_a_draft_said_to_be_kept_outlives_a_kill(store, file, run_python):
    store.close()
    process = run_python(KEEPING, file)
    said = [int(process.stdout.readline()) for _n in range(30)][-1]
    os.kill(process.pid, signal.SIGKILL)
    more = process.communicate()[0].split()
    last = int(more[-1]) if more else said
    with Store.open(file) as opened:
        (found,) = drafts_of(opened, AREA, "household", "form")
    assert int(found.answers["males"]) in (last, last + 1)
