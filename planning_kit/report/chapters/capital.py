"""What the community has to build on: the list of its strengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.charts.values import Form
from planning_kit.language import Words, _
from planning_kit.profile import capital as profile
from planning_kit.report.chapters.answer_tables import worded
from planning_kit.report.chapters.village_names import village_name, village_names
from planning_kit.report.chapters.wording import (
    answer,
    evidence,
    joined,
    label,
    nothing_known,
    number,
)
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

STRENGTHS = Words("เรื่อง", "strengths")


def capital(workbook: Workbook) -> Section:
    """Return the part on the community’s strengths, by kind and one by one."""
    frame = workbook.frame("capital")
    title = _("What the community has to build on")
    if frame.empty:
        return nothing_known("capital", title, _("the community’s strengths"), "capital")
    counts = worded(profile.capitals(frame), lambda kind: answer("capital", "kind", kind), "kind")
    section = Section("capital", title)
    section.sentences.append(
        _("Strengths of the community on record: {count}.", count=number(len(frame)))
    )
    if (none := counts[counts["count"] == 0])["label"].any():
        section.sentences.append(
            _("None is on record of these kinds: {kinds}.", kinds=joined(none["label"]))
        )
    columns = [Column("label", label("capital", "kind")), Column("count", _("Number"), Form.INT)]
    section.tables = [
        Table(counts, columns, caption=_("Strengths by kind")),
        _list(workbook, frame),
    ]
    section.evidence.append(evidence(workbook, "capital", len(frame), of=STRENGTHS))
    return section


def _list(workbook: Workbook, frame: pd.DataFrame) -> Table:
    listed = profile.capital_list(frame)
    names = village_names(workbook.villages(), listed["village_code"])
    shown = listed.assign(
        village=[village_name(code, names) for code in listed["village_code"]],
        kind=[answer("capital", "kind", code) for code in listed["kind"]],
    )
    wanted = ("name", "kind", "village", "description", "potential")
    columns = [
        Column(name, _("Village") if name == "village" else label("capital", name))
        for name in wanted
        if shown[name].notna().any()
    ]
    return Table(shown, columns, caption=_("List of strengths"))
