"""A task that a meeting gave to somebody, and whether it is done."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.follow_choices import TodoState
from planning_kit.records.kinds import Choice, Code, Date, LongText, Text
from planning_kit.records.plan_fields import (
    FORUM_LINK,
    PROJECT_LINK,
    forum_field,
    open_field,
    project_field,
)
from planning_kit.records.record import Check, Noun, Record

_OPEN = (TodoState.OPEN, TodoState.DOING)


class Todo(Record):
    """Something to be done by a day, with the role or organisation that does it."""

    noun = Noun(
        name="todo",
        title=Words("งานที่มอบหมาย", "To-dos"),
        help=Words(
            "งานละหนึ่งแถว บอกว่าใครทำ (ตำแหน่งหรือองค์กร) ภายในวันใด มาจากการประชุมใด",
            "One row per task: who does it (role or organisation), by when, from which meeting",
        ),
        key=("todo_code",),
        links=(FORUM_LINK, PROJECT_LINK),
        checks=(
            Check(
                "todo.done-but-open",
                ("state", "done_on"),
                lambda r: r.done_on is None or r.state not in _OPEN,
                N_("A day is stated on which it was done, but it is still open; correct one"),
            ),
        ),
        book="plan",
    )

    todo_code: Code = open_field(
        "รหัสงาน",
        "To-do code",
        help=("ตั้งเอง สั้น ๆ เช่น T01", "Your own short code, such as T01"),
        example="T01",
        required=True,
    )
    what: Text = open_field(
        "ต้องทำอะไร", "What is to be done", example="นัด อบต. ดูแนวคลอง", required=True
    )
    owner: Text = open_field(
        "ผู้รับผิดชอบ (ตำแหน่งหรือองค์กร)",
        "Owner (role or organisation)",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="เลขานุการคณะทำงาน",
        required=True,
    )
    due: Date = open_field("ภายในวันที่", "Due", example="15 ธ.ค. 2569")
    forum_code: Code = forum_field()
    project_code: Code = project_field(required=False)
    state: Choice = open_field("สถานะ", "State", choices=TodoState, example=TodoState.DONE)
    done_on: Date = open_field("วันที่เสร็จ", "Done on", example="10 ธ.ค. 2569")
    result: LongText = open_field("ผล", "Result", example="อบต. นัดดูพื้นที่ 20 ธ.ค.")
