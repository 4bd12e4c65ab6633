"""Problems that say much the same: shown to the working group, for people to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.deliberate.similar import suggest_merges
from planning_kit.language import _
from planning_kit.plan.merged import still_to_ask
from planning_kit.records.plain_rows import framed, plain_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import sheet
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_COLUMNS = {"a": "text", "b": "text", "shared": "text", "similarity": "number"}


def merge_suggestions(workbook: Workbook) -> Section:
    """Return the pairs of problems that may be one. Nothing is merged; the originals stay."""
    section = Section("merge-suggestions", _("Do some problems say the same?"))
    names, frame = PlanNames(workbook), workbook.frame("problem")
    rows = plain_rows(frame, ("problem_code", "statement", "is_set_aside"))
    asked = {row["problem_code"]: row["statement"] for row in rows if not row["is_set_aside"]}
    pairs = [
        {
            "a": names.coded("problem", row["a"]),
            "b": names.coded("problem", row["b"]),
            "shared": " · ".join(row["shared"]),
            "similarity": row["similarity"],
        }
        for row in still_to_ask(frame, suggest_merges(asked))
    ]
    if not pairs:
        section.sentences = [_("No two problems are worded alike.")]
        return section
    section.sentences = [
        _(
            "These are worded alike. Words that look alike may mean the opposite, so people "
            "decide. To merge, write the code of the other problem and the reason in the sheet "
            "“{sheet}”; the original stays.",
            sheet=sheet("problem"),
        )
    ]
    columns = [
        Column("a", _("Problem")),
        Column("b", _("Beside")),
        Column("shared", _("Words both use")),
        Column("similarity", _("Alike"), Form.PERCENT, 0),
    ]
    section.tables = [Table(framed(pairs, _COLUMNS), columns, caption=_("Problems worded alike"))]
    return section
