"""Typed answers are judged as an import judges its rows, and saved as one revision."""

from __future__ import annotations

import pytest

from planning_kit.records import Source, Village
from planning_kit.workbook import import_file
from planning_kit.workbook.saving import asked_kind, read_answer, save_answers
from planning_kit.workbook.withdrawing import withdraw

HOME = {"household_id": "03-012", "village_code": "99010101"}


@pytest.fixture
def with_source(workbook):
    stated = {"title": "สำรวจ", "publisher": "ก", "method": "random", "date_to": "30 ก.ย. 2569"}
    workbook.save(Source(source_code="S1", **stated), who="a", why="b")
    return workbook


def save(workbook, name, answers, over=None):
    kind = asked_kind(workbook, name)
    return save_answers(workbook, kind, answers, who="โต๊ะ 1", why="พิมพ์", over=over)


def codes(result):
    return [finding.code for finding in result.findings]


def test_the_same_rows_typed_and_imported_are_judged_alike(with_source, store, filled):
    cases = [
        {"village_code": "99020101"},
        {"village_code": "99010101", "males": "25"},
        {"village_code": "99010101", "water_short_months": "13"},
        {"village_code": "99010101", "consent_given": "ไม่ใช่"},
        {"village_code": "99010101", "males": "2", "females": "1", "farm_workers": "9"},
    ]
    for number, stated in enumerate(cases):
        answers = {"household_id": f"1-{number}", "source_code": "S1", **stated}
        path = filled(f"{number}.xlsx", household=[answers])
        imported = import_file(path, area="990101", store=store, dry_run=True)
        typed = save(with_source, "household", answers)
        graver = [f.code for f in imported.findings if f.level != "note" and f.field]
        assert sorted(codes(typed)) == sorted(graver) != []


def test_one_revision_with_who_and_why_and_the_only_source(with_source):
    result = save(with_source, "household", {**HOME, "males": "๒"})
    assert result.is_saved and result.findings == ()
    assert (result.revision.who, result.revision.why) == ("โต๊ะ 1", "พิมพ์")
    assert result.revision.record.source_code == "S1"
    assert result.revision.parent_id is None


def test_without_a_source_nothing_is_saved(workbook):
    result = save(workbook, "household", HOME)
    assert not result.is_saved and codes(result) == ["validate.no-source"]
    assert workbook.stored("household") == []


def test_a_row_of_an_unknown_household_is_refused(with_source):
    stated = {"household_id": "77", "year_be": "2569"}
    result = save(with_source, "household_account", stated)
    assert codes(result) == ["validate.unknown-household"] and not result.is_saved


def test_an_edit_follows_its_parent_and_its_key_cannot_change(with_source):
    first = save(with_source, "household", HOME).revision
    second = save(with_source, "household", {**HOME, "males": "3"}, over=first).revision
    assert second.parent_id == first.revision_id
    moved = save(with_source, "household", {**HOME, "household_id": "9"}, over=second)
    assert codes(moved) == ["workbook.key-changed"]
    assert moved.findings[0].field == "household_id"


def test_what_somebody_else_saved_is_handed_back_not_overwritten(with_source):
    first = save(with_source, "household", HOME).revision
    theirs = save(with_source, "household", {**HOME, "males": "3"}, over=first).revision
    mine = save(with_source, "household", {**HOME, "males": "4"}, over=first)
    assert not mine.is_saved and mine.theirs.revision_id == theirs.revision_id
    assert [one.record.males for one in with_source.stored("household")] == [3]
    same = save(with_source, "household", {**HOME, "males": "3"}, over=first)
    assert same.revision.revision_id == theirs.revision_id


def test_an_erased_household_is_not_typed_in_again(with_source):
    first = save(with_source, "household", HOME).revision
    with_source.store.erase("household", first.record_id, who="a", why="ขอลบ")
    assert codes(save(with_source, "household", HOME)) == ["workbook.erased"]
    assert with_source.stored("household") == []


def test_a_withdrawn_household_is_not_said_to_be_saved(with_source):
    first = save(with_source, "household", HOME).revision
    withdraw(with_source.store, "990101", "household", first.record_id, "a", "ผิดครัวเรือน")
    for over in (None, first):
        result = save(with_source, "household", HOME, over)
        assert codes(result) == ["workbook.withdrawn"] and not result.is_saved
    assert with_source.stored("household") == []


def test_a_type_without_a_key_gets_a_record_each_time_unless_edited(with_source):
    stated = {"year_be": "2567", "village_code": "99010101", "kind": "flood"}
    first = save(with_source, "hazard", stated).revision
    save(with_source, "hazard", stated)
    assert len(with_source.stored("hazard")) == 2
    save(with_source, "hazard", {**stated, "households": "6"}, over=first)
    assert len(with_source.stored("hazard")) == 2


def test_a_village_that_is_not_listed_is_kept_and_flagged(with_source):
    with_source.save(Village(village_code="99010102"), who="a", why="b")
    result = save(with_source, "household", HOME)
    assert result.is_saved and codes(result) == ["validate.village-not-listed"]
    assert with_source.stored("household")[0].state == "flagged"


def test_one_answer_alone_is_read_or_explained(with_source):
    kind = asked_kind(with_source, "household")
    assert read_answer(kind, "males", "๑๒") == (12, None)
    assert read_answer(kind, "males", "  ") == (None, None)
    value, finding = read_answer(kind, "males", "-1")
    assert value is None and finding.code == "records.too-low"
