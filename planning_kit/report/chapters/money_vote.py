"""Projects within a sum of money: what would be paid, what not and why, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.deliberate import Allocation, approval_ballots, greedy
from planning_kit.deliberate.poll_counting import counted
from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.plan.project_costs import project_costs
from planning_kit.records.poll_choices import PollAbout, PollMethod
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.poll_evidence import poll_evidence
from planning_kit.report.chapters.poll_records import polls_of
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.refused_counts import why_not_counted
from planning_kit.report.chapters.wording import baht, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_WAYS = {
    "greedy": N_("If what most people chose is paid first"),
    "equal_shares": N_("If everyone has the same part of the money to decide about"),
}
_MONEY = (PollMethod.APPROVAL, PollMethod.HANDS, PollMethod.DOTS)


def money_vote(workbook: Workbook) -> Section | None:
    """Return what each sum of money would pay for; ``None`` where no vote has a sum."""
    asked = [votes for votes in polls_of(workbook) if is_about_money(votes)]
    if not asked:
        return None
    return Section(
        "money-vote",
        _("What the money would pay for"),
        sentences=[
            _("A vote with a sum of money says more than an order: what fits, and what does not.")
        ],
        parts=[money_section(workbook, votes) for votes in asked],
    )


def is_about_money(votes: PollVotes) -> bool:
    """Tell whether a vote is on projects within a sum of money."""
    is_project = votes.about == PollAbout.PROJECT and votes.method in _MONEY
    return is_project and votes.row["budget"] is not None


def allocations(workbook: Workbook, votes: PollVotes) -> list[Allocation]:
    """Return what the money pays for: the most votes first, then everyone’s equal part.

    The second needs ballots. Raises ``KitError`` as ``counted``, ``greedy`` and
    ``equal_shares`` do.
    """
    found = counted(votes)
    costs, budget = _costs(workbook, votes), votes.row["budget"]
    order = found.leading.order
    counts = dict(zip(order["option"], order["value"], strict=True))
    policy = votes.row["tie_policy"]
    ways = [greedy(costs, counts, budget, policy)]
    # Everyone’s part needs everyone’s ballot: raised hands tell no person’s choice.
    if votes.is_by_ballot and votes.beside.empty and votes.method != PollMethod.DOTS:
        from planning_kit.deliberate import equal_shares

        ballots = approval_ballots(votes.marks, votes.options)
        ways.append(equal_shares(costs, ballots, budget, policy))
    return ways


def _costs(workbook: Workbook, votes: PollVotes) -> dict[str, float | None]:
    return project_costs(workbook.frame("project"), workbook.frame("budget_line"), votes.options)


def _beyond_the_money(workbook: Workbook, votes: PollVotes) -> list[str]:
    """Say how many ballots tick more than the money pays for; they are counted all the same.

    How many may be ticked is a rule of the vote (``max_approvals``); the sum of money is not.
    """
    if not is_about_money(votes) or votes.method != PollMethod.APPROVAL or not votes.is_by_ballot:
        return []
    costs = _costs(workbook, votes)
    sums = [sum(costs[one] or 0 for one in ticked)
            for ticked in approval_ballots(votes.marks, votes.options)]  # fmt: skip
    beyond = sum(1 for one in sums if one > votes.row["budget"])
    if not beyond:
        return []
    return [
        _(
            "{n} ballots tick projects that together cost more than {budget}. They are counted as "
            "they are: ticking says what people want, not that the money is enough.",
            n=number(beyond),
            budget=baht(votes.row["budget"]),
        )
    ]


def money_section(workbook: Workbook, votes: PollVotes) -> Section:
    """Return what the sum of money of one vote would pay for, and what not."""
    names = OptionNames(workbook, votes.about)
    section = Section(f"money-{votes.code}", f"{votes.code} {votes.title}")
    section.evidence = poll_evidence(workbook, votes)
    try:
        ways = allocations(workbook, votes)
    except KitError as error:
        section.sentences = why_not_counted(error, votes, names)
        return section
    section.sentences = [_("There are {budget} to share out.", budget=baht(votes.row["budget"]))]
    if votes.is_too_small:
        section.sentences.append(
            _("Fewer than 5 ballots: the result is not shown, so that nobody’s vote is known.")
        )
        return section
    section.sentences += _beyond_the_money(workbook, votes)
    section.sentences += [_summed(way) for way in ways]
    if len(ways) == 2:
        section.sentences.append(_apart(ways[0], ways[1], names))
    section.tables = [_table(way, names) for way in ways]
    return section


def _summed(way: Allocation) -> str:
    return _(
        "{way}: {n} of {all} projects, {spent}; {left} are left.",
        way=_(_WAYS[way.method]),
        n=len(way.chosen),
        all=len(way.order),
        spent=baht(way.spent),
        left=baht(way.left),
    )


def _apart(one: Allocation, other: Allocation, names: OptionNames) -> str:
    only = [
        [code for code in a.chosen if code not in b.chosen] for a, b in ((one, other), (other, one))
    ]
    if not only[0] and not only[1]:
        return _("Both ways pay for the same projects.")
    return _(
        "The two ways differ: only the first pays for {first}; only the second for {second}.",
        first=names.listed(only[0]) or "–",
        second=names.listed(only[1]) or "–",
    )


def _table(way: Allocation, names: OptionNames) -> Table:
    rows = way.order.assign(
        name=[names.coded(one) for one in way.order["option"]],
        chosen=[_("chosen") if one else _("not chosen") for one in way.order["is_chosen"]],
        why=[" ".join(sentences(way.reasons(one), names)) for one in way.order["option"]],
    )
    columns = [
        Column("name", _("Project")),
        Column("cost", _("Baht"), Form.BAHT),
        Column("chosen", _("Paid for")),
        Column("why", _("Why")),
    ]
    return Table(pd.DataFrame(rows), columns, caption=_(_WAYS[way.method]))
