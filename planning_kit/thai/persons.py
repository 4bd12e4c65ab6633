"""Persons named in free text: seen and hidden, so that no report or list carries them on.

Numbers: telephone numbers and citizen numbers. Names: only those with a title before them
(นาย นาง นางสาว Mr …); “กำนันสมศักดิ์” or a nickname cannot be told from other words. Words that
begin like a title and name an office, a trade or a place (นายกเทศมนตรี, นายหน้า, นางรอง) are kept.
"""

from __future__ import annotations

import re

MASK = "•••"

PERSONS_NUMBER = (
    r"\d{13}|\d[- ]\d{4}[- ]\d{5}[- ]\d{2}[- ]\d"
    r"|0\d{8,9}|0\d{1,2}[- .]\d{3,4}[- .]?\d{3,4}|\+?66[- .]?\d{1,2}[- .]?\d{3}[- .]?\d{3,4}"
)
"""The pattern of a citizen number or a telephone number, without its borders."""
_NUMBER = re.compile(rf"(?<!\d)(?:{PERSONS_NUMBER})(?!\d)")

_LETTER = "[ก-์]"
_BEGIN = "[ก-ฮเ-ไ]"
# Thai leaves no space before a name: these words may stand right before its title.
_BEFORE = "".join(
    f"|(?<={word})"
    for word in ("โดย", "ของ", "ให้", "กับ", "และ", "จาก", "คือ", "ว่า", "แก่", "ชื่อ", "ที่", "บ้าน")
)
# นายก is an office only where the word ends there or its office follows: นายกมล is a name.
_OFFICE = rf"ก(?!{_LETTER})|ก(?:อบ|อง|เท|เมือง|สมาคม|สภา|รัฐ|สโมสร|เหล่า|ตำบล|ทต|ทม|คน|ฯ|ท่าน)"
_OF_MEN = (
    f"(?:{_OFFICE}|อำเภอ|ทุน|หน้า|จ้าง|ช่าง|แพทย์|ทะเบียน|สถานี|ตรวจ|ด่าน|พราน|ประกัน|บ้าน|ท้าย|ธนาคาร|"
    "เรือ|ทหาร|ตำรวจ|เงิน|ใหญ่|ท่า|หมวด|เวร|ไปรษณีย์)"
)
# The last ones are amphoes and tambons of the gazetteer; นางแก้ว and นางหลง are women first.
_OF_WOMEN = (
    "(?:ฟ้า|นวล|พญา|รำ|เลิ้ง|งาม|เอก|ร้าย|แอ่น|พยาบาล|กวัก|ไม้|แบบ|สงกรานต์|นพมาศ|"
    "รอง|แดด|แล|บวช|ลือ|ตะเคียน|เหลียว)"
)
_TITLE = (
    rf"(?:นางสาว(?!ไทย)|นาง(?!สาว|{_OF_WOMEN})|นาย(?!{_OF_MEN})"
    r"|น\.\s?ส\.|ด\.ช\.|ด\.ญ\.|เด็กชาย|เด็กหญิง)"
)
# What follows a first name and is no surname.
_GOES_ON = (
    "บอก|เล่า|ขอ|เสนอ|เห็น|ถาม|กล่าว|แจ้ง|เป็น|ได้|ไม่|ว่า|และ|กับ|จาก|ที่|หมู่|บ้าน|อายุ|โทร|ชี้แจง|รายงาน|"
    "อำเภอ|ตำบล|จังหวัด|ซึ่ง|เพราะ|ปล่อย|ต้อง|จะ|เคย|ยัง|ผู้|ประธาน|กำนัน|สมาชิก"
)
_NAME = re.compile(
    rf"(?:(?<![\w{_LETTER[1:-1]}]){_BEFORE}){_TITLE}\s?{_BEGIN}{_LETTER}+"
    rf"(?:\s+(?!{_GOES_ON}){_BEGIN}{_LETTER}{{1,19}}(?!{_LETTER}))?"
    r"|\b(?:Mr|Mrs|Ms|Miss)\b\.?\s+[A-Z][a-z]+(?:\s+[A-Z][a-z]+)?"
)


def has_persons_number(value: object) -> bool:
    """Tell whether a text holds what looks like a citizen number or a telephone number."""
    return isinstance(value, str) and _NUMBER.search(value) is not None


def has_persons_name(value: object) -> bool:
    """Tell whether a text holds a name with a title before it."""
    return isinstance(value, str) and _NAME.search(value) is not None


def hide_names(text: str) -> str:
    """Return a text with ``MASK`` in place of each name that has a title before it."""
    return _NAME.sub(MASK, text)


def hide_persons(text: str) -> str:
    """Return a text with ``MASK`` in place of names with a title and of persons’ numbers."""
    return hide_names(_NUMBER.sub(MASK, text))
