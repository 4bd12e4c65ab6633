"""A file of local questions, as people write it, read into questions: every mistake is named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from planning_kit import thai
from planning_kit.errors import KitError, KitErrors
from planning_kit.language import N_, Words
from planning_kit.records.kinds import is_blank
from planning_kit.records.local_question_answers import read_answers_asked, read_condition
from planning_kit.records.local_question_declared import KEYS, Declared, named
from planning_kit.records.local_question_rules import mistakes_in
from planning_kit.records.local_questions import (
    PREFIX,
    LocalQuestion,
    QuestionKind,
    QuestionPrivacy,
)
from planning_kit.records.record import Record
from planning_kit.records.registry import template_types

_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


def askable_types() -> tuple[type[Record], ...]:
    """Return the record types that local questions may be about."""
    return tuple(kind for kind in template_types() if kind.noun.name != "source")


def read_questions(
    declared: Iterable[Declared], scope_code: str, known: Sequence[LocalQuestion] = ()
) -> list[LocalQuestion]:
    """Return the questions of a file, to be asked in ``scope_code``.

    Parameters
    ----------
    declared:
        The questions as written.
    known:
        Questions the area asks already: a new one may follow on from them.

    Raises ``KitErrors`` with one sentence for every mistake (``records.question-…``).
    """
    listed = list(declared)
    found = [(one, _read(one, at, scope_code)) for at, one in enumerate(listed, start=1)]
    readable = [question for _, question in found if question is not None]
    others = [*readable, *(old for old in known if old.code not in {q.code for q in readable})]
    questions = []
    for one, question in found:
        if question is not None:
            conditioned = read_condition(one, question, others)
            mistakes_in(one, conditioned, readable)
            questions.append(conditioned)
    problems = [problem for one in listed for problem in one.problems]
    if not listed:
        problems = [KitError("records.question-none", N_("The file holds no question"))]
    if problems:
        raise KitErrors(problems)
    return questions


def _read(one: Declared, position: int, scope_code: str) -> LocalQuestion | None:
    _refuse_unknown_keys(one)
    about, kind = _about(one), _kind(one)
    code, label = _code(one), one.text("th")
    if label is None:
        one.complain(
            "records.question-no-wording", N_("{where}: write the question in Thai under “th”")
        )
    privacy = _privacy(one, kind)
    answers = read_answers_asked(one, kind) if kind else {}
    if about is None or kind is None or code is None or label is None:
        return None
    return LocalQuestion.model_validate(
        {
            "scope_code": scope_code,
            "about": about,
            "code": code,
            "label_th": label,
            "label_en": one.text("en"),
            "help_th": one.text("help"),
            "help_en": one.text("help_en"),
            "unit_th": one.text("unit"),
            "unit_en": one.text("unit_en"),
            "kind": kind,
            "low": _bound(one, "low", kind),
            "high": _bound(one, "high", kind),
            "is_required": _yes_no(one),
            "privacy": privacy,
            "position": position,
            **answers,
        }
    )


def _refuse_unknown_keys(one: Declared) -> None:
    for key in one.values:
        if key not in KEYS:
            near = get_close_matches(str(key), KEYS, n=1)
            listed = near or list(KEYS)
            one.complain(
                "records.question-unknown-key",
                N_("{where}: “{key}” is not known here; perhaps you mean: {keys}"),
                key=key,
                keys=", ".join(listed),
            )


def _about(one: Declared) -> str | None:
    said = one.text("about") or "household"
    for kind in askable_types():
        if _plain(said) in map(_plain, (kind.noun.name, kind.noun.title.th, kind.noun.title.en)):
            return kind.noun.name
    one.complain(
        "records.question-about-unknown",
        N_("{where}: there is no sheet “{about}” to ask in; choose from: {sheets}"),
        about=said,
        sheets=", ".join(kind.noun.name for kind in askable_types()),
    )
    return None


def _code(one: Declared) -> str | None:
    said = (one.text("code") or "").removeprefix(PREFIX)
    if _CODE.fullmatch(said):
        return PREFIX + said
    one.complain(
        "records.question-bad-code",
        N_(
            "{where}: “{code}” cannot be the code of a question; use a-z, 0-9 and _, begin with "
            "a letter, at most 40, such as goats"
        ),
        code=said,
    )
    return None


def _kind(one: Declared) -> QuestionKind | None:
    said = one.text("kind") or ""
    found = QuestionKind.read(said)
    if found is None:
        one.complain(
            "records.question-unknown-kind",
            N_("{where}: “{kind}” is not a kind of answer; choose from: {kinds}"),
            kind=said,
            kinds=Words(
                " · ".join(f"{member.value} ({member.words.th})" for member in QuestionKind),
                " · ".join(member.value for member in QuestionKind),
            ),
        )
    return found


def _privacy(one: Declared, kind: QuestionKind | None) -> QuestionPrivacy:
    said = one.text("privacy")
    default = QuestionPrivacy.PERSONAL if kind is QuestionKind.TEXT else QuestionPrivacy.GROUPED
    found = QuestionPrivacy.read(said) if said else default
    if found is None:
        one.complain(
            "records.question-unknown-privacy",
            N_("{where}: “{privacy}” is not a class of privacy; choose from: {classes}"),
            privacy=said,
            classes=", ".join(QuestionPrivacy),
        )
    elif kind is QuestionKind.TEXT and found is not QuestionPrivacy.PERSONAL:
        one.complain(
            "records.question-text-is-personal",
            N_(
                "{where}: what people write freely may name somebody, so it is never shown in a "
                "report; leave “privacy” out, or offer answers to choose from"
            ),
        )
    return found or default


def _bound(one: Declared, key: str, kind: QuestionKind) -> Any:
    value = one.values.get(key)
    if is_blank(value):
        return _LEAST.get(kind) if key == "low" else _MOST.get(kind)
    try:
        if kind is QuestionKind.LAND:
            area = thai.read_land(value)
            return None if area is None else area.total_square_wah
        return thai.read_number(value)
    except (KitError, TypeError) as error:
        said = error if isinstance(error, KitError) else ""
        one.complain(
            "records.question-bad-bound",
            N_("{where}: “{key}” is not a number: {detail}"),
            key=named(key),
            detail=said,
        )
        return None


_LEAST = {QuestionKind.LAND: 0, QuestionKind.SHARE: 0}
_MOST = {QuestionKind.SHARE: 100}


def _yes_no(one: Declared) -> bool | None:
    said = one.text("required")
    if said is None:
        return None
    if _plain(said) in ("true", "yes", "1", "ใช่", "ต้องตอบ"):
        return True
    if _plain(said) not in ("false", "no", "0", "ไม่", "ไม่ใช่"):
        one.complain(
            "records.question-required-unclear",
            N_("{where}: “required” is yes or no, not “{said}”"),
            said=said,
        )
    return None


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
