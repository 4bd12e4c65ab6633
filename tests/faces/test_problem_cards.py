"""Problem cards as people use them: written, moved, merged, taken back, saved by touch."""

from __future__ import annotations

import re

import ipywidgets as w
import pytest

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.records import Problem, TreeNode

WATER, MORE_WATER = "คลองส่งน้ำตื้นเขิน น้ำทำนาไม่พอ", "น้ำทำนาไม่พอ คลองส่งน้ำตื้นเขิน"


@pytest.fixture
def cards(inside):
    """Return what reads the cards in the order in which they are read, under their headings."""

    def cards_of(board) -> list[str]:
        read = []
        for one in inside(board.widget):
            if isinstance(one, w.HTML) and "<h3>" in one.value:
                read.append(re.sub("<[^>]+>", "", one.value))
            elif isinstance(one, w.Button) and "pk-card" in one._dom_classes:
                read.append(one.description.splitlines()[0])
        return read

    return cards_of


def locked(*_arguments, **_more):
    raise KitError("store.locked", "{x} is locked", x="store")


@pytest.fixture
def told(workbook):
    """Return the cards of two problems that are worded alike."""
    for code, said, theme in (("P01", WATER, "water"), ("P02", MORE_WATER, "debt")):
        made = Problem(problem_code=code, statement=said, theme=theme)
        workbook.save(made, who="a", why="b")
    return kit.problem_cards(workbook)


def problems(workbook):
    return {row["problem_code"]: row for row in workbook.frame("problem").to_dict("records")}


# --- cards ---------------------------------------------------------------------------------
def test_a_card_is_written_and_one_touch_of_its_theme_saves_it(workbook, box, write, inside):
    tool = kit.problem_cards(workbook)
    write(tool, "ปัญหา", "ราคาข้าวตก", "ราคาผลผลิต")
    saved = problems(workbook)["P01"]
    assert (saved["statement"], saved["theme"]) == ("ราคาข้าวตก", "prices")
    assert re.search(r"บันทึกแล้ว \d\d:\d\d น\.", tool.line.said)
    assert box(tool, "ปัญหา").value == ""
    # The report's own section stands below, made anew.
    assert 'id="problem-p01"' in tool.picture.value and "ราคาข้าวตก" in tool.picture.value
    write(tool, "ปัญหา", "   ", "ราคาผลผลิต")
    assert len(problems(workbook)) == 1 and "เขียนในช่องก่อน" in str(list(inside(tool.widget)))


def test_a_touched_card_opens_and_its_answers_are_saved_one_by_one(
    told, workbook, button, box, inside, cards
):
    assert cards(told.board) == [
        "หนี้สิน (1)",
        f"P02 {MORE_WATER}",
        "น้ำเพื่อการเกษตร (1)",
        f"P01 {WATER}",
    ]
    button(told, "P02").click()
    button(told, "หมู่ที่ 2").value = True
    box(told, "ครัวเรือนที่เดือดร้อน").value = "๑๘๐"
    saved = problems(workbook)["P02"]
    assert saved["village_codes"] == ("99010102",) and saved["households_affected"] == 180
    assert "หมู่ 2 · 180 ครัวเรือน" in button(told, "P02").description
    # Another theme: the card moves there, and stays open.
    next(
        one
        for one in inside(told.board.widget)
        if isinstance(one, w.ToggleButton) and "น้ำเพื่อการเกษตร" in one.description
    ).value = True
    assert cards(told.board) == ["น้ำเพื่อการเกษตร (2)", f"P01 {WATER}", f"▾ P02 {MORE_WATER}"]
    box(told, "ครัวเรือนที่เดือดร้อน").value = "มาก"
    assert "ยังไม่ได้บันทึก" in told.line.said and box(told, "ครัวเรือน").value == "มาก"
    assert problems(workbook)["P02"]["households_affected"] == 180


def test_everything_is_taken_back_step_by_step(told, workbook, button, box, write, inside):
    write(told, "ปัญหา", "ราคาข้าวตก", "ราคาผลผลิต")
    button(told, "P03").click()
    box(told, "ปัญหา").value = "ไม่ใช่ช่องนี้"
    next(
        one for one in inside(told.board.widget) if isinstance(one, w.Textarea)
    ).value = "ข้าวราคาต่ำ"
    button(told, "เอาการ์ดออก").click()
    assert set(problems(workbook)) == {"P01", "P02"}
    said = []
    for _act in range(3):
        told.undo_button.click()
        said.append(problems(workbook).get("P03", {}).get("statement"))
    assert said == ["ข้าวราคาต่ำ", "ราคาข้าวตก", None]
    assert told.undo_button.disabled
    # A code that was used once is not given to another problem.
    write(told, "ปัญหา", "ที่ดินหลุดมือ", "ที่ดินทำกิน")
    assert problems(workbook)["P04"]["statement"] == "ที่ดินหลุดมือ"


def test_the_same_problem_is_merged_and_the_original_stays(told, workbook, button, box, cards):
    box(told, "ตกลงเช่นนี้เพราะอะไร").value = "พูดถึงคลองเดียวกัน"
    button(told, "คงข้อ P01").click()
    merged = problems(workbook)["P02"]
    assert (merged["merged_into"], merged["merged_reason"]) == ("P01", "พูดถึงคลองเดียวกัน")
    assert merged["statement"] == MORE_WATER
    assert told.alike._list.children == () and cards(told.board)[-1] == f"P02 {MORE_WATER}"
    button(told, "P01").click()
    button(told, "เอาการ์ดออก").click()
    assert "แยกออกก่อน" in told.line.said and "P01" in problems(workbook)
    button(told, "P02").click()
    button(told, "แยกออกจาก P01").click()
    assert problems(workbook)["P02"]["merged_into"] is None


def test_not_the_same_is_remembered_and_not_asked_again(told, workbook, button):
    button(told, "คนละเรื่อง").click()
    assert problems(workbook)["P02"]["different_from"] == ("P01",)
    assert told.alike._list.children == ()
    again = kit.problem_cards(workbook)
    assert again.alike._list.children == () and kit.merge_suggestions(workbook).tables == []


def test_what_others_name_is_not_taken_out_and_no_command_is_told(told, workbook, button):
    node = TreeNode(problem_code="P01", node_code="C1", side="cause", statement="ไม่ได้ขุดลอก")
    workbook.save(node, who="a", why="b")
    button(told, "P01").click()
    button(told, "เอาการ์ดออก").click()
    assert "ต้นไม้ปัญหา" in told.line.said and "--" not in told.line.said
    assert "P01" in problems(workbook)


def test_two_people_on_one_card_see_both_and_mine_leaves_the_rest_of_theirs(
    told, workbook, button, box, inside
):
    other = kit.problem_cards(workbook, who="โต๊ะ 2")
    for tool in (told, other):
        button(tool, "P01").click()
    box(told, "กลุ่มที่เสนอ").value = "กลุ่มน้ำ"
    next(one for one in inside(told.board.widget) if isinstance(one, w.Textarea)).value = "คลองตื้น"
    next(one for one in inside(other.board.widget) if isinstance(one, w.Textarea)).value = "คลองรก"
    assert problems(workbook)["P01"]["statement"] == "คลองตื้น"
    assert other.conflict.widget.layout.display is None
    assert "<td>คลองรก</td><td>คลองตื้น</td>" in other.conflict._said.value
    assert "กลุ่มน้ำ" not in other.conflict._said.value
    button(other, "ใช้ของฉัน").click()
    saved = problems(workbook)["P01"]
    assert (saved["statement"], saved["said_by"]) == ("คลองรก", "กลุ่มน้ำ")
    # The first table still shows the older version: it is asked too, and may take theirs.
    next(one for one in inside(told.board.widget) if isinstance(one, w.Textarea)).value = "คลองแห้ง"
    button(told, "ใช้ฉบับที่มีอยู่").click()
    opened = next(one for one in inside(told.board.widget) if isinstance(one, w.Textarea))
    assert opened.value == "คลองรก" and problems(workbook)["P01"]["statement"] == "คลองรก"


def test_a_store_in_trouble_keeps_what_was_typed_and_tries_again(
    told, workbook, monkeypatch, button, box, write
):
    monkeypatch.setattr(workbook.store, "write", locked)
    write(told, "ปัญหา", "ราคาข้าวตก", "ราคาผลผลิต")
    button(told, "+ ราคาผลผลิต").click()
    assert "ยังไม่ได้บันทึก กำลังลองใหม่" in told.line.said and "store is locked" in told.line.said
    assert box(told, "ปัญหา").value == "ราคาข้าวตก" and "P03" not in problems(workbook)
    told.try_again()
    assert "กำลังลองใหม่" in told.line.said
    monkeypatch.undo()
    told.try_again()
    assert problems(workbook)["P03"]["statement"] == "ราคาข้าวตก" and "P04" not in problems(workbook)
    assert "บันทึกแล้ว" in told.line.said and box(told, "ปัญหา").value == ""


def test_it_is_tried_again_by_itself_where_the_loop_of_a_kernel_turns(
    told, workbook, monkeypatch, write
):
    import asyncio

    async def in_a_kernel():
        told._retry._seconds = 0.01
        monkeypatch.setattr(workbook.store, "write", locked)
        write(told, "ปัญหา", "ราคาข้าวตก", "ราคาผลผลิต")
        await asyncio.sleep(0.05)
        assert "P03" not in problems(workbook)
        monkeypatch.undo()
        await asyncio.sleep(0.2)

    asyncio.run(in_a_kernel())
    assert problems(workbook)["P03"]["statement"] == "ราคาข้าวตก"
