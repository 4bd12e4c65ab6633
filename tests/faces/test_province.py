"""Forms, tables and record books open in the workbook of a province, which has no tambon."""

from __future__ import annotations

import pytest

import planning_kit as kit
from planning_kit.faces.inputs import make_controls
from planning_kit.language import speaking
from planning_kit.records import record_type
from planning_kit.workbook import create
from planning_kit.workbook.higher_places import higher_place

KINDS = ("pilot_candidate", "pilot_weight", "pilot_score", "council_resolution", "decision",
         "forum", "working_group_seat", "source", "village", "project")  # fmt: skip


@pytest.fixture
def province(store):
    return create(higher_place("province", "67"), store=store, who="a")


@pytest.fixture
def candidate(province):
    kind = record_type("pilot_candidate")
    record = kind(tambon_code="670306", proposed_by="สภา", reason="พร้อม")
    province.save(record, who="a", why="b")
    return record


@pytest.mark.parametrize("kind", KINDS)
def test_form_table_and_record_book_open_and_show_what_is_there(province, candidate, kind):
    book = kit.record_book(province, kind)
    assert book.parts()
    kit.form(province, kind)
    assert len(kit.table(province, kind).sheet.load()) == (kind == "pilot_candidate")


def test_tambons_are_chosen_by_name_out_of_those_of_the_province(province):
    control = make_controls(record_type("pilot_candidate"), province)["tambon_code"]
    control.show("670306")
    assert control.answer() == "670306"
    assert control.worded("670306") == "670306 ตำบลน้ำเฮี้ย อำเภอหล่มสัก"
    columns = {one.spec.name: one for one in kit.table(province, "pilot_candidate").sheet.columns}
    assert len(columns["tambon_code"].codes) == 117
    assert columns["tambon_code"].answer("670306 ตำบลน้ำเฮี้ย อำเภอหล่มสัก") == "670306"


def test_in_the_nation_a_code_is_typed_because_7436_names_are_no_list(store):
    nation = create(higher_place("nation"), store=store, who="a")
    control = make_controls(record_type("pilot_candidate"), nation)["tambon_code"]
    assert type(control).__name__ == "TextControl"


def test_scores_name_candidates_and_criteria(province, candidate):
    with speaking("en"):
        table = kit.table(province, "pilot_score")
        columns = {one.spec.name: one for one in table.sheet.columns}
        assert list(columns["tambon_code"].codes.values()) == [
            "670306 Tambon Nam Hia, Amphoe Lom Sak"
        ]
        assert columns["criterion"].text("will") == "Will of the community"
        assert columns["criterion"].answer("will of the community") == "will"


def test_a_record_book_calls_a_candidate_by_its_place(province, candidate):
    lines = kit.record_book(province, "pilot_candidate")._lines()
    assert [line["text"] for line in lines] == ["670306 ตำบลน้ำเฮี้ย อำเภอหล่มสัก"]
