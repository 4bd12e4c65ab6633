"""The monitoring plan: who measures what, when, and from what."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.plan.chosen import in_plan
from planning_kit.records.plain_rows import Row, framed
from planning_kit.report.chapters.indicators import indicator_rows
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import joined, label
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.workbook import Workbook


def monitoring_plan(workbook: Workbook) -> Section | None:
    """Return who measures which indicator and who watches which project; ``None`` without any."""
    rows = indicator_rows(workbook)
    projects = [row for row in in_plan(workbook.frame("project")) if row["monitoring"]]
    if not rows and not projects:
        return None
    names = PlanNames(workbook)
    section = Section("monitoring", _("Monitoring plan"))
    if rows:
        section.tables.append(_measuring(rows, names))
        section.sentences += _without_owner(rows)
    if projects:
        section.tables.append(_watching(projects))
    return section


def _without_owner(rows: list[Row]) -> list[str]:
    said = []
    if nobody := [row["indicator_code"] for row in rows if not row["owner"]]:
        said.append(_("Nobody has been named to measure: {codes}.", codes=joined(nobody)))
    alone = [row["indicator_code"] for row in rows if row["is_joint"] and not row["co_owners"]]
    if alone:
        said.append(
            _("Joint indicators without an office that answers for them too: {codes}.",
              codes=joined(alone))
        )  # fmt: skip
    return said


def _measuring(rows: list[Row], names: PlanNames) -> Table:
    shown = [
        {
            "code": row["indicator_code"],
            "name": row["name"],
            "owner": row["owner"],
            "with": " · ".join(names.taxa("agency", row["co_owners"])) or None,
            "when": row["frequency"],
            "from": row["source_text"],
        }
        for row in rows
    ]
    columns = [
        Column("code", _("Code")),
        Column("name", _("What is measured")),
        Column("owner", _("Who measures")),
        Column("with", _("Together with")),
        Column("when", label("indicator", "frequency")),
        Column("from", label("indicator", "source_text")),
    ]
    return Table(
        framed(shown, {column.name: "text" for column in columns}),
        columns,
        caption=_("Who measures what, when, and from what"),
        wide=True,
    )


def _watching(projects: list[Row]) -> Table:
    shown = [
        {
            "code": row["project_code"],
            "name": row["name"],
            "owner": row["owner"],
            "how": row["monitoring"],
        }
        for row in projects
    ]
    columns = [
        Column("code", _("Code")),
        Column("name", _("Project")),
        Column("owner", _("Who watches")),
        Column("how", _("How it is followed")),
    ]
    return Table(
        framed(shown, {column.name: "text" for column in columns}),
        columns,
        caption=_("How each project is followed"),
        wide=True,
    )
