"""Tables to be filled by hand: who sits in the working group, and who came to a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.records.plain_rows import plain_rows
from planning_kit.report.chapters.wording import label, number
from planning_kit.report.chapters.working_group import SEAT
from planning_kit.report.documents.document import Block

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_SEAT_WIDTHS = (0.9, 2.9, 2.4, 1.2, 3.8)
_SIGN_WIDTHS = (1.0, 3.2, 2.9, 1.1, 1.2, 1.6, 2.2)


def seats_block(workbook: Workbook) -> Block:
    """Return the seats of the working group; one row to fill in where none is listed."""
    rows = plain_rows(workbook.frame("working_group_seat"), SEAT)
    rows.sort(key=lambda row: (row["position"] is None, row["position"] or 0))
    heading = (_("No."), *(label("working_group_seat", name) for name in SEAT[:4]))
    told = [
        (
            number(at),
            row["organisation"] or "",
            row["role"] or "",
            number(row["seats"]) if row["seats"] is not None else "",
            row["duty"] or "",
        )
        for at, row in enumerate(rows, start=1)
    ]
    return Block("table", rows=(heading, *(told or [("1", "", "", "", "")])), widths=_SEAT_WIDTHS)


def sign_in_blocks(workbook: Workbook, lines: int) -> list[Block]:
    """Return a blank list: who came, from where, sex, age group, consent to photos, signature."""
    heading = (
        _("No."),
        _("Name (may be left blank)"),
        _("Village, group or organisation"),
        _("Sex"),
        _("Age group"),
        _("Photos: yes or no"),
        _("Signature"),
    )
    blank = tuple((number(at), *[""] * (len(heading) - 1)) for at in range(1, lines + 1))
    return [
        Block("table", rows=(heading, *blank), widths=_SIGN_WIDTHS),
        Block(
            "item",
            _(
                "Age groups: 1 = under 25, 2 = 25 to 59, 3 = 60 and over. Sheet ........ of ........"
            ),
        ),
    ]
