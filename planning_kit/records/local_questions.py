"""Questions that a province or tambon adds of its own, and record types widened by them.

A question is a record like any other: it has revisions, and two laptops that hold it agree.
``extended`` makes it look like any other field to template, reader, checks and forms.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Annotated, Any, TypeVar, cast

from pydantic import BeforeValidator, create_model

from planning_kit.language import Words
from planning_kit.records import kinds
from planning_kit.records.choices import Choices
from planning_kit.records.field import field
from planning_kit.records.kinds import Choice, Code, Codes, Integer, Kind, Number, OfKind, YesNo
from planning_kit.records.local_asking import asked_checks, condition
from planning_kit.records.privacy import Privacy
from planning_kit.records.record import Noun, Record

PREFIX = "x_"
"""Begins the code of every local question, and of no field of the kit's own."""

GROUP = Words("คำถามของพื้นที่", "Questions of this area")
R = TypeVar("R", bound=Record)


class QuestionKind(Choices):
    """What sort of answer a local question takes."""

    TEXT = "text", "ข้อความ", "text"
    INTEGER = "integer", "จำนวนเต็ม", "whole number"
    NUMBER = "number", "จำนวน", "number"
    MONEY = "money", "จำนวนเงิน", "money"
    LAND = "land", "เนื้อที่", "land area"
    SHARE = "share", "ร้อยละ", "percent"
    YES_NO = "yes_no", "ใช่หรือไม่ใช่", "yes or no"
    CHOICE = "choice", "เลือกคำตอบเดียว", "one answer"
    CHOICES = "choices", "เลือกได้หลายคำตอบ", "several answers"
    DATE = "date", "วันที่", "date"
    YEAR = "year", "ปี พ.ศ.", "year"
    MONTHS = "months", "เดือน", "months"


class QuestionPrivacy(Choices):
    """How far the answers to a local question may travel."""

    GROUPED = "grouped", "แสดงเป็นผลรวมของห้ารายขึ้นไป", "shown for five or more together"
    COUNT_ONLY = "count_only", "แสดงเป็นจำนวนนับเท่านั้น", "shown only as a count"
    PERSONAL = "personal", "ไม่แสดงในรายงาน", "never shown in a report"


_TYPES: dict[str, Any] = {
    QuestionKind.TEXT: kinds.LongText,
    QuestionKind.INTEGER: kinds.Integer,
    QuestionKind.NUMBER: kinds.Number,
    QuestionKind.MONEY: kinds.Money,
    QuestionKind.LAND: kinds.Land,
    QuestionKind.SHARE: kinds.Share,
    QuestionKind.YES_NO: kinds.YesNo,
    QuestionKind.CHOICE: kinds.Choice,
    QuestionKind.CHOICES: kinds.Several,
    QuestionKind.DATE: kinds.Date,
    QuestionKind.YEAR: kinds.YearBE,
    QuestionKind.MONTHS: kinds.Months,
}


def _as_written(value: Any) -> tuple[str, ...] | None:
    return None if value is None else tuple(str(item) for item in value)


# Wordings keep their commas and Thai digits, so they are not read as a list of codes is.
_Wordings = Annotated[
    tuple[str, ...] | None, OfKind(Kind.CODES), BeforeValidator(_as_written)
]  # fmt: skip


def _field(th: str, en: str, example: object = None, **more: Any) -> Any:
    return field(th, en, example=example, privacy=Privacy.PUBLIC, **more)


class LocalQuestion(Record):
    """A question that one area asks beside the kit's own; never part of a joint indicator."""

    noun = Noun(
        name="local_question",
        title=GROUP,
        help=Words(
            "คำถามที่จังหวัดหรือตำบลถามเพิ่มเอง ไม่ใช่ตัวชี้วัดร่วม",
            "What a province or tambon asks besides; not a joint indicator",
        ),
        key=("scope_code", "about", "code"),
        in_template=False,
    )

    scope_code: Code = _field("พื้นที่ที่ถาม", "Asked in", "990101", required=True)
    about: Code = _field("ถามในแผ่นงาน", "Asked of", "household", required=True)
    code: Code = _field("รหัสคำถาม", "Question code", "x_goats", required=True)
    label_th: kinds.Text = _field("คำถาม", "Question in Thai", "จำนวนแพะ", required=True)
    label_en: kinds.Text = _field("คำถามภาษาอังกฤษ", "Question in English", "Goats")
    help_th: kinds.LongText = _field("คำอธิบาย", "Help in Thai", "นับแพะทุกวัย")
    help_en: kinds.LongText = _field("คำอธิบายภาษาอังกฤษ", "Help in English")
    unit_th: kinds.Text = _field("หน่วย", "Unit in Thai", "ตัว")
    unit_en: kinds.Text = _field("หน่วยภาษาอังกฤษ", "Unit in English")
    kind: Choice = _field(
        "ชนิดคำตอบ",
        "Kind of answer",
        QuestionKind.INTEGER,
        choices=QuestionKind,
        required=True,
    )
    answer_codes: Codes = _field("รหัสคำตอบ", "Codes of the answers")
    answers_th: _Wordings = _field("คำตอบ", "Answers in Thai")
    answers_en: _Wordings = _field("คำตอบภาษาอังกฤษ", "Answers in English")
    low: Number = _field("ค่าต่ำสุด", "Lowest", 0)
    high: Number = _field("ค่าสูงสุด", "Highest", 500)
    is_required: YesNo = _field("ต้องตอบ", "Must be answered")
    privacy: Choice = _field(
        "การเปิดเผย", "Privacy", QuestionPrivacy.GROUPED, choices=QuestionPrivacy
    )
    ask_if_field: Code = _field("ถามต่อจากคำถาม", "Asked after")
    ask_if_answers: Codes = _field("เมื่อตอบว่า", "When answered")
    position: Integer = _field("ลำดับ", "Order", 1)
    is_retired: YesNo = _field("เลิกถามแล้ว", "No longer asked")

    @property
    def label(self) -> Words:
        """The question; in English the Thai wording, marked, where no other was given."""
        return _words(self.label_th, self.label_en) or Words("", "")

    @property
    def help(self) -> Words | None:
        """The help line, if there is one."""
        return _words(self.help_th, self.help_en)

    @property
    def unit(self) -> Words | None:
        """The unit, if there is one."""
        return _words(self.unit_th, self.unit_en)

    @property
    def answers(self) -> type[Choices] | None:
        """The closed list of answers, for a question that has one."""
        return _answers(self) if self.answer_codes else None

    @property
    def privacy_class(self) -> Privacy:
        """How far its answers may travel; what is written freely never leaves the store."""
        if self.kind == QuestionKind.TEXT:
            return Privacy.PERSONAL
        return Privacy(str(self.privacy)) if self.privacy else Privacy.GROUPED

    def says_same_as(self, other: LocalQuestion) -> bool:
        """Tell whether both ask the same, wherever and in whatever order they ask it."""
        apart: dict[str, Any] = {"scope_code": other.scope_code, "position": other.position}
        return self.with_changes(**apart).model_dump() == other.model_dump()


def is_local(name: str) -> bool:
    """Tell whether a field name is the code of a local question."""
    return name.startswith(PREFIX)


def extended(kind: type[R], questions: Iterable[LocalQuestion]) -> type[R]:
    """Return ``kind`` with a field for each of the questions that is about it.

    The same questions give the same type; without any it is ``kind`` itself. Its records
    are records of ``kind`` too.
    """
    own = sorted(
        (question for question in questions if question.about == kind.noun.name),
        key=lambda question: (question.position or 0, question.code or ""),
    )
    return cast("type[R]", _extended(kind, tuple(own))) if own else kind


@lru_cache(maxsize=256)
def _extended(kind: type[Record], questions: tuple[LocalQuestion, ...]) -> type[Record]:
    fields: dict[str, Any] = {
        str(question.code): (
            _TYPES[str(question.kind)],
            _field_of(question, condition_of(question, kind, questions)),
        )
        for question in questions
    }
    made: type[Record] = create_model(kind.__name__, __base__=kind, **fields)
    noun = kind.noun
    checks = (*noun.checks, *asked_checks(questions))
    made.noun = Noun(**{**vars(noun), "checks": checks})
    return made


def condition_of(
    question: LocalQuestion, kind: type[Record], others: Iterable[LocalQuestion]
) -> Words | None:
    """Say after which answers a question about ``kind`` is asked; ``None`` for everyone."""
    name = question.ask_if_field
    for other in others:
        if other.code == name:
            return condition(question, other.label, other.answers)
    if name not in kind.model_fields:
        return None
    spec = kind.field(name)
    return condition(question, spec.label, spec.choices)


def _field_of(question: LocalQuestion, only_if: Words | None) -> Any:
    said = [words for words in (question.help, only_if) if words is not None]
    help_line = Words("\n".join(w.th for w in said), "\n".join(w.en for w in said))
    asked_if = (str(question.ask_if_field), tuple(question.ask_if_answers or ()))
    return field(
        question.label.th,
        question.label.en,
        choices=question.answers,
        help=_pair(help_line) if said else None,
        unit=_pair(question.unit),
        required=bool(question.is_required),
        low=cast("Any", question.low),
        high=cast("Any", question.high),
        privacy=question.privacy_class,
        show_if=asked_if if question.ask_if_field else None,
        group=_pair(GROUP),
    )


@lru_cache(maxsize=1024)
def _answers(question: LocalQuestion) -> type[Choices]:
    codes, thai = question.answer_codes or (), question.answers_th or ()
    english = question.answers_en or ("",) * len(codes)
    members: Any = [
        (f"A{at}", (code, *_pair(_words(th, en) or Words(code, code))))
        for at, (code, th, en) in enumerate(zip(codes, thai, english, strict=True))
    ]
    # The name tells the lists of two questions apart on the template's sheet of lists.
    make: Any = Choices
    return cast("type[Choices]", make(f"{question.about}.{question.code}", members))


def _words(th: str | None, en: str | None) -> Words | None:
    return Words(th, en or f"{th} (in Thai)") if th else None


def _pair(words: Words | None) -> Any:
    return None if words is None else (words.th, words.en)
