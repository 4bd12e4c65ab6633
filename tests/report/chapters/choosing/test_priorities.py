"""Each vote with its order and its reasons; what cannot be counted is said, not thrown."""

import pandas as pd
import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.poll_orders import places_apart
from planning_kit.report.chapters.poll_voters import hidden_groups
from planning_kit.report.chapters.priorities import priorities

ORDER = "The order by votes, and why"


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def test_scores_are_multiplied_and_the_other_way_stands_beside(scored_hall, cells_of, said):
    # By hand: 4·4·1·4 = 64, 3·3·3·3 = 81, 1·1·4·1 = 4; the means add up to 13, 12 and 7.
    section = priorities(scored_hall(eligible=8))
    rows = cells_of(section, ORDER)
    assert [(row[0], row[1][:3], row[3]) for row in rows] == [
        ("1", "P02", "2"),
        ("2", "P01", "1"),
        ("3", "P03", "3"),
    ]
    assert "Together 81.0 of at most 256." in rows[0][2]
    assert "6 of 8 persons who might vote did so (75%)." in said(section)
    assert "The four criteria count alike." in said(section)


def test_weights_of_the_poll_lead_where_they_differ(scored_hall, cells_of, said):
    # 40, 40, 10, 10: P01 = 1.6 + 1.6 + 0.1 + 0.4 = 3.7; P02 = 3; P03 = 0.4 + 0.4 + 0.4 + 0.1 = 1.3.
    weights = {"weight_size": 40, "weight_severity": 40, "weight_ease": 10, "weight_concern": 10}
    section = priorities(scored_hall(**weights))
    rows = cells_of(section, ORDER)
    assert [row[1][:3] for row in rows] == ["P01", "P02", "P03"]
    assert "Together 3.70 of at most 4." in rows[0][2]
    assert "size 40, severity 40, ease 10 and concern 10" in said(section)


def test_equal_weights_stated_are_no_other_way_to_count(scored_hall, cells_of):
    weights = dict.fromkeys(("weight_size", "weight_severity", "weight_ease", "weight_concern"), 25)
    rows = cells_of(priorities(scored_hall(**weights)), ORDER)
    assert rows[0][1].startswith("P02")


def test_every_option_has_a_reason_and_its_statement(scored_hall, cells_of):
    for row in cells_of(priorities(scored_hall()), ORDER):
        assert "เรื่องที่" in row[1] and row[2].startswith("Mean scores:")


def test_of_many_equal_options_a_few_are_named_and_the_others_counted(votes, workbook_of, cells_of):
    # 30 options with the same scores: each is equal with 29 others, of which 12 are named.
    codes = [f"P{number:02}" for number in range(1, 31)]
    scores = dict.fromkeys(codes, (3, 3, 3, 3))
    hall = workbook_of(
        {
            "problem": votes.problems(30),
            "poll": [votes.poll("criteria", scores)],
            "ballot_mark": votes.scored(6, scores),
        }
    )
    section = priorities(hall)
    rows = cells_of(section, ORDER)
    assert len(rows) == 30
    assert "P13 and 17 more; they share place 1." in rows[0][2]
    assert "P30" not in rows[0][2]


def test_few_papers_show_no_result(scored_hall, said):
    section = priorities(scored_hall(papers=4))
    assert "Fewer than 5 ballots: the result is not shown" in said(section)
    assert not any(part.tables or part.pictures for part in section.walk())


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ({"a": 5, "b": 9}, set()),
        ({"a": 5, "b": 1}, {"a", "b"}),
        ({"a": 20, "b": 9, "c": 1}, {"b", "c"}),
        ({"a": 20, "b": 6, "c": 2}, {"a", "b", "c"}),
        ({"a": 20, "b": 4, "c": 4}, {"a", "b", "c"}),
        ({"a": 20, "b": 0}, set()),
    ],
)
def test_small_groups_cannot_be_worked_out(counts, hidden):
    # The whole is known: one hidden group alone, or two of one person each, would be found.
    assert hidden_groups(counts) == hidden


def test_nobody_is_counted_as_alone(votes, workbook_of, cells_of):
    scores = {"P01": (4, 4, 1, 4), "P02": (3, 3, 3, 3)}
    papers = votes.scored(30, scores, sex="female")
    papers = [row | ({"sex": "male"} if row["ballot_no"] == "BX07" else {}) for row in papers]
    rows = {"problem": votes.problems(2), "poll": [votes.poll("criteria", scores)]}
    section = priorities(workbook_of({**rows, "ballot_mark": papers}))
    assert [row[2] for row in cells_of(section, "Who voted")] == ["hidden", "hidden"]


def test_zero_votes_are_a_sentence(votes, workbook_of, said):
    rows = {"problem": votes.problems(), "poll": [votes.poll("dots", ["P01", "P02"])]}
    assert "No vote has been entered yet" in said(priorities(workbook_of(rows)))


def test_no_poll_says_where_to_add_one(workbook_of, said):
    assert "Votes held" in said(priorities(workbook_of({})))


def test_all_equal_sets_no_order(votes, workbook_of, said):
    hands = votes.totals({"99010101": {"P01": 7, "P02": 7, "P03": 7}})
    rows = {"problem": votes.problems(), "vote_total": hands}
    poll = votes.poll("hands", ["P01", "P02", "P03"])
    section = priorities(workbook_of({**rows, "poll": [poll]}))
    assert "this vote sets no order" in said(section)
    assert "First comes" not in said(section)


def test_one_option_is_nothing_to_order(votes, workbook_of, said):
    rows = {"problem": votes.problems(1), "vote_total": votes.totals({"99010101": {"P01": 7}})}
    section = priorities(workbook_of({**rows, "poll": [votes.poll("hands", ["P01"])]}))
    assert "only one option" in said(section)


def test_three_hundred_options_are_all_listed(votes, workbook_of, cells_of):
    options = [f"P{at:02}" for at in range(1, 301)]
    hands = votes.totals({"99010101": {one: at for at, one in enumerate(options)}}, voters=400)
    rows = {"problem": votes.problems(300), "poll": [votes.poll("hands", options)]}
    section = priorities(workbook_of({**rows, "vote_total": hands}))
    assert [row[1][:4] for row in cells_of(section, ORDER)[:2]] == ["P300", "P299"]
    assert len(cells_of(section, ORDER)) == 300


def test_a_tie_that_asks_the_meeting_is_a_sentence_with_the_votes(
    votes, workbook_of, cells_of, said
):
    hands = votes.totals({"99010101": {"P01": 9, "P02": 7, "P03": 7}})
    poll = votes.poll("hands", ["P01", "P02", "P03"], tie_policy="ask")
    rows = {"problem": votes.problems(), "vote_total": hands, "poll": [poll]}
    section = priorities(workbook_of(rows))
    assert "These have the same result: “P02 เรื่องที่ 2” and “P03 เรื่องที่ 3”." in said(section)
    assert [row[1] for row in cells_of(section, "The votes so far")] == ["9", "7", "7"]


def test_shared_places_name_the_policy(votes, workbook_of, cells_of, said):
    hands = votes.totals({"99010101": {"P01": 9, "P02": 9, "P03": 7}})
    rows = {"problem": votes.problems(), "vote_total": hands}
    section = priorities(
        workbook_of({**rows, "poll": [votes.poll("hands", ["P01", "P02", "P03"])]})
    )
    assert [row[0] for row in cells_of(section, ORDER)] == ["1", "1", "3"]
    assert "Where results are equal, the options share a place." in said(section)
    assert "Equal with P02; they share place 1." in cells_of(section, ORDER)[0][2]


def test_a_group_beside_everyone_is_not_counted_twice(votes, workbook_of, cells_of):
    # Nine hands of all, five of them women's: nine, not fourteen.
    rows = votes.totals({"99010101": {"P01": 9, "P02": 10}})
    rows.append({**rows[0], "votes": 5, "voters": 9, "group": "สตรี"})
    poll = votes.poll("hands", ["P01", "P02"])
    section = priorities(
        workbook_of({"problem": votes.problems(2), "poll": [poll], "vote_total": rows})
    )
    assert [row[1][:3] for row in cells_of(section, ORDER)] == ["P02", "P01"]


@pytest.mark.parametrize(
    ("values", "least", "places"),
    [
        ((2.7204, 2.7196, 3.1), 2, 4),
        ((2.72, 2.715, 3.1), 2, 3),
        ((2.72, 2.72, 3.1), 2, 2),
        ((64.0, 81.0), 1, 1),
        ((), 2, 2),
    ],
)
def test_results_at_different_places_look_different(values, least, places):
    # 2.7204 and 2.7196 are both 2.72 and both 2.720.
    assert places_apart(pd.Series(values, dtype="float64"), least) == places


def test_what_the_hall_counted_says_of_how_many_people(votes, workbook_of):
    hands = votes.totals({"99010101": {"P01": 9, "P02": 7}, "99010102": {"P01": 3, "P02": 12}})
    poll = votes.poll("hands", ["P01", "P02"])
    section = priorities(
        workbook_of({"problem": votes.problems(2), "poll": [poll], "vote_total": hands})
    )
    lines = [line for part in section.walk() for line in part.evidence]
    assert any("counted in the hall · n = 40 people" in line for line in lines)


def test_pairs_compared_say_of_how_many_people(votes, workbook_of):
    pair = {"poll_code": "V01", "votes_equal": 1}
    pairs = [
        pair | {"option_code": "P01", "against_code": "P02", "votes_for": 12, "votes_against": 8},
        pair | {"option_code": "P03", "against_code": "P01", "votes_for": 9, "votes_against": 9},
    ]
    poll = votes.poll("pairwise", ["P01", "P02", "P03"])
    rows = {"problem": votes.problems(), "poll": [poll], "pair_total": pairs}
    lines = [line for part in priorities(workbook_of(rows)).walk() for line in part.evidence]
    assert any("n = 21 people" in line for line in lines)


def test_a_circle_is_told(votes, workbook_of, cells_of):
    pairs = [("P01", "P02"), ("P02", "P03"), ("P03", "P01")]
    totals = [
        {"poll_code": "V01", "option_code": a, "against_code": b, "votes_for": 12,
         "votes_against": 8, "votes_equal": 0}
        for a, b in pairs
    ]  # fmt: skip
    poll = votes.poll("pairwise", ["P01", "P02", "P03"])
    rows = {"problem": votes.problems(), "poll": [poll], "pair_total": totals}
    section = priorities(workbook_of(rows))
    assert not any(part.pictures for part in section.walk()), "no order, no picture of one"
    assert "P01 → P02 → P03 → P01" in cells_of(section, ORDER)[0][2]
