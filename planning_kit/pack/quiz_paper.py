"""Quizzes on paper: for who has no phone, and for when the power fails."""

from __future__ import annotations

from collections.abc import Sequence

from planning_kit.language import Words, _
from planning_kit.learning import (
    Choice,
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    TaskQuestion,
)
from planning_kit.pack.page import book, part
from planning_kit.report.markup import element, text
from planning_kit.report.paper_form_blanks import comb

_LETTERS = Words("กขคงจฉชซ", "ABCDEFGH")
_LINE = '<span class="line"></span>'
_TICK = '<span class="box"></span>'


def quiz_paper(title: str, questions: Sequence[Question], *, answers: bool = True) -> str:
    """Return questions in large type, and on a sheet of its own what is right and why."""
    learner = element("p", f"{text(_('My learner code'))} {comb(5)}", class_="big")
    asked = "".join(_question(at, one) for at, one in enumerate(questions, 1))
    parts = [element("section", element("h2", text(title)) + learner + asked,
                     id="questions", class_="paper sheet big")]  # fmt: skip
    if answers:
        parts.append(part("answers", _("Answers, for the facilitator"), answer_list(questions)))
    return book(parts, title)


def lettered(choices: Sequence[Choice]) -> list[tuple[str, Choice]]:
    """Return answers to choose from with the letter before each, in the language in use."""
    return [(str(_LETTERS)[at], one) for at, one in enumerate(choices)]


def answer_list(questions: Sequence[Question]) -> str:
    """Return what is right and why, numbered as on the paper."""
    items = "".join(
        element("li", element("b", text(" · ".join(one.right_said)))
                + element("p", text(one.explain)))
        for one in questions
    )  # fmt: skip
    return element("ol", items)


def _question(at: int, one: Question) -> str:
    inner = element("span", text(one.ask), class_="asked") + _space(one)
    number = element("span", str(at), class_="no")
    return element("div", number + element("div", inner), class_="question")


def _space(one: Question) -> str:
    if isinstance(one, ChoiceQuestion):
        return "".join(_choice(choice, letter) for letter, choice in lettered(one.choices))
    if isinstance(one, NumberQuestion):
        return element("p", f"{_LINE} {text(one.unit or '')}")
    if isinstance(one, OrderQuestion):
        told = element("span", text(_("Write 1, 2, 3 … into the boxes")), class_="told")
        return told + "".join(_choice(step) for step in one.shown)
    if isinstance(one, MatchQuestion):
        told = element("span", text(_("Write the letter of what goes with it")), class_="told")
        firsts = "".join(_choice(first) for first, _second in one.pairs)
        seconds = "".join(
            element("p", f"<b>{letter}</b> {text(second.said)}")
            for letter, second in lettered(one.offered)
        )
        return told + firsts + seconds
    if isinstance(one, TaskQuestion):
        told = _("Do it at the laptop of a pair. The facilitator looks, and ticks:")
        return element("p", element("span", text(told), class_="told") + _TICK)
    raise TypeError(f"no paper for {type(one).__name__}")


def _choice(choice: Choice, letter: str = "") -> str:
    said = element("b", letter) + " " if letter else ""
    said += element("span", text(choice.said))
    return element("p", element("span", _TICK + said, class_="tick"))
