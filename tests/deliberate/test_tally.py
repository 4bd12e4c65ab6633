"""The tally on the console: both ways of choosing beside what was officially chosen."""

import argparse

import pytest

from planning_kit.cli import tally
from planning_kit.errors import KitError
from planning_kit.language import speaking

FILE = (
    """META
key;value
budget;100
vote_type;approval
rule;greedy
num_votes;10
PROJECTS
project_id;cost;name;selected
A;60;Pond;1
B;40;Road;1
C;40;Mill;0
VOTES
voter_id;vote
"""
    + "".join(f"{n};A,B\n" for n in range(6))
    + "".join(f"{n};C\n" for n in range(6, 10))
)


@pytest.fixture
def run(tmp_path):
    path = tmp_path / "election.pb"
    path.write_text(FILE, encoding="utf-8")

    def ran(*options):
        parser = argparse.ArgumentParser()
        tally.add(parser.add_subparsers(), argparse.ArgumentParser(add_help=False))
        chosen = parser.parse_args(["tally", str(path), *options])
        with speaking("en"):
            return chosen.command(chosen)

    return ran


def test_both_ways_and_the_official_result(run, capsys):
    assert run() == 0
    out = capsys.readouterr().out
    assert "10 ballots, 3 projects, budget 100" in out
    assert "the same as officially chosen" in out
    assert "The two ways differ" in out
    assert "Mill" in out


def test_one_way_alone(run, capsys):
    assert run("--rule", "greedy") == 0
    assert "Equal shares" not in capsys.readouterr().out


def write(tmp_path, rule, projects, votes):
    path = tmp_path / "other.pb"
    path.write_text(
        f"META\nkey;value\nbudget;100\nvote_type;approval\nrule;{rule}\nPROJECTS\n"
        f"project_id;cost;selected\n{projects}VOTES\nvoter_id;vote\n{votes}",
        encoding="utf-8",
    )
    return path


def tallied(path, *options):
    parser = argparse.ArgumentParser()
    tally.add(parser.add_subparsers(), argparse.ArgumentParser(add_help=False))
    with speaking("en"):
        return parser.parse_args(["tally", str(path), *options])


def run_on(path, *options):
    chosen = tallied(path, *options)
    with speaking("en"):
        return chosen.command(chosen)


def test_what_nobody_wants_is_officially_paid_for_where_money_is_left(tmp_path, capsys):
    # The format's own rule goes down the list as long as the money lasts: B has no vote.
    path = write(tmp_path, "greedy", "A;60;1\nB;30;1\nC;50;0\n", "1;A,C\n2;A\n")
    assert run_on(path, "--rule", "greedy") == 0
    assert "the same as officially chosen" in capsys.readouterr().out


def test_equal_shares_leave_over_what_the_files_rule_leaves_over(tmp_path, capsys):
    # Two voters, 50 each: A 20 is paid by the first; B 60 is dearer than the second's share.
    path = write(tmp_path, "equalshares", "A;20;1\nB;60;0\n", "1;A\n2;B\n")
    assert run_on(path, "--rule", "equal-shares") == 0
    out = capsys.readouterr().out
    assert "stays unspent" in out
    assert "the same as officially chosen" in out
    assert run_on(path, "--rule", "equal-shares", "--left-over", "most_votes") == 0
    assert "also B; not –" in capsys.readouterr().out


def test_add1_raises_the_shares_until_the_second_voter_can_pay(tmp_path, capsys):
    # Shares grow from 50 to 60: then B is paid too, 80 of 100 in all.
    path = write(tmp_path, "equalshares/add1", "A;20;1\nB;60;1\n", "1;A\n2;B\n")
    assert run_on(path, "--rule", "equal-shares") == 0
    assert "the same as officially chosen" in capsys.readouterr().out


def test_ties_are_settled_as_asked_and_one_way_asks_the_meeting(tmp_path, capsys):
    path = write(tmp_path, "greedy", "A;60;1\nB;50;0\n", "1;A,B\n2;A,B\n")
    assert run_on(path, "--rule", "greedy") == 0
    out = capsys.readouterr().out
    assert "decided by the lower cost: A, B" in out
    assert "only the way ties are settled differs" in out
    assert run_on(path, "--rule", "greedy", "--ties", "by_code") == 0
    out = capsys.readouterr().out
    assert "decided by the order of the codes: A, B" in out
    assert "the same as officially chosen" in out
    with pytest.raises(KitError) as caught:
        run_on(path, "--ties", "ask")
    assert caught.value.code == "deliberate.tie-asks-meeting"
