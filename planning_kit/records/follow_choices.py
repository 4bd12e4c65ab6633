"""The answers about what came of the plan: tasks, talks with agencies, joint actions."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class TodoState(Choices):
    """How far a task has come."""

    OPEN = "open", "ยังไม่เริ่ม", "not begun"
    DOING = "doing", "กำลังทำ", "under way"
    DONE = "done", "เสร็จแล้ว", "done"
    DROPPED = "dropped", "ยกเลิก", "dropped"


class ContactKind(Choices):
    """How an agency was spoken to."""

    LETTER = "letter", "หนังสือ", "letter"
    CALL = "call", "โทรศัพท์", "call"
    MEETING = "meeting", "ประชุมหรือพบกัน", "meeting"
    MESSAGE = "message", "ข้อความหรืออีเมล", "message or e-mail"
    VISIT = "visit", "ลงพื้นที่", "visit to the tambon"
    OTHER = "other", "อื่น ๆ", "other"


class ContactWay(Choices):
    """Who turned to whom."""

    TO_AGENCY = "to_agency", "เราติดต่อหน่วยงาน", "we turned to the agency"
    FROM_AGENCY = "from_agency", "หน่วยงานติดต่อเรา", "the agency turned to us"


class Party(Choices):
    """The three parties that act together."""

    FARMERS_COUNCIL = "farmers_council", "สภาเกษตรกร", "farmers’ council"
    COMMUNITY_COUNCILS = "community_councils", "สภาองค์กรชุมชน", "community councils"
    CODI = "codi", "พอช. (สถาบันพัฒนาองค์กรชุมชน)", "CODI"


class ActionState(Choices):
    """How far a joint action has come."""

    PLANNED = "planned", "วางแผนแล้ว", "planned"
    UNDER_WAY = "under_way", "กำลังดำเนินการ", "under way"
    DONE = "done", "ทำแล้ว", "done"
    PUT_OFF = "put_off", "เลื่อนไปก่อน", "put off"
    DROPPED = "dropped", "ยกเลิก", "dropped"


class AgencyLevel(Choices):
    """At which level an agency works."""

    TAMBON = "tambon", "ตำบล", "tambon"
    AMPHOE = "amphoe", "อำเภอ", "district"
    PROVINCE = "province", "จังหวัด", "province"
    REGION = "region", "ภาค", "region"
    NATION = "nation", "ประเทศ", "nation"


class AgencyKind(Choices):
    """What sort of partner an agency is."""

    FARMERS_COUNCIL = "farmers_council", "สภาเกษตรกร", "farmers’ council"
    COMMUNITY = "community", "องค์กรชุมชน", "community organisation"
    DEPARTMENT = "department", "กระทรวง กรม และสำนักงานในสังกัด", "ministry or department"
    LOCAL_GOVERNMENT = "local_government", "องค์กรปกครองส่วนท้องถิ่น", "local government"
    PUBLIC_BODY = "public_body", "องค์การมหาชน กองทุน และหน่วยงานของรัฐ", "public body or fund"
    BANK = "bank", "ธนาคารของรัฐ", "state bank"
    PRIVATE = "private", "เอกชน", "private firm"
    EDUCATION = "education", "สถาบันการศึกษา", "university or college"
