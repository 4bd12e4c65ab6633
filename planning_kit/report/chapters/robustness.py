"""How firm the first five places are: with other weights, and with a village left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from planning_kit.charts.robustness import robustness_strip
from planning_kit.deliberate import (
    Robustness,
    criteria_robustness,
    votes_robustness,
    weights_of,
)
from planning_kit.deliberate.poll_counting import Counted, again, ways
from planning_kit.deliberate.poll_votes import FEWEST
from planning_kit.language import _
from planning_kit.records.poll_choices import PollMethod
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.poll_evidence import poll_evidence
from planning_kit.report.chapters.poll_orders import TOP
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.side_by_side import counted_polls
from planning_kit.report.chapters.wording import number, percent
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_DRAWN = 15
_FACETS = ("village_code",)


def robustness(workbook: Workbook) -> Section | None:
    """Return how firm the result of each vote is; ``None`` where none has more than five."""
    parts = [
        _part(workbook, found)
        for found in counted_polls(workbook)
        if len(found.leading.order) > TOP and not found.is_level
    ]
    if not parts:
        return None
    return Section(
        "robustness",
        _("How firm are the first five?"),
        sentences=[
            _(
                "If the first five change when people weigh things a little differently, or when "
                "one village is not counted, the order deserves more talk."
            )
        ],
        parts=parts,
    )


def firmness(found: Counted) -> Robustness:
    """Return how firm an order is; a village of fewer than five ballots is not left out.

    What would change without a handful of people shows how they voted.
    """
    votes = found.votes
    if votes.method == PollMethod.CRITERIA:
        firm = criteria_robustness(
            votes.marks if votes.is_by_ballot else None,
            votes.beside if votes.is_by_ballot else votes.totals,
            options=votes.options,
            weights=weights_of(votes.row),
            by=ways(votes)[0],
            top=TOP,
            facets=_FACETS,
        )
    else:
        firm = votes_robustness(votes.frame, again(votes), top=TOP, facets=_FACETS)
    if not votes.is_by_ballot:
        return firm
    return replace(firm, without=firm.without.loc[firm.without["ballots"].notna()])


def _part(workbook: Workbook, found: Counted) -> Section:
    votes = found.votes
    names = OptionNames(workbook, votes.about)
    firm = firmness(found)
    said = sentences(firm.reasons(), names)
    if not said:
        said = [_("By how people voted here, this cannot be tried out: no village is stated.")]
    section = Section(f"firm-{votes.code}", f"{votes.code} {votes.title}", sentences=said)
    section.evidence = poll_evidence(workbook, votes)
    if votes.is_by_ballot and _has_small_village(found):
        section.notes = [
            _("Villages with fewer than 5 ballots are not left out, so that no vote is known.")
        ]
    if len(firm.options):
        section.pictures = [*_pictures(firm, names)]
    return section


def _has_small_village(found: Counted) -> bool:
    papers = found.votes.marks.groupby("village_code")["ballot_no"].nunique()
    return bool((papers < FEWEST).any())


def _pictures(firm: Robustness, names: OptionNames) -> list[Picture]:
    shown = firm.options.head(_DRAWN)
    shown = shown.assign(statement=[names.short(one) for one in shown["option"]])
    caption = _(
        "In how many of {n} plausible weightings each comes among the first five",
        n=number(len(firm.weightings)),
    )
    told = " · ".join(
        f"{statement} {percent(share, 0)}"
        for statement, share in zip(shown["statement"], shown["share"], strict=True)
    )
    return picture_sheets(robustness_strip(shown, top=firm.top), told, caption)
