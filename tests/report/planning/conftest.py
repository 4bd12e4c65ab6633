"""A small plan kept in a store: six projects, each with a feature of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planning_kit.language import speaking
from planning_kit.records import record_type
from planning_kit.store import Store
from planning_kit.workbook import Workbook, create, whole_tambon

TODAY = date(2027, 1, 15)

FORUMS = [
    {"forum_code": "F01", "kind": "tambon_forum", "title": "ประชาคมตำบล", "date": "10 ต.ค. 2569", "present": 64},
    {"forum_code": "F02", "kind": "council_meeting", "title": "ประชุมสภาองค์กรชุมชน", "date": "20 พ.ย. 2569", "present": 21},
]  # fmt: skip
PROBLEMS = [
    {"problem_code": "P01", "statement": "น้ำทำนาปรังไม่พอเพราะคลองส่งน้ำตื้นเขิน", "theme": "water", "forum_code": "F01"},
    {"problem_code": "P02", "statement": "หนี้สินเพิ่มขึ้นเพราะต้นทุนปุ๋ยสูง", "theme": "debt", "forum_code": "F01"},
    {"problem_code": "P03", "statement": "ราคากล้วยตกต่ำและไม่มีที่แปรรูป", "theme": "prices", "forum_code": "F01"},
    {"problem_code": "P04", "statement": "เยาวชนไม่อยากทำเกษตร", "theme": "society", "forum_code": "F01"},
]  # fmt: skip
EVIDENCE = [
    {"problem_code": "P01", "figure": "water.short_share", "statement": "ครัวเรือนที่น้ำไม่พอ ร้อยละ 41", "n": 285, "as_of": "30 ก.ย. 2569"},
]  # fmt: skip
STATEMENTS = [
    {"kind": "vision", "statement_code": "V1", "statement": "น้ำพอ ดินดี หนี้ลด", "forum_code": "F01"},
    {"kind": "mission", "statement_code": "M1", "statement": "ดูแลน้ำร่วมกัน", "forum_code": "F01"},
    {"kind": "goal", "statement_code": "G1", "statement": "ทุกหมู่บ้านมีน้ำพอ", "strategy_code": "ST1", "forum_code": "F01"},
]  # fmt: skip
STRATEGIES = [
    {"strategy_code": "ST1", "name": "จัดการน้ำร่วมกัน", "objective": "ให้น้ำพอตลอดฤดู", "position": 1, "problem_codes": "P01"},
    {"strategy_code": "ST2", "name": "เพิ่มรายได้ ลดหนี้", "objective": "ให้หนี้ลดลง", "position": 2, "problem_codes": "P02, P03"},
]  # fmt: skip
PROJECTS = [
    {"project_code": "PJ01", "name": "ขุดลอกคลองด้วยแรงชุมชน", "stage": "adopted", "reliance_class": "joint",
     "owner": "กลุ่มผู้ใช้น้ำ", "lead_agency": "sao", "strategy_code": "ST1", "problem_codes": "P01",
     "rationale": "คลองตื้นเขิน", "objectives": "ให้น้ำถึงท้ายคลอง", "targets": "ขุดลอก 2 กิโลเมตร",
     "start_be": 2571, "end_be": 2572, "expected_results": "ครัวเรือน 180 หลังมีน้ำพอ", "indicator_codes": "I01",
     "channel": "local_gov", "beneficiaries": 180, "beneficiary_unit": "ครัวเรือน", "total_cost": 300000},
    {"project_code": "PJ02", "name": "ปุ๋ยหมักประจำหมู่บ้าน", "stage": "adopted", "reliance_class": "self",
     "owner": "กลุ่มสตรี", "strategy_code": "ST2", "problem_codes": "P02", "start_be": 2571, "end_be": 2571,
     "channel": "self", "expected_results": "ค่าปุ๋ยลดลง"},
    {"project_code": "PJ03", "name": "โรงตากกล้วยพลังแสงอาทิตย์", "stage": "adopted", "reliance_class": "joint",
     "owner": "วิสาหกิจชุมชน", "lead_agency": "codi", "strategy_code": "ST2", "problem_codes": "P03, P02",
     "start_be": 2571, "end_be": 2573, "channel": "codi", "is_income_project": "ใช่", "discount_rate": 6},
    {"project_code": "PJ04", "name": "แก้มลิงหนองใหญ่", "stage": "full", "reliance_class": "agency",
     "owner": "สภาองค์กรชุมชน", "lead_agency": "rid", "strategy_code": "ST1", "problem_codes": "P01",
     "start_be": 2573, "end_be": 2574, "channel": "department"},
    {"project_code": "PJ05", "name": "ค่ายเยาวชนเกษตร", "stage": "idea", "reliance_class": "self",
     "owner": "กลุ่มเยาวชน", "problem_codes": "P04", "objectives": "ให้เยาวชนรู้จักแปลงนา", "channel": "self"},
    {"project_code": "PJ06", "name": "ถนนเข้าแปลง", "stage": "set_aside", "reliance_class": "agency",
     "owner": "หมู่ 3", "strategy_code": "ST1", "channel": "local_gov"},
]  # fmt: skip
LINES = [
    ("PJ01", 1, 2571, "local_government", 200000), ("PJ01", 2, 2571, "community_contribution", 30000),
    ("PJ01", 3, 2572, "local_government", 70000), ("PJ02", 1, 2571, "community_fund", 15000.5),
    ("PJ03", 1, 2571, "codi", 120000), ("PJ03", 2, 2572, "codi", 30000),
    ("PJ04", 1, 2573, "department", 1500000), ("PJ04", 2, 2574, "department", 0),
    ("PJ06", 1, 2571, "local_government", 999000), ("PJ01", 4, 2580, "local_government", 5000),
]  # fmt: skip
ACTIVITIES = [
    {"project_code": "PJ01", "activity_no": 1, "name": "สำรวจคลอง", "fiscal_year_be": 2571, "months": "ต.ค.–พ.ย.", "amount": 30000, "responsible": "กลุ่มผู้ใช้น้ำ"},
    {"project_code": "PJ01", "activity_no": 2, "name": "ขุดลอก", "fiscal_year_be": 2571, "months": "มี.ค.–เม.ย.", "amount": 200000, "output": "คลอง 1.4 กม."},
    {"project_code": "PJ01", "activity_no": 3, "name": "ขุดลอกระยะสอง", "fiscal_year_be": 2572, "months": "ม.ค.", "amount": 70000},
    {"project_code": "PJ02", "activity_no": 1, "name": "ทำกองปุ๋ย", "fiscal_year_be": 2571, "amount": 15000.5},
]  # fmt: skip
PLEDGES = [
    {"project_code": "PJ01", "agency": "sao", "what": "รถขุด 5 วัน", "amount": 60000, "asked_on": "1 ธ.ค. 2569", "by_date": "1 ม.ค. 2570", "state": "asked"},
    {"project_code": "PJ03", "agency": "codi", "what": "เงินสนับสนุน", "amount": 150000, "asked_on": "1 ธ.ค. 2569", "by_date": "1 ต.ค. 2570", "state": "promised", "answered_on": "5 ม.ค. 2570", "answer": "เข้ารอบปี 2571"},
    {"project_code": "PJ04", "agency": "rid", "what": "ออกแบบแก้มลิง", "state": "refused", "asked_on": "1 ธ.ค. 2569", "answered_on": "10 ม.ค. 2570", "answer": "ที่ดินไม่พอ"},
]  # fmt: skip
STEPS = [
    {"project_code": "PJ01", "date": "1 ธ.ค. 2569", "status": "sent", "next_step": "เข้าประชาคมท้องถิ่น", "due": "5 ม.ค. 2570"},
    {"project_code": "PJ04", "date": "1 ธ.ค. 2569", "status": "sent"},
    {"project_code": "PJ04", "date": "10 ม.ค. 2570", "status": "refused", "reason": "ที่ดินไม่พอ"},
    {"project_code": "PJ03", "date": "5 ม.ค. 2570", "status": "sent"},
]  # fmt: skip
CASH = [
    {"project_code": "PJ03", "item_no": 1, "kind": "investment", "name": "โรงตาก", "start_be": 2571, "start_quarter": 1, "amount": 100000},
    {"project_code": "PJ03", "item_no": 2, "kind": "running_cost", "name": "กล้วยสด", "start_be": 2571, "start_quarter": 2, "periods": 8, "amount": 10000},
    {"project_code": "PJ03", "item_no": 3, "kind": "revenue", "name": "กล้วยตาก", "start_be": 2571, "start_quarter": 2, "periods": 8, "quantity": 300, "unit": "กก.", "price": 100, "is_yield": "ใช่"},
]  # fmt: skip
INDICATORS = [
    {"indicator_code": "I01", "name": "ครัวเรือนที่น้ำพอ", "unit": "ร้อยละ", "direction": "up", "strategy_code": "ST1", "source_text": "สำรวจครัวเรือน"},
]  # fmt: skip
VALUES = [
    {"indicator_code": "I01", "kind": "baseline", "fiscal_year_be": 2569, "value": 59, "n": 285},
    {"indicator_code": "I01", "kind": "target", "fiscal_year_be": 2575, "value": 80},
]  # fmt: skip
CALENDAR = [{"kind": "crop", "name": "ข้าวนาปรัง", "months": "ม.ค.–เม.ย.", "peak_months": "เม.ย."}]
DECISIONS = [
    {"decision_code": "D01", "about": "problem_order", "forum_code": "F01", "date": "10 ต.ค. 2569",
     "subject": "ลำดับปัญหา", "adopted_codes": "P01, P04, P02, P03", "votes_for": 40, "votes_against": 2, "votes_abstain": 1},
    {"decision_code": "D02", "about": "plan", "forum_code": "F02", "date": "20 พ.ย. 2569",
     "subject": "รับแผน", "votes_for": 20, "votes_against": 1, "votes_abstain": 0},
]  # fmt: skip

PLAN: dict[str, list[dict[str, Any]]] = {
    "forum": FORUMS, "problem": PROBLEMS, "problem_evidence": EVIDENCE, "plan_statement": STATEMENTS,
    "strategy": STRATEGIES, "project": PROJECTS, "activity": ACTIVITIES, "pledge": PLEDGES,
    "project_status": STEPS, "cash_item": CASH, "indicator": INDICATORS, "indicator_value": VALUES,
    "calendar_entry": CALENDAR, "decision": DECISIONS,
    "budget_line": [
        dict(zip(("project_code", "line_no", "fiscal_year_be", "funding_source", "amount"), line, strict=True))
        for line in LINES
    ],
}  # fmt: skip


def kept(store: Store, plan: dict[str, list[dict[str, Any]]]) -> Workbook:
    """Return a workbook of the practice tambon that holds the records of ``plan``."""
    workbook = create(whole_tambon("990101"), store=store, who="ผู้ทดสอบ")
    for name, rows in plan.items():
        for row in rows:
            workbook.save(record_type(name).model_validate(row), who="ผู้ทดสอบ", why="ทดสอบ")
    return workbook


@pytest.fixture(scope="session")
def today() -> date:
    """Return the day on which the chapters are made in these tests."""
    return TODAY


@pytest.fixture(scope="session")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """Return the small plan; it is read only."""
    with Store.open(tmp_path_factory.mktemp("plan") / "plan.sqlite") as store:
        yield kept(store, PLAN)


@pytest.fixture
def plan_of(tmp_path: Path) -> Iterator[Callable[..., Workbook]]:
    """Return a maker of plans of other records: ``plan_of(project=[…])``."""
    with Store.open(tmp_path / "own.sqlite") as store:
        yield lambda **rows: kept(store, rows)


@pytest.fixture(autouse=True)
def thai() -> Iterator[None]:
    """Speak Thai; a test of English opens its own ``speaking("en")``."""
    with speaking("th"):
        yield
