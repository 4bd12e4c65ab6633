"""The problem tree: what causes a problem and what follows from it."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.forum_choices import TreeSide
from planning_kit.records.kinds import Choice, Code, LongText, YesNo
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    PROBLEM_LINK,
    forum_field,
    open_field,
    problem_field,
)
from planning_kit.records.plan_rules import not_itself
from planning_kit.records.record import Check, Noun, Record, Severity


class TreeNode(Record):
    """One cause or effect; it hangs on another of the same side, or on the problem itself."""

    noun = Noun(
        name="tree_node",
        title=Words("ต้นไม้ปัญหา", "Problem tree"),
        help=Words(
            "สาเหตุหรือผลกระทบละหนึ่งแถว บอกว่าต่อจากข้อใด",
            "One row per cause or effect, saying what it hangs on",
        ),
        key=("problem_code", "node_code"),
        links=(PROBLEM_LINK, FORUM_LINK),
        checks=(
            Check(
                "tree.hangs-on-itself",
                ("parent_code", "node_code"),
                not_itself("node_code", "parent_code"),
                N_(
                    "The cause or effect hangs on itself; write the code of the one it hangs on, "
                    "or leave the cell blank if it hangs on the problem"
                ),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    problem_code: Code = problem_field()
    node_code: Code = open_field(
        "รหัสข้อ",
        "Node code",
        help=("ตั้งเอง เช่น C1 (สาเหตุ) E1 (ผลกระทบ)", "Your own, such as C1 (cause), E1 (effect)"),
        example="C1",
        required=True,
    )
    side: Choice = open_field(
        "เป็นสาเหตุหรือผลกระทบ",
        "Cause or effect",
        choices=TreeSide,
        example=TreeSide.CAUSE,
        required=True,
    )
    statement: LongText = open_field(
        "ข้อความ", "Statement", example="คลองส่งน้ำตื้นเขิน ไม่ได้ขุดลอกมาเจ็ดปี", required=True
    )
    parent_code: Code = open_field(
        "ต่อจากข้อ",
        "Hangs on",
        help=(
            "รหัสข้อของปัญหาเดียวกันและด้านเดียวกัน เว้นว่างถ้าต่อจากตัวปัญหา",
            "A node code of the same problem and side; blank if it hangs on the problem",
        ),
    )
    is_root_cause: YesNo = open_field("เป็นรากของปัญหา", "Root cause", example=True)
    forum_code: Code = forum_field()
