"""Forest, water, soil and other natural resources that the tambon shares."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, Integer, Land, LongText, Text, YesNo
from planning_kit.records.links import SOURCE_LINK, VILLAGE_LINK, source_field, village_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Noun, Record


class ResourceKind(Choices):
    """What sort of resource it is."""

    COMMUNITY_FOREST = "community_forest", "ป่าชุมชน", "community forest"
    RESERVED_FOREST = "reserved_forest", "ป่าสงวนหรืออุทยาน", "reserved forest or park"
    WATER_BODY = "water_body", "แหล่งน้ำธรรมชาติ", "natural water body"
    WATER_WORK = "water_work", "ฝาย อ่าง สระสาธารณะ", "weir, reservoir or public pond"
    SOIL = "soil", "ดิน", "soil"
    PUBLIC_LAND = "public_land", "ที่สาธารณประโยชน์", "public land"
    COAST = "coast", "ชายฝั่งหรือป่าชายเลน", "coast or mangrove"
    BIODIVERSITY = "biodiversity", "พันธุ์พืชพันธุ์สัตว์ท้องถิ่น", "local plants and animals"
    WASTE = "waste", "ขยะและน้ำเสีย", "waste and waste water"
    OTHER = "other", "อื่น ๆ", "other"


class Condition(Choices):
    """How it is now."""

    GOOD = "good", "ดี", "good"
    FAIR = "fair", "พอใช้", "fair"
    POOR = "poor", "ทรุดโทรม", "poor"


class Trend(Choices):
    """Which way it has gone in the last five years."""

    BETTER = "better", "ดีขึ้น", "better"
    SAME = "same", "เหมือนเดิม", "the same"
    WORSE = "worse", "แย่ลง", "worse"


class NaturalResource(Record):
    """A forest, water body, soil or other shared resource and its state."""

    noun = Noun(
        name="natural_resource",
        title=Words("ป่า น้ำ ดิน และสิ่งแวดล้อม", "Forest, water, soil and environment"),
        help=Words(
            "แหล่งละหนึ่งแถว บอกสภาพ แนวโน้ม และใครดูแล",
            "One row per resource: its state, its trend and who looks after it",
        ),
        key=("name", "village_code"),
        links=(VILLAGE_LINK, SOURCE_LINK),
    )

    name: Text = field("ชื่อ", "Name", example="ป่าชุมชนโคกฝึกหัด", required=True, privacy=Privacy.PUBLIC)
    kind: Choice = field(
        "ประเภท",
        "Kind",
        choices=ResourceKind,
        example=ResourceKind.COMMUNITY_FOREST,
        required=True,
        privacy=Privacy.PUBLIC,
    )
    village_code: Code = village_field()
    area: Land = field(
        "พื้นที่",
        "Area",
        low=0,
        example="320-0-0",
        unit=("ไร่-งาน-ตร.ว.", "rai-ngan-sq wah"),
        privacy=Privacy.PUBLIC,
    )
    months_with_water: Integer = field(
        "มีน้ำกี่เดือนต่อปี",
        "Months with water",
        low=0,
        high=12,
        unit=("เดือน", "months"),
        privacy=Privacy.PUBLIC,
        adds_up=False,
    )
    condition: Choice = field(
        "สภาพปัจจุบัน", "Condition", choices=Condition, example=Condition.FAIR, privacy=Privacy.PUBLIC
    )
    trend: Choice = field(
        "แนวโน้มห้าปีที่ผ่านมา",
        "Trend over five years",
        choices=Trend,
        example=Trend.BETTER,
        privacy=Privacy.PUBLIC,
    )
    has_rules: YesNo = field(
        "มีกติกาชุมชนดูแล", "Community rules in force", example=True, privacy=Privacy.PUBLIC
    )
    keeper: Text = field(
        "กลุ่มหรือหน่วยงานที่ดูแล",
        "Looked after by",
        privacy=Privacy.PUBLIC,
        help=("ชื่อกลุ่มหรือหน่วยงาน ไม่ใช่ชื่อบุคคล", "A group or agency, not a person"),
        example="คณะกรรมการป่าชุมชน",
    )
    households_using: Integer = field(
        "ครัวเรือนที่ใช้ประโยชน์",
        "Households that use it",
        low=0,
        example=60,
        unit=("ครัวเรือน", "households"),
        privacy=Privacy.PUBLIC,
    )
    issue: LongText = field("ปัญหา", "Issue", example="ไฟป่าทุกหน้าแล้ง", privacy=Privacy.PUBLIC)
    source_code: Code = source_field()
