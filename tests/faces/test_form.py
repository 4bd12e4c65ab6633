"""The form as a person meets it: typed into, read back, asked and skipped."""

from __future__ import annotations

import datetime as dt
import re

import pytest

import planning_kit as kit
from planning_kit.faces.style import TOUCH_PX
from planning_kit.language import set_language
from planning_kit.records import template_types


def row(workbook):
    frame = workbook.frame("household")
    assert len(frame) == 1
    return frame.iloc[0]


def test_thai_digits_are_a_number_and_empty_is_not_stated_and_zero_is_zero(
    form, workbook, put, boxes
):
    put(form, "males", "๒")
    put(form, "members_under_15", "0")
    form.save()
    saved = row(workbook)
    assert (saved["males"], saved["members_under_15"]) == (2, 0)
    assert saved[["females", "members_60_up", "land_owned"]].isna().all()
    assert boxes(form, "females")[0].value == ""


@pytest.mark.parametrize("typed", [("5-2-30",), ("5", "2", "30"), ("๕", "๒", "๓๐")])
def test_land_in_one_box_or_three_is_the_same_land(form, workbook, typed, put, boxes):
    put(form, "land_owned", *typed)
    form.save()
    # 5 ไร่ × 400 + 2 งาน × 100 + 30 ตารางวา
    assert row(workbook)["land_owned"] == 2230
    again = kit.form(workbook, "household", "03-012")
    assert [box.value for box in boxes(again, "land_owned")] == ["5", "2", "30"]


def test_a_date_is_read_back_and_counted_in_buddhist_years(form, workbook, put):
    put(form, "consent_date", "๕", 9)
    assert "pk-error" not in form.controls["consent_date"].said
    put(form, "consent_date", None, None, "๒๕๖๙")
    assert "5 กันยายน 2569" in form.controls["consent_date"]._echo.value
    form.save()
    assert row(workbook)["consent_date"].date() == dt.date(2026, 9, 5)


def test_what_cannot_be_read_is_said_at_once_and_stays_as_typed(form, workbook, put, boxes):
    put(form, "males", "สอง")
    assert "สอง" in form.controls["males"].said
    assert "ตัวเลข" in form.controls["males"].said
    result = form.save()
    assert not result.is_saved and workbook.frame("household").empty
    assert boxes(form, "males")[0].value == "สอง"
    assert "สมาชิกชาย" in form.standing.said
    put(form, "males", "2")
    assert form.controls["males"].said == ""
    assert form.save().is_saved


def test_sentences_come_in_the_language_in_use(workbook, put):
    set_language("en")
    form = kit.form(workbook, "household")
    put(form, "males", "two")
    assert "number" in form.controls["males"].said
    form.save()
    assert "Household code" in form.standing.said
    assert not re.search("[ก-๛]", form.standing.said + form.controls["household_id"].said)


def test_skipped_questions_are_hidden_and_their_answers_not_saved(
    form, workbook, put, press, boxes
):
    assert not form.is_asked("x_goats")
    press(form, "x_keeps_goats", "ใช่")
    assert form.is_asked("x_goats")
    put(form, "x_goats", "๑๒")
    press(form, "x_keeps_goats", "ไม่ใช่")
    form.screens.go_to("x_keeps_goats")
    assert "x_goats" not in form.screens.shown
    form.save()
    assert row(workbook)["x_keeps_goats"] is False
    assert "x_goats" not in workbook.frame("household").dropna(axis=1).columns
    press(form, "x_keeps_goats", "ใช่")
    # What was typed before the change of mind is still in its box.
    assert form.screens.shown[1] == "x_goats" and boxes(form, "x_goats")[0].value == "12"


def test_a_local_answer_stays_out_of_the_standard_columns(form, workbook, put, press, boxes):
    press(form, "x_keeps_goats", "ใช่")
    put(form, "x_goats", "12")
    press(form, "x_wanted_training", "ปุ๋ยหมัก", "ขายออนไลน์")
    put(form, "x_pond_area", "1", "2")
    form.save()
    saved = row(workbook)
    assert saved["x_goats"] == 12 and len(saved["x_wanted_training"]) == 2
    assert saved["x_pond_area"] == 600
    kept = workbook.stored("household")[0].record.model_dump()
    assert not [name for name in kept if name.startswith("x_")]
    again = kit.form(workbook, "household", "03-012")
    assert boxes(again, "x_goats")[0].value == "12"
    assert [box.value for box in boxes(again, "x_pond_area")] == ["1", "2", ""]
    assert again.answers() == form.answers()


def test_a_button_touched_again_takes_the_answer_back(form, workbook, press, boxes):
    press(form, "head_sex", "ชาย")
    press(form, "head_sex", "หญิง")
    chosen = [b.description for b in boxes(form, "head_sex") if b.value]
    assert chosen == ["✓ หญิง"]
    press(form, "head_sex", "หญิง")
    form.save()
    assert row(workbook)["head_sex"] is None


def test_one_question_a_screen_or_a_section(workbook):
    phone = kit.form(workbook, "household", layout="question")
    hall = kit.form(workbook, "household", layout="section")
    assert phone.screens.shown == ["consent_given"]
    assert hall.screens.shown == ["consent_given", "consent_date"]
    phone.screens.onward.click()
    assert phone.screens.shown == ["consent_date"]
    phone.screens.back.click()
    assert phone.screens.back.disabled
    assert set(phone.screens.order) == {spec.name for spec in phone.kind.fields()}
    with pytest.raises(ValueError, match="wall"):
        kit.form(workbook, "household", layout="wall")


@pytest.mark.parametrize("kind", [kind.noun.name for kind in template_types()])
def test_every_record_type_has_a_form_without_a_number_box_that_starts_at_zero(
    workbook, kind, boxes
):
    form = kit.form(workbook, kind)
    # The only thing filled in is the next code of its sort, where there is one.
    filled = {name: answer for name, answer in form.answers().items() if answer}
    offered = {"source": {"source_code": "S2"}, "village": {"village_code": "99010103"}}
    assert filled == offered.get(kind, {})
    for name, control in form.controls.items():
        assert str(control.spec.label) in control.label and boxes(form, name)


def test_wording_of_an_area_is_text_and_never_markup(workbook, put):
    form = kit.form(workbook, "household")
    put(form, "males", "<img src=x onerror=alert(1)>")
    assert "<img" not in form.controls["males"].said
    assert TOUCH_PX >= 44


@pytest.mark.parametrize("kind", ["household", "project"])
def test_every_answer_of_every_kind_of_box_comes_back_as_typed(workbook, kind, boxes):
    form = kit.form(workbook, kind)
    for name, control in form.controls.items():
        for box in boxes(form, name):
            known = [own for own in getattr(box, "options", ()) if isinstance(own, tuple)]
            box.value = True if isinstance(box.value, bool) else known[-1][1] if known else "๑ x"
        assert control.worded(control.typed()), name
    typed = {name: control.typed() for name, control in form.controls.items()}
    other = kit.form(workbook, kind)
    for name, one in typed.items():
        other.controls[name].type_in(one)
    assert {name: control.typed() for name, control in other.controls.items()} == typed
