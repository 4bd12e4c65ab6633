"""How the votes were counted: the methods by name, side by side; for the printed book."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.pairs import pair_matrix
from planning_kit.charts.values import Form
from planning_kit.deliberate import condorcet_winner, cycles
from planning_kit.deliberate.poll_counting import Counted
from planning_kit.deliberate.poll_votes import FEWEST
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.records.poll_choices import PollMethod
from planning_kit.report.chapters.agreement import agreement_of
from planning_kit.report.chapters.money_vote import allocations, is_about_money
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.poll_evidence import poll_evidence
from planning_kit.report.chapters.poll_orders import places_apart, tie_said, weights_said
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.side_by_side import counted_polls
from planning_kit.report.chapters.wording import number
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

NAMES = {
    "criteria_product": N_("Product of the four mean scores"),
    "criteria_sum": N_("Weighted sum of the four mean scores"),
    "pairwise_copeland": N_("Copeland: options beaten, half for a draw"),
    "pairwise_borda": N_("Borda: all votes in all pairs"),
    "dots": N_("Sum of the dots"),
    "hands": N_("Number of hands"),
    "approval": N_("Number of people who approve"),
}
_MONEY = N_(
    "Money was shared out in two ways: the most votes first while the money lasts (greedy), and "
    "the method of equal shares (Peters, Pierczyński and Skowron 2021), where every voter has "
    "the same money and what is left over goes to the most votes that still fit."
)
_MOST_PAIRS = 12


def voting_method(workbook: Workbook) -> Section | None:
    """Return how each vote was counted, the ways side by side; ``None`` without a counted vote."""
    parts = [_part(workbook, found) for found in counted_polls(workbook)]
    if not parts:
        return None
    return Section("voting-method", _("How the votes were counted"), parts=parts)


def _part(workbook: Workbook, found: Counted) -> Section:
    votes = found.votes
    names = OptionNames(workbook, votes.about)
    told = [_(NAMES[order.method]) for order in found.orders]
    said = [_("Counted by: {ways}.", ways="; ".join(told))]
    if len(told) > 1:
        said.append(_("The first of them leads and gives the order shown in this chapter."))
    said += [*weights_said(found), *tie_said(found), *_concordance(found)]
    section = Section(f"counted-{votes.code}", f"{votes.code} {votes.title}", sentences=said)
    section.evidence = poll_evidence(workbook, votes)
    if found.pairs is not None:
        section.sentences += _circles(found, names)
        section.pictures = [*_pairs(found, names)]
    if is_about_money(votes):
        section.sentences += _money(workbook, found, names)
    section.tables = [_table(found, names)]
    return section


def _concordance(found: Counted) -> list[str]:
    agreement = agreement_of(found)
    if agreement is None or agreement.voters < FEWEST or agreement.w != agreement.w:
        return []
    return [
        _(
            "Agreement of the voters: Kendall’s W = {w}, with the correction for ties "
            "({n} ballots; 0 is none, 1 is full).",
            w=number(agreement.w, 2),
            n=number(agreement.voters),
        )
    ]


def _circles(found: Counted, names: OptionNames) -> list[str]:
    assert found.pairs is not None
    circles = cycles(found.pairs)
    best = condorcet_winner(found.pairs)
    said = [
        _(
            "{options} beat one another in a circle ({path}); none of them is the best.",
            options=names.listed(one.members),
            path=" → ".join([*one.path, one.path[0]]),
        )
        for one in circles
    ]
    if best is not None:
        said.append(_("{option} beats every other, one by one.", option=names.listed([best])))
    return said


def _pairs(found: Counted, names: OptionNames) -> list[Picture]:
    if found.pairs is None or len(found.votes.options) > _MOST_PAIRS:
        return []
    pairs = found.pairs.assign(statement=[names.bare(one) for one in found.pairs["option"]])
    caption = _("Each option against each other")
    won = pairs.loc[pairs["wins"] > pairs["losses"]]
    alt = " · ".join(
        f"{one} {number(wins)}–{number(losses)} {other}"
        for one, other, wins, losses in zip(
            won["option"], won["against"], won["wins"], won["losses"], strict=True
        )
    )
    return picture_sheets(pair_matrix(pairs), alt, caption)


def _money(workbook: Workbook, found: Counted, names: OptionNames) -> list[str]:
    try:
        ways = allocations(workbook, found.votes)
    except KitError:
        # The part on money says why; here there is nothing to add.
        return []
    said = [_(_MONEY)] if len(ways) > 1 else []
    for way in ways[1:]:
        said += [
            f"{names.coded(one)}: {' '.join(sentences(way.reasons(one), names, naming=True))}"
            for one in way.order["option"]
        ]
    return said


def _table(found: Counted, names: OptionNames) -> Table:
    leading = found.leading
    frame = pd.DataFrame({"option": [names.coded(one) for one in leading.order["option"]]})
    columns = [Column("option", _("Option"))]
    for order in found.orders:
        rows = order.order.set_index("option").loc[list(leading.order["option"])]
        frame[f"{order.method}_place"] = rows["place"].to_numpy()
        frame[order.method] = rows["value"].to_numpy()
        title = _(NAMES[order.method])
        places = 1
        if order.method.startswith("criteria"):
            places = places_apart(order.order["value"].dropna(), 2)
        if found.votes.method not in (PollMethod.CRITERIA, PollMethod.PAIRWISE):
            places = 0
        columns.append(Column(order.method, title, Form.NUMBER, places))
        columns.append(Column(f"{order.method}_place", _("Place"), Form.INT))
    return Table(frame, columns, caption=_("The ways of counting side by side"), wide=True)
