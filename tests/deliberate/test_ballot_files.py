"""Election files: counted as the files state, chosen as officially, and hostile ones refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pabutools.election import ApprovalBallot, ApprovalProfile, Cost_Sat, parse_pabulib
from pabutools.rules import method_of_equal_shares

from planning_kit.collect.pabulib import read_pabulib, read_pabulib_bytes
from planning_kit.deliberate import equal_shares, greedy, pair_matrix_of_orders
from planning_kit.errors import KitError

BALLOTS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "ballots"
FILES = sorted(BALLOTS.glob("*.pb"))
TINY = """META
key;value
description;สมมติ; มีเครื่องหมาย
budget;100
vote_type;cumulative
rule;greedy
num_projects;2
num_votes;3
PROJECTS
project_id;cost;votes;score;name;selected
A;60;2;5;ขุดสระ;1
B;50,5;2;4;ถนน;0
VOTES
voter_id;vote;points;sex;age
1;A,B;3,1;F;34
2;B,A;3,2;M;70
3;;;;
"""

real = pytest.mark.skipif(not FILES, reason="no ../shared/data/ballots on this machine")


def refused(text, code):
    with pytest.raises(KitError) as caught:
        read_pabulib_bytes(text.encode("utf-8"), "f.pb")
    assert caught.value.code == code
    assert caught.value.say("th")


def test_a_small_file_by_hand():
    election = read_pabulib_bytes(TINY.encode("utf-8-sig"), "f.pb")
    assert election.meta["description"] == "สมมติ; มีเครื่องหมาย"
    assert election.counts() == {"A": 5, "B": 4}
    assert election.costs() == {"A": 60, "B": 50.5}
    assert election.ballot_count == 3
    assert election.approval_ballots() == [("A", "B"), ("B", "A"), ()]
    assert election.official == ("A",)
    assert election.remarks == ()
    assert list(election.ballots["sex"]) == ["female", "female", "male", "male"]
    assert "voter_id" not in election.ballots


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@real
def test_counts_are_those_the_file_states(path):
    election = read_pabulib(path)
    options = election.options
    assert list(options["votes"]) == list(options["votes_stated"])
    if options["score_stated"].notna().any():
        assert list(options["score"]) == list(options["score_stated"])
    assert str(election.ballot_count) == election.meta["num_votes"]
    assert election.remarks == ()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@real
def test_the_plain_rule_gives_the_official_winners(path):
    election = read_pabulib(path)
    if not election.rule.startswith("greedy") or election.official is None:
        pytest.skip("the file states no winners of a greedy rule")
    found = greedy(
        election.costs(),
        election.counts(),
        election.budget,
        skip="no-skip" not in election.rule,
        threshold=election.threshold,
    )
    assert set(found.chosen) == set(election.official)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
@real
def test_equal_shares_is_pabutools_own_result(path):
    election = read_pabulib(path)
    instance, profile = parse_pabulib(str(path))
    ticks = ApprovalProfile([ApprovalBallot(list(ballot)) for ballot in profile], instance=instance)
    theirs = method_of_equal_shares(instance, ticks, sat_class=Cost_Sat)
    found = equal_shares(
        election.costs(), election.approval_ballots(), election.budget, "by_code", completion="none"
    )
    assert set(found.chosen) == {one.name for one in theirs}


@real
def test_assens_official_winners_come_from_equal_shares_with_add1():
    election = read_pabulib(BALLOTS / "Netherlands_Assen_2024.pb")
    found = equal_shares(
        election.costs(),
        election.approval_ballots(),
        election.budget,
        completion="add1",
        step=1,
    )
    assert set(found.chosen) == set(election.official)


@real
def test_orders_of_a_ranked_file_become_pairs():
    election = read_pabulib(BALLOTS / "Poland_Krakow_2018_Krowodrza.pb")
    orders = election.ballots.groupby("ballot_no", sort=False)["option"].agg(tuple)
    pairs = pair_matrix_of_orders([(one, 1) for one in orders], options=list(election.costs()))
    assert (pairs["voters"] == 2113).all()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("VOTES\n", "VOICES\n", "collect.pb-part-missing"),
        ("META\n", "", "collect.pb-part-missing"),
        ("budget;100\n", "", "collect.pb-key-missing"),
        ("budget;100", "budget;9e999999999", "collect.pb-no-number"),
        ("budget;100", "budget;nan", "collect.pb-no-number"),
        ("cumulative", "telepathy", "collect.pb-vote-type"),
        ("A;60", "A;many", "collect.pb-no-number"),
        ("A;60", "A;", "collect.pb-key-missing"),
        ("B;50,5", "A;50,5", "collect.pb-project-twice"),
        ("A,B;3,1", "A,B;3", "collect.pb-points"),
        ("A,B;3,1", "A,B;3,x", "collect.pb-no-number"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(old, new, code):
    assert old in TINY
    refused(TINY.replace(old, new, 1), code)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("1;A,B;3,1", "1;A,X;3,1", "collect.pb-unknown-project"),
        ("1;A,B;3,1", "1;A,A;3,1", "collect.pb-repeated-project"),
        ("2;B,A", "1;B,A", "collect.pb-voter-twice"),
        ("num_votes;3", "num_votes;4", "collect.pb-count-differs"),
    ],
)
def test_a_file_that_contradicts_itself_is_read_and_says_so(old, new, code):
    election = read_pabulib_bytes(TINY.replace(old, new, 1).encode(), "f.pb")
    found = [remark.code for remark in election.remarks]
    # A mark left out also makes the votes other than the file states.
    assert found[0] == code
    assert set(found[1:]) <= {"collect.pb-votes-differ"}
    assert election.ballot_count == 3


@settings(max_examples=150, deadline=None)
@given(
    changes=st.lists(st.tuples(st.floats(0, 0.999), st.binary(max_size=4)), max_size=6),
    whole=st.booleans(),
    noise=st.binary(max_size=200),
)
def test_whatever_the_bytes_an_election_or_one_sentence(changes, whole, noise):
    data = bytearray(TINY.encode() if whole else noise)
    for where, new in changes:
        at = int(where * len(data))
        data[at : at + 2] = new
    try:
        election = read_pabulib_bytes(bytes(data), "f.pb")
        assert len(election.approval_ballots()) == election.ballot_count
        assert set(election.ballots["option"]) <= set(election.costs())
    except KitError as error:
        assert error.say("th")
        assert error.code.startswith("collect.")


codes = st.sampled_from(["A", "B", "C", "โครงการ 1"])
cells = st.lists(codes, unique=True, max_size=4)


@settings(max_examples=60, deadline=None)
@given(ballots=st.lists(cells, max_size=8))
def test_what_was_written_is_what_is_counted(ballots):
    rows = "".join(f"{n};{','.join(ballot)}\n" for n, ballot in enumerate(ballots))
    text = (
        "META\nkey;value\nbudget;10\nvote_type;approval\nPROJECTS\nproject_id;cost\n"
        f"A;1\nB;2\nC;3\nโครงการ 1;4\nVOTES\nvoter_id;vote\n{rows}"
    )
    election = read_pabulib_bytes(text.encode(), "f.pb")
    for code in ("A", "B", "C", "โครงการ 1"):
        assert election.counts()[code] == sum(code in ballot for ballot in ballots)
    assert sorted(election.approval_ballots()) == sorted(map(tuple, ballots))
