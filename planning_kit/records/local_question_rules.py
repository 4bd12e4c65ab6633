"""What a local question may not be: a second copy of a field, or a way to ask who somebody is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from planning_kit.language import N_
from planning_kit.records.local_question_answers import CLOSED
from planning_kit.records.local_question_declared import Declared
from planning_kit.records.local_questions import PREFIX, LocalQuestion, QuestionKind
from planning_kit.records.registry import record_type

_MEASURED = (
    QuestionKind.INTEGER,
    QuestionKind.NUMBER,
    QuestionKind.MONEY,
    QuestionKind.LAND,
    QuestionKind.SHARE,
    QuestionKind.YEAR,
)
# A yes or no, a date or months cannot hold a name or a number that identifies.
_CANNOT_NAME = (*CLOSED, QuestionKind.YES_NO, QuestionKind.DATE, QuestionKind.MONTHS)
# The name of a thing is no personal data: ชื่อพันธุ์ข้าว, the name of the market.
_THINGS_TH = (
    "พันธุ์|สายพันธุ์|กลุ่ม|ตลาด|สินค้า|ผลิตภัณฑ์|โรค|แมลง|ศัตรู|พืช|ต้น|ผลไม้|ปุ๋ย|ยา|สาร|แหล่งน้ำ|คลอง|"
    "ห้วย|หนอง|แม่น้ำ|ป่า|วัด|มัสยิด|โรงเรียน|โครงการ|กองทุน|สหกรณ์|วิสาหกิจ|หน่วยงาน|ยี่ห้อ|เครื่อง|บ่อ|สระ|"
    "ร้าน|โรงสี|บริษัท|หมู่บ้าน|ว่า|เสียง"
)
_NAME_TH = re.compile(rf"ชื่อ(?:\s|ของ)*+(?!{_THINGS_TH})")
_NAME_EN = re.compile(
    r"\b(?:first|last|full|family|given|sur|nick)[ -]?names?\b|\bnames?\b(?! of (?:\w+ ){0,3}?"
    r"(?:variety|breed|group|market|product|crop|disease|pest|brand|fund|shop|canal|project))"
    r"(?<!variety name)(?<!breed name)(?<!group name)(?<!market name)(?<!product name)"
    r"(?<!crop name)(?<!brand name)(?<!project name)",
    re.IGNORECASE,
)
_IDENTIFIES = (
    _NAME_TH,
    _NAME_EN,
    re.compile(r"นามสกุล|ฉายา|เบอร์|(?:หมายเลข|เลข)\s*โทร|โทร\.|ไอดี\s*ไลน์|อีเมล|เฟซบุ๊ก"),
    re.compile(r"เลข(?:ที่)?\s*(?:ประจำตัว|บัตร|บัญชี)|บัตร\s*ประ(?:จำตัว)?ชาชน|เลข\s*1?3\s*หลัก"),
    re.compile(r"บ้านเลขที่|ที่อยู่(?!อาศัยใน)|เลขที่บ้าน|วันเกิด|พิกัดบ้าน"),
    re.compile(
        r"\b(?:tele)?phone (?:no|number)|\bmobile (?:no|number)|\bcitizen (?:id|no|number)|"
        r"\b(?:national |line )?id (?:no|number|card)|\bpassport|\be-?mail|\bhome address|"
        r"\bhouse (?:no|number)\b|\bdate of birth|\bbank account (?:no|number)",
        re.IGNORECASE,
    ),
)
_IN_CODE = re.compile(r"(?:^|_)(?:phone|citizen|idcard|id_card|surname|lastname|firstname)(?:_|$)")


def mistakes_in(one: Declared, question: LocalQuestion, others: Sequence[LocalQuestion]) -> None:
    """Note every rule that a question breaks, beside the other questions of its file."""
    _refuse_copies(one, question, others)
    _refuse_identifying(one, question)
    bounds = [bound for bound in (question.low, question.high) if bound is not None]
    if bounds and question.kind not in _MEASURED:
        one.complain(
            "records.question-idle-bounds",
            N_("{where}: only numbers have a lowest and a highest; leave “low” and “high” out"),
        )
    elif len(bounds) == 2 and bounds[0] > bounds[1]:
        one.complain(
            "records.question-bounds-crossed",
            N_("{where}: the lowest value is above the highest; exchange them"),
        )
    if question.is_required and question.ask_if_field:
        one.complain(
            "records.question-required-of-some",
            N_("{where}: a question that is not for everyone cannot be required; leave one out"),
        )


def _refuse_copies(one: Declared, question: LocalQuestion, others: Sequence[LocalQuestion]) -> None:
    same_sheet = [other for other in others if other.about == question.about]
    if sum(other.code == question.code for other in same_sheet) > 1:
        one.complain(
            "records.question-code-twice",
            N_("{where}: the code “{code}” stands twice in the file; give each its own"),
            code=question.code,
        )
    wording = _plain(question.label_th)
    if sum(_plain(other.label_th) == wording for other in same_sheet) > 1:
        one.complain(
            "records.question-wording-twice",
            N_("{where}: “{label}” stands twice in the file; two columns cannot have one heading"),
            label=question.label,
        )
    for spec in record_type(str(question.about)).fields():
        names = (_plain(spec.label.th), _plain(spec.label.en))
        if question.code == PREFIX + spec.name or wording in names:
            one.complain(
                "records.question-asked-already",
                N_(
                    "{where}: the kit itself asks this already (“{label}”, {field}); answer it "
                    "there, where every tambon can be compared"
                ),
                label=spec.label,
                field=spec.name,
            )


def _refuse_identifying(one: Declared, question: LocalQuestion) -> None:
    if question.kind in _CANNOT_NAME:
        return
    said = (question.label_th or "", question.label_en or "")
    code = (question.code or "").removeprefix(PREFIX)
    if _IN_CODE.search(code) or any(way.search(text) for way in _IDENTIFIES for text in said):
        one.complain(
            "records.question-identifies",
            N_(
                "{where}: “{label}” asks for a person’s name, telephone, address or number. The "
                "kit keeps no such data (Personal Data Protection Act B.E. 2562); leave it out"
            ),
            label=question.label,
        )


def _plain(text: str | None) -> str:
    return "".join((text or "").split()).casefold()
