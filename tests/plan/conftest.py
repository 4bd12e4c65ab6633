"""A small plan, made by hand: three problems, two strategies, four projects."""

from types import SimpleNamespace

import pandas as pd
import pytest

NAN = float("nan")


def frame(names, rows):
    table = pd.DataFrame([dict(zip(names.split(), row, strict=True)) for row in rows])
    # Numbers are float64 in the workbook's frames, NaN where nothing is stated.
    return table.astype(dict.fromkeys(table.select_dtypes("number").columns, "float64"))


TABLES = {
    "problems": frame(
        "problem_code statement theme merged_into is_set_aside",
        [
            ("P01", "น้ำไม่พอทำนาปรัง", "water", None, None),
            ("P02", "ราคาข้าวตกต่ำ", "prices", None, None),
            ("P03", "หนี้สินครัวเรือน", "debt", None, None),
            ("P04", "คลองตื้นเขิน น้ำไม่พอ", "water", "P01", None),
            ("P05", "ถนนมืด", "society", None, True),
        ],
    ),
    "strategies": frame(
        "strategy_code name objective higher_codes problem_codes",
        [
            ("S1", "จัดการน้ำ", "มีน้ำพอ", ("N1",), ("P01",)),
            ("S2", "เพิ่มรายได้", "รายได้เพิ่ม", None, ("P02", "P03")),
        ],
    ),
    "projects": frame(
        "project_code name stage reliance_class owner lead_agency strategy_code problem_codes "
        "indicator_codes channel start_be end_be total_cost is_income_project discount_rate "
        "objectives targets expected_results monitoring place",
        [
            (
                "PJ01",
                "ขุดลอกคลอง",
                "full",
                "agency",
                "กลุ่มผู้ใช้น้ำ",
                "rid",
                "S1",
                ("P04",),
                ("I1",),
                "local_gov",
                2571,
                2572,
                300_000,
                None,
                NAN,
                "เพื่อให้มีน้ำ",
                "คลอง 3 กม.",
                "น้ำพอ 200 ไร่",
                "วัดระดับน้ำ",
                "คลองหนองฝึก",
            ),
            (
                "PJ02",
                "ธนาคารน้ำใต้ดิน",
                "full",
                "self",
                "บ้านทุ่ง",
                None,
                "S1",
                ("P01",),
                ("I1",),
                "self",
                2571,
                2571,
                0,
                None,
                NAN,
                None,
                "10 บ่อ",
                None,
                None,
                None,
            ),
            (
                "PJ03",
                "โรงสีชุมชน",
                "adopted",
                "joint",
                "วิสาหกิจฯ",
                "baac",
                "S2",
                ("P02", "P03"),
                ("I2",),
                "loan_fund",
                2572,
                2573,
                150_000,
                True,
                6.0,
                None,
                None,
                "ขายข้าวสาร",
                None,
                None,
            ),
            (
                "PJ04",
                "ไฟถนน",
                "set_aside",
                "agency",
                "อบต.",
                None,
                "S1",
                ("P05",),
                (),
                "local_gov",
                2571,
                2571,
                50_000,
                None,
                NAN,
                None,
                None,
                None,
                None,
                None,
            ),
        ],
    ),
    "activities": frame(
        "project_code activity_no name fiscal_year_be months amount output works_in_season",
        [
            ("PJ01", 1, "สำรวจแนวคลอง", 2571, (11, 12), 100_000, "แบบแปลน", None),
            ("PJ01", 2, "ขุดลอก", 2572, (3, 4), 200_000, "คลอง 3 กม.", None),
            ("PJ02", 1, "ลงแรงขุดบ่อ", 2571, (5,), 0, "10 บ่อ", None),
            ("PJ03", 1, "ติดตั้งเครื่องสี", 2572, (11,), NAN, "เครื่องสี", True),
        ],
    ),
    "lines": frame(
        "project_code line_no fiscal_year_be funding_source amount kind",
        [
            ("PJ01", 1, 2571, "local_gov", 100_000, None),
            ("PJ01", 2, 2572, "local_gov", 200_000, "plan"),
            ("PJ01", 3, 2571, "local_gov", 80_000, "ordinance"),
            ("PJ02", 1, 2571, "community", 0, None),
            ("PJ03", 1, 2572, "baac", 120_000, None),
            ("PJ03", 2, 2573, "community", 30_000, None),
            ("PJ04", 1, 2571, "local_gov", 50_000, None),
        ],
    ),
    "indicators": frame(
        "indicator_code name unit direction source_text strategy_code",
        [
            ("I1", "ครัวเรือนที่ไม่ขาดน้ำ", "ร้อยละ", "up", "แบบสำรวจ", None),
            ("I2", "รายได้สุทธิ", "บาท", "up", "บัญชีครัวเรือน", "S2"),
        ],
    ),
    "values": frame(
        "indicator_code kind fiscal_year_be value",
        [
            ("I1", "baseline", 2569, 42),
            ("I1", "target", 2575, 70),
            ("I2", "baseline", 2569, 90_000),
            ("I2", "target", 2575, 120_000),
        ],
    ),
    "pledges": frame(
        "project_code agency what role amount state asked_on by_date answered_on answer",
        [
            (
                "PJ01",
                "rid",
                "ออกแบบคลอง",
                None,
                NAN,
                "asked",
                "2026-10-01",
                "2026-11-01",
                None,
                None,
            ),
            (
                "PJ03",
                "baac",
                "เงินกู้",
                None,
                120_000,
                "promised",
                "2026-09-01",
                "2027-01-15",
                "2026-10-10",
                "อนุมัติหลักการ",
            ),
        ],
    ).assign(
        asked_on=lambda f: pd.to_datetime(f["asked_on"]),
        by_date=lambda f: pd.to_datetime(f["by_date"]),
        answered_on=lambda f: pd.to_datetime(f["answered_on"]),
    ),
    "steps": frame(
        "project_code date status channel amount reason document next_step due",
        [
            ("PJ01", "2026-09-10", "drafted", None, NAN, None, None, None, None),
            ("PJ01", "2026-10-05", "endorsed", None, NAN, None, None, "ส่ง อบต.", "2026-10-31"),
        ],
    ).assign(date=lambda f: pd.to_datetime(f["date"]), due=lambda f: pd.to_datetime(f["due"])),
}


@pytest.fixture
def plan():
    return SimpleNamespace(**{name: table.copy() for name, table in TABLES.items()})
