"""Activities that do not tell their amount, month or place, or whose months are in doubt."""

from __future__ import annotations

from planning_kit.charts.values import Form
from planning_kit.language import _, ngettext
from planning_kit.records.plain_rows import Row, added, framed
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.wording import baht, joined, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table


def unclear(rows: list[Row], names: PlanNames) -> list[Section]:
    """Return what people must clear up, one line an activity; none where all is told."""
    found = [(row, what) for row in rows if (what := _what(row))]
    if not found:
        return []
    money = added(row["amount"] for row, _what in found)
    section = Section("activities-unclear", _("To be cleared up"))
    section.sentences = [
        ngettext(
            "{count} activity ({money}) is not clear. It is counted above; ask its owner.",
            "{count} activities ({money}) are not clear. They are counted above; ask their owners.",
            len(found),
            count=number(len(found)),
            money=baht(money),
        )
    ]
    shown = [
        {
            "project": names.coded("project", row["project_code"]),
            "activity": f"{number(row['activity_no'])} {row['name']}",
            "owner": row["owner"],
            "amount": row["amount"],
            "what": joined(what),
        }
        for row, what in found
    ]
    columns = [
        Column("project", _("Project"), links=names.links("project")),
        Column("activity", _("Activity")),
        Column("owner", _("Responsible")),
        Column("amount", _("Planned (baht)"), Form.BAHT),
        Column("what", _("What is not clear")),
    ]
    types = {column.name: "number" if column.is_number else "text" for column in columns}
    section.tables = [Table(framed(shown, types), columns)]
    return [section]


def _what(row: Row) -> list[str]:
    found = []
    if row["amount"] is None:
        found.append(_("no amount is told"))
    if not row["months"]:
        found.append(_("no month is told"))
    if row["is_doubtful"]:
        found.append(_("its months were read with a doubt"))
    if row["owner"] is None:
        found.append(_("nobody is named as responsible"))
    return found
