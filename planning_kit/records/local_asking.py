"""Questions that are asked only after a certain answer to another one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from planning_kit.language import N_, Words
from planning_kit.records.choices import Choices
from planning_kit.records.record import Check, Record

if TYPE_CHECKING:
    from planning_kit.records.local_questions import LocalQuestion

YES, NO = "yes", "no"
_NOT_ASKED = N_(
    "This question is only for those who gave a certain answer to another one; check both answers"
)


def asked_checks(questions: Iterable[LocalQuestion]) -> tuple[Check, ...]:
    """Return a check per question that is not for everyone: it flags answers not asked for."""
    return tuple(_check(question) for question in questions if question.ask_if_field)


def is_asked(question: LocalQuestion, answer: Any) -> bool | None:
    """Tell whether ``answer``, given to the question it depends on, leads to ``question``.

    ``answer`` is a stored code, a tuple of them or a yes–no. ``None`` where nothing was
    answered; a question without a condition is for everyone.
    """
    if not question.ask_if_field:
        return True
    if answer is None or answer != answer:
        return None
    given = answer if isinstance(answer, (tuple, list)) else (answer,)
    return any(_code(one) in (question.ask_if_answers or ()) for one in given)


def condition(question: LocalQuestion, label: Words, choices: type[Choices] | None) -> Words | None:
    """Say after which answers a question is asked; ``label`` and ``choices`` of the other one.

    ``choices`` is ``None`` for a yes–no question.
    """
    if not question.ask_if_field:
        return None
    said = [_wording(code, choices) for code in question.ask_if_answers or ()]
    thai, english = (" · ".join(words.say(language) for words in said) for language in ("th", "en"))
    return Words(
        f"ถามเมื่อ “{label.th}” ตอบว่า {thai}", f"Asked where “{label.en}” is answered {english}"
    )


def _wording(code: str, choices: type[Choices] | None) -> Words:
    if choices is None:
        return Words("ใช่", "yes") if code == YES else Words("ไม่ใช่", "no")
    known = choices._value2member_map_
    return choices.of(code).words if code in known else Words(code, code)


def _check(question: LocalQuestion) -> Check:
    own, other = str(question.code), str(question.ask_if_field)

    def holds(record: Record) -> bool:
        if getattr(record, own) is None:
            return True
        return is_asked(question, getattr(record, other, None)) is not False

    return Check("local-question.not-asked", (own, other), holds, _NOT_ASKED)


def _code(answer: Any) -> str:
    if isinstance(answer, bool):
        return YES if answer else NO
    return str(getattr(answer, "value", answer))
