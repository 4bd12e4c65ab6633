"""From which villages and groups people came, and from which nobody did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.charts.values import Form
from planning_kit.deliberate.coverage import coverage_by_group, coverage_by_village
from planning_kit.language import _
from planning_kit.report.chapters.village_names import village_names
from planning_kit.report.chapters.wording import answer, joined, label, number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def by_village(workbook: Workbook) -> Section | None:
    """Return the villages with how many came; ``None`` where no villages are known."""
    attendance, villages = workbook.frame("attendance"), workbook.villages()
    names = village_names(villages)
    title = _("From which villages")
    if attendance.empty:
        said = _("Who came from which village was not written down.")
        return Section("participation-villages", title, sentences=[said])
    table = coverage_by_village(attendance, names)
    if table.empty:
        return None
    came, whole = int(table["came"].sum()), len(table)
    section = Section("participation-villages", title)
    section.sentences = [
        _("{came} of {whole} villages took part.", came=number(came), whole=number(whole))
    ]
    absent = [names.get(code, code) for code in table.loc[~table["came"], "village"]]
    if absent:
        section.sentences.append(_("Nobody is recorded from: {villages}.", villages=joined(absent)))
    shown = table.assign(label=[names.get(code, code) for code in table["village"]])
    columns = [
        Column("label", _("Village")),
        Column("forums", _("Meetings with someone present"), Form.INT),
        Column("invited", label("attendance", "invited"), Form.INT),
        Column("present", label("attendance", "present"), Form.INT),
        Column("turnout", _("Came, of those invited"), Form.PERCENT, 0),
        Column("share_women", _("Women, of those present"), Form.PERCENT, 0),
    ]
    section.tables = [Table(shown, columns, caption=_("Attendance by village"))]
    return section


def by_group(workbook: Workbook) -> Section | None:
    """Return the groups and organisations that came; ``None`` where none is listed."""
    attendance = workbook.frame("attendance")
    if attendance.empty:
        return None
    table = coverage_by_group(attendance)
    table = table[table["by"] != "village"].reset_index(drop=True)
    if table.empty:
        return None
    shown = table.assign(by=[answer("attendance", "by", code) for code in table["by"]])
    columns = [
        Column("name", _("Group or organisation")),
        Column("by", label("attendance", "by")),
        Column("forums", _("Meetings with someone present"), Form.INT),
        Column("present", label("attendance", "present"), Form.INT),
        Column("women", label("attendance", "women"), Form.INT),
    ]
    section = Section("participation-groups", _("Which groups and organisations"))
    section.tables = [Table(shown, columns, caption=_("Attendance by group and organisation"))]
    return section
