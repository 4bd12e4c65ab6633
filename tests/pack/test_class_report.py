"""The report of a class: counted by hand, nobody named, nobody ranked."""

from __future__ import annotations

import datetime as dt
import re
from html import unescape

from planning_kit.course.sheet import AFTER, BEFORE, Sheet
from planning_kit.language import Words, speaking
from planning_kit.learning import Choice, ChoiceQuestion
from planning_kit.pack.class_report import class_report_page, completed, given_of
from planning_kit.workbook.learners import LearnerAnswer

WHEN = dt.datetime(2026, 11, 30, 12, tzinfo=dt.UTC)


def question(code: str, objective: str) -> ChoiceQuestion:
    choices = (Choice("a", Words("ก", "a")), Choice("b", Words("ข", "b")))
    return ChoiceQuestion(code=code, objective=objective, ask=Words(f"ถาม {code}", f"ask {code}"),
                          explain=Words("ก", "a"), is_in_test=True, choices=choices, right="a")  # fmt: skip


ASKED = (question("q1", "one"), question("q2", "two"))
SHEETS = [
    Sheet(BEFORE, Words("ก่อน", "Before"), ASKED, True),
    Sheet("02_a", Words("บท", "Episode"), ASKED[:1]),
    Sheet(AFTER, Words("หลัง", "After"), ASKED, True),
]


def answers() -> list[LearnerAnswer]:
    """Six learners; before, nobody knew q1 and all knew q2; afterwards four of six knew q1."""
    found = []
    for at, who in enumerate(("10001", "10002", "10003", "10004", "10005", "10006")):
        rights = [
            (BEFORE, "q1", False),
            (BEFORE, "q2", True),
            (AFTER, "q1", at < 4),
            (AFTER, "q2", True),
        ]
        rights += [("02_a", "q1", False)] if at else []
        # A test counts once: this second try is not counted.
        rights += [(BEFORE, "q1", True)] if at == 5 else []
        found += [
            LearnerAnswer(who, s, q, "a", right, f"{n}", WHEN)
            for n, (s, q, right) in enumerate(rights)
        ]
    return found


def page(given: list[LearnerAnswer]) -> str:
    with speaking("en"):
        html = class_report_page("Here", given, SHEETS, {"one": "Do one"}, practice=False)
    body = html[html.index("<main") :]
    return re.sub(r"\s+", " ", unescape(re.sub("<[^>]+>", " ", body)))


def test_the_class_is_counted_and_its_gain_is_told_with_its_interval():
    text = page(answers())
    assert "30 November 2026: 6 learners" in text
    assert "Before 6 6" in text and "Episode 5 5" in text and "After 6 6" in text
    assert "Answered everything, both tests included: 5 learners" in text
    # Differences 1 1 1 1 0 0: mean .667, s² = .2667, 2.571 · √(.2667 / 6) = .542; bounded by 1.
    assert "Do one 6 0% 67% +67 (+12 … +100) 67%" in text
    assert "two 6 100% 100% 0 (the same for each, so no interval) –" in text
    assert "Nobody got it right: teach it anew ask q1 (5 learners)" in text
    assert "Everybody got it right ask q2 (6 learners)" in text


def test_no_learner_stands_in_the_report_and_few_are_not_told():
    assert not re.search(r"\b1000\d\b", page(answers()))
    few = [one for one in answers() if one.learner < "10005"]
    text = page(few)
    assert (
        "Fewer than 5 learners have answered both tests" in text
        and "Nobody got it right" not in text
    )


def test_whoever_answered_everything_has_completed():
    assert completed(SHEETS, given_of(answers())) == ["10002", "10003", "10004", "10005", "10006"]
