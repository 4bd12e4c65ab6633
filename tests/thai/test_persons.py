"""Persons in free text are hidden; offices, trades and places that sound alike are kept."""

from __future__ import annotations

import pytest

from planning_kit.thai.persons import (
    has_persons_name,
    has_persons_number,
    hide_persons,
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("นายสมชาย ใจดี", "•••"),
        ("อบรมโดยนายสมชาย ใจดี ที่วัด", "อบรมโดย••• ที่วัด"),
        ("นางมะลิ ทองดี บอกว่าน้ำแห้ง", "••• บอกว่าน้ำแห้ง"),
        ("นางมะลิ บอกว่าน้ำแห้ง", "••• บอกว่าน้ำแห้ง"),
        ("กำนัน นายกมล ศรีสุข", "กำนัน •••"),
        ("น.ส.สมศรี มีสุข และเด็กชายดำ ใจกล้า", "••• และ•••"),
        ("ที่ดินของ นาย เขียว ศรีสุข, นางสาวแดง", "ที่ดินของ •••, •••"),
        ("told by Mrs. Malee Thongdee, Moo 3", "told by •••, Moo 3"),
        ("นายดำ โทร 081-234-5678", "••• โทร •••"),
        ("บัตร 1103702071811", "บัตร •••"),
    ],
)
def test_persons_are_hidden_and_the_rest_is_kept(text: str, kept: str) -> None:
    assert hide_persons(text) == kept
    assert has_persons_name(text) or has_persons_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "นายก อบต. รับเรื่องไว้",
        "นายกองค์การบริหารส่วนตำบลทุ่งฝึกหัด",
        "นายกเทศมนตรีและนายอำเภอ แม่วาง",
        "ถูกนายทุนกดราคา นายหน้า หักเงิน นายจ้าง ไม่จ่าย",
        "หมู่ 3 นายาว น้ำท่วม อำเภอนายูง ตำบลนางัว",
        "นางรอง นางแดด นางเลิ้ง นางแอ่น นางพญา นางรำ",
        "ข้าวนางมล ปลานาง",
        "น้ำไม่พอทำนาปรังปี 2569 เสียหาย 1,632,820 บาท",
        "We miss the rain",
        "",
    ],
)
def test_offices_trades_and_places_are_kept(text: str) -> None:
    assert hide_persons(text) == text
    assert not has_persons_name(text)


def test_what_is_no_text_holds_no_person() -> None:
    assert not has_persons_name(None)
    assert not has_persons_number(812345678)
