"""The 25 pilot provinces, checked against the founding report's list."""

from __future__ import annotations

import csv

from planning_kit import areas
from planning_kit.areas.pilots import PILOT_GROUPING
from planning_kit.shipped import shipped

REPORT = {
    "North": "เชียงใหม่ พิษณุโลก เพชรบูรณ์ แพร่ ลำปาง กำแพงเพชร พิจิตร",
    "North-east": "อุบลราชธานี ขอนแก่น ร้อยเอ็ด นครราชสีมา อำนาจเจริญ",
    "Centre and west": "ชัยนาท อ่างทอง ราชบุรี เพชรบุรี สุพรรณบุรี",
    "Bangkok perimeter and east": "ปทุมธานี ระยอง สระแก้ว จันทบุรี",
    "South": "สุราษฎร์ธานี พังงา ปัตตานี ยะลา",
}


def test_order_and_grouping_are_the_reports() -> None:
    pilots = areas.pilot_provinces()
    assert [(p.group.en, p.area.name_th) for p in pilots] == [
        (group, name) for group, names in REPORT.items() for name in names.split()
    ]
    assert [p.order for p in pilots] == list(range(1, 26))
    assert "founding report" in PILOT_GROUPING.en


def test_the_names_beside_the_codes_are_right() -> None:
    with shipped("data", "areas", "pilot_provinces.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            area = areas.get(row["province_code"])
            assert (row["province_th"], row["province_en"]) == (area.name_th, area.name_en)


def test_any_level_of_a_pilot_province_is_pilot() -> None:
    assert areas.is_pilot("72") and areas.is_pilot("720402") and areas.is_pilot("95010101")
    assert not areas.is_pilot("730502")
