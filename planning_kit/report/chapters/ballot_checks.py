"""Before counting: what does not agree between two typings, papers, totals and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.deliberate import reconcile_reasons
from planning_kit.deliberate.ballot_faults import Faults, faults
from planning_kit.deliberate.poll_counting import counted
from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.poll_evidence import poll_evidence
from planning_kit.report.chapters.poll_records import polls_of
from planning_kit.report.chapters.reasons import sentences
from planning_kit.report.chapters.wording import joined, label, number, sheet
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_KINDS = {
    "only_first": N_("In {ballots} ballots a mark was typed the first time only."),
    "only_second": N_("In {ballots} ballots a mark was typed the second time only."),
    "twice": N_("In {ballots} ballots the same typist entered a mark twice."),
}
_LOOK = {
    "only_first": N_("typed the first time only"),
    "only_second": N_("typed the second time only"),
    "twice": N_("entered twice by the same typist"),
}


def ballot_checks(workbook: Workbook) -> Section | None:
    """Return what stands against counting, vote by vote; ``None`` where nobody typed ballots.

    Numbers of ballots are not told here: this part is for everyone.
    """
    asked = [votes for votes in polls_of(workbook) if votes.is_by_ballot or len(votes.totals)]
    if not asked:
        return None
    return Section(
        "ballot-checks",
        _("Are the votes typed right?"),
        sentences=[
            _("Two people type the papers apart. Nothing is counted before both typings agree.")
        ],
        parts=[_check(workbook, votes) for votes in asked],
    )


def _check(workbook: Workbook, votes: PollVotes) -> Section:
    said = fault_sentences(votes, OptionNames(workbook, votes.about))
    if not said:
        said = [_sound(votes)]
    section = Section(f"check-{votes.code}", f"{votes.code} {votes.title}", sentences=said)
    section.evidence = poll_evidence(workbook, votes)
    return section


def fault_sentences(votes: PollVotes, names: OptionNames) -> list[str]:
    """Say what stands against counting a vote and what to do; empty where nothing does."""
    found = faults(votes)
    if not found:
        return []
    said = [*_typed(found), *sentences(reconcile_reasons(found.unequal), names)]
    if found.is_second_missing:
        said.append(
            _(
                "{ballots} ballots are typed once. This vote is to be typed twice: let another "
                "person type the papers with 2 in the column “{column}”.",
                ballots=number(votes.ballots),
                column=label("ballot_mark", "entry"),
            )
        )
    if len(found.differences):
        said.append(_what_to_do())
    return [*said, _("Until this is mended, the vote is not counted.")]


def _what_to_do() -> str:
    return _(
        "Take the paper and see what is right. Correct the wrong row in the sheet “{sheet}” "
        "(column “{column}” tells the first typing from the second) and import the file again. "
        "What stood there before stays in the history.",
        sheet=sheet("ballot_mark"),
        column=label("ballot_mark", "entry"),
    )


def _typed(found: Faults) -> list[str]:
    differences = found.differences
    apart = differences.loc[differences["kind"] == "differs"]
    said = []
    if len(apart):
        counts = apart["field"].value_counts(sort=False)
        fields = (
            f"{label('ballot_mark', str(name))} {number(n)}"
            for name, n in zip(counts.index, counts, strict=True)
        )
        said.append(
            _(
                "The two typings differ in {n} places on {ballots} ballots: {fields}.",
                n=number(len(apart)),
                ballots=number(apart["ballot_no"].nunique()),
                fields=joined(fields),
            )
        )
    for kind, message in _KINDS.items():
        own = differences.loc[differences["kind"] == kind, "ballot_no"]
        if len(own):
            said.append(_(message, ballots=number(own.nunique())))
    return said


def _sound(votes: PollVotes) -> str:
    if not votes.is_by_ballot:
        return _("The totals agree with the number of people who could vote.")
    if bool((votes.marks["entry"] == 2).any()):
        return _("{n} ballots were typed twice and agree.", n=number(votes.ballots))
    return _("{n} ballots were typed once.", n=number(votes.ballots))


def ballots_to_look_at(workbook: Workbook) -> Section | None:
    """Return the list for those who type: which paper to take and where to look on it.

    For the app alone, never for a report: it has the numbers printed on the papers. What
    was marked is not told. ``None`` where there is nothing to look at.
    """
    parts = [one for votes in polls_of(workbook) if (one := _to_look_at(votes)) is not None]
    if not parts:
        return None
    return Section(
        "ballots-to-look-at",
        _("For those who type: papers to look at again"),
        sentences=[_what_to_do()],
        parts=parts,
    )


def _to_look_at(votes: PollVotes) -> Section | None:
    section = Section(f"look-{votes.code}", f"{votes.code} {votes.title}")
    found = faults(votes).differences
    if found.empty:
        try:
            counted(votes)
        except KitError as error:
            if not names_papers(error):
                return None
            section.sentences = [error.say()]
            return section
        return None
    where = [
        label("ballot_mark", str(field)) if kind == "differs" else _(_LOOK[kind])
        for kind, field in zip(found["kind"], found["field"], strict=True)
    ]
    columns = [
        Column("ballot_no", label("ballot_mark", "ballot_no")),
        Column("option", label("ballot_mark", "option_code")),
        Column("against", label("ballot_mark", "against_code")),
        Column("where", _("Look at")),
    ]
    if found["against"].isna().all():
        del columns[2]
    table = pd.DataFrame(found).assign(where=where)
    section.tables = [Table(table, columns, caption=_("Where the two typings differ"))]
    return section


def names_papers(error: KitError) -> bool:
    """Tell whether an error names ballots by their number."""
    return bool({"ballot", "ballots"} & set(error.values))
