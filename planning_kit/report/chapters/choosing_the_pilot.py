"""Choosing a pilot tambon in a province: candidates, criteria, scores, decision, working group."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.errors import KitError
from planning_kit.language import _
from planning_kit.records import is_above
from planning_kit.records.plain_rows import Row, framed
from planning_kit.records.plan_choices import PolicyLevel
from planning_kit.report.chapters.level_plans import LevelPlans, said_place
from planning_kit.report.chapters.pilot_decision import pilot_decision
from planning_kit.report.chapters.pilot_firm import pilot_firm
from planning_kit.report.chapters.pilot_group import pilot_group
from planning_kit.report.chapters.pilot_records import PilotRecords, coded, pilot_records
from planning_kit.report.chapters.pilot_scores import pilot_scores
from planning_kit.report.chapters.told_at import told_at
from planning_kit.report.chapters.wording import label, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_KEY = "choosing-the-pilot"
_STEPS = (1, 2, 3, 4)


def choosing_the_pilot(workbook: Workbook) -> Section:
    """Return how a province chooses its pilot: computed order as advice, the decision beside it."""
    title = _("Choosing the pilot tambon")
    if not is_above(workbook.plan_area):
        said = _("A pilot is chosen in the workbook of the province, not in that of a tambon.")
        return Section(_KEY, title, sentences=[said])
    try:
        records = pilot_records(workbook)
    except KitError as error:
        return Section(_KEY, title, sentences=[error.say()])
    if workbook.plan_area.level != PolicyLevel.PROVINCE and not records.candidates:
        return _chosen_below(workbook, title)
    section = Section(_KEY, title)
    section.sentences = [
        _(
            "The scores are advice. The community organization councils and the farmers’ council "
            "decide together, and say why. Money is not among the criteria."
        )
    ]
    section.parts = [
        _candidates(workbook, records),
        _criteria(workbook, records),
        pilot_scores(workbook, records),
        *[part for part in (pilot_firm(workbook, records),) if part is not None],
        pilot_decision(workbook, records),
        pilot_group(workbook),
    ]
    return section


def _chosen_below(workbook: Workbook, title: str) -> Section:
    """Return which pilots are chosen; each province chooses its own, in its own workbook."""
    section = Section(_KEY, title)
    section.sentences = [
        _(
            "Each province scores its candidates and chooses its pilot in a workbook of its own. "
            "Its decision comes here with the plan that it hands over."
        )
    ]
    rows = [
        {"place": said_place(code), "day": format_date(day, "short") if day else None}
        for code, day in sorted(LevelPlans(workbook).chosen.items())
    ]
    if rows:
        columns = [Column("place", _("Tambon")), Column("day", _("Decided on"), unbroken=True)]
        frame = framed(rows, {"place": "text", "day": "text"})
        section.tables = [Table(frame, columns, caption=_("Pilots that were chosen"))]
    else:
        section.sentences.append(_("No decision of a province was handed over here yet."))
    section.parts = [pilot_group(workbook)]
    return section


def _candidates(workbook: Workbook, records: PilotRecords) -> Section:
    section = Section("pilot-candidates", _("The candidates"))
    if not records.candidates:
        section.sentences = [
            _("No tambon is proposed yet. Write down each candidate: who proposes it, and why.")
        ]
        return section
    withdrawn = [row for row in records.candidates if row["is_withdrawn"]]
    section.sentences = [
        _("{n} tambons are proposed.", n=number(len(records.candidates)))
        if len(records.candidates) > 1
        else _("One tambon is proposed.")
    ]
    if withdrawn:
        section.sentences.append(
            _("{n} of them withdrew; they stay on the list but are not compared.",
              n=number(len(withdrawn)))
        )  # fmt: skip
    section.tables = [_candidate_table(workbook, records)]
    section.evidence = told_at(workbook, [row["forum_code"] for row in records.candidates])
    return section


def _candidate_table(workbook: Workbook, records: PilotRecords) -> Table:
    sources = {one.source_code: str(one.title) for one in workbook.sources()}
    rows = [
        {
            **row,
            "tambon": coded(row["tambon_code"]),
            "source": _source(row, sources),
            "stands": _stands(row),
        }
        for row in records.candidates
    ]
    columns = [
        Column("tambon", _("Tambon")),
        Column("proposed_by", label("pilot_candidate", "proposed_by")),
        Column("reason", label("pilot_candidate", "reason")),
        Column("facts", label("pilot_candidate", "facts")),
        Column("source", _("Source of the facts")),
        Column("stands", _("Standing")),
    ]
    frame = framed(rows, dict.fromkeys((one.name for one in columns), "text"))
    return Table(frame, columns, caption=_("The tambons proposed"), wide=True, whole=False)


def _source(row: Row, sources: Mapping[str | None, str]) -> str | None:
    """Return the title of the source of the facts; nothing where no fact is told."""
    if not row["facts"]:
        return None
    return sources.get(row["source_code"]) or _("not stated")


def _stands(row: Row) -> str:
    if not row["is_withdrawn"]:
        return _("stands")
    why = row["withdrawn_reason"] or _("reason not written down")
    return _("withdrawn: {reason}", reason=why)


def _criteria(workbook: Workbook, records: PilotRecords) -> Section:
    section = Section("pilot-criteria", _("The criteria and how much each counts"))
    section.sentences = _weights_said(records)
    agreed = {row["criterion"]: row["weight"] for row in records.weights}
    used = {code: float(one) for code, one in records.percents().items()}
    shown = agreed if records.weights else used
    rows = [
        {
            "criterion": f"{one.name} — {one.question}",
            "weight": shown.get(code),
            **{f"step_{at}": str(one.steps[at]) for at in _STEPS},
        }
        for code, one in records.criteria.items()
    ]
    columns = [
        Column("criterion", label("pilot_weight", "criterion")),
        Column("weight", _("Weight, %"), Form.INT),
    ]
    columns += [Column(f"step_{at}", str(at)) for at in _STEPS]
    frame = pd.DataFrame(rows).assign(weight=lambda own: own["weight"].astype("float64"))
    caption = _("The criteria for choosing a pilot, and what the scores mean")
    section.tables = [Table(frame, columns, caption=caption, wide=True, whole=False)]
    if records.weights:
        section.evidence = told_at(workbook, [row["forum_code"] for row in records.weights])
    section.notes = [_("The wording of criteria and steps is a default of this kit, not official.")]
    return section


def _weights_said(records: PilotRecords) -> list[str]:
    said = []
    if not records.weights:
        said.append(
            _(
                "No meeting has agreed the weights yet: those shown are the kit’s default, not "
                "official, and only stand in until then."
            )
        )
    elif records.why_not:
        said.append(records.why_not)
    else:
        said.append(_("The weights were agreed by a meeting and make 100 together."))
    strange = [row["criterion"] for row in records.weights
               if row["criterion"] not in records.criteria]  # fmt: skip
    if strange:
        said.append(
            _("Weights of criteria that the list does not have are not used: {criteria}.",
              criteria=", ".join(strange))
        )  # fmt: skip
    return said
