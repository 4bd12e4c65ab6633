"""A vote on phones: what its paper refuses, and what stands in the store when it is closed."""

from __future__ import annotations

from typing import Any

import pytest

from planning_kit.errors import KitError
from planning_kit.records import BallotMark, Poll, Problem, Project
from planning_kit.workbook import Workbook, voting
from planning_kit.workbook.saving import save_answers
from planning_kit.workbook.voting import cast, close_vote, turnout
from planning_kit.workbook.voting_paper import VotingPaper, voting_papers

ALL_FOUR = {"size": "3", "severity": "4", "ease": "1", "concern": "2"}


@pytest.fixture
def room(workbook: Workbook) -> Workbook:
    """Return a workbook with three problems, and three projects of 60, 70 and 80 thousand."""
    for at in (1, 2, 3):
        problem = Problem(problem_code=f"P0{at}", statement=f"น้ำไม่พอ {at}")
        cost = 50000 + 10000 * at
        project = Project(
            project_code=f"J{at}",
            name=f"ฝาย {at}",
            owner="กลุ่ม",
            total_cost=cost,
            stage="full",
            reliance_class="self",
        )
        workbook.save(problem, who="a", why="b")
        workbook.save(project, who="a", why="b")
    return workbook


def opened(workbook: Workbook, method: str, about: str = "problem", **more: Any) -> VotingPaper:
    codes = "P01,P02,P03" if about == "problem" else "J1,J2,J3"
    answers = {"poll_code": "V01", "title": "จัดลำดับ", "about": about, "method": method,
               "option_codes": codes, "is_closed": False, **more}  # fmt: skip
    saving = save_answers(workbook, Poll, answers, who="a", why="b")
    assert saving.is_saved, saving.findings
    return voting_papers(workbook)[0]


def codes_of(paper: VotingPaper, *marks: dict[str, Any]) -> list[str]:
    return [finding.code for finding in paper.faults(marks)]


def test_scores_are_taken_from_1_to_4_and_all_four_together(room: Workbook) -> None:
    paper = opened(room, "criteria")
    one = {"option_code": "P01", **ALL_FOUR}
    assert codes_of(paper, one) == [] == codes_of(paper, one, {**one, "option_code": "P03"})
    assert codes_of(paper) == ["voting.nothing-marked"]
    assert codes_of(paper, {"option_code": "P01", "size": "3"}) == ["voting.not-all-four"]
    assert codes_of(paper, {**one, "ease": "5"}) == ["records.too-high"]
    assert codes_of(paper, {**one, "option_code": "P99"}) == ["validate.not-an-option"]


def test_no_more_dots_than_each_has(room: Workbook) -> None:
    paper = opened(room, "dots", "project", dots_each="3")
    two, one = {"option_code": "J1", "dots": "2"}, {"option_code": "J2", "dots": "1"}
    assert codes_of(paper, two, one) == []
    assert "validate.too-many-dots" in codes_of(paper, two, {**one, "dots": "2"})
    assert codes_of(paper, {**one, "dots": "หนึ่ง"}) != []


def test_a_ballot_stays_within_the_money(room: Workbook) -> None:
    paper = opened(room, "approval", "project", budget="140000")
    assert [option.cost for option in paper.options] == [60000, 70000, 80000]
    ticked = [{"option_code": code, "approved": True} for code in ("J1", "J2", "J3")]
    assert codes_of(paper, *ticked[:2]) == []
    assert codes_of(paper, ticked[0], ticked[2]) == []
    assert codes_of(paper, *ticked[1:]) == ["voting.beyond-money"]


def test_pairs_prefer_one_of_the_two_or_neither(room: Workbook) -> None:
    paper = opened(room, "pairwise")
    assert [(a.code, b.code) for a, b in paper.pairs] == [("P01", "P02"), ("P01", "P03"), ("P02", "P03")]  # fmt: skip
    pair = {"option_code": "P01", "against_code": "P02"}
    assert codes_of(paper, {**pair, "preferred": "P02"}) == []
    assert codes_of(paper, {**pair, "preferred": None}) == []
    assert codes_of(paper, {**pair, "preferred": "P03"}) == ["ballot.prefers-a-third"]


def test_a_village_that_is_none_of_ours_is_refused(room: Workbook) -> None:
    paper = opened(room, "criteria")
    assert codes_of(paper, {"option_code": "P01", **ALL_FOUR, "village_code": "73050201"}) != []


def test_raised_hands_typing_twice_and_closed_votes_are_not_on_phones(room: Workbook) -> None:
    opened(room, "dots", dots_each="2")
    for at, more in enumerate(({"method": "hands"}, {"is_double_entry": True},
                               {"is_closed": True}, {"is_closed": ""}), 2):  # fmt: skip
        answers = {"poll_code": f"V0{at}", "title": "ก", "about": "problem", "method": "approval",
                   "option_codes": "P01,P02", "is_closed": False, **more}  # fmt: skip
        assert save_answers(room, Poll, answers, who="a", why="b").is_saved
    assert [paper.poll.poll_code for paper in voting_papers(room)] == ["V01"]


def test_persons_named_in_a_problem_are_not_shown(room: Workbook) -> None:
    problem = {"problem_code": "P02", "statement": "นายสมชาย ใจดี โทร 081-234-5678 ขาดน้ำ"}
    room.save(Problem(**problem), who="a", why="b")
    said = opened(room, "criteria").options[1].said
    assert "สมชาย" not in said and "081" not in said and "ขาดน้ำ" in said


def test_closing_makes_records_that_name_nobody_and_forgets_the_tokens(room: Workbook) -> None:
    opened(room, "dots", dots_each="12", eligible="20")
    for voter in range(1, 13):
        marks = [{"option_code": "P01", "dots": str(voter), "sex": "female"}]
        cast(room, "V01", {f"phone{voter}": marks})
    assert turnout(room) == {"V01": 12} and room.records(BallotMark) == []
    assert close_vote(room, "V01", who="facilitator") == 12
    marks = room.records(BallotMark)
    assert sorted(mark.dots for mark in marks) == list(range(1, 13))
    by_number = [mark.dots for mark in sorted(marks, key=lambda mark: str(mark.ballot_no))]
    assert [m.ballot_no for m in sorted(marks, key=lambda m: str(m.ballot_no))] == [f"M{n:03d}" for n in range(1, 13)]  # fmt: skip
    # By lot: that the order of casting comes out is one chance in 479,001,600.
    assert by_number != list(range(1, 13))
    assert {stored.revision.who for stored in room.stored(BallotMark)} == {"facilitator"}
    assert turnout(room) == {} and room.records(Poll)[0].is_closed is True
    assert voting_papers(room) == []
    with pytest.raises(KitError) as late:
        cast(room, "V01", {"phone1": [{"option_code": "P02", "dots": "1"}]})
    assert late.value.code == "store.box-sealed"


def test_a_closing_that_was_cut_off_is_taken_up_again(room: Workbook, monkeypatch) -> None:
    opened(room, "dots", dots_each="3")
    cast(room, "V01", {f"t{n}": [{"option_code": "P01", "dots": "3"}] for n in range(3)})

    def cut_off(*_given: object, **_named: object) -> None:
        raise KitError("store.disk-full", "full")

    with monkeypatch.context() as patch:
        patch.setattr(voting, "save_rows", cut_off)
        with pytest.raises(KitError):
            close_vote(room, "V01", who="a")
    assert turnout(room) == {"V01": 3}
    assert close_vote(room, "V01", who="a") == 3
    assert close_vote(room, "V01", who="a") == 0
    assert len(room.records(BallotMark)) == 3


def test_paper_ballots_join_the_same_count_and_no_number_clashes(room: Workbook) -> None:
    opened(room, "dots", dots_each="3")
    paper = {"poll_code": "V01", "ballot_no": "M001", "option_code": "P02", "dots": "3"}
    assert save_answers(room, BallotMark, paper, who="a", why="b").is_saved
    cast(room, "V01", {"t": [{"option_code": "P01", "dots": "1"}]})
    assert close_vote(room, "V01", who="a") == 1
    assert {m.ballot_no: m.option_code for m in room.records(BallotMark)} == {"M001": "P02", "MM001": "P01"}  # fmt: skip


def test_no_ballot_is_dropped_where_the_vote_was_changed_under_it(room: Workbook) -> None:
    opened(room, "dots", dots_each="3")
    cast(room, "V01", {"t": [{"option_code": "P03", "dots": "1"}]})
    stored = room.stored(Poll)[0]
    changed = stored.record.with_changes(option_codes=("P01", "P02"))
    room.save(changed, who="a", why="b", over=stored.revision)
    with pytest.raises(KitError) as refused:
        close_vote(room, "V01", who="a")
    assert refused.value.code == "voting.ballots-refused"
    assert turnout(room) == {"V01": 1}
    stored = room.stored(Poll)[0]
    room.save(stored.record.with_changes(option_codes=("P03",)), who="a", why="b", over=stored.revision)  # fmt: skip
    assert close_vote(room, "V01", who="a") == 1
