"""The answers about projects, money, partners and indicators."""

from __future__ import annotations

from planning_kit.records.choices import Choices


class RelianceClass(Choices):
    """Who does it: the self-reliance class of a project."""

    SELF = "self", "ทำเอง", "by ourselves"
    JOINT = "joint", "ทำร่วม", "jointly"
    AGENCY = "agency", "ขอให้หน่วยงานทำ", "ask an agency"


class ProjectStage(Choices):
    """How far a project has come on its way into the plan."""

    IDEA = "idea", "แนวคิด (หนึ่งหน้า)", "idea (one page)"
    FULL = "full", "แบบเสนอเต็ม", "full form"
    ADOPTED = "adopted", "อยู่ในแผนแล้ว", "in the plan"
    SET_ASIDE = "set_aside", "พักไว้", "set aside"


class AmendmentType(Choices):
    """How something enters a plan that is already in force."""

    ADDITION = "addition", "เพิ่มเติม", "addition"
    CHANGE = "change", "เปลี่ยนแปลง", "change"
    CORRECTION = "correction", "แก้ไข", "correction"


class BudgetKind(Choices):
    """Money planned, money in a budget ordinance, money spent: never added together."""

    PLAN = "plan", "ตามแผน", "planned"
    ORDINANCE = "ordinance", "ในข้อบัญญัติหรือเทศบัญญัติ", "in the budget ordinance"
    SPENT = "spent", "ใช้จ่ายจริง", "spent"


class PledgeState(Choices):
    """What has become of a request to a partner."""

    NOT_ASKED = "not_asked", "ยังไม่ได้ขอ", "not asked yet"
    ASKED = "asked", "ขอแล้ว รอคำตอบ", "asked, no answer yet"
    PROMISED = "promised", "รับปากแล้ว", "promised"
    GIVEN = "given", "ได้รับแล้ว", "given"
    REFUSED = "refused", "ปฏิเสธ", "refused"


class CashKind(Choices):
    """The parts of an income project’s cash flow."""

    INVESTMENT = "investment", "เงินลงทุน", "investment"
    RUNNING_COST = "running_cost", "ค่าใช้จ่ายดำเนินงาน", "running cost"
    REVENUE = "revenue", "รายรับ", "revenue"
    RESIDUAL = "residual", "มูลค่าซาก", "residual value"


class Direction(Choices):
    """Which way an indicator should move."""

    UP = "up", "ยิ่งมากยิ่งดี", "more is better"
    DOWN = "down", "ยิ่งน้อยยิ่งดี", "less is better"
    KEEP = "keep", "รักษาไว้", "keep as it is"


class AddsUp(Choices):
    """How values of several tambons become one above them."""

    SUM = "sum", "บวกกัน", "add them"
    SHARE = "share", "บวกตัวตั้งและตัวหารแยกกัน", "add numerators and denominators"
    MEAN = "mean", "เฉลี่ยถ่วงด้วยจำนวนที่ได้ข้อมูล (n)", "mean, weighted by n"
    NONE = "none", "รวมไม่ได้ ดูรายตำบล", "not added; shown by tambon"


class ValueKind(Choices):
    """What a value of an indicator is."""

    BASELINE = "baseline", "ค่าฐาน", "baseline"
    TARGET = "target", "ค่าเป้าหมาย", "target"
    ACTUAL = "actual", "ค่าจริง", "actual"


class PolicyLevel(Choices):
    """Whom a policy proposal is for."""

    TAMBON = "tambon", "ตำบล", "tambon"
    PROVINCE = "province", "จังหวัด", "province"
    REGION = "region", "ภาค", "region"
    NATION = "nation", "ประเทศ", "nation"


class ProposalState(Choices):
    """How far a policy proposal has come."""

    DRAFTED = "drafted", "ร่างแล้ว", "drafted"
    ENDORSED = "endorsed", "สภารับรองแล้ว", "endorsed"
    SENT = "sent", "ส่งแล้ว", "sent"
    RECEIVED = "received", "หน่วยงานรับเรื่องแล้ว", "received"
    ACCEPTED = "accepted", "หน่วยงานเห็นชอบ", "accepted"
    REFUSED = "refused", "หน่วยงานไม่รับ", "refused"
    DONE = "done", "ดำเนินการแล้ว", "done"


class AskKind(Choices):
    """What a policy proposal asks for."""

    LAW = "law", "กฎหมายหรือระเบียบ", "law or rule"
    BUDGET = "budget", "งบประมาณ", "budget"
    SERVICE = "service", "บริการของรัฐ", "public service"
    OTHER = "other", "อื่น ๆ", "other"


class TaxonomyName(Choices):
    """The lists that an area may make its own."""

    PROBLEM_THEME = "problem_theme", "กลุ่มปัญหา", "problem themes"
    POLICY_THEME = "policy_theme", "ประเด็นนโยบาย", "policy themes"
    FARMING_DIRECTION = "farming_direction", "ทิศทางเกษตรกรรม", "farming directions"
    FUNDING_SOURCE = "funding_source", "แหล่งงบประมาณ", "funding sources"
    AGENCY = "agency", "หน่วยงาน", "agencies"
    HIGHER_STRATEGY = "higher_strategy", "ยุทธศาสตร์ของแผนระดับบน", "strategies of higher plans"
    DATASET = "dataset", "ชุดข้อมูล", "sets of data"
    BENEFICIARY_GROUP = "beneficiary_group", "กลุ่มผู้ได้รับประโยชน์", "beneficiary groups"


class StatementKind(Choices):
    """The parts of a plan’s direction."""

    VISION = "vision", "วิสัยทัศน์", "vision"
    MISSION = "mission", "พันธกิจ", "mission"
    GOAL = "goal", "เป้าประสงค์", "goal"
