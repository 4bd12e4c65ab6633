from __future__ import annotations

from planning_kit.validate import State

TREE = [
    ("problem", {"problem_code": "P01", "statement": "น้ำไม่พอ"}),
    ("problem", {"problem_code": "P02", "statement": "หนี้สูง"}),
]


def node(code: str, parent: str | None = None, side: str = "cause", problem: str = "P01"):
    values = {"problem_code": problem, "node_code": code, "side": side, "statement": f"ข้อ {code}"}
    return "tree_node", {**values, "parent_code": parent}


def found(judged, *nodes, **more) -> dict[str, list[str]]:
    checked = judged(*TREE, *nodes, **more)
    return {
        row.raw.values["node_code"]: [finding.code for finding in row.findings]
        for row in checked.rows[2:]
    }


def test_a_sound_tree_of_both_sides_is_accepted(judged) -> None:
    nodes = [node("C1"), node("C2", "C1"), node("C3", "C2"), node("E1", side="effect")]
    assert found(judged, *nodes, node("E2", "E1", "effect")) == {
        "C1": [], "C2": [], "C3": [], "E1": [], "E2": []
    }  # fmt: skip


def test_a_circle_is_refused_in_one_sentence_with_all_its_nodes(judged) -> None:
    checked = judged(*TREE, node("C1", "C2"), node("C2", "C1"), node("C3"))
    first, second, third = checked.rows[2:]
    assert first.state is second.state is State.REFUSED
    assert third.state is State.ACCEPTED
    assert "C1 → C2 → C1" in first.findings[0].say("th")
    assert "C1 → C2 → C1" in first.findings[0].say("en")


def test_what_hangs_below_a_circle_is_told_to_wait(judged) -> None:
    nodes = [node("C1", "C2"), node("C2", "C1"), node("C3", "C2"), node("C4", "C3")]
    marks = found(judged, *nodes)
    assert marks["C3"] == ["validate.hangs-on-refused"]
    assert marks["C4"] == ["validate.hangs-on-refused"]


def test_a_parent_of_another_tree_is_named_with_its_tree(judged) -> None:
    checked = judged(*TREE, node("C9", problem="P02"), node("C1", "C9"))
    row = checked.rows[3]
    assert [finding.code for finding in row.findings] == ["validate.parent-of-another-tree"]
    assert "P02" in row.findings[0].say("th")


def test_a_cause_does_not_hang_on_an_effect(judged) -> None:
    marks = found(judged, node("E1", side="effect"), node("C1", "E1"))
    assert marks == {"E1": [], "C1": ["validate.parent-of-another-side"]}


def test_an_unknown_parent_is_refused_and_one_kept_before_is_known(judged) -> None:
    assert found(judged, node("C2", "C1")) == {"C2": ["validate.unknown-parent"]}
    held = {"tree_node": [node("C1")[1]]}
    assert found(judged, node("C2", "C1"), held=held) == {"C2": []}
