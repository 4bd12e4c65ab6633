"""Typing paper ballots, once or twice: as the page drives it, down to the store."""

from __future__ import annotations

import pytest

import planning_kit as kit
from planning_kit.records.ballot import BallotMark

ONE = "99010101"


def kept(workbook, kind):
    """Return the records that stand, by natural key."""
    return {one.natural_key(): one for one in workbook.records(kind)}


def marked(workbook, entry):
    """Return size and severity of P1 on ballot 017 in one typing."""
    found = kept(workbook, BallotMark)["V01", "017", entry, "P1", None]
    return found.size, found.severity


def test_scores_are_typed_twice_apart_and_differences_name_no_value(planned, drive, opened):
    opened(planned, method="criteria", is_double_entry=True)
    tool = drive(kit.ballot_entry(planned))
    tool.answer(("number", "017"), ("score|P1|size", 3), ("score|P1|severity", 4))
    assert marked(planned, 1) == (3, 4)
    tool.answer(("entry", 2), ("number", "๑๗"))
    assert tool.part("number")["value"] == "017"
    assert tool.part("score|P1|size")["value"] is None, "who types must not see the first typing"
    tool.answer(("score|P1|size", 2), ("score|P1|severity", 4))
    assert marked(planned, 2) == (2, 4)
    told = [part for part in tool.parts() if str(part.get("id")).startswith("differs")]
    assert [part["id"] for part in told] == ["differs 017"]
    lines = [line["text"] for line in told[0]["parts"] if line["is"] == "say"]
    assert lines == ["P1 น้ำไม่พอ: ขนาด"]
    tool.answer(("open|017|2", True), ("score|P1|size", 3))
    assert marked(planned, 2) == (3, 4)
    assert not tool.has("differs 017")


def test_the_steps_stand_in_words_and_touched_again_they_are_taken_back(planned, drive, opened):
    opened(planned, method="criteria")
    tool = drive(kit.ballot_entry(planned))
    steps = [one["text"] for one in tool.part("score|P1|size")["options"]]
    assert steps[2] == "3 = เกือบทุกหมู่บ้าน"
    tool.answer(("score|P1|size", 3))
    tool.answer(("score|P1|size", None))
    assert kept(planned, BallotMark) == {}
    tool.answer(("score|P1|size", 1))
    assert kept(planned, BallotMark)["V01", "001", 1, "P1", None].size == 1


def test_the_next_ballot_follows_and_the_voter_stands_on_every_mark(planned, drive, opened):
    opened(planned, method="pairwise", option_codes=("P1", "P2", "P3"))
    tool = drive(kit.ballot_entry(planned))
    tool.answer(("prefer|P1|P2", "P2"), ("prefer|P1|P3", "equal"))
    tool.answer(("voter|sex", "female"), ("voter|village_code", ONE))
    tool.answer(("prefer|P2|P3", "P3"))
    marks = kept(planned, BallotMark)
    assert [one.preferred for one in marks.values()] == ["P2", None, "P3"]
    assert {(one.ballot_no, one.sex, one.village_code) for one in marks.values()} == {
        ("001", "female", ONE)
    }
    tool.answer(("next", True))
    assert tool.part("number")["value"] == "002"
    assert tool.part("prefer|P1|P3")["value"] is None


def test_ticks_show_the_money_left_and_untick_leaves_no_mark(planned, drive, opened):
    rules = {"about": "project", "method": "approval", "option_codes": ("PJ1", "PJ2")}
    opened(planned, **rules, budget=100_000)
    tool = drive(kit.ballot_entry(planned))
    tool.answer(("tick", ["PJ1"]))
    assert "เงินเหลือ 40,000" in tool.text()
    tool.answer(("tick", ["PJ1", "PJ2"]))
    assert "เกินวงเงินไป 10,000" in tool.text()
    tool.answer(("tick", ["PJ2"]))
    assert [key[3] for key in kept(planned, BallotMark)] == ["PJ2"]
    # What was taken back and ticked again is one mark, not two.
    tool.answer(("tick", ["PJ1", "PJ2"]))
    assert sorted(key[3] for key in kept(planned, BallotMark)) == ["PJ1", "PJ2"]


def test_too_many_dots_are_refused_and_said(planned, drive, opened):
    opened(planned, method="dots", dots_each=3)
    tool = drive(kit.ballot_entry(planned))
    tool.answer(("dots|P1", 2))
    assert "เหลือ 1 จุด จาก 3" in tool.text()
    tool.answer(("dots|P2", 2))
    assert "3" in tool.said("dots|P2") and tool.standing[0] == "late"
    assert [one.dots for one in kept(planned, BallotMark).values()] == [2]


@pytest.mark.parametrize("method", ["criteria", "pairwise", "dots", "approval"])
def test_no_ballot_names_the_way_of_counting(planned, drive, method, opened):
    opened(planned, method=method)
    tool = drive(kit.ballot_entry(planned))
    shown = str(tool.told[-1]["view"]).casefold()
    for name in ("borda", "copeland", "condorcet", "criteria_product", "approval"):
        assert name not in shown.replace(f"'{method}'", "")
