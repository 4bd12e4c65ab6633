"""The answers about voting and deciding."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class PollMethod(Choices):
    """How people vote."""

    CRITERIA = "criteria", "ให้คะแนนสี่ด้าน", "four criteria"
    PAIRWISE = "pairwise", "เทียบทีละคู่", "pair by pair"
    DOTS = "dots", "ติดจุดหรือสติกเกอร์", "dots or stickers"
    APPROVAL = "approval", "กาข้อที่เห็นด้วย", "tick those approved"
    HANDS = "hands", "ยกมือ", "raised hands"


class PollAbout(Choices):
    """What is voted on."""

    PROBLEM = "problem", "ปัญหา", "problems"
    PROJECT = "project", "โครงการ", "projects"


class TiePolicy(Choices):
    """What happens to equal results."""

    SHARED = "shared", "ให้อยู่อันดับเดียวกัน", "share the place"
    BY_CRITERION = "by_criterion", "ดูขนาดก่อน แล้วดูความรุนแรง", "by size, then severity"
    BY_CODE = "by_code", "เรียงตามรหัส", "by code"
    ASK = "ask", "หยุดแล้วถามที่ประชุม", "stop and ask the meeting"


class VoterAge(Choices):
    """Age groups on a ballot; broad, so that nobody is known by them."""

    UNDER_25 = "under_25", "ต่ำกว่า 25 ปี", "under 25"
    FROM_25_TO_59 = "age_25_59", "25–59 ปี", "25–59"
    FROM_60 = "age_60_up", "60 ปีขึ้นไป", "60 and over"


class DecisionAbout(Choices):
    """What the meeting decided on."""

    PROBLEM_ORDER = "problem_order", "ลำดับความสำคัญของปัญหา", "order of problems"
    PROJECT_ORDER = "project_order", "ลำดับความสำคัญของโครงการ", "order of projects"
    VISION = "vision", "วิสัยทัศน์", "vision"
    STRATEGY = "strategy", "ประเด็นการพัฒนา", "development issues"
    PLAN = "plan", "ทั้งแผน", "the plan as a whole"
    PROJECT = "project", "โครงการ", "projects"
    PILOT = "pilot", "ตำบลนำร่อง", "pilot tambon"
    OTHER = "other", "อื่น ๆ", "other"
