"""Election files as others write them: what the format allows, and what contradicts itself."""

import pytest

from planning_kit.collect.pabulib import read_pabulib_bytes
from planning_kit.errors import KitError

PROJECTS = "project_id;cost;name\nA;60;Pond\nB;40;Road\n"
VOTES = "voter_id;vote\n1;A,B\n2;B\n"
POINTS = "voter_id;vote;points\n1;A,B;5,1\n2;B;2\n"


def election(*, kind="approval", budget="100", meta="", projects=PROJECTS, votes=VOTES):
    text = (
        f"META\nkey;value\nbudget;{budget}\nvote_type;{kind}\n{meta}PROJECTS\n{projects}"
        f"VOTES\n{votes}"
    )
    return read_pabulib_bytes(text.encode(), "f.pb")


def codes(found):
    return [one.code for one in found.remarks]


def test_the_example_of_the_formats_own_description():
    # It puts a space after every semicolon, also before a quotation mark.
    found = election(
        budget=" 2500",
        projects='project_id; cost; name\n50; 600; "Zielona; ETAP II"\n499; 800; """Konikowo"" 2"\n',
        votes="voter_id; age; sex; vote\n1; 34; f; 50,499\n2; 51; m; 50\n",
    )
    assert list(found.options["name"]) == ["Zielona; ETAP II", '"Konikowo" 2']
    assert found.counts() == {"50": 2, "499": 1}
    assert found.budget == 2500
    assert list(found.ballots["age"]) == [34, 34, 51]


@pytest.mark.parametrize(
    ("written", "cost"),
    [
        ("33.333333333333336", 100 / 3),
        ("6e1", 60),
        ("4.0E+1", 40),
        ("+7", 7),
        ("5.", 5),
        (",5", 0.5),
    ],
)
def test_numbers_as_programs_write_them(written, cost):
    assert election(projects=f"project_id;cost\nA;{written}\nB;1\n").costs()["A"] == cost


def test_a_threshold_may_have_decimals():
    assert election(meta="min_project_score_threshold;1.5\n").threshold == 1.5


def test_what_a_scoring_ballot_does_not_name_gets_the_default_score():
    found = election(kind="scoring", meta="default_score;2\n", votes=POINTS)
    # A: 5 from the first, 2 by default from the second. B: 1 and 2.
    assert found.counts() == {"A": 7, "B": 3}
    assert election(kind="scoring", votes=POINTS).counts() == {"A": 5, "B": 3}


def test_no_points_are_no_support():
    found = election(kind="scoring", votes="voter_id;vote;points\n1;A,B;3,0\n2;B,A;1,-2\n3;A;0\n")
    assert found.approval_ballots() == [("A",), ("B",), ()]
    assert list(found.options["votes"]) == [3, 2]


@pytest.mark.parametrize(
    ("rule", "completion"),
    [("greedy", None), ("unknown", None), ("equalshares", "none"), ("equalshares/add1", "add1")],
)
def test_the_files_rule_says_what_became_of_money_left_over(rule, completion):
    assert election(meta=f"rule;{rule}\n").completion == completion


def test_votes_stated_otherwise_than_the_ballots_give_are_told():
    found = election(projects="project_id;cost;votes\nA;60;9\nB;40;2\n")
    assert codes(found) == ["collect.pb-votes-differ"]
    assert "A 1 (9)" in found.remarks[0].say("en")
    assert found.counts() == {"A": 1, "B": 2}


@pytest.mark.parametrize(
    ("meta", "kind", "votes", "n"),
    [
        ("max_length;1\n", "approval", VOTES, 1),
        ("min_length;2\n", "approval", VOTES + "3;\n", 2),
        ("max_sum_cost;99\n", "approval", VOTES, 1),
        ("max_sum_points;5\n", "cumulative", POINTS, 1),
        ("max_points;1.5\n", "cumulative", POINTS, 2),
        ("min_points;2\n", "cumulative", POINTS, 1),
    ],
)
def test_ballots_beyond_the_files_limits_are_told_and_counted(meta, kind, votes, n):
    found = election(meta=meta, kind=kind, votes=votes)
    assert codes(found) == ["collect.pb-ballots-beyond-limit"]
    assert found.remarks[0].values["n"] == n
    assert found.options["votes"].sum() == 3


def test_limits_that_are_kept_are_not_told():
    meta = "min_length;1\nmax_length;2\nmax_sum_cost;100\nnum_votes;2.0\n"
    assert election(meta=meta).remarks == ()


def test_a_comma_that_may_part_thousands_is_told():
    found = election(budget="100,000")
    assert (found.budget, codes(found)) == (100, ["collect.pb-comma"])
    assert election(budget="100,5").remarks == ()


def test_a_figure_that_is_none_is_not_stated():
    found = election(projects="project_id;cost;selected\nA;60;yes\nB;40;0\n")
    assert codes(found) == ["collect.pb-unread-figure"]
    assert found.official == ()


def test_many_remarks_end_with_how_many_more_there_are():
    found = election(votes="voter_id;vote\n" + "".join(f"{n};X\n" for n in range(25)))
    assert len(found.remarks) == 21
    assert "5 more" in found.remarks[-1].say("en")
    assert all(one.say("th") for one in found.remarks)


def test_a_number_that_is_none_says_its_line():
    with pytest.raises(KitError) as caught:
        election(budget="1/3")
    assert "line 3" in caught.value.say("en")
