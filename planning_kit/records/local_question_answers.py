"""The closed answers of a local question, and the answer after which it is asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from planning_kit import thai
from planning_kit.language import N_
from planning_kit.records.choices import Choices
from planning_kit.records.kinds import Kind, is_blank
from planning_kit.records.local_asking import NO, YES
from planning_kit.records.local_question_declared import Declared
from planning_kit.records.local_questions import PREFIX, LocalQuestion, QuestionKind
from planning_kit.records.registry import record_type

CLOSED = (QuestionKind.CHOICE, QuestionKind.CHOICES)
_LATIN = re.compile(r"[A-Za-z0-9_]+")
# These marks part several answers in one cell.
_MARKS = re.compile(r"[,;|\n，]")
_YES_WORDS, _NO_WORDS = ("yes", "true", "ใช่"), ("no", "false", "ไม่ใช่")


def read_answers_asked(one: Declared, kind: QuestionKind) -> dict[str, Any]:
    """Return ``answer_codes``, ``answers_th`` and ``answers_en`` of a question.

    Answers are written as a list of wordings, a list of ``{code, th, en}``, or one text
    with semicolons: ``raised = ยกพื้น = raised; ground = บนพื้นดิน``. An answer without a
    code is stored under its Thai wording, so that the order in the file means nothing.
    """
    listed = list(_listed(one.values.get("answers")))
    if kind not in CLOSED:
        if listed:
            one.complain(
                "records.question-idle-answers",
                N_("{where}: only the kinds choice and choices have answers; leave “answers” out"),
            )
        return {}
    answers = [answer for answer in map(_triple, listed) if answer is not None]
    if len(answers) < len(listed):
        one.complain(
            "records.question-unclear-answer",
            N_("{where}: each answer needs a Thai wording, and may have a code and an English one"),
        )
    if len(answers) < 2:
        one.complain(
            "records.question-no-answers",
            N_("{where}: a question to choose from needs at least two answers under “answers”"),
        )
    _refuse_blurred(one, answers, several=kind is QuestionKind.CHOICES)
    codes, thai_words, english = zip(*answers, strict=True) if answers else ((), (), ())
    return {"answer_codes": codes, "answers_th": thai_words, "answers_en": english}


def _listed(value: Any) -> Iterable[Any]:
    if is_blank(value):
        return []
    if isinstance(value, (list, tuple)):
        return value
    return [part for part in re.split(r"[;\n]", str(value)) if part.strip()]


def _triple(value: Any) -> tuple[str, str, str] | None:
    if isinstance(value, dict):
        parts = [value.get(key) for key in ("code", "th", "en")]
        if set(value) - {"code", "th", "en"} or any(isinstance(p, (dict, list)) for p in parts):
            return None
        code, th, en = (thai.clean(str(part or "")) for part in parts)
    else:
        said = [thai.clean(part) for part in str(value).split("=")]
        if len(said) == 1 or (len(said) == 2 and not _LATIN.fullmatch(said[0])):
            said = ["", *said]
        if len(said) > 3:
            return None
        code, th, en = (*said, "", "")[:3]
    return (code or th, th, en) if th else None


def _refuse_blurred(
    one: Declared, answers: Sequence[tuple[str, str, str]], *, several: bool
) -> None:
    for place in range(3):
        said = ["".join(answer[place].split()).casefold() for answer in answers if answer[place]]
        twice = next((word for word in said if said.count(word) > 1), None)
        if twice is not None:
            one.complain(
                "records.question-answer-twice",
                N_("{where}: the answer “{answer}” stands there twice"),
                answer=twice,
            )
            return
    for answer in answers:
        marked = next((word for word in answer if _MARKS.search(word)), None)
        if several and marked is not None:
            one.complain(
                "records.question-answer-splits",
                N_(
                    "{where}: the answer “{answer}” holds a comma, semicolon or bar, which parts "
                    "one answer from the next; write it without"
                ),
                answer=marked,
            )


def read_condition(
    one: Declared, question: LocalQuestion, others: Sequence[LocalQuestion]
) -> LocalQuestion:
    """Return the question with the answer after which it is asked, where one is written.

    It is written as ``keeps_goats = yes`` or ``{question = "pen", answers = ["raised"]}``;
    the other question may be a local one or a field of the kit's own.
    """
    written = one.values.get("ask_if")
    if is_blank(written):
        return question
    name, given = _parts(written)
    target = _target(question, name, others)
    if target is None or not given:
        one.complain(
            "records.question-condition-unknown",
            N_(
                "{where}: “ask_if” names no other yes–no or choice question of the same sheet with "
                "an answer; write it as code = answer, such as keeps_goats = yes"
            ),
        )
        return question
    field_name, choices = target
    codes = [_answer_code(answer, choices) for answer in given]
    if None in codes:
        one.complain(
            "records.question-condition-answer",
            N_("{where}: “ask_if” names an answer that “{question}” does not have"),
            question=name,
        )
        return question
    return question.with_changes(
        ask_if_field=field_name, ask_if_answers=tuple(code for code in codes if code)
    )


def _parts(written: Any) -> tuple[str, list[str]]:
    if isinstance(written, dict):
        answers = written.get("answers", written.get("answer", []))
        listed = answers if isinstance(answers, list) else [answers]
        return thai.clean(str(written.get("question", ""))), [_said(item) for item in listed]
    name, _, said = str(written).partition("=")
    return thai.clean(name), [part for part in map(thai.clean, _MARKS.split(said)) if part]


def _said(item: Any) -> str:
    return (YES if item else NO) if isinstance(item, bool) else thai.clean(str(item))


def _target(
    question: LocalQuestion, name: str, others: Sequence[LocalQuestion]
) -> tuple[str, type[Choices] | None] | None:
    """Return the field that a condition names and its answers (``None`` for yes–no)."""
    code = PREFIX + name.removeprefix(PREFIX)
    for other in others:
        if other.code == code and other.about == question.about and code != question.code:
            closed = other.kind in (*CLOSED, QuestionKind.YES_NO)
            return (code, other.answers) if closed else None
    for spec in record_type(str(question.about)).fields():
        if spec.name == name and spec.kind in (Kind.CHOICE, Kind.CHOICES, Kind.YES_NO):
            return name, spec.choices
    return None


def _answer_code(text: str, choices: type[Choices] | None) -> str | None:
    if choices is not None:
        found = choices.read(text)
        return None if found is None else str(found.value)
    said = text.casefold()
    return YES if said in _YES_WORDS else NO if said in _NO_WORDS else None
