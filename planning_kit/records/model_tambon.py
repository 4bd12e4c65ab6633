"""Scores of the model tambon, each with its evidence."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Code, Date, LongText, Number
from planning_kit.records.plan_fields import FORUM_LINK, forum_field, open_field
from planning_kit.records.record import Noun, Record


class ModelScore(Record):
    """Points given to one item of one dimension; no points without evidence."""

    noun = Noun(
        name="model_score",
        title=Words("คะแนนตำบลต้นแบบ", "Model tambon scores"),
        help=Words(
            "ข้อละหนึ่งแถว ให้คะแนนได้เมื่อมีหลักฐาน เกณฑ์นี้ไม่ใช่มาตรฐานของทางราชการ",
            "One row per item; points need evidence. Not an official standard",
        ),
        key=("dimension", "item"),
        links=(FORUM_LINK,),
        book="plan",
    )

    dimension: Code = open_field(
        "ด้าน", "Dimension", example="process", required=True, declared="model_dimension"
    )
    item: Code = open_field(
        "ข้อ",
        "Item",
        help=("ข้อในเกณฑ์ตำบลต้นแบบ", "An item of the model tambon’s list"),
        example="all_villages",
        declared="model_item",
        required=True,
    )
    points: Number = open_field("คะแนนที่ได้", "Points", low=0, high=100, example=3)
    evidence: LongText = open_field(
        "หลักฐาน", "Evidence", example="รายงานการประชุม 8 หมู่บ้าน ปี 2569", required=True
    )
    forum_code: Code = forum_field()
    date: Date = open_field("วันที่ให้คะแนน", "Date", example="10 ต.ค. 2569")
