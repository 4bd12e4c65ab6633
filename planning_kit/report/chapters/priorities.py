"""What people put first: each vote, who took part, the order, and the reason for every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.priorities import priority_bars
from planning_kit.charts.values import Form
from planning_kit.charts.votes import vote_bars
from planning_kit.deliberate import Ranking, votes_by_village
from planning_kit.deliberate.poll_counting import Counted, counted, sharing
from planning_kit.deliberate.poll_votes import PollVotes
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.records.plain_rows import codes, plain_rows
from planning_kit.records.poll_choices import PollMethod
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.picture_sheets import picture_sheets
from planning_kit.report.chapters.poll_evidence import poll_evidence
from planning_kit.report.chapters.poll_orders import (
    level_said,
    order_said,
    order_table,
    places_apart,
    tie_said,
    votes_table,
)
from planning_kit.report.chapters.poll_records import polls_of
from planning_kit.report.chapters.poll_voters import voters_said, voters_table
from planning_kit.report.chapters.refused_counts import why_not_counted
from planning_kit.report.chapters.side_by_side import side_by_side
from planning_kit.report.chapters.wording import answer, nothing_known, number
from planning_kit.report.picture import Picture
from planning_kit.report.section import Section
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_DRAWN = 20
_BY_VILLAGE = 8


def priorities(workbook: Workbook) -> Section:
    """Return every vote with its order, as advice; no way of counting is named."""
    title = _("What people put first")
    asked = polls_of(workbook)
    if not asked:
        return nothing_known("priorities", title, _("votes on what comes first"), "poll")
    section = Section(
        "priorities",
        title,
        sentences=[
            _("The votes are advice. What was decided is told under “The decisions”."),
        ],
    )
    section.parts = [poll_section(workbook, votes) for votes in asked]
    if (beside := side_by_side(workbook)) is not None:
        section.parts.append(beside)
    return section


def poll_section(workbook: Workbook, votes: PollVotes) -> Section:
    """Return one vote: what was asked, who voted, the order and the reason for every place."""
    names = OptionNames(workbook, votes.about)
    section = Section(
        f"poll-{votes.code}", f"{votes.code} {votes.title}", sentences=[_asked(votes)]
    )
    section.evidence = poll_evidence(workbook, votes)
    try:
        found = counted(votes)
    except KitError as error:
        section.sentences += why_not_counted(error, votes, names)
        if error.code == "deliberate.tie-asks-meeting" and not votes.is_too_small:
            section.tables = [votes_table(counted(sharing(votes)), names)]
        return section
    section.sentences += voters_said(votes, found.leading)
    if votes.is_too_small:
        section.sentences.append(
            _("Fewer than 5 ballots: the result is not shown, so that nobody’s vote is known.")
        )
        return section
    section.sentences += [*level_said(found), *order_said(found, names), *tie_said(found)]
    section.pictures = [*_pictures(workbook, found, names)]
    section.tables = [order_table(found, names)]
    if (mix := voters_table(votes, names)) is not None:
        section.tables.append(mix)
    return section


def _asked(votes: PollVotes) -> str:
    said = _(
        "People chose between {n} {what}. How they voted: {way}.",
        n=number(len(votes.options)),
        what=answer("poll", "about", votes.about),
        way=answer("poll", "method", votes.method),
    )
    if votes.row["date"]:
        said += " " + _("Date: {date}.", date=format_date(votes.row["date"]))
    if votes.row["is_closed"] is False:
        said += " " + _("The vote is still open; this is how it stands now.")
    return said


def adopted_after(workbook: Workbook, poll_code: str) -> tuple[str, ...]:
    """Return the order adopted by the latest decision that names a vote; empty without one."""
    rows = plain_rows(workbook.frame("decision"), ("poll_code", "date", "adopted_codes"))
    own = [row for row in rows if row["poll_code"] == poll_code and row["adopted_codes"]]
    own.sort(key=lambda row: str(row["date"]))
    return codes(own[-1]["adopted_codes"]) if own else ()


def _pictures(workbook: Workbook, found: Counted, names: OptionNames) -> list[Picture]:
    order = found.leading.order
    if found.is_level or len(order) < 2:
        return []
    shown = order.head(_DRAWN)
    shown = shown.assign(statement=[names.short(one) for one in shown["option"]])
    caption = _("The order by votes")
    if len(order) > _DRAWN:
        caption = _("The order by votes: the first {n} of {all}", n=_DRAWN, all=number(len(order)))
    adopted = adopted_after(workbook, found.votes.code)
    form, places, unit = _measure(found)
    sheets = priority_bars(shown, adopted=adopted, form=form, places=places, unit=unit)
    pictures = picture_sheets(sheets, _alt(found.leading, names), caption)
    return [*pictures, *_by_village(found, names)]


def _measure(found: Counted) -> tuple[str, int, str]:
    method = found.votes.method
    if method == PollMethod.CRITERIA:
        least = 1 if found.leading.method == "criteria_product" else 2
        return Form.NUMBER, places_apart(found.leading.order["value"].dropna(), least), ""
    if method == PollMethod.PAIRWISE:
        has_halves = bool((found.leading.order["value"] % 1 != 0).any())
        return Form.NUMBER, int(has_halves), _("pairs won")
    return Form.INT, 0, _("dots") if method == PollMethod.DOTS else _("people")


def _alt(order: Ranking, names: OptionNames) -> str:
    places = order.order.loc[order.order["place"].notna()].head(_DRAWN)
    return " · ".join(
        f"{number(place)} {names.coded(option)}"
        for option, place in zip(places["option"], places["place"], strict=True)
    )


def _by_village(found: Counted, names: OptionNames) -> list[Picture]:
    """Draw votes given openly in each village; what stands on paper is never told by village."""
    votes = found.votes
    is_open = not votes.is_by_ballot and votes.method in (PollMethod.HANDS, PollMethod.DOTS)
    if not is_open or votes.totals["village_code"].dropna().nunique() < 2:
        return []
    options = list(found.leading.order["option"].head(_BY_VILLAGE))
    rows = votes_by_village(totals=votes.totals, options=votes.options)
    rows = rows.loc[rows["option"].isin(options)]
    rank = {one: at for at, one in enumerate(options)}
    rows = rows.sort_values("option", key=lambda part: part.map(rank), kind="stable")
    rows = rows.assign(
        statement=[names.short(one) for one in rows["option"]],
        village=[names.village(one) for one in rows["village"]],
    )
    caption = _("Votes by village")
    if len(found.leading.order) > len(options):
        caption = _("Votes by village: the first {n}", n=len(options))
    return picture_sheets(vote_bars(pd.DataFrame(rows)), _village_alt(rows), caption)


def _village_alt(rows: pd.DataFrame) -> str:
    said = []
    for option, part in rows.groupby("option", sort=False):
        told = ", ".join(
            f"{village} {number(votes)}"
            for village, votes in zip(part["village"], part["votes"], strict=True)
        )
        said.append(f"{option}: {told}")
    return " · ".join(said)
