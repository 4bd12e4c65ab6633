"""Groups, community enterprises, funds and learning centres of the tambon."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, Integer, LongText, Money, Text, YearBE, YesNo
from planning_kit.records.links import SOURCE_LINK, VILLAGE_LINK, source_field, village_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Noun, Record, Severity


class GroupKind(Choices):
    """What a group is for."""

    OCCUPATION = "occupation", "กลุ่มอาชีพ", "occupation group"
    ENTERPRISE = "enterprise", "วิสาหกิจชุมชน", "community enterprise"
    COOPERATIVE = "cooperative", "สหกรณ์", "cooperative"
    LARGE_PLOT = "large_plot", "แปลงใหญ่", "large-plot group"
    VILLAGE_FUND = "village_fund", "กองทุนหมู่บ้าน", "village fund"
    SAVINGS = "savings", "กลุ่มออมทรัพย์", "savings group"
    WELFARE = "welfare", "กองทุนสวัสดิการชุมชน", "community welfare fund"
    WATER_USERS = "water_users", "กลุ่มผู้ใช้น้ำ", "water users’ group"
    LEARNING_CENTRE = "learning_centre", "ศูนย์เรียนรู้ (ศพก.)", "learning centre"
    SEED_CENTRE = "seed_centre", "ศูนย์พันธุ์ข้าวหรือธนาคารเมล็ดพันธุ์", "seed centre or seed bank"
    OTHER = "other", "อื่น ๆ", "other"


class GroupState(Choices):
    """Whether a group still works."""

    ACTIVE = "active", "ดำเนินการอยู่", "active"
    WEAK = "weak", "ดำเนินการบ้าง", "partly active"
    STOPPED = "stopped", "หยุดแล้ว", "stopped"


class Group(Record):
    """A group, enterprise or fund as a body; its people are counted, not named."""

    noun = Noun(
        name="group",
        title=Words("กลุ่มและกองทุน", "Groups and funds"),
        help=Words(
            "กลุ่มละหนึ่งแถว ทั้งกลุ่มอาชีพ วิสาหกิจชุมชน กองทุน และศูนย์เรียนรู้",
            "One row per group: occupation groups, enterprises, funds and learning centres",
        ),
        key=("name", "village_code"),
        links=(VILLAGE_LINK, SOURCE_LINK),
        checks=(
            Check(
                "group.women-above-members",
                ("women", "members"),
                lambda r: r.women is None or r.members is None or r.women <= r.members,
                N_("More women than members in all; check both figures"),
                Severity.REFUSE,
            ),
        ),
    )

    name: Text = field(
        "ชื่อกลุ่ม",
        "Name",
        example="วิสาหกิจชุมชนแปรรูปกล้วยบ้านทุ่งฝึกหัด",
        required=True,
        privacy=Privacy.PUBLIC,
    )
    kind: Choice = field(
        "ประเภท",
        "Kind",
        choices=GroupKind,
        example=GroupKind.ENTERPRISE,
        required=True,
        privacy=Privacy.PUBLIC,
    )
    village_code: Code = village_field()
    is_registered: YesNo = field("จดทะเบียนแล้ว", "Registered", example=True, privacy=Privacy.PUBLIC)
    founded_be: YearBE = field(
        "ปีที่ตั้ง",
        "Founded",
        low=2400,
        high=2700,
        example=2560,
        unit=("พ.ศ.", "B.E."),
        privacy=Privacy.PUBLIC,
    )
    state: Choice = field(
        "สถานะ", "State", choices=GroupState, example=GroupState.ACTIVE, privacy=Privacy.PUBLIC
    )
    members: Integer = field(
        "สมาชิก",
        "Members",
        low=0,
        plausible=(1, 20_000),
        example=25,
        unit=("คน", "persons"),
        privacy=Privacy.PUBLIC,
    )
    women: Integer = field(
        "สมาชิกหญิง",
        "Women members",
        low=0,
        example=18,
        unit=("คน", "persons"),
        privacy=Privacy.PUBLIC,
    )
    products: Text = field(
        "สินค้าหรือกิจกรรมหลัก",
        "Main products or activities",
        example="กล้วยตาก กล้วยฉาบ",
        privacy=Privacy.PUBLIC,
    )
    revenue: Money = field(
        "รายได้ต่อปี",
        "Revenue a year",
        low=0,
        example=180000,
        unit=("บาท", "baht"),
        privacy=Privacy.PUBLIC,
    )
    balance: Money = field(
        "เงินทุนคงเหลือ",
        "Funds held",
        low=0,
        example=45000,
        unit=("บาท", "baht"),
        privacy=Privacy.PUBLIC,
    )
    lent: Money = field(
        "เงินให้กู้คงค้าง",
        "Loans outstanding",
        low=0,
        example=0,
        unit=("บาท", "baht"),
        privacy=Privacy.PUBLIC,
    )
    results: LongText = field(
        "ผลงานและผลที่สมาชิกได้",
        "Results for members",
        example="แบ่งผลกำไรให้สมาชิกทุกปี",
        privacy=Privacy.PUBLIC,
    )
    needs: LongText = field(
        "สิ่งที่ต้องการให้ช่วย", "Support needed", example="เครื่องอบแห้ง", privacy=Privacy.PUBLIC
    )
    source_code: Code = source_field()
