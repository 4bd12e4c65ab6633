"""The answers about the way of a proposal from level to level."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class Resolution(Choices):
    """What a meeting resolved on a proposal."""

    PASSED = "passed", "เห็นชอบ เสนอต่อ", "passed, to be sent on"
    RETURNED = "returned", "ส่งกลับให้แก้ไข", "sent back to be mended"
    REJECTED = "rejected", "ไม่เห็นชอบ", "rejected"
    MERGED = "merged", "รวมเข้ากับข้อเสนออื่น", "merged into another"
    SPLIT = "split", "แยกเป็นหลายข้อเสนอ", "split into several"


class OriginKind(Choices):
    """How a proposal came out of another, or out of a problem."""

    RAISED = "raised", "ยกขึ้นมาจาก", "raised from"
    MERGED = "merged", "รวมมาจาก", "merged from"
    SPLIT = "split", "แยกออกมาจาก", "split off from"
