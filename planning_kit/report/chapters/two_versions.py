"""Records that computers which worked apart left in two versions, told until people settle them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from planning_kit.language import _, ngettext
from planning_kit.records.plain_rows import framed
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai.persons import hide_persons
from planning_kit.workbook.settling import Disputed, asked, disputed, saved_by

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def two_versions(workbook: Workbook) -> Section | None:
    """Return which records have several versions; ``None`` where none has.

    Of records about households only the number is told.
    """
    found = disputed(workbook)
    if not found:
        return None
    section = Section("two-versions", _("Records with two versions"), sentences=[told(len(found))])
    section.tables = [_table(workbook, found)]
    section.notes = [
        _("The facilitator settles them on page 00, or with: planning-kit settle --area {area}",
          area=workbook.area_id)
    ]  # fmt: skip
    return section


def told(count: int) -> str:
    """Say how many records have two versions, and which counts."""
    return ngettext(
        "{n} record was changed on two computers that worked apart and is not settled yet; the "
        "version saved last counts here, and another stands beside it.",
        "{n} records were changed on two computers that worked apart and are not settled yet; the "
        "versions saved last count here, and others stand beside them.",
        count,
    )


def _table(workbook: Workbook, found: list[Disputed]) -> Table:
    rows = [_row(workbook, one) for one in found if one.is_public]
    counted = Counter(str(one.title) for one in found if not one.is_public)
    rows += [
        {"what": title, "which": _("not named here"), "n": n, "differs": None, "counts": None}
        for title, n in counted.items()
    ]
    columns = [
        Column("what", _("Sheet")),
        Column("which", _("Which")),
        Column("n", _("Records"), "int"),
        Column("differs", _("Differs in")),
        Column("counts", _("Counts until settled")),
    ]
    kinds = {"what": "text", "which": "text", "n": "number", "differs": "text", "counts": "text"}
    return Table(
        framed(rows, kinds), columns, caption=_("To be settled: {n}", n=number(len(found)))
    )


def _row(workbook: Workbook, one: Disputed) -> dict[str, object]:
    fields = one.differing(asked(workbook, one))
    return {
        "what": str(one.title),
        "which": hide_persons(one.key),
        "n": 1,
        "differs": ", ".join(str(spec.label) for spec in fields) or None,
        "counts": saved_by(one.versions[0]),
    }
