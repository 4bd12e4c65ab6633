"""Money in and out of an income project, by quarter."""

from __future__ import annotations

from planning_kit.language import N_, Words
from planning_kit.records.kinds import Choice, Code, Integer, Money, Number, Text, YearBE, YesNo
from planning_kit.records.plan_choices import CashKind
from planning_kit.records.plan_fields import (
    BAHT,
    BE,
    FIRST_YEAR,
    LAST_YEAR,
    PROJECT_LINK,
    open_field,
    project_field,
)
from planning_kit.records.record import Check, Noun, Record


class CashItem(Record):
    """One cost or revenue; quantity × price, or an amount, for each quarter it recurs."""

    noun = Noun(
        name="cash_item",
        title=Words("เงินเข้าออกของโครงการรายได้", "Cash of income projects"),
        help=Words(
            "รายการเงินเข้าหรือออกละหนึ่งแถว เฉพาะโครงการสร้างรายได้",
            "One row per cost or revenue, for income projects only",
        ),
        key=("project_code", "item_no"),
        links=(PROJECT_LINK,),
        checks=(
            Check(
                "cash.no-amount",
                ("amount", "quantity", "price"),
                lambda r: r.amount is not None or (r.quantity is not None and r.price is not None),
                N_("State either the amount, or both quantity and price"),
            ),
            Check(
                "cash.amount-differs",
                ("amount", "quantity", "price"),
                lambda r: (
                    None in (r.amount, r.quantity, r.price)
                    or abs(r.amount - r.quantity * r.price) < 1
                ),
                N_("The amount is not quantity times price; the amount is used, check all three"),
            ),
        ),
        book="plan",
    )

    project_code: Code = project_field()
    item_no: Integer = open_field("รายการที่", "Item no.", low=1, example=1, required=True)
    kind: Choice = open_field(
        "เป็น", "Kind", choices=CashKind, example=CashKind.REVENUE, required=True
    )
    name: Text = open_field("รายการ", "Item", example="ขายกล้วยตาก", required=True)
    start_be: YearBE = open_field(
        "เริ่มปีงบประมาณ",
        "From fiscal year",
        unit=BE,
        low=FIRST_YEAR,
        high=LAST_YEAR,
        example=2571,
        required=True,
    )
    start_quarter: Integer = open_field(
        "เริ่มไตรมาส",
        "From quarter",
        low=1,
        high=4,
        help=("ไตรมาส 1 คือ ต.ค.–ธ.ค.", "Quarter 1 is Oct–Dec"),
        example=2,
    )
    periods: Integer = open_field(
        "เกิดซ้ำกี่ไตรมาส",
        "For how many quarters",
        low=1,
        high=120,
        help=("เว้นว่างนับเป็น 1", "Blank counts as 1"),
        example=8,
    )
    quantity: Number = open_field("ปริมาณต่อไตรมาส", "Quantity a quarter", low=0, example=300)
    unit: Text = open_field("หน่วย", "Unit", example="กก.")
    price: Money = open_field(
        "ราคาต่อหน่วย",
        "Price a unit",
        unit=("บาทต่อหน่วย", "baht a unit"),
        low=0,
        example=120,
        adds_up=False,
    )
    amount: Money = open_field(
        "จำนวนเงินต่อไตรมาส", "Amount a quarter", unit=BAHT, low=0, example=36000
    )
    is_yield: YesNo = open_field(
        "เป็นผลผลิตหลัก",
        "Is the main yield",
        help=("ใช้หาจุดคุ้มทุน", "Its quantity is used for the break-even point"),
        example=True,
    )
