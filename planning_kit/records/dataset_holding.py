"""Who holds which data: where it lies, what it means, and whether it may be had."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Code, Date, LongText, Text
from planning_kit.records.plan_fields import open_field
from planning_kit.records.plan_rules import in_order
from planning_kit.records.record import Check, Noun, Record, Severity


class DatasetHolding(Record):
    """One set of data at one holder, and what became of the request for it."""

    noun = Noun(
        name="dataset_holding",
        title=Words("ใครถือข้อมูลอะไร", "Who holds which data"),
        help=Words(
            "ชุดข้อมูลกับผู้ถือละหนึ่งแถว บอกนิยาม รอบปรับปรุง และผลการขอ",
            "One row per set of data and holder: definition, refreshing, and what came of asking",
        ),
        key=("dataset", "holder"),
        checks=(
            Check(
                "dataset.received-before-asked",
                ("received_on", "asked_on"),
                in_order("asked_on", "received_on"),
                N_("The data came before they were asked for; check both dates"),
                Severity.REFUSE,
            ),
            Check(
                "dataset.refused-without-reason",
                ("refused_on",),
                lambda r: r.refused_on is None or r.refused_why is not None,
                N_("The holder refused, but no reason is written; ask for it and write it down"),
            ),
        ),
        book="plan",
    )

    dataset: Code = open_field(
        "ชุดข้อมูล", "Set of data", example="farmer_register", taxonomy="dataset", required=True
    )
    holder: Code = open_field(
        "ผู้ถือข้อมูล",
        "Holder",
        example="district_agriculture",
        taxonomy="agency",
        required=True,
    )
    definition: LongText = open_field(
        "ข้อมูลนี้คืออะไร นับอย่างไร",
        "What it is, and how it is counted",
        example="ครัวเรือนที่ขึ้นทะเบียนและปรับปรุงในปีนั้น ไม่ใช่เกษตรกรทุกราย",
    )
    frequency: Text = open_field("ปรับปรุงบ่อยแค่ไหน", "How often refreshed", example="ทุกฤดูปลูก")
    refreshed_on: Date = open_field("ปรับปรุงล่าสุด", "Last refreshed on", example="30 ก.ย. 2569")
    asked_on: Date = open_field("วันที่ขอ", "Asked on", example="10 ต.ค. 2569")
    received_on: Date = open_field("วันที่ได้รับ", "Received on", example="25 ต.ค. 2569")
    refused_on: Date = open_field("วันที่ปฏิเสธ", "Refused on")
    refused_why: LongText = open_field("เหตุผลที่ปฏิเสธ", "Reason of refusing")
    note: LongText = open_field("หมายเหตุ", "Note", example="ได้เป็นยอดรวมรายหมู่บ้าน ไม่มีรายชื่อ")
