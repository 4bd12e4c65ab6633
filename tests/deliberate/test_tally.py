"""The tally on the console: both ways of choosing beside what was officially chosen."""

import argparse

import pytest

from planning_kit.cli import tally
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
