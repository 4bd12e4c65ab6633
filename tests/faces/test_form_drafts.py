"""What is typed is a draft in the store at once: taken up elsewhere, typed by two, never lost."""

from __future__ import annotations

import asyncio
import datetime as dt
import re

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.faces import autosave
from planning_kit.store import Store
from planning_kit.workbook import drafts as drafts_room
from planning_kit.workbook import open_workbook
from planning_kit.workbook.drafts import drafts_of


def waiting(form):
    """Return what the list of drafts says, and its buttons by wording."""
    rows, texts, buttons = [form.waiting.widget], [], {}
    if form.waiting.widget.layout.display == "none":
        return "", {}
    while rows:
        one = rows.pop(0)
        texts += [one.value] if hasattr(one, "value") else []
        if hasattr(one, "description"):
            buttons.setdefault(one.description, one)
        rows = [*getattr(one, "children", ()), *rows]
    return re.sub("<[^>]+>", " ", " ".join(texts)), buttons


def kept(workbook):
    return drafts_of(workbook, kit.form(workbook, "household").kind)


class Page:
    """The script of a page, written by hand: what it says and what it is told."""

    def __init__(self, form):
        self.form, self.n, self.told = form, 0, []
        form.standing.widget.send = self.told.append

    def say(self, ask="typed", at=None, draft="", **typed):
        self.n += 1
        self.form._heard({"ask": ask, "n": self.n, "typed": typed, "at": at, "draft": draft})
        return self.told[-1]


def test_another_device_goes_on_where_the_first_stopped(store, workbook, put, press, boxes):
    form = kit.form(workbook, "household", who="โต๊ะ 1")
    put(form, "household_id", "03-012")
    put(form, "males", "สอง")
    put(form, "land_owned", None, "2", "x")
    put(form, "consent_date", "5", 9)
    press(form, "head_sex", "หญิง")
    press(form, "x_keeps_goats", "ใช่")
    press(form, "x_wanted_training", "ปุ๋ยหมัก", "ขายออนไลน์")
    assert workbook.frame("household").empty
    del form

    # Another kernel, another connection, the same code of the workbook.
    with Store.open(store.url) as second:
        other = kit.form(open_workbook("990101", store=second), "household")
        said, buttons = waiting(other)
        assert "ร่างที่ยังไม่เสร็จ 1 ฉบับ" in said and "03-012" in said and "โต๊ะ 1" in said
        buttons["ทำต่อ"].click()
        assert boxes(other, "males")[0].value == "สอง"
        assert "ตัวเลข" in other.controls["males"].said
        assert [box.value for box in boxes(other, "land_owned")] == ["", "2", "x"]
        assert [box.value for box in boxes(other, "consent_date")] == ["5", 9, ""]
        assert [b.description for b in boxes(other, "head_sex") if b.value] == ["✓ หญิง"]
        assert len(other.controls["x_wanted_training"].typed()) == 2
        assert other.is_asked("x_goats") and waiting(other) == ("", {})
        for name, texts in {"males": ["2"], "land_owned": ["1", "2", ""]}.items():
            put(other, name, *texts)
        put(other, "consent_date", None, None, "2569")
        put(other, "village_code", "99010101")
        press(other, "consent_given", "ใช่")
        assert other.save().is_saved, other.standing.said
    (saved,) = workbook.frame("household").to_dict("records")
    # 1 ไร่ 2 งาน = 600 ตารางวา
    assert (saved["males"], saved["land_owned"], saved["head_sex"]) == (2, 600, "female")
    assert kept(workbook) == []


def test_a_changed_record_is_a_draft_over_its_revision(form, workbook, put, boxes):
    put(form, "males", "2")
    form.save()
    changed = kit.form(workbook, "household", "03-012")
    put(changed, "males", "5")
    assert workbook.frame("household").iloc[0]["males"] == 2
    again = kit.form(workbook, "household", "03-012")
    waiting(again)[1]["ทำต่อ"].click()
    assert boxes(again, "males")[0].value == "5" and boxes(again, "household_id")[0].disabled
    assert again.save().is_saved
    (stored,) = workbook.stored("household")
    history = workbook.history("household", stored.record_id)
    assert (stored.record.males, len(history)) == (5, 2) and kept(workbook) == []


def test_a_draft_over_what_somebody_changed_meanwhile_shows_both(form, workbook, put):
    form.save()
    slow = kit.form(workbook, "household", "03-012")
    put(slow, "males", "5")
    put(form, "males", "2")
    form.save()
    again = kit.form(workbook, "household")
    waiting(again)[1]["ทำต่อ"].click()
    assert not again.save().is_saved
    assert "<td>5</td><td>2</td>" in again.conflict._said.value
    assert len(kept(workbook)) == 1
    again.take_theirs()
    assert kept(workbook) == [] and workbook.frame("household").iloc[0]["males"] == 2


def test_two_devices_in_one_draft_see_each_other_and_lose_nothing(workbook, put, boxes):
    one = kit.form(workbook, "household", who="โต๊ะ 1")
    put(one, "household_id", "03-012")
    two = kit.form(workbook, "household", who="โต๊ะ 2")
    waiting(two)[1]["ทำต่อ"].click()
    put(two, "males", "5")
    put(two, "females", "4")
    # What only the other typed is shown; where both typed at once, both are said.
    put(one, "males", "2")
    assert boxes(one, "females")[0].value == "4"
    assert boxes(one, "males")[0].value == "2" and "“5”" in one.controls["males"].said
    assert "โต๊ะ 2" in one.controls["males"].said
    third = kit.form(workbook, "household")
    waiting(third)[1]["ทำต่อ"].click()
    assert boxes(third, "males")[0].value == "2" and "“5”" in third.controls["males"].said
    assert len(kept(workbook)) == 1


def test_thrown_away_only_when_asked_twice(workbook, put):
    put(kit.form(workbook, "household"), "males", "2")
    form = kit.form(workbook, "household")
    waiting(form)[1]["ทิ้ง"].click()
    assert len(kept(workbook)) == 1
    waiting(form)[1]["ทิ้งถาวร"].click()
    assert kept(workbook) == [] and waiting(form) == ("", {})


def test_an_old_draft_is_said_to_be_old(workbook, put, monkeypatch):
    put(kit.form(workbook, "household"), "males", "2")
    assert "สัปดาห์" not in waiting(kit.form(workbook, "household"))[0]
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=8)
    monkeypatch.setattr(drafts_room, "now", lambda: later)
    assert "สัปดาห์" in waiting(kit.form(workbook, "household"))[0]


def test_a_refused_consent_keeps_nothing_and_a_change_of_mind_all(workbook, put, press):
    form = kit.form(workbook, "household")
    put(form, "household_id", "03-012")
    put(form, "note", "ลูกชายป่วย")
    press(form, "consent_given", "ไม่ใช่")
    assert kept(workbook) == [] and "ไม่ยินยอม" in form.standing.said
    put(form, "males", "2")
    assert kept(workbook) == []
    press(form, "consent_given", "ใช่")
    (draft,) = kept(workbook)
    assert draft.answers["note"] == "ลูกชายป่วย" and draft.answers["males"] == "2"


def test_what_identifies_a_person_is_not_in_the_list(workbook, put):
    form = kit.form(workbook, "household")
    put(form, "note", "ลูกชายป่วย")
    assert waiting(kit.form(workbook, "household")) == ("", {})
    put(form, "males", "2")
    said = waiting(kit.form(workbook, "household"))[0]
    assert "ลูกชายป่วย" not in said and "สมาชิกชาย: 2" in said


def test_a_record_erased_is_never_a_draft_again(form, workbook, put):
    form.save()
    (stored,) = workbook.stored("household")
    put(form, "males", "2")
    workbook.store.erase("household", stored.record_id, who="a", why="ขอให้ลบ")
    assert kept(workbook) == []
    put(form, "females", "3")
    assert kept(workbook) == [] and "ถูกลบ" in form.standing.said


def test_a_locked_store_is_tried_again_by_itself(workbook, put, monkeypatch):
    def locked(*_arguments, **_more):
        raise KitError("store.locked", "{x} is locked", x="store")

    async def typed():
        monkeypatch.setattr(autosave, "RETRY_SECONDS", 0.05)
        form = kit.form(workbook, "household")
        monkeypatch.setattr(autosave, "keep_draft", locked)
        put(form, "males", "2")
        page = Page(form)
        assert page.say(males=["2"])["tell"] == "trouble"
        assert "ยังไม่ได้บันทึก กำลังลองใหม่" in form.standing.said
        await asyncio.sleep(0.12)
        monkeypatch.setattr(autosave, "keep_draft", drafts_room.keep_draft)
        await asyncio.sleep(0.12)
        return form, page

    form, page = asyncio.run(typed())
    assert "บันทึกร่างแล้ว" in form.standing.said
    assert kept(workbook)[0].answers == {"males": "2"}
    assert page.say(males=["2"]) == {"tell": "kept", "n": 2}


def test_half_a_word_is_kept_while_it_is_typed_and_its_box_left_alone(workbook, boxes):
    form = kit.form(workbook, "household")
    page = Page(form)
    assert page.say(at="males", males=["1x"]) == {"tell": "kept", "n": 1}
    assert kept(workbook)[0].answers == {"males": "1x"}
    assert boxes(form, "males")[0].value == "" and form.controls["males"].said == ""
    # What the page says of boxes that nobody is typing in mends what was lost on its way.
    page.say(males=["12500"], head_sex=[1], consent_date=["5", 9, "2569"], village_code=[2])
    assert boxes(form, "males")[0].value == "12,500"
    assert form.answers()["village_code"] == "99010102" and form.answers()["head_sex"]
    assert form.answers()["consent_date"] == "5 กันยายน 2569"


def test_a_page_loaded_anew_comes_back_to_its_draft(workbook, put, boxes):
    first = kit.form(workbook, "household")
    put(first, "household_id", "03-012")
    form = kit.form(workbook, "household")
    page = Page(form)
    page.say("come_back", draft=first.standing.widget.draft, males=["3"])
    assert boxes(form, "household_id")[0].value == "03-012"
    assert boxes(form, "males")[0].value == "3" and len(kept(workbook)) == 1
    # A draft that is gone: what was not kept begins a new one.
    late = Page(kit.form(workbook, "household"))
    late.say("come_back", draft="00000000-0000-4000-8000-000000000000", females=["1"])
    assert len(kept(workbook)) == 2


def test_the_width_of_the_window_decides_unless_the_caller_did(workbook):
    form = kit.form(workbook, "household")
    form.screens.onward.click()
    first = form.screens.shown[0]
    Page(form).form._heard({"ask": "width", "narrow": True})
    assert form.screens.shown == [first]
    form._heard({"ask": "width", "narrow": False})
    assert first in form.screens.shown and len(form.screens.shown) > 1
    fixed = kit.form(workbook, "household", layout="question")
    fixed._heard({"ask": "width", "narrow": False})
    assert len(fixed.screens.shown) == 1
