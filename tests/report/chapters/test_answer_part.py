"""The part of a chapter on one question."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from planning_kit.profile.sampling import Sample
from planning_kit.profile.tally import tally, tally_several
from planning_kit.report.chapters.answer_part import answer_part
from planning_kit.report.chapters.answer_tables import worded
from planning_kit.report.section import Section

WORDS = {"a": "ก", "b": "ข", "c": "ค", "d": "ง"}


def part(answers: Sequence[str | None], sample: Sample | None = None) -> Section:
    """Return the part on a question with one answer."""
    table = tally(pd.Series(answers, dtype="object"), list(WORDS), sample)
    named = worded(table, lambda code: WORDS[code])
    section = answer_part("q", "เรื่อง", named, "คำถาม", asked=len(answers))
    assert section is not None
    return section


def test_the_most_frequent_answer_is_said_with_count_and_share() -> None:
    # 12 of 20 said ก: 60 percent; 3 did not answer.
    section = part(["a"] * 12 + ["b"] * 8 + [None] * 3)
    assert "“ก” มี 12 จาก 20 ครัวเรือน คิดเป็น 60.0%" in section.sentences[0]
    assert any("3 ครัวเรือน" in note for note in section.notes)


def test_an_answer_nobody_gave_is_named_below_the_table_and_has_no_row() -> None:
    table = part(["a"] * 12 + ["b"] * 8).tables[0]
    assert [row[0] for row in table.cells()] == ["ก", "ข"]
    assert "ค, ง" in table.note


def test_small_answers_are_hidden_in_table_picture_and_words() -> None:
    # c = 2 must be hidden; b = 6 must go with it, or c is 20 − 12 − 6.
    section = part(["a"] * 12 + ["b"] * 6 + ["c"] * 2)
    cells = {row[0]: row[1:3] for row in section.tables[0].cells()}
    assert cells["ก"] == ["12", "60.0%"]
    assert cells["ข"] == cells["ค"] == ["ปกปิด", "ปกปิด"]
    assert "ค " not in section.pictures[0].alt
    assert "10.0%" not in section._repr_html_()
    assert "30.0%" not in section._repr_html_()


def test_a_random_sample_carries_its_range_and_another_does_not() -> None:
    answers = ["a"] * 12 + ["b"] * 8
    drawn = part(answers, sample=Sample(20, 100, is_random=True))
    labels = [column.label for column in drawn.tables[0].columns]
    assert "ช่วงเชื่อมั่น 95%" in labels
    assert "ช่วงเชื่อมั่น 95%" not in [c.label for c in part(answers).tables[0].columns]


def test_several_answers_come_most_frequent_first_and_say_that_they_overlap() -> None:
    given = pd.Series([("a", "b")] * 6 + [("b",)] * 6, dtype="object")
    named = worded(tally_several(given, list(WORDS)), lambda code: WORDS[code])
    section = answer_part("q", "เรื่อง", named, "คำถาม", asked=12, several=True)
    assert section is not None
    assert [row[:2] for row in section.tables[0].cells()] == [["ข", "12"], ["ก", "6"]]
    assert any("100%" in note for note in section.notes)


def test_a_question_nobody_answered_gives_no_part() -> None:
    empty = worded(tally(pd.Series([None, None], dtype="object"), list(WORDS)), lambda c: c)
    assert answer_part("q", "เรื่อง", empty, "คำถาม", asked=2) is None
