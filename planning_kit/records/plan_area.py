"""For whom and for when the plan is made."""

from __future__ import annotations

from planning_kit import areas
from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, Codes, LongText, Text, YearBE
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Link, Noun, Record, Severity


class Setting(Choices):
    """Whether the area is rural or urban."""

    RURAL = "rural", "ชนบท", "rural"
    URBAN = "urban", "เมือง", "urban"
    MIXED = "mixed", "กึ่งเมืองกึ่งชนบท", "part urban, part rural"


def is_above(plan_area: PlanArea) -> bool:
    """Tell whether plans of tambons are added up here: a province, a region or the nation."""
    return plan_area.level not in (None, PolicyLevel.TAMBON)


def provinces_within(plan_area: PlanArea) -> tuple[str, ...]:
    """Return the codes of the provinces that a place above the tambon takes in, sorted.

    Empty for an area of tambons. Raises ``KitError`` for a scheme of regions that is not loaded.
    """
    code = str(plan_area.above_code)
    if plan_area.level == PolicyLevel.PROVINCE:
        return (code,)
    if plan_area.level == PolicyLevel.REGION:
        scheme, _dash, own = code.rpartition("-")
        return tuple(one.code for one in areas.provinces_in(own, scheme))
    if plan_area.level == PolicyLevel.NATION:
        return tuple(sorted(one.code for one in areas.provinces()))
    return ()


class PlanArea(Record):
    """The area of one council or local government: whole tambons, or villages of several.

    It need not equal a tambon (Community Organization Council Act B.E. 2551, section 3). With a
    ``level`` above the tambon it is where plans of tambons are added up, and ``above_code`` says
    where: a province's two digits, a region's code of its scheme, ``TH``.
    """

    noun = Noun(
        name="plan_area",
        title=Words("พื้นที่จัดทำแผน", "Plan area"),
        help=Words(
            "เขตของสภาองค์กรชุมชน อาจเป็นทั้งตำบล หลายตำบล หรือบางหมู่บ้าน",
            "The council’s area: whole tambons, several of them, or some villages",
        ),
        key=("plan_area_id",),
        checks=(
            Check(
                "plan-area.no-place",
                ("tambon_codes", "village_codes", "above_code"),
                lambda r: bool(r.tambon_codes or r.village_codes or is_above(r)),
                N_("A plan area needs at least one tambon or village; state its code"),
                Severity.REFUSE,
            ),
            Check(
                "plan-area.two-levels",
                ("level", "tambon_codes", "village_codes"),
                lambda r: not (is_above(r) and (r.tambon_codes or r.village_codes)),
                N_("A province, region or nation holds no tambons of its own; leave them out"),
                Severity.REFUSE,
            ),
        ),
        in_template=False,
    )

    plan_area_id: Code = field(
        "รหัสพื้นที่จัดทำแผน", "Plan area id", required=True, example="990101", privacy=Privacy.PUBLIC
    )
    name: Text = field("ชื่อพื้นที่", "Name", required=True, example="ตำบลทุ่งฝึกหัด", privacy=Privacy.PUBLIC)
    tambon_codes: Codes = field(
        "ตำบลที่อยู่ในพื้นที่ทั้งตำบล", "Tambons wholly inside", example=("990101",), privacy=Privacy.PUBLIC
    )
    village_codes: Codes = field(
        "หมู่บ้านที่อยู่ในพื้นที่",
        "Villages inside",
        help=("ใส่เมื่อมีเพียงบางหมู่บ้านของตำบล", "Where only some villages of a tambon belong"),
        privacy=Privacy.PUBLIC,
    )
    council: Text = field(
        "สภาองค์กรชุมชน",
        "Community organization council",
        example="สภาองค์กรชุมชนตำบลทุ่งฝึกหัด",
        privacy=Privacy.PUBLIC,
    )
    local_governments: Text = field(
        "องค์กรปกครองส่วนท้องถิ่น",
        "Local governments",
        help=("อาจมีมากกว่าหนึ่งแห่ง", "There may be more than one"),
        example="อบต.ทุ่งฝึกหัด",
        privacy=Privacy.PUBLIC,
    )
    setting: Choice = field(
        "ลักษณะพื้นที่", "Setting", choices=Setting, example=Setting.RURAL, privacy=Privacy.PUBLIC
    )
    level: Choice = field(
        "ระดับ", "Level", choices=PolicyLevel, example=PolicyLevel.TAMBON, privacy=Privacy.PUBLIC
    )
    above_code: Code = field(
        "รหัสจังหวัดหรือภาค",
        "Code of the province or region",
        help=("ใส่เมื่อเป็นระดับจังหวัดหรือภาค", "For a province or a region"),
        privacy=Privacy.PUBLIC,
    )
    note: LongText = field("หมายเหตุ", "Note", privacy=Privacy.PUBLIC)


class PlanPeriod(Record):
    """The years of one plan of one plan area, and who makes it (roles, not names)."""

    noun = Noun(
        name="plan_period",
        title=Words("ช่วงเวลาของแผน", "Plan period"),
        help=Words("ปีเริ่มและปีสิ้นสุดของแผน และคณะทำงาน", "First and last year, and the team"),
        key=("plan_area_id", "plan_start_be"),
        links=(Link("plan_area_id", "plan_area", "plan_area_id"),),
        checks=(
            Check(
                "plan-period.out-of-order",
                ("plan_start_be", "plan_end_be"),
                lambda r: (
                    r.plan_start_be is None
                    or r.plan_end_be is None
                    or r.plan_start_be <= r.plan_end_be
                ),
                N_("The plan ends before it starts; check both years"),
                Severity.REFUSE,
            ),
        ),
        in_template=False,
    )

    plan_area_id: Code = field(
        "รหัสพื้นที่จัดทำแผน", "Plan area id", required=True, example="990101", privacy=Privacy.PUBLIC
    )
    plan_start_be: YearBE = field(
        "ปีเริ่มแผน",
        "First year",
        low=2500,
        high=2700,
        example=2571,
        required=True,
        unit=("พ.ศ.", "B.E."),
        privacy=Privacy.PUBLIC,
    )
    plan_end_be: YearBE = field(
        "ปีสิ้นสุดแผน",
        "Last year",
        low=2500,
        high=2700,
        example=2575,
        required=True,
        unit=("พ.ศ.", "B.E."),
        privacy=Privacy.PUBLIC,
    )
    team: LongText = field(
        "คณะทำงาน (ตำแหน่งหรือองค์กร)",
        "Working group (roles, organisations)",
        help=("เขียนตำแหน่งหรือองค์กร ไม่ใช่ชื่อบุคคล", "Roles or organisations, not people’s names"),
        example="ประธานสภาองค์กรชุมชนตำบล; ผู้ใหญ่บ้าน; เกษตรตำบล",
        privacy=Privacy.PUBLIC,
    )
    foreword: LongText = field("คำนำ", "Foreword", privacy=Privacy.PUBLIC)
