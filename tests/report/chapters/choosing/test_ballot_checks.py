"""Paper ballots: what does not agree is told first, nothing is counted, no paper is named."""

import pytest

from planning_kit.language import speaking
from planning_kit.records import BallotMark, Poll, Problem
from planning_kit.report.chapters.ballot_checks import ballot_checks, ballots_to_look_at
from planning_kit.report.chapters.priorities import priorities

SCORES = {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3)}


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


@pytest.fixture
def twice(votes):
    """Six papers typed twice; on BX03 the second typist wrote severity 2 for P01."""
    rows = votes.scored(6, SCORES, entry=1) + votes.scored(6, SCORES, entry=2)
    for row in rows:
        if row["ballot_no"] == "BX03" and row["entry"] == 2 and row["option_code"] == "P01":
            row["severity"] = 2
    poll = votes.poll("criteria", SCORES, is_double_entry=True)
    return {"problem": votes.problems(2), "poll": [poll], "ballot_mark": rows}


def test_a_difference_is_told_and_stops_the_count(twice, workbook_of, said):
    workbook = workbook_of(twice)
    told = said(ballot_checks(workbook))
    assert "differ in 1 places on 1 ballots: Severity 1." in told
    assert "Until this is mended, the vote is not counted." in told
    assert "First comes" not in said(priorities(workbook))
    assert "Until this is mended" in said(priorities(workbook))


def test_only_the_typists_list_has_the_number_of_the_paper(twice, workbook_of):
    workbook = workbook_of(twice)
    for section in (ballot_checks(workbook), priorities(workbook)):
        assert "BX0" not in section._repr_html_()
    look = ballots_to_look_at(workbook)
    table = next(table for part in look.walk() for table in part.tables)
    assert table.cells() == [["BX03", "P01", "Severity"]], "where to look, not what was marked"


def test_typings_that_agree_are_said_and_counted(twice, workbook_of, said):
    for row in twice["ballot_mark"]:
        row["severity"] = SCORES[row["option_code"]][1]
    workbook = workbook_of(twice)
    assert "6 ballots were typed twice and agree." in said(ballot_checks(workbook))
    assert ballots_to_look_at(workbook) is None
    assert "First comes “P02" in said(priorities(workbook))


def test_a_second_typing_still_to_come_stops_the_count(twice, workbook_of, said):
    twice["ballot_mark"] = [row for row in twice["ballot_mark"] if row["entry"] == 1]
    workbook = workbook_of(twice)
    assert "6 ballots are typed once." in said(ballot_checks(workbook))
    assert "First comes" not in said(priorities(workbook))


def test_a_paper_missing_in_one_typing_is_told(twice, workbook_of, said):
    twice["ballot_mark"] = [
        row for row in twice["ballot_mark"] if (row["ballot_no"], row["entry"]) != ("BX05", 2)
    ]
    assert "In 1 ballots a mark was typed the first time only." in said(
        ballot_checks(workbook_of(twice))
    )


def test_more_papers_than_people_stop_the_count(votes, workbook_of, said):
    rows = {"problem": votes.problems(2), "ballot_mark": votes.scored(6, SCORES)}
    workbook = workbook_of({**rows, "poll": [votes.poll("criteria", SCORES, eligible=5)]})
    assert "6 people voted, but only 5 were there." in said(ballot_checks(workbook))
    assert "First comes" not in said(priorities(workbook))


def test_papers_and_totals_that_differ_stop_the_count(votes, workbook_of, said):
    # Six papers tick P01; the total written down is seven.
    marks = votes.papers({f"BX{at}": {"P01": {"approved": True}} for at in range(6)})
    totals = [{"poll_code": "V01", "option_code": "P01", "votes": 7, "voters": 9}]
    rows = {"problem": votes.problems(2), "ballot_mark": marks, "vote_total": totals}
    workbook = workbook_of({**rows, "poll": [votes.poll("approval", ["P01", "P02"])]})
    assert "the ballots give 6 votes, the total written down is 7" in said(ballot_checks(workbook))
    assert "First comes" not in said(priorities(workbook))


def test_a_mark_that_cannot_be_names_the_paper_to_the_typists_alone(votes, workbook_of, said):
    marks = votes.papers({f"BX{at}": {"P01": {"dots": 2}} for at in range(6)})
    marks[3]["dots"] = 9
    poll = votes.poll("dots", ["P01", "P02"], dots_each=3)
    rows = {"problem": votes.problems(2), "ballot_mark": marks, "poll": [poll]}
    workbook = workbook_of(rows)
    assert "Some ballots hold a mark that cannot be." in said(priorities(workbook))
    assert "BX3" not in priorities(workbook)._repr_html_()
    assert "BX3" in said(ballots_to_look_at(workbook))


def test_correcting_the_wrong_row_opens_the_count_and_keeps_history(twice, planned, said):
    kinds = {"problem": Problem, "poll": Poll, "ballot_mark": BallotMark}
    records = [kinds[name].model_validate(row) for name, rows in twice.items() for row in rows]
    workbook = planned(*records)
    assert "First comes" not in said(priorities(workbook))
    wrong = next(
        one for one in records
        if isinstance(one, BallotMark) and one.severity == 2
    )  # fmt: skip
    right = wrong.model_copy(update={"severity": 4})
    revision = workbook.save(right, who="ผู้พิมพ์คนที่ 2", why="ดูบัตรแล้ว")
    assert "First comes “P02" in said(priorities(workbook))
    before = [one.record.severity for one in workbook.store.history(revision.record_id)]
    assert sorted(before) == [2, 4]
