"""Answers to every kind of question: what is right, what is wrong, what is still open."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

import pytest

from planning_kit.errors import KitError, ReadingError
from planning_kit.language import Words
from planning_kit.learning import (
    Choice,
    ChoiceQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
)

WHOLE = {
    "code": "q", "objective": "o", "ask": Words("ถาม", "ask"), "explain": Words("เพราะ", "because")
}  # fmt: skip


def named(*codes: str) -> tuple[Choice, ...]:
    return tuple(Choice(code, Words(f"ข้อ {code}", f"item {code}")) for code in codes)


def form(**fields: str):
    return lambda name: fields.get(name.replace(".", "_"), "")


def test_one_choice_is_right_and_no_choice_is_no_answer():
    question = ChoiceQuestion(**WHOLE, choices=named("a", "b"), right="b")
    assert question.is_right(question.read(form(answer="b")))
    assert not question.is_right(question.read(form(answer="a")))
    for typed in ("", "z"):
        with pytest.raises(KitError) as refused:
            question.read(form(answer=typed))
        assert refused.value.code == "learning.not-answered"
    assert question.right_said == ["ข้อ b"]


@pytest.mark.parametrize(
    ("typed", "right"),
    [("15", True), ("๑๕", True), (" 15.0 ", True), ("15.5", True), ("15.51", False), ("14", False),
     ("-15", False)],
)  # fmt: skip
def test_a_number_is_right_within_its_tolerance(typed, right):
    question = NumberQuestion(**WHOLE, right=Decimal(15), within=Decimal("0.5"))
    assert question.is_right(question.read(form(answer=typed))) is right


def test_what_is_no_number_is_refused_and_not_called_wrong():
    question = NumberQuestion(**WHOLE, right=Decimal(15000), unit=Words("บาท", "baht"))
    with pytest.raises(ReadingError):
        question.read(form(answer="สิบห้า"))
    with pytest.raises(KitError):
        question.read(form(answer="  "))
    assert question.right_said == ["15,000 บาท"]


def test_only_one_order_is_right():
    question = OrderQuestion(**WHOLE, steps=named("a", "b", "c"))
    found = [
        question.is_right(question.read(form(place_a=str(a), place_b=str(b), place_c=str(c))))
        for a, b, c in permutations((1, 2, 3))
    ]
    assert found == [True, False, False, False, False, False]
    for places in ({"place_a": "1"}, {"place_a": "1", "place_b": "1", "place_c": "2"}):
        with pytest.raises(KitError):
            question.read(form(**places))


@pytest.mark.parametrize("code", [f"q{n}" for n in range(24)])
def test_steps_are_never_shown_in_their_right_order(code):
    question = OrderQuestion(**{**WHOLE, "code": code}, steps=named("a", "b"))
    assert [one.code for one in question.shown] == ["b", "a"]


def test_everything_has_to_go_with_what_it_belongs_to():
    pairs = tuple(zip(named("a", "b"), named("x", "y"), strict=True))
    question = MatchQuestion(**WHOLE, pairs=pairs)
    assert {one.code for one in question.offered} == {"x", "y"}
    assert question.is_right(question.read(form(match_a="x", match_b="y")))
    assert not question.is_right(question.read(form(match_a="x", match_b="x")))
    with pytest.raises(KitError):
        question.read(form(match_a="x"))
    assert question.right_said == ["ข้อ a → ข้อ x", "ข้อ b → ข้อ y"]
