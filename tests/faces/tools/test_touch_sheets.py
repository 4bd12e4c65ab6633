"""Months painted and people counted, as their pages drive them."""

from __future__ import annotations

import datetime as dt

import pytest

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.records import Attendance, CalendarEntry, Forum


class Driven:
    """A tool with the messages of its sheet written by hand, and what it answers."""

    def __init__(self, tool):
        self.tool, self.told, self.n = tool, [], 0
        tool.page.send = lambda message, buffers=None: self.told.append(message)

    def touch(self, **rows):
        return self.send({"ask": "edit", "rows": rows})

    def send(self, message):
        self.n += 1
        self.told.clear()
        self.tool.page._msg_callbacks(self.tool.page, {**message, "n": self.n}, [])
        return self.told[-1] if self.told else None

    def rows(self):
        return {
            row["label"]: row for group in self.tool.page.sheet["groups"] for row in group["rows"]
        }


# --- calendar ------------------------------------------------------------------------------
@pytest.fixture
def painter(workbook):
    entry = CalendarEntry(kind="water", name="น้ำไม่พอ", months=(12, 1), peak_months=(1,))
    workbook.save(entry, who="a", why="b")
    return Driven(kit.season_painter(workbook))


def months(workbook):
    rows = workbook.frame("calendar_entry").to_dict("records")
    return {row["name"]: (row["months"], row["peak_months"]) for row in rows}


def test_a_touched_month_is_saved_at_once_and_the_picture_follows(painter, workbook):
    row = painter.rows()["น้ำไม่พอ"]
    assert row["levels"] == [2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]
    before = painter.tool.picture.value
    answer = painter.touch(**{row["id"]: {"2": 1, "3": 2, "12": 0}})
    assert answer == {"tell": "done", "n": 1, "wrong": {}}
    assert months(workbook) == {"น้ำไม่พอ": ((1, 2, 3), (1, 3))}
    assert painter.rows()["น้ำไม่พอ"]["levels"][:4] == [2, 1, 2, 0]
    assert painter.tool.picture.value != before and "ม.ค.–มี.ค." in painter.tool.picture.value
    painter.tool.undo_button.click()
    assert painter.rows()["น้ำไม่พอ"]["levels"] == row["levels"]
    assert set(months(workbook)["น้ำไม่พอ"]) == {(12, 1), (1,)}


def test_a_row_wiped_clean_states_no_month(painter, workbook):
    row = painter.rows()["น้ำไม่พอ"]
    painter.touch(**{row["id"]: {"1": 0, "12": 0}})
    assert months(workbook) == {"น้ำไม่พอ": (None, None)}


def test_a_row_is_added_by_its_kind_and_one_taken_out_comes_back_when_it_is_added_again(
    painter, workbook
):
    new = painter.tool._new
    new.box.value = "เกี่ยวข้าว"
    new.buttons["labour"].click()
    assert list(painter.rows()) == ["เกี่ยวข้าว", "น้ำไม่พอ"]
    held = next(one for one in painter.tool._rows.values() if one["name"] == "น้ำไม่พอ")
    painter.send({"ask": "open", "id": str(held.revision.record_id)})
    painter.tool._editor.children[0].children[-1].children[-1].click()
    assert list(months(workbook)) == ["เกี่ยวข้าว"] and painter.tool._editor.children == ()
    new.box.value = "น้ำไม่พอ"
    new.buttons["water"].click()
    assert "บันทึกแล้ว" in painter.tool.line.said and months(workbook)["น้ำไม่พอ"][0] == (12, 1)
    new.box.value = "น้ำไม่พอ"
    new.buttons["water"].click()
    assert "มีรายการนี้อยู่แล้ว" in painter.tool.line.said and len(months(workbook)) == 2


def test_painting_and_the_note_of_one_row_do_not_get_in_each_others_way(painter, workbook):
    row = painter.rows()["น้ำไม่พอ"]
    painter.send({"ask": "open", "id": row["id"]})
    painter.touch(**{row["id"]: {"2": 1}})
    note = painter.tool._editor.children[0].children[1].children[0].children[0]
    note.value = "ท้ายคลองก่อน"
    assert "บันทึกแล้ว" in painter.tool.line.said
    saved = workbook.frame("calendar_entry").iloc[0]
    assert (saved["note"], saved["months"]) == ("ท้ายคลองก่อน", (1, 2, 12))


def test_two_painters_are_shown_both_versions(painter, workbook):
    other = Driven(kit.season_painter(workbook, who="โต๊ะ 2"))
    row = painter.rows()["น้ำไม่พอ"]
    painter.touch(**{row["id"]: {"2": 1}})
    other.touch(**{row["id"]: {"3": 1}})
    assert months(workbook)["น้ำไม่พอ"][0] == (1, 2, 12)
    assert "ม.ค., มี.ค., ธ.ค." in other.tool.conflict._said.value or (
        other.tool.conflict.widget.layout.display is None
    )
    other.tool._take_theirs()
    assert other.rows()["น้ำไม่พอ"]["levels"][:3] == [2, 1, 0]


def test_a_locked_store_is_told_to_the_page_which_sends_again(painter, workbook, monkeypatch):
    def locked(*_given, **_more):
        raise KitError("store.locked", "{x} is locked", x="store")

    row = painter.rows()["น้ำไม่พอ"]
    monkeypatch.setattr(workbook.store, "write", locked)
    assert painter.touch(**{row["id"]: {"2": 1}})["tell"] == "trouble"
    assert "กำลังลองใหม่" in painter.tool.line.said and months(workbook)["น้ำไม่พอ"][0] == (12, 1)
    monkeypatch.undo()
    assert painter.touch(**{row["id"]: {"2": 1}})["tell"] == "done"
    assert months(workbook)["น้ำไม่พอ"][0] == (1, 2, 12)


# --- attendance ----------------------------------------------------------------------------
@pytest.fixture
def counting(workbook):
    forum = Forum(
        forum_code="F01", kind="village_forum", title="ประชาคม", date=dt.date(2026, 10, 10)
    )
    workbook.save(forum, who="a", why="b")
    return Driven(kit.attendance(workbook))


def forum(workbook, code="F01"):
    return workbook.frame("forum").set_index("forum_code").loc[code]


def test_people_are_counted_by_village_and_the_absent_village_is_named(counting, workbook):
    counting.touch(**{"forum": {"present": 12}, "village/99010102": {"present": 12, "women": 7}})
    saved = workbook.frame("attendance").iloc[0]
    assert (saved["by"], saved["name"], saved["present"], saved["women"]) == (
        "village",
        "99010102",
        12,
        7,
    )
    assert forum(workbook)["present"] == 12
    said = counting.tool._said.value
    # Two villages are listed; of the first nobody is recorded.
    assert "1 จาก 2 หมู่บ้าน" in said and "หมู่ที่ 1 บ้าน 1" in said and "องค์ประชุม" not in said
    # The report counts the same.
    assert "1 จาก 2 หมู่บ้าน" in counting.tool.picture.value


def test_nought_is_an_answer_and_a_blank_is_none(counting, workbook):
    counting.touch(forum={"present": 3, "other_sex": 0})
    assert forum(workbook)["other_sex"] == 0
    counting.touch(forum={"other_sex": None})
    assert forum(workbook)[["other_sex", "men"]].isna().all() and forum(workbook)["present"] == 3


def test_a_count_that_cannot_be_waits_for_the_one_that_explains_it(counting, workbook):
    counting.touch(forum={"present": 10})
    answer = counting.touch(**{"forum": {"men": 12}, "village/99010101": {"present": 4}})
    assert answer["wrong"] == {"forum": ["men"]}
    assert "ยังไม่ได้บันทึก" in counting.tool.line.said and forum(workbook)[["men"]].isna().all()
    assert workbook.frame("attendance")["present"].tolist() == [4]
    answer = counting.touch(forum={"present": 20})
    assert answer["wrong"] == {} and forum(workbook)[["present", "men"]].tolist() == [20, 12]


def test_only_a_council_meeting_has_a_quorum(counting, workbook):
    new = counting.tool._new
    new.box.value = "ประชุมสภา"
    new.buttons["council_meeting"].click()
    assert counting.tool.forum == "C1" and forum(workbook, "C1")["title"] == "ประชุมสภา"
    counting.touch(forum={"present": 30, "members": 31, "members_present": 15})
    # Half of 31, rounded up, is 16.
    assert "16" in counting.tool._said.value and "จึงไม่ครบ" in counting.tool._said.value
    counting.touch(forum={"members_present": 16})
    assert "จึงครบองค์ประชุม" in counting.tool._said.value
    counting.tool.chooser.list.value = "F01"
    assert "องค์ประชุม" not in counting.tool._said.value
    assert "สมาชิกสภาทั้งหมด" not in counting.rows()


def test_a_group_gets_its_line_and_can_be_taken_out_again(counting, workbook):
    group = counting.tool._group
    group.box.value = "กลุ่มผู้ใช้น้ำ"
    group.buttons["farmer_group"].click()
    id_ = counting.rows()["กลุ่มผู้ใช้น้ำ"]["id"]
    counting.touch(**{id_: {"present": 5}})
    assert workbook.frame("attendance")[["by", "present"]].values.tolist() == [["farmer_group", 5]]
    counting.send({"ask": "open", "id": id_})
    counting.tool._row_editor.children[0].children[-1].children[-1].click()
    assert workbook.frame("attendance").empty and "กลุ่มผู้ใช้น้ำ" not in counting.rows()
    counting.tool.undo_button.click()
    assert counting.rows()["กลุ่มผู้ใช้น้ำ"]["cells"][1]["value"] == 5


def test_what_was_counted_before_is_shown(counting, workbook):
    row = Attendance(forum_code="F01", by="village", name="99010101", present=9)
    workbook.save(row, who="a", why="b")
    again = Driven(kit.attendance(workbook))
    assert again.rows()["หมู่ที่ 1 บ้าน 1"]["cells"][1]["value"] == 9
