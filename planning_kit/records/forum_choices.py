"""The answers about meetings and what is said in them."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class ForumKind(Choices):
    """What sort of meeting it is; only a council meeting has a quorum."""

    VILLAGE_FORUM = "village_forum", "ประชาคมหมู่บ้าน", "village forum"
    TAMBON_FORUM = "tambon_forum", "ประชาคมตำบล", "tambon forum"
    PUBLIC_HEARING = "public_hearing", "ประชาพิจารณ์", "public hearing"
    COUNCIL_MEETING = "council_meeting", "ประชุมสภาองค์กรชุมชน", "council meeting"
    WORKING_GROUP = "working_group", "ประชุมคณะทำงาน", "working group meeting"
    FOCUS_GROUP = "focus_group", "วงพูดคุยกลุ่มย่อย", "focus group"
    TRAINING = "training", "อบรม", "training"
    OTHER = "other", "อื่น ๆ", "other"


class AttendanceBy(Choices):
    """By what the people who came are counted."""

    VILLAGE = "village", "หมู่บ้าน", "village"
    FARMER_GROUP = "farmer_group", "กลุ่มเกษตรกร", "farmer group"
    ORGANISATION = "organisation", "หน่วยงานหรือองค์กร", "organisation"
    SOCIAL_GROUP = "social_group", "กลุ่มคน (สตรี เยาวชน ไร้ที่ดิน ผู้สูงอายุ)", "social group"


class TreeSide(Choices):
    """Below the problem stand causes, above it effects."""

    CAUSE = "cause", "สาเหตุ", "cause"
    EFFECT = "effect", "ผลกระทบ", "effect"


class SwotQuadrant(Choices):
    """The four fields of SWOT and the four of TOWS."""

    STRENGTH = "strength", "จุดแข็ง", "strength"
    WEAKNESS = "weakness", "จุดอ่อน", "weakness"
    OPPORTUNITY = "opportunity", "โอกาส", "opportunity"
    THREAT = "threat", "อุปสรรค", "threat"
    SO = "so", "ใช้จุดแข็งรับโอกาส (SO)", "use strengths for opportunities (SO)"
    ST = "st", "ใช้จุดแข็งกันอุปสรรค (ST)", "use strengths against threats (ST)"
    WO = "wo", "ใช้โอกาสแก้จุดอ่อน (WO)", "use opportunities on weaknesses (WO)"
    WT = "wt", "ลดจุดอ่อนและเลี่ยงอุปสรรค (WT)", "lessen weaknesses and avoid threats (WT)"


class KnowledgeKind(Choices):
    """What sort of knowledge the community holds."""

    INNOVATION = "innovation", "นวัตกรรมของชุมชน", "innovation"
    LOCAL_KNOWLEDGE = "local_knowledge", "ภูมิปัญญาท้องถิ่น", "local knowledge"
    TECHNOLOGY = "technology", "เทคโนโลยีที่เหมาะสม", "fitting technology"


class EventKind(Choices):
    """How people remember an event."""

    GOOD = "good", "เรื่องดี", "good"
    BAD = "bad", "เรื่องร้าย", "bad"
    NEUTRAL = "neutral", "กลาง ๆ", "neutral"


class CalendarKind(Choices):
    """The bands of the seasonal calendar."""

    CROP = "crop", "พืชและสัตว์", "crops and animals"
    LABOUR = "labour", "แรงงาน", "labour"
    WATER = "water", "น้ำ", "water"
    DEBT = "debt", "หนี้และเงิน", "debt and money"
    HAZARD = "hazard", "ภัย", "hazards"
    FESTIVAL = "festival", "งานบุญประเพณี", "festivals"
    OTHER = "other", "อื่น ๆ", "other"


class AttachmentKind(Choices):
    """What a kept file shows."""

    PHOTO = "photo", "ภาพถ่าย", "photo"
    RESOURCE_MAP = "resource_map", "แผนที่ทรัพยากร", "resource map"
    MINUTES = "minutes", "รายงานการประชุม", "minutes"
    SIGN_IN = "sign_in", "ใบลงชื่อ", "sign-in sheet"
    DOCUMENT = "document", "เอกสาร", "document"
    LOGO = "logo", "ตราสัญลักษณ์", "logo"
