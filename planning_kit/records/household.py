"""A household: who lives there, the land, the water, the hands, and the consent given."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.household_choices import (
    AgeGroup,
    Drinking,
    FarmingType,
    Membership,
    Schooling,
    Sex,
    TitleDeed,
    WaterSource,
)
from planning_kit.records.kinds import (
    Choice,
    Code,
    Date,
    Integer,
    Land,
    LongText,
    Number,
    Several,
    YesNo,
)
from planning_kit.records.links import SOURCE_LINK, VILLAGE_LINK, source_field, village_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Noun, Record, Severity

_PEOPLE = ("คน", "persons")
_LAND = ("ไร่-งาน-ตร.ว.", "rai-ngan-sq wah")
_WHO = ("สมาชิก", "Members")
_PLOT = ("ที่ดิน", "Land")
_WATER = ("น้ำ", "Water")
_WORK = ("แรงงานและกลุ่ม", "Labour and groups")
_CONSENT = ("ความยินยอม", "Consent")


def _people(th: str, en: str, example: int, group: tuple[str, str] = _WHO) -> Any:
    return field(th, en, low=0, plausible=(0, 15), example=example, unit=_PEOPLE, group=group)


def _land(th: str, en: str, example: str, group: tuple[str, str] = _PLOT) -> Any:
    return field(th, en, low=0, plausible=(0, 80_000), example=example, unit=_LAND, group=group)


def _counted(th: str, en: str, choices: type[Choices] | None, example: object) -> Any:
    """Declare a question whose answers are told only as a count of households."""
    told = ("รายงานเป็นจำนวนครัวเรือนรวมเท่านั้น", "Reported only as a count of households")
    return field(
        th,
        en,
        choices=choices,
        help=told,
        example=example,
        privacy=Privacy.COUNT_ONLY,
        group=_PLOT,
    )


def _members(r: Household) -> int | None:
    if r.males is None or r.females is None:
        return None
    return int(r.males + r.females)


def _ages_fit(r: Household) -> bool:
    total = _members(r)
    ages = [n for n in (r.members_under_15, r.members_15_to_59, r.members_60_up) if n is not None]
    if total is None or not ages:
        return True
    return sum(ages) == total if len(ages) == 3 else sum(ages) <= total


class Household(Record):
    """One household under a code of its own; no name, phone or citizen number is asked."""

    noun = Noun(
        name="household",
        title=Words("ครัวเรือน", "Households"),
        help=Words(
            "ครัวเรือนละหนึ่งแถว ใช้รหัสแทนชื่อ ช่องที่ไม่ทราบให้เว้นว่าง ถ้าไม่มีให้ใส่ 0",
            "One row per household, by code, not by name; leave blank what is not known, "
            "write 0 for none",
        ),
        key=("household_id",),
        links=(VILLAGE_LINK, SOURCE_LINK),
        checks=(
            Check(
                "household.ages-disagree",
                ("males", "females", "members_under_15", "members_15_to_59", "members_60_up"),
                lambda r: _ages_fit(r),
                N_("The age groups do not add up to the men and women stated; count again"),
            ),
            Check(
                "household.more-farm-workers-than-members",
                ("farm_workers", "males", "females"),
                lambda r: (
                    r.farm_workers is None
                    or _members(r) is None
                    or r.farm_workers <= (_members(r) or 0)
                ),
                N_("More household members work on the farm than live in the household"),
            ),
            Check(
                "household.no-consent",
                ("consent_given",),
                lambda r: r.consent_given is not False,
                N_("The household did not agree to the use of its data; do not import its row"),
                Severity.REFUSE,
            ),
        ),
    )

    household_id: Code = field(
        "รหัสครัวเรือน",
        "Household code",
        help=(
            "ตั้งเอง เช่น หมู่ที่-ลำดับ ห้ามใช้ชื่อคนหรือเลขบัตรประชาชน",
            "Your own, such as village-number; never a name or a citizen number",
        ),
        example="03-012",
        required=True,
    )
    village_code: Code = village_field(required=True)
    is_farm_household: YesNo = field("เป็นครัวเรือนเกษตรกร", "Farm household", example=True)
    is_registered_farmer: YesNo = field(
        "ขึ้นทะเบียนเกษตรกร (ทบก.) แล้ว",
        "In the farmer register",
        example=True,
    )
    males: Integer = _people("สมาชิกชาย", "Male members", 2)
    females: Integer = _people("สมาชิกหญิง", "Female members", 2)
    members_under_15: Integer = _people("อายุต่ำกว่า 15 ปี", "Under 15", 1)
    members_15_to_59: Integer = _people("อายุ 15–59 ปี", "Aged 15–59", 2)
    members_60_up: Integer = _people("อายุ 60 ปีขึ้นไป", "Aged 60 and over", 1)
    head_sex: Choice = field(
        "เพศของหัวหน้าครัวเรือน", "Sex of the head", choices=Sex, example=Sex.FEMALE, group=_WHO
    )
    head_age: Choice = field(
        "อายุของหัวหน้าครัวเรือน",
        "Age of the head",
        choices=AgeGroup,
        example=AgeGroup.FROM_46_TO_59,
        group=_WHO,
    )
    head_schooling: Choice = field(
        "การศึกษาของหัวหน้าครัวเรือน",
        "Schooling of the head",
        choices=Schooling,
        example=Schooling.PRIMARY,
        group=_WHO,
    )
    land_owned: Land = _land("ที่ดินทำกินของตนเอง", "Own farm land", "8-2-0")
    land_rented: Land = _land("ที่ดินเช่า", "Rented land", "3-0-0")
    land_free_use: Land = _land("ที่ดินผู้อื่นให้ทำฟรี", "Land lent free of charge", "0")
    land_reform: YesNo = _counted("ทำกินในที่ ส.ป.ก.", "Farms land-reform land", None, False)
    land_forest: YesNo = _counted(
        "ทำกินในเขตป่าหรือที่สาธารณะ", "Farms forest or public land", None, False
    )
    title_deeds: Several = _counted(
        "เอกสารสิทธิที่มี", "Title deeds held", TitleDeed, (TitleDeed.CHANOTE,)
    )
    land_irrigated: Land = _land("ที่ดินในเขตชลประทาน", "Irrigated land", "4-0-0", _WATER)
    water_sources: Several = field(
        "แหล่งน้ำที่ใช้ทำเกษตร",
        "Farm water sources",
        choices=WaterSource,
        example=(WaterSource.CANAL, WaterSource.POND),
        group=_WATER,
    )
    water_short_months: Integer = field(
        "จำนวนเดือนที่น้ำทำเกษตรไม่พอ",
        "Months short of farm water",
        low=0,
        high=12,
        example=3,
        unit=("เดือน", "months"),
        group=_WATER,
        adds_up=False,
    )
    drinking_water: Choice = field(
        "น้ำดื่มน้ำใช้พอตลอดปี",
        "Household water all year",
        choices=Drinking,
        example=Drinking.ENOUGH,
        group=_WATER,
    )
    farm_workers: Integer = _people("สมาชิกที่ทำเกษตร", "Members who work on the farm", 2, _WORK)
    young_farmers: Integer = _people(
        "สมาชิกอายุ 17–45 ปีที่ทำเกษตร", "Members aged 17–45 who farm", 1, _WORK
    )
    hired_days: Number = field(
        "แรงงานจ้างทั้งปี",
        "Hired labour in the year",
        low=0,
        plausible=(0, 3000),
        example=20,
        unit=("วันแรงงาน", "person-days"),
        group=_WORK,
    )
    farming_type: Choice = field(
        "รูปแบบการทำเกษตร",
        "Type of farming",
        choices=FarmingType,
        example=FarmingType.SINGLE,
        group=_WORK,
    )
    memberships: Several = field(
        "เป็นสมาชิกกลุ่ม",
        "Member of",
        choices=Membership,
        example=(Membership.BAAC, Membership.VILLAGE_FUND),
        group=_WORK,
    )
    rice_months: Integer = field(
        "จำนวนเดือนที่มีข้าวหรืออาหารหลักของตนเองพอกิน",
        "Months fed by own staple food",
        low=0,
        high=12,
        example=8,
        unit=("เดือน", "months"),
        group=_WORK,
        adds_up=False,
    )
    consent_given: YesNo = field(
        "ยินยอมให้ใช้ข้อมูลทำแผนตำบล",
        "Agrees to use of the data for the plan",
        help=(
            "ต้องถามก่อนเก็บข้อมูล ตาม พ.ร.บ.คุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562",
            "Asked before anything else, under the Personal Data Protection Act B.E. 2562",
        ),
        example=True,
        group=_CONSENT,
    )
    consent_date: Date = field(
        "วันที่ให้ความยินยอม", "Date of consent", example="5 ก.ย. 2569", group=_CONSENT
    )
    note: LongText = field(
        "หมายเหตุ",
        "Note",
        help=("อย่าเขียนชื่อหรือเบอร์โทรศัพท์", "No names or phone numbers"),
        privacy=Privacy.PERSONAL,
    )
    source_code: Code = source_field()
