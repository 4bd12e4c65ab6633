"""A project: the common twelve-item form, and where it stands in the plan."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import (
    Choice,
    Code,
    Codes,
    Integer,
    LongText,
    Money,
    Share,
    Text,
    YearBE,
    YesNo,
)
from planning_kit.records.plan_choices import AmendmentType, ProjectStage, RelianceClass
from planning_kit.records.plan_fields import (
    BAHT,
    BE,
    FIRST_YEAR,
    LAST_YEAR,
    PROBLEMS_LINK,
    STRATEGY_LINK,
    VILLAGES_LINK,
    higher_field,
    open_field,
    problems_field,
    strategy_field,
    villages_field,
)
from planning_kit.records.plan_rules import in_order, not_itself
from planning_kit.records.record import Check, Link, Noun, Record, Severity

_FORM = ("แบบเสนอโครงการ", "Project form")
_PLACE = ("ที่อยู่ในแผน", "Place in the plan")
_CHANGE = ("การแก้ไขแผน", "Amendment")
_CHECKS = (
    Check(
        "project.years-out-of-order",
        ("start_be", "end_be"),
        in_order("start_be", "end_be"),
        N_("The project ends before it starts; check both years"),
        Severity.REFUSE,
    ),
    Check(
        "project.follows-itself",
        ("previous_code", "project_code"),
        not_itself("project_code", "previous_code"),
        N_("The project takes its own place; write the code of the earlier project, or none"),
        Severity.REFUSE,
    ),
)


class Project(Record):
    """A project from its first page to the plan; who does it (reliance class) is compulsory."""

    noun = Noun(
        name="project",
        title=Words("โครงการ", "Projects"),
        help=Words(
            "โครงการละหนึ่งแถว เริ่มจากแนวคิดหนึ่งหน้า กรอกให้เต็มเมื่อที่ประชุมรับ",
            "One row per project: first the idea on one page, the full form once it passes",
        ),
        key=("project_code",),
        links=(
            STRATEGY_LINK,
            PROBLEMS_LINK,
            VILLAGES_LINK,
            Link("indicator_codes", "indicator", "indicator_code"),
            Link("previous_code", "project", "project_code"),
        ),
        checks=_CHECKS,
        book="plan",
    )

    project_code: Code = open_field(
        "รหัสโครงการ",
        "Project code",
        help=("ตั้งเอง สั้น ๆ เช่น PJ01", "Your own short code, such as PJ01"),
        example="PJ01",
        required=True,
    )
    name: Text = open_field(
        "ชื่อโครงการ", "Name", example="ขุดลอกคลองส่งน้ำบ้านทุ่งด้วยแรงชุมชน", required=True
    )
    stage: Choice = open_field(
        "ขั้น", "Stage", choices=ProjectStage, example=ProjectStage.FULL, required=True
    )
    reliance_class: Choice = open_field(
        "ใครทำ",
        "Who does it",
        choices=RelianceClass,
        help=("ทำเอง ทำร่วม หรือขอให้หน่วยงานทำ", "Ourselves, jointly, or an agency"),
        example=RelianceClass.JOINT,
        required=True,
    )
    owner: Text = open_field(
        "ผู้รับผิดชอบ (องค์กรหรือกลุ่ม)",
        "Owner (organisation or group)",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="กลุ่มผู้ใช้น้ำคลองบ้านทุ่ง",
        required=True,
    )
    lead_agency: Code = open_field(
        "หน่วยงานรับผิดชอบหลัก", "Lead agency", example="sao", taxonomy="agency"
    )
    strategy_code: Code = strategy_field()
    problem_codes: Codes = problems_field()
    rationale: LongText = open_field(
        "หลักการและเหตุผล",
        "Rationale",
        example="ครัวเรือนร้อยละ 41 น้ำทำเกษตรไม่พอ เพราะคลองตื้นเขิน",
        group=_FORM,
    )
    objectives: LongText = open_field(
        "วัตถุประสงค์", "Objectives", example="ให้น้ำถึงท้ายคลองทันฤดูนาปรัง", group=_FORM
    )
    targets: LongText = open_field(
        "เป้าหมาย (ผลผลิตของโครงการ)",
        "Targets (outputs)",
        example="ขุดลอกคลองยาว 2 กิโลเมตร",
        group=_FORM,
    )
    place: Text = open_field("สถานที่", "Place", example="คลองบ้านทุ่ง หมู่ 1 และ 3", group=_FORM)
    village_codes: Codes = villages_field()
    start_be: YearBE = open_field(
        "ปีงบประมาณที่เริ่ม",
        "First fiscal year",
        unit=BE,
        low=FIRST_YEAR,
        high=LAST_YEAR,
        example=2571,
        group=_FORM,
    )
    end_be: YearBE = open_field(
        "ปีงบประมาณที่จบ",
        "Last fiscal year",
        unit=BE,
        low=FIRST_YEAR,
        high=LAST_YEAR,
        example=2572,
        group=_FORM,
    )
    monitoring: LongText = open_field(
        "การติดตามประเมินผล",
        "Monitoring",
        example="กลุ่มผู้ใช้น้ำวัดระดับน้ำท้ายคลองทุกเดือน",
        group=_FORM,
    )
    expected_results: LongText = open_field(
        "ผลที่คาดว่าจะได้รับ",
        "Expected results",
        example="ครัวเรือน 180 หลังมีน้ำพอตลอดฤดู",
        group=_FORM,
    )
    indicator_codes: Codes = open_field(
        "ตัวชี้วัด",
        "Indicators",
        help=("รหัสจากแผ่นงานตัวชี้วัด", "Codes from the sheet of indicators"),
        example=("I01",),
        group=_FORM,
    )
    farming_direction: Code = open_field(
        "ทิศทางเกษตรกรรม", "Farming direction", example="integrated", taxonomy="farming_direction"
    )
    channel: Code = open_field(
        "ช่องทาง",
        "Channel",
        help=(
            "self ทำเอง, codi พอช., local_gov อบต. หรือเทศบาล, pao อบจ., province จังหวัด, "
            "department กรม, loan_fund เงินกู้หรือกองทุน, private เอกชน",
            "self, codi, local_gov, pao, province, department, loan_fund, private",
        ),
        example="local_gov",
        declared="channel",
        group=_PLACE,
    )
    higher_codes: Codes = higher_field()
    beneficiaries: Integer = open_field(
        "จำนวนผู้ได้รับประโยชน์", "Number who benefit", low=0, example=180, group=_PLACE
    )
    beneficiary_unit: Text = open_field(
        "หน่วยของผู้ได้รับประโยชน์", "Counted in", example="ครัวเรือน", group=_PLACE
    )
    is_income_project: YesNo = open_field(
        "เป็นโครงการสร้างรายได้",
        "Income project",
        help=("ถ้าใช่ กรอกแผ่นงานเงินเข้าออก", "If so, fill in the sheet of cash flows"),
        example=False,
        group=_PLACE,
    )
    discount_rate: Share = open_field(
        "อัตราคิดลดต่อปี",
        "Discount rate a year",
        unit=("ร้อยละ", "per cent"),
        low=0,
        high=100,
        plausible=(0, 30),
        help=("ใช้กับโครงการสร้างรายได้ เช่น 6", "For income projects, such as 6"),
    )
    previous_code: Code = open_field(
        "แทนโครงการเดิม",
        "Takes the place of",
        help=("รหัสโครงการเดิม ถ้าเป็นการเปลี่ยนแปลงหรือแก้ไข", "The earlier project’s code"),
        group=_CHANGE,
    )
    amendment: Choice = open_field("เข้าแผนโดย", "Entered by", choices=AmendmentType, group=_CHANGE)
    total_cost: Money = open_field(
        "งบประมาณรวม",
        "Total cost",
        unit=BAHT,
        low=0,
        help=("ต้องเท่ากับผลรวมในแผ่นงานงบประมาณ", "Must equal the sum of its budget lines"),
        example=250000,
    )
