"""Money of a project by fiscal year and source."""

from __future__ import annotations

from planning_kit.language import Words
from planning_kit.records.kinds import Choice, Code, Integer, Money, Text, YearBE
from planning_kit.records.plan_choices import BudgetKind
from planning_kit.records.plan_fields import (
    BAHT,
    PROJECT_LINK,
    fiscal_year_field,
    open_field,
    project_field,
)
from planning_kit.records.record import Noun, Record


class BudgetLine(Record):
    """An amount of one year from one source; planned unless said otherwise."""

    noun = Noun(
        name="budget_line",
        title=Words("งบประมาณรายปีและแหล่งเงิน", "Budget by year and source"),
        help=Words(
            "โครงการหนึ่งมีได้หลายแถว แถวละปีและแหล่งเงิน รวมส่วนที่ชุมชนสมทบด้วย",
            "Several rows per project, one for each year and source, the community’s own share too",
        ),
        key=("project_code", "line_no"),
        links=(PROJECT_LINK,),
        book="plan",
    )

    project_code: Code = project_field()
    line_no: Integer = open_field("แถวที่", "Line no.", low=1, example=1, required=True)
    fiscal_year_be: YearBE = fiscal_year_field()
    funding_source: Code = open_field(
        "แหล่งงบประมาณ",
        "Funding source",
        help=("เลือกจากรายการ หรือเพิ่มในแผ่นงานรายการเลือก", "From the list, which you may widen"),
        example="local_government",
        required=True,
        taxonomy="funding_source",
    )
    amount: Money = open_field(
        "จำนวนเงิน", "Amount", unit=BAHT, low=0, example=250000, required=True
    )
    kind: Choice = open_field(
        "เป็นงบ",
        "Kind",
        choices=BudgetKind,
        help=("เว้นว่างนับเป็นงบตามแผน", "Blank counts as planned"),
        example=BudgetKind.PLAN,
    )
    item: Text = open_field("รายการ", "Item", example="ค่าเครื่องจักรขุดลอก")
    activity_no: Integer = open_field("ของกิจกรรมที่", "Of activity no.", low=1, example=1)
