"""``planning-kit tally FILE.pb``: count an election and say what each rule would choose."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planning_kit.cli import exit_codes
from planning_kit.cli.console import complain, say
from planning_kit.language import N_, _

if TYPE_CHECKING:
    from planning_kit.collect.pabulib_election import PabulibElection
    from planning_kit.report.vote_tally import VoteTally

_RULES = ("greedy", "equal-shares")
_COMPLETIONS = ("most_votes", "add1", "none")
_TIES = ("shared", "by_code", "ask")
# Equal shares asks every ballot about every project: so many take about half a minute.
_MOST_PAIRS = 5_000_000
_TOO_MANY = N_(
    "Equal shares was not counted: {options} projects and {ballots} ballots take very long. "
    "Add --rule equal-shares to count it all the same."
)


def add(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the command to the parser."""
    text = _("count an election file (.pb) and say what would be paid for")
    parser = commands.add_parser("tally", help=text, description=text, parents=[common])
    parser.add_argument("file", type=Path, metavar="FILE", help=_("an election file (.pb)"))
    parser.add_argument(
        "--rule", choices=_RULES, help=_("only this way of choosing; otherwise both")
    )
    parser.add_argument(
        "--left-over",
        choices=_COMPLETIONS,
        help=_("what equal shares does with money left over; otherwise as the file’s rule says"),
    )
    parser.add_argument(
        "--ties",
        choices=_TIES,
        help=_("who comes first among equals: the cheaper (shared), by code, or ask the meeting"),
    )
    parser.set_defaults(command=_tally)


def _tally(chosen: argparse.Namespace) -> int:
    from planning_kit.collect.pabulib import read_pabulib
    from planning_kit.report.vote_tally import tally_lines

    election = read_pabulib(chosen.file)
    complain(*(remark.say() for remark in election.remarks))
    rules = (chosen.rule,) if chosen.rule else _RULES
    tally = _told(election, chosen.left_over, chosen.ties)
    if chosen.rule is None and len(tally.costs) * len(tally.ballots) > _MOST_PAIRS:
        say(*tally_lines(tally, rules[:1]))
        complain(_(_TOO_MANY, options=len(tally.costs), ballots=len(tally.ballots)))
        return exit_codes.NOT_ALL_DONE
    say(*tally_lines(tally, rules))
    return exit_codes.DONE


def _told(election: PabulibElection, left_over: str | None, ties: str | None) -> VoteTally:
    from planning_kit.report.vote_tally import VoteTally

    options = election.options
    return VoteTally(
        names=dict(zip(options["option"], options["name"], strict=True)),
        costs=election.costs(),
        counts=election.counts(),
        ballots=election.approval_ballots(),
        budget=election.budget,
        official=election.official,
        is_skipping="no-skip" not in election.rule,
        threshold=election.threshold,
        takes_unwanted=election.rule.startswith("greedy"),
        completion=left_over or election.completion or "most_votes",
        # By the rules of these files every share grows by one unit of money at a time.
        step=1 if election.completion == "add1" else None,
        policy=ties,
    )
