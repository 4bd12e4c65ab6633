"""Values of a record as a person reads them."""

from __future__ import annotations

from html import escape

from planning_kit.language import _
from planning_kit.records.written_values import written
from planning_kit.workbook import Workbook

__all__ = ["practice_line", "written"]


def practice_line(workbook: Workbook) -> str:
    """Return the line, as HTML, that says of invented data that it is; else nothing."""
    if not workbook.is_practice:
        return ""
    said = _("Practice data: invented, not of a real place")
    return f'<p class="pk-flag pk-practice">{escape(said)}</p>'
