"""How change is measured: indicators, and their baseline, targets and actual values."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import (
    Choice,
    Code,
    Codes,
    Date,
    Integer,
    LongText,
    Number,
    Text,
    YearBE,
    YesNo,
)
from planning_kit.records.plan_choices import AddsUp, Direction, ValueKind
from planning_kit.records.plan_fields import (
    CITED_SOURCE_LINK,
    INDICATOR_LINK,
    STRATEGY_LINK,
    cited_source_field,
    fiscal_year_field,
    open_field,
    position_field,
    strategy_field,
)
from planning_kit.records.record import Noun, Record


class Indicator(Record):
    """One indicator, so defined that two people measure the same."""

    noun = Noun(
        name="indicator",
        title=Words("ตัวชี้วัด", "Indicators"),
        help=Words(
            "ตัวชี้วัดละหนึ่งแถว ใช้น้อยข้อแต่วัดได้จริง",
            "One row per indicator; few, and such as can be measured",
        ),
        key=("indicator_code",),
        links=(STRATEGY_LINK,),
        book="plan",
    )

    indicator_code: Code = open_field(
        "รหัสตัวชี้วัด",
        "Indicator code",
        help=("ตั้งเอง สั้น ๆ เช่น I01", "Your own short code, such as I01"),
        example="I01",
        required=True,
    )
    name: Text = open_field("ชื่อตัวชี้วัด", "Name", example="ครัวเรือนที่น้ำทำเกษตรพอตลอดฤดู", required=True)
    definition: LongText = open_field(
        "ความหมาย", "Definition", example="ครัวเรือนเกษตรกรที่ตอบว่าน้ำพอทุกเดือนที่ต้องใช้"
    )
    unit: Text = open_field("หน่วยวัด", "Unit", example="ร้อยละ")
    direction: Choice = open_field(
        "ทิศทางที่ดี", "Direction", choices=Direction, example=Direction.UP, required=True
    )
    numerator: LongText = open_field("ตัวตั้ง", "Numerator", example="ครัวเรือนที่น้ำพอ")
    denominator: LongText = open_field("ตัวหาร", "Denominator", example="ครัวเรือนเกษตรกรที่ตอบ")
    adds_up: Choice = open_field(
        "รวมหลายตำบลอย่างไร",
        "How tambons are added up",
        help=("เว้นว่างได้ ถ้าไม่ใช่ตัวชี้วัดร่วม", "May be blank unless it is a joint indicator"),
        choices=AddsUp,
        example=AddsUp.SHARE,
    )
    source_text: Text = open_field("วัดจากอะไร", "Measured from", example="สำรวจครัวเรือนประจำปี")
    frequency: Text = open_field("วัดบ่อยแค่ไหน", "How often", example="ปีละครั้ง")
    owner: Text = open_field(
        "ผู้รับผิดชอบ (องค์กรหรือกลุ่ม)",
        "Owner (organisation or group)",
        help=("ไม่ใช่ชื่อบุคคล", "Not a person’s name"),
        example="สภาองค์กรชุมชนตำบล",
    )
    co_owners: Codes = open_field(
        "หน่วยงานร่วมรับผิดชอบ",
        "Co-owners",
        help=("เลือกจากรายการหน่วยงาน คั่นด้วยเครื่องหมายจุลภาค", "Agencies, with commas between"),
        example=("sao",),
        taxonomy="agency",
    )
    is_joint: YesNo = open_field("เป็นตัวชี้วัดร่วม", "Joint indicator", example=True)
    dimension: Code = open_field(
        "ด้าน",
        "Dimension",
        help=("ด้านของตำบลต้นแบบ", "A dimension of the model tambon"),
        declared="model_dimension",
    )
    basis: LongText = open_field("ที่มา", "Basis", example="มติเวทีตำบล 10 ต.ค. 2569")
    strategy_code: Code = strategy_field()
    position: Integer = position_field()
    places: Integer = open_field("ทศนิยม", "Decimals", low=0, high=4, example=0)


class IndicatorValue(Record):
    """A baseline, a target or an actual value of one fiscal year."""

    noun = Noun(
        name="indicator_value",
        title=Words("ค่าของตัวชี้วัด", "Values of indicators"),
        help=Words(
            "ค่าฐาน ค่าเป้าหมาย และค่าจริง ปีละหนึ่งแถว ค่าฐานที่ตรึงแล้วแก้ไม่ได้",
            "Baseline, targets and actual values, one row a year; a frozen baseline stays",
        ),
        key=("indicator_code", "kind", "fiscal_year_be"),
        links=(INDICATOR_LINK, CITED_SOURCE_LINK),
        book="plan",
    )

    indicator_code: Code = open_field(
        "รหัสตัวชี้วัด",
        "Indicator code",
        help=("รหัสจากแผ่นงานตัวชี้วัด", "A code from the sheet of indicators"),
        example="I01",
        required=True,
    )
    kind: Choice = open_field(
        "เป็น", "Kind", choices=ValueKind, example=ValueKind.BASELINE, required=True
    )
    fiscal_year_be: YearBE = fiscal_year_field(example=2569)
    value: Number = open_field("ค่า", "Value", example=59)
    n: Integer = open_field("จำนวนที่ได้ข้อมูล (n)", "Number that answered (n)", low=0, example=300)
    as_of: Date = open_field("ข้อมูล ณ วันที่", "As of", example="30 ก.ย. 2569")
    source_code: Code = cited_source_field()
    note: LongText = open_field("หมายเหตุ", "Note", example="ก่อนเริ่มแผน")
    is_frozen: YesNo = open_field(
        "ตรึงค่าแล้ว",
        "Frozen",
        help=("ค่าฐานที่ตรึงแล้วจะไม่รับการแก้", "A frozen baseline takes no change"),
        example=False,
    )
