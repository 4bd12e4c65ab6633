"""The problem tree and the SWOT board as people use them."""

from __future__ import annotations

import ipywidgets as w
import pytest

import planning_kit as kit
from planning_kit.records import Problem, SwotItem, TreeNode

WATER = "คลองส่งน้ำตื้นเขิน น้ำทำนาไม่พอ"


@pytest.fixture
def told(workbook):
    made = Problem(problem_code="P01", statement=WATER, theme="water")
    return workbook.save(made, who="a", why="b")


# --- trees ---------------------------------------------------------------------------------
def nodes(workbook):
    return {row["node_code"]: row for row in workbook.frame("tree_node").to_dict("records")}


def test_causes_hang_under_causes_and_a_circle_is_refused_in_a_sentence(
    told, workbook, button, write, inside
):
    tree = kit.tree_editor(workbook)
    assert tree.problem == "P01"
    button(tree, f"P01 {WATER}").click()
    write(tree, "เพราะอะไร", "คลองไม่ได้ขุดลอก", "เพิ่มสาเหตุ")
    write(tree, "แล้วเกิดอะไร", "ข้าวเสียหาย", "เพิ่มผลกระทบ")
    button(tree, "C1").click()
    write(tree, "เพราะอะไร", "ไม่มีงบประมาณ", "เพิ่มสาเหตุ")
    kept = nodes(workbook)
    assert {code: row["parent_code"] for code, row in kept.items()} == {
        "C1": None,
        "C2": "C1",
        "E1": None,
    }
    assert "pk-deep-1" in button(tree, "C2")._dom_classes
    assert "<svg" in tree.picture.value and "ไม่มีงบประมาณ" in tree.picture.value
    hangs_on = next(one for one in inside(tree.board.widget) if isinstance(one, w.Dropdown))
    hangs_on.value = "C2"
    assert nodes(workbook)["C1"]["parent_code"] is None
    said = " ".join(one.value for one in inside(tree.board.widget) if isinstance(one, w.HTML))
    assert "C1 → C2 → C1" in said


def test_a_box_goes_with_all_that_hangs_on_it_and_comes_back_whole(told, workbook, button):
    for code, parent in (("C1", None), ("C2", "C1"), ("C3", "C2"), ("C4", None)):
        node = TreeNode(
            problem_code="P01", node_code=code, side="cause", statement=code, parent_code=parent
        )
        workbook.save(node, who="a", why="b")
    tree = kit.tree_editor(workbook)
    button(tree, "C1").click()
    button(tree, "พร้อม 2 ข้อ").click()
    assert set(nodes(workbook)) == {"C4"}
    tree.undo_button.click()
    assert {code: row["parent_code"] for code, row in nodes(workbook).items()} == {
        "C1": None, "C2": "C1", "C3": "C2", "C4": None,
    }  # fmt: skip


def test_a_tree_without_a_problem_says_what_to_do_first(workbook):
    tree = kit.tree_editor(workbook)
    assert "การ์ดปัญหา" in tree._none.value and tree.board.widget.children == ()


# --- SWOT ----------------------------------------------------------------------------------
def test_items_go_into_their_field_and_a_way_joins_them(workbook, button, inside):
    tool = kit.swot_board(workbook)
    for field, text in (("strength", "มีกลุ่มผู้ใช้น้ำ"), ("opportunity", "ตลาดโรงเรียน"), ("so", "ส่งผัก")):
        added = tool._boxes[field]
        added.box.value = text
        added.button.click()
    items = workbook.frame("swot_item").set_index("item_code")["quadrant"].to_dict()
    assert items == {"S1": "strength", "O1": "opportunity", "SO1": "so"}
    button(tool, "SO1").click()
    for code in ("S1", "O1"):
        next(
            one
            for one in inside(tool.ways.widget)
            if isinstance(one, w.ToggleButton) and code in one.description
        ).value = True
    assert set(workbook.frame("swot_item").set_index("item_code")["linked_codes"]["SO1"]) == {
        "S1",
        "O1",
    }
    assert "ส่งผัก" in tool.picture.value and "แนวทางที่คิดต่อ" in tool.picture.value
    button(tool, "S1 ").click()
    button(tool, "เอาออก").click()
    assert "SO1" in tool.line.said and len(workbook.frame("swot_item")) == 3


def test_an_item_is_changed_and_changed_back(workbook, button, inside):
    workbook.save(SwotItem(item_code="S1", quadrant="strength", statement="เดิม"), who="a", why="b")
    tool = kit.swot_board(workbook)
    button(tool, "S1").click()
    next(one for one in inside(tool.board.widget) if isinstance(one, w.Textarea)).value = "ใหม่"
    assert workbook.frame("swot_item")["statement"].tolist() == ["ใหม่"]
    tool.undo_button.click()
    assert workbook.frame("swot_item")["statement"].tolist() == ["เดิม"]
    # What is open shows what stands.
    assert (
        next(one for one in inside(tool.board.widget) if isinstance(one, w.Textarea)).value == "เดิม"
    )
