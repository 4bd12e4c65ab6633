"""What the community has to build on: people’s knowledge, places, culture, works, networks."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, LongText, Text
from planning_kit.records.links import SOURCE_LINK, VILLAGE_LINK, source_field, village_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Noun, Record


class CapitalKind(Choices):
    """The kinds of capital of the sustainable-livelihoods frame, and culture."""

    HUMAN = "human", "ทุนมนุษย์ (ความรู้ ภูมิปัญญา)", "human (knowledge and skill)"
    SOCIAL = "social", "ทุนทางสังคม (เครือข่าย ความร่วมมือ)", "social (networks and trust)"
    CULTURAL = "cultural", "ทุนวัฒนธรรม", "cultural"
    PHYSICAL = "physical", "ทุนกายภาพ (ถนน คลอง อาคาร)", "physical (roads, canals, buildings)"
    FINANCIAL = "financial", "ทุนการเงิน", "financial"
    NATURAL = "natural", "ทุนธรรมชาติ", "natural"


class Capital(Record):
    """A strength of the community that a project can use."""

    noun = Noun(
        name="capital",
        title=Words("ทุนของชุมชน", "Community capital"),
        help=Words("สิ่งดีที่ชุมชนมี หนึ่งเรื่องต่อหนึ่งแถว", "What the community has; one a row"),
        key=("name", "village_code"),
        links=(VILLAGE_LINK, SOURCE_LINK),
    )

    name: Text = field(
        "ชื่อทุน",
        "Name",
        example="ความรู้ทำปุ๋ยหมักไม่กลับกอง",
        required=True,
        privacy=Privacy.PUBLIC,
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
    )
    kind: Choice = field(
        "ประเภททุน",
        "Kind",
        choices=CapitalKind,
        example=CapitalKind.HUMAN,
        required=True,
        privacy=Privacy.PUBLIC,
    )
    village_code: Code = village_field()
    description: LongText = field(
        "รายละเอียด", "Description", privacy=Privacy.PUBLIC, example="ทำใช้เองได้ 12 ครัวเรือน"
    )
    potential: LongText = field(
        "ต่อยอดทำอะไรได้", "What it could lead to", privacy=Privacy.PUBLIC, example="ทำขายในตำบล"
    )
    source_code: Code = source_field()
