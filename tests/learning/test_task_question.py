"""A task is done when what was saved holds all that is wanted; else it is told what is missing."""

from planning_kit.language import Words
from planning_kit.learning import ANYTHING, Beside, Lack, TaskQuestion

SAID = Words("ก", "a")
TASK = TaskQuestion(
    code="t", objective="o", ask=SAID, explain=SAID, hints=(SAID,), record="problem",
    wanted=(("statement", ANYTHING), ("theme", "water")),
    beside=(Beside(record="tree_node", by="problem_code", wanted=(("side", "cause"), ("statement", ANYTHING))),),
)  # fmt: skip
P16 = {"problem_code": "P16", "statement": "คลองตัน", "theme": "water"}


def node(problem, side):
    return {"problem_code": problem, "side": side, "statement": "ไม่มีคนเก็บ"}


def test_a_card_with_its_cause_counts_and_causes_of_others_do_not():
    others = {"tree_node": [node("P01", "cause"), node("P16", "effect")]}
    assert TASK.counted([P16], others) == "0"
    assert TASK.counted([P16], {"tree_node": [*others["tree_node"], node("P16", "cause")]}) == "1"


def test_what_the_nearest_record_lacks_is_told():
    far = {"problem_code": "P17", "theme": "debt"}
    with_effect = {"tree_node": [node("P16", "effect")]}
    assert TASK.lacking([far, P16], with_effect) == [Lack("tree_node", "side", "cause")]
    assert [one.field for one in TASK.lacking([P16])] == ["side", "statement"]
    assert TASK.lacking([]) == []


def test_a_card_that_is_blank_is_not_filled_in():
    cause = {"tree_node": [node("P16", "cause")]}
    assert TASK.lacking([{**P16, "statement": ""}], cause) == [
        Lack("problem", "statement", ANYTHING)
    ]
