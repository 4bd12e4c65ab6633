"""What an agency answered to a request of a plan that was handed over."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Choice, Code, Date, LongText, Text
from planning_kit.records.plan_choices import PledgeState
from planning_kit.records.plan_fields import open_field
from planning_kit.records.plan_rules import in_order
from planning_kit.records.record import Check, Noun, Record, Severity


class RequestAnswer(Record):
    """An answer that came back to a place above the tambon, kept there until the tambon has it.

    ``request_id`` is the id of the pledge it answers, as the file of requests carries it. An
    answer to a request that is not known here is kept too, so that it can be shown.
    """

    noun = Noun(
        name="request_answer",
        title=Words("คำตอบของหน่วยงานต่อคำขอของตำบล", "Answers of agencies to tambons"),
        help=Words(
            "คำตอบที่กลับมาถึงระดับนี้ คำขอละหนึ่งแถว ส่งลงไปให้ตำบลพร้อมความเห็นต่อแผน",
            "One row per request answered here; it goes down to the tambon with the comments",
        ),
        key=("request_id",),
        checks=(
            Check(
                "request-answer.before-asked",
                ("answered_on", "asked_on"),
                in_order("asked_on", "answered_on"),
                N_("The answer is dated before the request; check both dates"),
                Severity.REFUSE,
            ),
        ),
        in_template=False,
        is_typed=True,
        book="plan",
    )

    request_id: Code = open_field(
        "รหัสคำขอ",
        "Request id",
        help=("รหัสในไฟล์คำขอ", "As the file of requests has it"),
        example="2b1d7c1e-6a52-5a0e-9a53-2f1f0b8b7c11",
        required=True,
    )
    asked_by: Code = open_field("พื้นที่ที่ขอ", "Plan area that asks", example="670101", names_place=True)
    project_code: Code = open_field("รหัสโครงการ", "Project code", example="PJ01")
    agency: Code = open_field("หน่วยงาน", "Agency", example="sao", taxonomy="agency")
    what: Text = open_field("ขออะไร", "What is asked", example="รถขุด 5 วัน")
    asked_on: Date = open_field("วันที่ขอ", "Asked on", example="15 พ.ย. 2569")
    state: Choice = open_field(
        "คำตอบ", "Answer", choices=PledgeState, example=PledgeState.PROMISED, required=True
    )
    answered_on: Date = open_field("วันที่ตอบ", "Answered on", example="20 ธ.ค. 2569")
    answer: LongText = open_field(
        "รายละเอียดหรือเหตุผล", "Detail or reason", example="ให้ใช้รถขุดได้หลังปีใหม่"
    )
