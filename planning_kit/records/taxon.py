"""One entry of a list that an area may make its own: a theme, an agency, a source of money."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.follow_choices import AgencyKind, AgencyLevel
from planning_kit.records.kinds import Choice, Code, Codes, Integer, LongText, Text, YesNo
from planning_kit.records.plan_choices import PolicyLevel, TaxonomyName
from planning_kit.records.plan_fields import open_field
from planning_kit.records.plan_rules import not_itself
from planning_kit.records.record import Check, Noun, Record, Severity

_AGENCIES = ("ใช้กับหน่วยงาน", "For agencies")


class Taxon(Record):
    """An entry of a list; the area’s own takes the place of a shipped one of the same code."""

    noun = Noun(
        name="taxon",
        title=Words("รายการเลือก", "Lists to choose from"),
        help=Words(
            "กรอกเฉพาะรายการที่อยากเพิ่มหรือแก้จากที่มีมาให้ พร้อมที่มา",
            "Only what you add to or change in the lists supplied, with its source",
        ),
        key=("taxonomy", "code"),
        checks=(
            Check(
                "taxon.above-itself",
                ("parent_code", "code"),
                not_itself("code", "parent_code"),
                N_("The entry stands under itself; write the code of the entry above, or none"),
                Severity.REFUSE,
            ),
        ),
        book="plan",
    )

    taxonomy: Choice = open_field(
        "รายการ", "List", choices=TaxonomyName, example=TaxonomyName.FUNDING_SOURCE, required=True
    )
    code: Code = open_field(
        "รหัส",
        "Code",
        help=(
            "ตั้งเอง สั้น ๆ ถ้าตรงกับรหัสที่มีมาให้ จะใช้แทนรายการนั้น",
            "Your own; one that is supplied already is replaced by yours",
        ),
        example="temple_fund",
        required=True,
    )
    label_th: Text = open_field("ชื่อภาษาไทย", "Thai name", example="กองทุนวัด", required=True)
    label_en: Text = open_field("ชื่อภาษาอังกฤษ", "English name", example="Temple fund")
    aliases: Codes = open_field(
        "ชื่ออื่นหรือชื่อย่อ",
        "Other names",
        help=("คั่นด้วยเครื่องหมายจุลภาค", "With commas between"),
        example=("ผ้าป่าพัฒนา",),
    )
    policy_theme: Code = open_field(
        "ประเด็นนโยบาย",
        "Policy theme",
        help=("ใช้กับกลุ่มปัญหา", "For problem themes"),
        taxonomy="policy_theme",
    )
    parent_code: Code = open_field("อยู่ใต้รหัส", "Stands under")
    position: Integer = open_field("ลำดับที่", "Position", low=0, example=20)
    basis: LongText = open_field(
        "ที่มา",
        "Basis",
        help=("เอกสาร ปี หรือมติที่ประชุม", "Document, year or resolution"),
        example="มติเวทีตำบล 10 ต.ค. 2569",
    )
    level: Choice = open_field(
        "ระดับของแผน",
        "Level of the plan",
        choices=PolicyLevel,
        help=("ใช้กับยุทธศาสตร์ของแผนระดับบน", "For strategies of higher plans"),
    )
    is_retired: YesNo = open_field("เลิกใช้แล้ว", "No longer used", example=False)
    agency_level: Choice = open_field(
        "ระดับของหน่วยงาน", "Level of the agency", choices=AgencyLevel, help=_AGENCIES
    )
    agency_kind: Choice = open_field(
        "ประเภทหน่วยงาน", "Kind of agency", choices=AgencyKind, help=_AGENCIES
    )
    budget_channel: Code = open_field(
        "ช่องทางงบประมาณ",
        "Channel of its budget",
        help=("ใช้หาวันปิดรับคำของบของหน่วยงาน", "Whose closing days its budget follows"),
        declared="channel",
    )
    is_confirmed: YesNo = open_field(
        "ยืนยันชื่อและชื่อย่อแล้ว", "Name and abbreviation confirmed", help=_AGENCIES
    )
