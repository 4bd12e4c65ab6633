"""Learners' answers: kept once, in order, and apart by plan area."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError
from planning_kit.store import LearnerAnswer, Store

AREA = "990101"


def answer(question: str, given: object, sent: str, *, right: bool = True) -> LearnerAnswer:
    return LearnerAnswer("12345", "05", question, given, right, sent)


def test_what_is_sent_twice_is_kept_once_and_a_second_try_beside_the_first(store: Store) -> None:
    store.keep_answers(AREA, [answer("q1", "a", "s1", right=False), answer("q2", ["b", "a"], "s2")])
    store.keep_answers(AREA, [answer("q1", "a", "s1", right=False), answer("q1", "b", "s3")])
    kept = store.learner_answers(AREA, "12345")
    assert [(one.question, one.answer, one.is_right) for one in kept] == [
        ("q1", "a", False), ("q2", ["b", "a"], True), ("q1", "b", True),
    ]  # fmt: skip
    assert all(one.answered_at is not None for one in kept)
    assert store.learner_answers("990102") == [] and len(store.learner_answers(AREA)) == 3


def test_a_code_is_given_to_one_learner_of_a_plan_area(store: Store) -> None:
    drawn = iter(["11111", "11111", "22222", "11111"])
    assert store.add_learner(AREA, lambda: next(drawn)) == "11111"
    assert store.add_learner(AREA, lambda: next(drawn)) == "22222"
    assert store.add_learner("990102", lambda: next(drawn)) == "11111"
    assert store.has_learner(AREA, "22222") and not store.has_learner("990102", "22222")
    with pytest.raises(KitError) as refused:
        store.add_learner(AREA, lambda: "11111")
    assert refused.value.code == "store.no-learner-code"
