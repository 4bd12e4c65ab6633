"""A household's money in one year: what came in, what went out, what is owed and saved."""

from __future__ import annotations

from typing import Any

from planning_kit.language import N_, Words
from planning_kit.records.field import field
from planning_kit.records.kinds import Code, Integer, LongText, Money, YearBE
from planning_kit.records.links import HOUSEHOLD_LINK, SOURCE_LINK, household_field, source_field
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Check, Noun, Record

_IN = ("รายรับ", "Income")
_OUT = ("รายจ่าย", "Expense")
_OWED = ("หนี้สินและเงินออม", "Debt and saving")


def _baht(
    th: str, en: str, example: int, group: tuple[str, str], privacy: Privacy = Privacy.GROUPED
) -> Any:
    return field(
        th,
        en,
        low=0,
        plausible=(0, 10_000_000),
        example=example,
        unit=("บาทต่อปี", "baht a year"),
        group=group,
        privacy=privacy,
    )


def _owed(th: str, en: str, example: int, privacy: Privacy = Privacy.GROUPED) -> Any:
    return field(
        th,
        en,
        low=0,
        plausible=(0, 20_000_000),
        example=example,
        unit=("บาท", "baht"),
        group=_OWED,
        privacy=privacy,
    )


class HouseholdAccount(Record):
    """One household's cash income, expense, debt and saving over a year."""

    noun = Noun(
        name="household_account",
        title=Words("บัญชีครัวเรือน", "Household accounts"),
        help=Words(
            "ครัวเรือนละหนึ่งแถวต่อปี เงินสดจริงที่เข้าและออก ไม่มีให้ใส่ 0 ไม่ทราบให้เว้นว่าง",
            "One row per household and year; real cash in and out; 0 for none, blank if unknown",
        ),
        key=("household_id", "year_be"),
        links=(HOUSEHOLD_LINK, SOURCE_LINK),
        checks=(
            Check(
                "account.nothing-eaten",
                ("expense_food",),
                lambda r: r.expense_food is None or r.expense_food > 0,
                N_("Food costs nothing all year; write 0 only if the household buys no food"),
            ),
            Check(
                "account.short-year",
                ("months_recorded",),
                lambda r: r.months_recorded is None or r.months_recorded == 12,
                N_("The account covers less than 12 months; its amounts are not a whole year"),
            ),
        ),
    )

    household_id: Code = household_field()
    year_be: YearBE = field(
        "ปีของบัญชี",
        "Year",
        low=2500,
        high=2700,
        example=2569,
        unit=("พ.ศ.", "B.E."),
        required=True,
        privacy=Privacy.PUBLIC,
    )
    months_recorded: Integer = field(
        "จำนวนเดือนที่จด",
        "Months recorded",
        low=1,
        high=12,
        example=12,
        unit=("เดือน", "months"),
        adds_up=False,
    )
    income_crops: Money = _baht("ขายพืชผล", "Crop sales", 62000, _IN)
    income_livestock: Money = _baht("ขายสัตว์และผลผลิตจากสัตว์", "Livestock sales", 8000, _IN)
    income_fish: Money = _baht("ขายสัตว์น้ำ", "Fish sales", 0, _IN)
    income_processing: Money = _baht("แปรรูปและหัตถกรรม", "Processing and crafts", 3000, _IN)
    income_farm_wage: Money = _baht("รับจ้างในภาคเกษตร", "Farm wages", 12000, _IN)
    income_wage: Money = _baht("เงินเดือนและรับจ้างนอกเกษตร", "Salaries and other wages", 60000, _IN)
    income_trade: Money = _baht("ค้าขายและธุรกิจ", "Trade and business", 0, _IN)
    income_remittance: Money = _baht("ลูกหลานส่งให้", "Sent by relatives", 18000, _IN)
    income_state: Money = _baht("เบี้ยยังชีพและเงินช่วยเหลือของรัฐ", "State allowances and aid", 9600, _IN)
    income_other: Money = _baht("รายรับอื่น", "Other income", 0, _IN)
    expense_farm: Money = _baht("ต้นทุนการเกษตร", "Farm costs", 31000, _OUT)
    expense_food: Money = _baht("อาหาร", "Food", 42000, _OUT)
    expense_utilities: Money = _baht("น้ำ ไฟ โทรศัพท์", "Water, power and phone", 12000, _OUT)
    expense_transport: Money = _baht("เดินทางและน้ำมัน", "Travel and fuel", 14000, _OUT)
    expense_education: Money = _baht("การศึกษา", "Education", 10000, _OUT)
    expense_health: Money = _baht("สุขภาพ", "Health", 3000, _OUT)
    expense_social: Money = _baht(
        "งานบุญ งานประเพณี ภาษีสังคม", "Merit-making and social events", 9000, _OUT
    )
    expense_other: Money = _baht("รายจ่ายอื่น", "Other expense", 6000, _OUT)
    debt_formal: Money = _owed("หนี้ในระบบคงค้าง", "Formal debt owed", 120000)
    debt_informal: Money = _owed(
        "หนี้นอกระบบคงค้าง",
        "Informal debt owed",
        0,
        Privacy.COUNT_ONLY,
    )
    debt_payment: Money = _baht("จ่ายคืนหนี้ทั้งต้นและดอก", "Debt payments in the year", 24000, _OWED)
    saving: Money = _owed("เงินออมคงเหลือ", "Savings held", 15000)
    note: LongText = field(
        "หมายเหตุ",
        "Note",
        privacy=Privacy.PERSONAL,
        help=("อย่าเขียนชื่อคนหรือชื่อเจ้าหนี้", "No names of people or lenders"),
    )
    source_code: Code = source_field()


INCOME_FIELDS = tuple(name for name in HouseholdAccount.model_fields if name.startswith("income_"))
FARM_INCOME_FIELDS = ("income_crops", "income_livestock", "income_fish", "income_processing")
EXPENSE_FIELDS = tuple(
    name for name in HouseholdAccount.model_fields if name.startswith("expense_")
)
