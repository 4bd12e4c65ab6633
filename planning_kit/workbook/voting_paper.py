"""The voting paper of an open vote, and whether what somebody marked on it can be taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from planning_kit import validate
from planning_kit.collect.collected import Collected
from planning_kit.language import N_
from planning_kit.records import BallotMark, Poll, Problem, Project, Record
from planning_kit.records.plan_choices import ProjectStage
from planning_kit.records.poll_choices import PollAbout, PollMethod
from planning_kit.store import Stored
from planning_kit.validate import AreaScope, Finding, Level
from planning_kit.validate.facts import Facts
from planning_kit.validate.project_money import cost_of_projects
from planning_kit.workbook.answers import typed_row
from planning_kit.workbook.without_persons import record_without_persons
from planning_kit.workbook.workbook import Workbook

ON_PHONES = (PollMethod.CRITERIA, PollMethod.PAIRWISE, PollMethod.DOTS, PollMethod.APPROVAL)
"""The ways of voting that need no raised hands."""
CRITERIA = ("size", "severity", "ease", "concern")
MOST_OPTIONS: Mapping[str, int] = {"criteria": 15, "pairwise": 8}
MOST_OPTIONS_ELSE = 30
"""How many options a phone can show: more would tire people, and be a heavy page."""
_NUMBER = "1"
_HELD: Mapping[str, tuple[str, ...]] = {
    "problem": ("village",),
    "project": ("village", "project", "budget_line"),
}
"""What a ballot is judged beside: costs, where projects are paid for."""
_NOTHING = N_("Nothing is marked yet. Mark at least one.")
_NOT_ALL_FOUR = N_("Answer all four questions about an option, or leave the option out.")
_OVER_BUDGET = "validate.ballot-over-budget"
_BEYOND_MONEY = N_("The projects chosen cost more than the money there is. Take one away.")


@dataclass(frozen=True)
class Option:
    """One thing to choose: its code, what it says, and what it costs in baht where known."""

    code: str
    said: str
    cost: Decimal | None = None


@dataclass(frozen=True)
class VotingPaper:
    """An open vote as a phone shows it; ``stored`` is its poll as it was last saved."""

    stored: Stored
    poll: Poll
    options: tuple[Option, ...]
    scope: AreaScope
    held: Mapping[str, Sequence[Record]]

    @property
    def pairs(self) -> list[tuple[Option, Option]]:
        """Every pair of options, in order."""
        return [
            (one, other) for at, one in enumerate(self.options) for other in self.options[at + 1 :]
        ]

    def faults(self, marks: Sequence[Mapping[str, Any]]) -> list[Finding]:
        """Return why a ballot cannot be taken, nothing where it can.

        ``marks`` are rows of ``ballot_mark`` without code and number. They are judged as the
        rows of a file are; a phone shows the money left, so here a ballot beyond it is refused.
        """
        if not marks:
            return [_refusal("voting.nothing-marked", _NOTHING)]
        if any(0 < sum(mark.get(one) is not None for one in CRITERIA) < 4 for mark in marks):
            return [_refusal("voting.not-all-four", _NOT_ALL_FOUR)]
        head = {"poll_code": self.poll.poll_code, "ballot_no": _NUMBER}
        rows = [typed_row(BallotMark, {**mark, **head}, at) for at, mark in enumerate(marks, 1)]
        # The vote has only this ballot before it: how many came before is no fault of it.
        poll = self.poll.with_changes(eligible=None)
        known = {"poll": {str(poll.poll_code)}, "village": _codes(self.held["village"])}
        checked = validate.check(
            Collected("", "", [], rows), self.scope, known, {**self.held, "poll": [poll]}
        )
        found = [finding for row in checked.rows for finding in row.findings]
        if any(row.is_elsewhere for row in checked.rows):
            return [_refusal("voting.elsewhere", N_("This is about another place."))]
        if any(one.code == _OVER_BUDGET for one in found):
            return [_refusal("voting.beyond-money", _BEYOND_MONEY)]
        return [one for one in found if one.level is Level.REFUSE]


def _refusal(code: str, sentence: str) -> Finding:
    return Finding(Level.REFUSE, code, sentence)


def _codes(records: Sequence[Record]) -> set[str]:
    return {str((record.natural_key() or ("",))[0]) for record in records}


def can_be_on_phones(poll: Poll) -> bool:
    """Tell whether phones can vote in this way, on so many options, typed once."""
    most = MOST_OPTIONS.get(str(poll.method), MOST_OPTIONS_ELSE)
    is_short = 0 < len(poll.option_codes or ()) <= most
    return poll.method in ON_PHONES and is_short and poll.is_double_entry is not True


def voting_papers(workbook: Workbook) -> list[VotingPaper]:
    """Return the papers of the votes that are open, in order of their codes.

    A vote is open to phones where its record says that it is not closed and its box takes
    ballots. What people wrote is shown without persons.
    """
    sealed = workbook.store.sealed_boxes(workbook.area_id)
    # Asked for every second while two hundred phones vote, and changed by few of them.
    papers: list[VotingPaper] = workbook.store.remembered(
        ("voting papers", workbook.area_id), lambda _at: _not_closed(workbook)
    )
    return [paper for paper in papers if paper.poll.poll_code not in sealed]


def _not_closed(workbook: Workbook) -> list[VotingPaper]:
    found = [
        (stored, poll)
        for stored in workbook.stored(Poll)
        if isinstance(poll := stored.record, Poll)
        and poll.is_closed is False
        and can_be_on_phones(poll)
    ]
    options = {about: named_options(workbook, about) for about in PollAbout} if found else {}
    papers = [
        VotingPaper(stored, poll, _chosen(poll, options), workbook.scope, _held(workbook, poll))
        for stored, poll in found
    ]
    return sorted(papers, key=lambda paper: str(paper.poll.poll_code))


def _held(workbook: Workbook, poll: Poll) -> dict[str, list[Record]]:
    names = _HELD[str(poll.about)]
    return {name: [stored.record for stored in workbook.stored(name)] for name in names}


def named_options(workbook: Workbook, about: str) -> dict[str, Option]:
    """Return every problem or project to choose from, by code; none merged or set aside."""
    if about == PollAbout.PROBLEM:
        problems = [record_without_persons(one) for one in workbook.records(Problem)]
        standing = [one for one in problems if not (one.merged_into or one.is_set_aside)]
        return {
            str(p.problem_code): Option(str(p.problem_code), str(p.statement)) for p in standing
        }
    held = {name: [s.record for s in workbook.stored(name)] for name in ("project", "budget_line")}
    costs = cost_of_projects(Facts((), held))
    projects = [record_without_persons(one) for one in workbook.records(Project)]
    return {
        str(one.project_code): Option(
            str(one.project_code), str(one.name), costs.get(str(one.project_code))
        )
        for one in projects
        if one.stage != ProjectStage.SET_ASIDE
    }


def _chosen(poll: Poll, options: Mapping[Any, Mapping[str, Option]]) -> tuple[Option, ...]:
    named = options[poll.about]
    return tuple(named.get(code) or Option(code, code) for code in poll.option_codes or ())
