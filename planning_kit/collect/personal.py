"""Columns and words that tell who a person is: left out of a draft, masked in its examples."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from planning_kit import thai
from planning_kit.collect.spellings import leaf
from planning_kit.language import N_
from planning_kit.records.kinds import is_blank

MASK = "•••"
_EXAMPLE_LENGTH = 40
_SHARE = 0.3
_CITIZEN_DIGITS = 13
_DIGITS = re.compile(r"(?<![\d.])\d(?:[ -]?\d){8,}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_TITLE = r"(?:นาย|นางสาว|นาง|น\.?\s?ส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.|Mr\.?|Mrs\.?|Miss|Ms\.?)"
_NAME = re.compile(rf"(?<![ก-๙\w]){_TITLE}\s?[ก-๙A-Za-z]{{2,}}(?:\s+[ก-๙A-Za-z]{{2,}})?")
_FULL_NAME = re.compile(rf"{_TITLE}\s?[ก-๙A-Za-z]{{2,}}\s+[ก-๙A-Za-z]{{2,}}")

_NUMBER = re.compile(r"-?\d{1,8}(?:\.\d+)?")
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d*)?\.\d+")
_PLAIN_ANSWERS = frozenset(
    ("yes", "no", "true", "false", "y", "n", "n/a", "na", "-", "ใช่", "ไม่ใช่", "มี", "ไม่มี")
)

_CITIZEN = N_("it holds citizen numbers")
_PHONE = N_("it holds telephone numbers")
NAMES = N_("it holds names of people")
_CONTACT = N_("it holds addresses or other ways to reach a person")
_PARTS = (
    (_CITIZEN, ("เลขบัตร", "บัตรประชาชน", "ประจำตัวประชาชน", "เลข13หลัก", "citizen", "nationalid",
                "idcard", "cardid", "passport")),
    (_PHONE, ("โทรศัพท์", "เบอร์โทร", "มือถือ", "phone", "mobile", "telno")),
    (NAMES, ("นามสกุล", "ชื่อสกุล", "ชื่อตัว", "คำนำหน้า", "ชื่อหัวหน้าครัวเรือน", "ชื่อเจ้าของ", "ชื่อเกษตรกร",
              "ชื่อผู้", "ผู้ให้ข้อมูล", "ผู้รับผิดชอบ", "เจ้าบ้าน", "firstname", "lastname", "surname", "fullname",
              "farmername", "respondentname", "ownername", "enumerator", "interviewer",
              "nameoffarmer", "membername", "personname", "contactname", "beneficiaryname", "applicantname",
              "childname", "spousename", "nameofmember", "nameofrespondent", "householdhead", "headname", "namehead", "nameofhead")),
    (_CONTACT, ("อีเมล", "บ้านเลขที่", "ที่อยู่", "รหัสประจำบ้าน", "เลขที่บัญชี", "วันเกิด", "เดือนปีเกิด", "lineid", "email",
                "birthdate",
            "latitude",
            "longitude",
            "ละติจูด",
            "ลองจิจูด", "dateofbirth", "bankaccount", "houseno", "homeaddress")),
)  # fmt: skip
_WHOLE = {
    "โทร": _PHONE,
    "tel": _PHONE,
    "ชื่อ": NAMES,
    "สกุล": NAMES,
    "ฉายา": NAMES,
    "hname": NAMES,
    "owner": NAMES,
    "dob": _CONTACT,
}
_JUST_NAMES = {"ชื่อ", "name", "names", "ชื่อเล่น", "ชื่อต้น"}
# Headings that hold one of those words and yet are no person's.
_NOT_PERSONAL = (
    "วันเกิดภัย", "วันเกิดเหตุ", "ชื่อหมู่บ้าน", "ชื่อบ้าน", "ชื่อกลุ่ม", "ชื่อพืช", "ชื่อพันธุ์", "เพศ", "อายุ", "householdheadsex", "sex", "gender",
    "householdheadage", "ageofhouseholdhead", "education",
)  # fmt: skip


@lru_cache(maxsize=8192)
def _bare(heading: str) -> str:
    return re.sub(r"[^0-9a-z\u0e00-\u0e7f]+", "", thai.clean(heading).casefold())


def why_personal(heading: str, cells: Sequence[Any]) -> str | None:
    """Return why a column tells who a person is (a message id), or ``None``.

    By its heading, or because at least three in ten of its cells look like citizen numbers,
    telephone numbers or names.
    """
    bare = _bare(leaf(heading))
    if any(word in bare for word in map(_bare, _NOT_PERSONAL)):
        return _by_content(cells)
    for reason, words in _PARTS:
        if any(_bare(word) in bare for word in words) and not _answers_only(reason, cells):
            return reason
    found = _by_content(cells)
    # “ชื่อ” alone names a village or a crop as often as a person.
    if found is None and bare in _WHOLE and bare != _bare("ชื่อ"):
        return _WHOLE[bare]
    return found


def are_names_of_people(found: Iterable[str], heading: str) -> bool:
    """Tell whether a column headed just ชื่อ or Name holds people's names.

    It does beside columns of titles, surnames or citizen numbers: ``found`` are the reasons
    why other columns of the table are personal.
    """
    return _bare(leaf(heading)) in _JUST_NAMES and not {NAMES, _CITIZEN}.isdisjoint(found)


def masked(value: object) -> str:
    """Return a cell as an example may show it: short, one line, nobody recognisable."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = thai.clean(str(value))
    arabic = thai.to_arabic_digits(text)
    if _DIGITS.search(arabic):
        text = _DIGITS.sub(_hidden, arabic)
    text = _NAME.sub(MASK, _MAIL.sub(MASK, text))
    return text if len(text) <= _EXAMPLE_LENGTH else text[: _EXAMPLE_LENGTH - 1] + "…"


def _hidden(found: re.Match[str]) -> str:
    digits = re.sub(r"\D", "", found[0])
    # A mistyped citizen number fails its check digit and is still somebody's.
    return MASK if len(digits) == _CITIZEN_DIGITS or _is_phone(digits) else found[0]


def _by_content(cells: Sequence[Any]) -> str | None:
    stated = [cell for cell in cells if not is_blank(cell)]
    if not stated:
        return None
    texts = [thai.to_arabic_digits(thai.clean(_text(cell))) for cell in stated]
    # A decimal such as 0.265747309 has as many digits as a telephone.
    digits = [re.sub(r"[ .-]", "", text) for text in texts if not _DECIMAL.fullmatch(text)]
    for reason, count in (
        (_CITIZEN, sum(map(_is_citizen, digits))),
        (_PHONE, sum(_is_phone(one) for one in digits)),
        (NAMES, sum(bool(_FULL_NAME.match(text)) for text in texts)),
        (_CONTACT, sum(bool(_MAIL.search(text)) for text in texts)),
    ):
        if count >= max(1, _SHARE * len(stated)):
            return reason
    return None


def _answers_only(reason: str, cells: Sequence[Any]) -> bool:
    """Tell whether a column whose heading speaks of a name holds only numbers, or yes and no."""
    stated = [thai.clean(_text(cell)) for cell in cells if not is_blank(cell)]
    # “Are you talking to the household head?” asks for nobody's name.
    return reason == NAMES and bool(stated) and all(map(_is_plain_answer, stated))


def _is_plain_answer(text: str) -> bool:
    return _NUMBER.fullmatch(thai.to_arabic_digits(text)) is not None or (
        text.casefold() in _PLAIN_ANSWERS
    )


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _is_citizen(digits: str) -> bool:
    # 13 digits, not beginning with 0 or 9, the last a check digit (weights 13 down to 2).
    if not re.fullmatch(r"[1-8]\d{12}", digits):
        return False
    total = sum(
        int(digit) * weight for digit, weight in zip(digits, range(13, 1, -1), strict=False)
    )
    return (11 - total % 11) % 10 == int(digits[-1])


def _is_phone(digits: str) -> bool:
    return re.fullmatch(r"0[689]\d{8}|0[2-7]\d{7}|66[689]\d{8}", digits) is not None
