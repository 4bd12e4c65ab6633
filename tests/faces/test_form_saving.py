"""What becomes of a form that is saved: said in words, never losing what was typed."""

from __future__ import annotations

import re

import pytest

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.records import Problem
from planning_kit.workbook.drafts import drafts_of

HOME = {"household_id": "03-012", "village_code": "99010101"}


def row(workbook):
    frame = workbook.frame("household")
    assert len(frame) == 1
    return frame.iloc[0]


def test_what_is_missing_is_asked_on_saving_not_before(workbook, put):
    form = kit.form(workbook, "household", layout="question")
    put(form, "household_id", "1")
    put(form, "household_id", "")
    assert form.controls["household_id"].said == ""
    form.save()
    assert "pk-error" in form.controls["household_id"].said
    assert form.screens.shown == ["household_id"]


def test_odd_but_possible_is_saved_and_marked(form, workbook, put):
    put(form, "males", "25")
    assert form.save().is_saved
    assert "15" in form.controls["males"].said and "pk-flag" in form.controls["males"].said
    assert row(workbook)["row_state"] == "flagged"


def test_no_consent_nothing_saved(form, workbook, press):
    press(form, "consent_given", "ไม่ใช่")
    assert not form.save().is_saved
    assert workbook.frame("household").empty
    assert "pk-error" in form.controls["consent_given"].said


def test_saving_says_when_and_again_makes_no_second_record(form, workbook, put):
    assert re.search(r"บันทึกร่างแล้ว \d\d:\d\d น\.", form.standing.said)
    form.save()
    assert re.search(r"บันทึกแล้ว \d\d:\d\d น\.", form.standing.said)
    put(form, "males", "3")
    assert "บันทึกร่างแล้ว" in form.standing.said
    assert "บันทึกแล้ว" not in form.standing.said
    form.save()
    form.save()
    assert row(workbook)["males"] == 3
    history = workbook.store.history(workbook.stored("household")[0].record_id, "household")
    assert len(history) == 2 and history[1].parent_id == history[0].revision_id


def test_what_the_page_sends_after_saving_begins_no_new_draft(form, workbook, put):
    put(form, "males", "3")
    form.save()
    # Leaving the box for the button sends the box again, and that comes after the press.
    form._heard({"ask": "typed", "n": 1, "typed": {"males": ["3"]}, "at": None})
    assert "บันทึกแล้ว" in form.standing.said
    assert drafts_of(workbook, form.kind) == []
    form._heard({"ask": "typed", "n": 2, "typed": {"males": ["4"]}, "at": None})
    assert len(drafts_of(workbook, form.kind)) == 1


def test_two_people_on_one_household_see_both_versions(form, workbook, put, boxes):
    form.save()
    other = kit.form(workbook, "household", "03-012", who="โต๊ะ 2")
    put(form, "males", "2")
    form.save()
    put(other, "males", "5")
    put(other, "females", "1")
    result = other.save()
    assert not result.is_saved and row(workbook)["males"] == 2
    shown = other.conflict._said.value
    assert other.conflict.widget.layout.display is None
    assert "<td>5</td><td>2</td>" in shown and "สมาชิกหญิง" in shown
    assert boxes(other, "males")[0].value == "5"
    other.keep_mine()
    assert (row(workbook)["males"], row(workbook)["females"]) == (5, 1)
    assert other.conflict.widget.layout.display == "none"


def test_a_new_record_under_a_known_code_overwrites_nothing(form, workbook, put, boxes):
    put(form, "males", "2")
    form.save()
    second = kit.form(workbook, "household")
    for name, text in {**HOME, "males": "9"}.items():
        put(second, name, text)
    assert not second.save().is_saved and row(workbook)["males"] == 2
    second.take_theirs()
    assert boxes(second, "males")[0].value == "2"
    assert boxes(second, "household_id")[0].disabled


def test_a_store_in_trouble_loses_nothing_that_was_typed(form, workbook, monkeypatch, put, boxes):
    def locked(*_arguments, **_more):
        raise KitError("store.locked", "{x} is locked", x="store")

    put(form, "males", "2")
    monkeypatch.setattr(workbook.store, "write", locked)
    form.save()
    assert "store is locked" in form.standing.said
    assert boxes(form, "males")[0].value == "2"
    monkeypatch.undo()
    assert form.save().is_saved


def test_the_next_record_begins_empty_in_the_same_village(form, workbook, put, boxes):
    put(form, "males", "2")
    form.save()
    form.begin_another()
    assert boxes(form, "males")[0].value == "" and not boxes(form, "household_id")[0].disabled
    assert form.answers()["village_code"] == "99010101"
    put(form, "household_id", "03-013")
    assert form.save().is_saved
    assert sorted(workbook.frame("household")["household_id"]) == ["03-012", "03-013"]


def test_production_skips_by_kind_and_writes_money_with_separators(
    form, workbook, put, press, boxes
):
    form.save()
    grown = kit.form(workbook, "production")
    assert not grown.is_asked("animals") and not grown.is_asked("plant_age")
    put(grown, "household_id", "03-012")
    put(grown, "year_be", "๒๕๖๙")
    press(grown, "season", boxes(grown, "season")[0].description)
    press(grown, "product_kind", "ปศุสัตว์")
    assert grown.is_asked("animals")
    put(grown, "product", "โค")
    put(grown, "animals", "4")
    put(grown, "cost_feed", "๑๒๕๐๐")
    assert boxes(grown, "cost_feed")[0].value == "12,500"
    assert grown.save().is_saved, grown.standing.said
    saved = workbook.frame("production").iloc[0]
    assert (saved["cost_feed"], saved["animals"], saved["year_be"]) == (12500, 4, 2569)


def test_a_record_that_is_not_there_is_said_so(workbook):
    with pytest.raises(KitError) as error:
        kit.form(workbook, "household", "99-999")
    assert error.value.code == "faces.no-such-record"


def test_an_offered_code_that_was_erased_gives_way_to_the_next(workbook, put):
    kept = workbook.save(Problem(problem_code="P01", statement="น้ำ"), who="a", why="b")
    workbook.store.erase("problem", kept.record_id, who="a", why="asked")
    form = kit.form(workbook, "problem")
    put(form, "statement", "หนี้")
    assert form.save().is_saved
    assert [str(one.problem_code) for one in workbook.records(Problem)] == ["P02"]
