"""What the meetings decided, beside what the votes had said; a new count never changes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.deliberate import Ranking
from planning_kit.deliberate.poll_counting import Counted, counted
from planning_kit.deliberate.recount import likest
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.records import record_type
from planning_kit.records.plain_rows import Row, codes, plain_rows
from planning_kit.records.poll_choices import DecisionAbout
from planning_kit.report.chapters.decision_recount import recount_said
from planning_kit.report.chapters.option_names import OptionNames
from planning_kit.report.chapters.plan_evidence import forum_lines
from planning_kit.report.chapters.poll_records import polls_of
from planning_kit.report.chapters.wording import answer, nothing_known, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_OPTIONS = {
    DecisionAbout.PROBLEM_ORDER: "problem",
    DecisionAbout.PROJECT_ORDER: "project",
    DecisionAbout.PROJECT: "project",
    DecisionAbout.STRATEGY: "strategy",
    DecisionAbout.PILOT: "pilot_candidate",
}


def decisions(workbook: Workbook) -> Section:
    """Return every decision, the oldest first: order adopted, votes, reasons, dissent."""
    title = _("The decisions")
    fields = [spec.name for spec in record_type("decision").fields()]
    rows = plain_rows(workbook.frame("decision"), fields)
    if not rows:
        return nothing_known("decisions", title, _("decisions of the meetings"), "decision")
    rows.sort(key=lambda row: (str(row["date"]), row["decision_code"]))
    return Section(
        "decisions",
        title,
        sentences=[_("A meeting decides; a vote advises it. Counting again changes no decision.")],
        parts=[_decision(workbook, row) for row in rows],
    )


def _decision(workbook: Workbook, row: Row) -> Section:
    names = OptionNames(workbook, _OPTIONS.get(row["about"], "problem"))
    section = Section(
        f"decision-{row['decision_code']}",
        f"{row['decision_code']} {row['subject']}",
        sentences=_how(row),
        evidence=forum_lines(workbook, [row["forum_code"]]),
    )
    adopted, computed = codes(row["adopted_codes"]), codes(row["computed_codes"])
    if adopted:
        section.sentences += _beside_votes(row, adopted, computed, names)
        now = _counted_now(workbook, row)
        if now is not None:
            section.sentences += recount_said(now, computed, names)
        order = likest(now, computed) if now else None
        section.tables = [_table(adopted, computed, order, names)]
    if row["dissent"]:
        section.sentences.append(_("Those who disagreed said: {dissent}", dissent=row["dissent"]))
    return section


def _how(row: Row) -> list[str]:
    said = [
        _(
            "Decided on {date}, about: {about}.",
            date=format_date(row["date"]),
            about=answer("decision", "about", row["about"]),
        )
    ]
    if row["method"]:
        said.append(_("How it came about: {how}", how=row["method"]))
    if row["votes_for"] is not None:
        said.append(
            _(
                "Votes: {yes} for, {no} against, {abstain} abstained.",
                yes=number(row["votes_for"]),
                no=number(row["votes_against"]),
                abstain=number(row["votes_abstain"]),
            )
        )
    else:
        said.append(_("How many voted for and against is not written down."))
    return said


def _beside_votes(
    row: Row, adopted: tuple[str, ...], computed: tuple[str, ...], names: OptionNames
) -> list[str]:
    if row["about"] == DecisionAbout.PILOT:
        said = [_("How it stands beside the scores is told under “Choosing the pilot tambon”.")]
        return [*said, *([_("Why: {reason}", reason=row["reason"])] if row["reason"] else [])]
    if not computed and not row["poll_code"]:
        return []
    if not computed:
        return [_("What the votes said on that day is not kept with this decision.")]
    both = [one for one in computed if one in adopted]
    kept = [one for one in adopted if one in computed]
    moved = [one for one, other in zip(kept, both, strict=True) if one != other]
    added = [one for one in adopted if one not in computed]
    if not moved and not added:
        # A meeting may order only the first few and leave the rest as counted.
        return [_("The meeting kept the order of the votes.")]
    said = []
    if moved:
        said.append(
            _("The meeting changed the order of the votes for {options}.",
              options=names.listed(moved))
        )  # fmt: skip
    if added:
        said.append(
            _("The meeting took up what the vote did not have: {options}.",
              options=names.listed(added))
        )  # fmt: skip
    if row["reason"]:
        return [*said, _("Why: {reason}", reason=row["reason"])]
    return [*said, _("Why it did so is not written down; add the reason to the decision.")]


def _counted_now(workbook: Workbook, row: Row) -> Counted | None:
    votes = next((one for one in polls_of(workbook) if one.code == row["poll_code"]), None)
    if votes is None:
        return None
    try:
        found = counted(votes)
    except KitError:
        # Said in the part of the vote itself; the decision stands without it.
        return None
    return None if votes.is_too_small else found


def _table(
    adopted: tuple[str, ...], computed: tuple[str, ...], now: Ranking | None, names: OptionNames
) -> Table:
    rest = [one for one in computed if one not in adopted]
    options = [*adopted, *rest]
    frame = pd.DataFrame(
        {
            "adopted": [adopted.index(one) + 1 if one in adopted else None for one in options],
            "option": [names.coded(one) for one in options],
            "computed": [computed.index(one) + 1 if one in computed else None for one in options],
            "now": [now.place_of(one) if now else None for one in options],
        }
    )
    columns = [Column("adopted", _("Decided"), Form.INT), Column("option", _("Option"))]
    if computed:
        columns.append(Column("computed", _("By the votes on that day"), Form.INT))
    if now is not None:
        columns.append(Column("now", _("By the votes, counted today"), Form.INT))
    return Table(frame, columns, caption=_("The order decided"), row_heading=False)
