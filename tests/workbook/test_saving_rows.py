"""Several rows typed at once: judged together, each saved by itself."""

from __future__ import annotations

import pytest

from planning_kit.records import Source
from planning_kit.workbook.saving import Typed, asked_kind, save_answers, save_rows


@pytest.fixture
def with_source(workbook):
    stated = {"title": "สำรวจ", "publisher": "ก", "method": "random", "date_to": "30 ก.ย. 2569"}
    workbook.save(Source(source_code="S1", **stated), who="a", why="b")
    return workbook


def home(code, **stated):
    return {"household_id": code, "village_code": "99010101", **stated}


def save(workbook, *typed):
    kind = asked_kind(workbook, "household")
    return save_rows(workbook, kind, typed, who="โต๊ะ 1", why="วาง")


def males(workbook):
    return {one.record.household_id: one.record.males for one in workbook.stored("household")}


def test_a_wrong_row_keeps_no_other_from_being_saved(with_source):
    found = save(
        with_source, Typed(home("1", males="๒")), Typed(home("2", males="สอง")), Typed(home("3"))
    )
    assert [one.is_saved for one in found] == [True, False, True]
    assert [one.field for one in found[1].findings] == ["males"]
    assert males(with_source) == {"1": 2, "3": None}


def test_two_rows_of_one_key_that_differ_are_not_both_saved(with_source):
    found = save(with_source, Typed(home("1", males="2")), Typed(home("1", males="3")))
    assert [one.is_saved for one in found] == [True, False]
    assert males(with_source) == {"1": 2}


def test_the_same_row_twice_is_one_record(with_source):
    found = save(with_source, Typed(home("1", males="2")), Typed(home("1", males="2")))
    assert all(one.is_saved for one in found)
    (stored,) = with_source.stored("household")
    assert len(with_source.history("household", stored.record_id)) == 1


def test_a_row_that_somebody_else_changed_comes_back_and_the_others_are_saved(with_source):
    first, second = save(with_source, Typed(home("1")), Typed(home("2")))
    kind = asked_kind(with_source, "household")
    save_answers(with_source, kind, home("1", males="7"), who="โต๊ะ 2", why="b", over=first.revision)
    late, fine = save(
        with_source,
        Typed(home("1", males="4"), first.revision),
        Typed(home("2", males="5"), second.revision),
    )
    assert not late.is_saved and late.theirs.who == "โต๊ะ 2"
    assert fine.is_saved and males(with_source) == {"1": 7, "2": 5}
