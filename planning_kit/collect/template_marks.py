"""The marks by which a filled template is known again, whatever was renamed or moved in it."""

from __future__ import annotations

from planning_kit.language import Words

SYSTEM_SHEET = Words("สำหรับระบบ", "For the system")
LISTS_SHEET = Words("รายการคำตอบ", "Answer lists")
GUIDE_SHEET = Words("คำแนะนำ", "Instructions")

KIT_MARK = "planning_kit"
TEMPLATE_VERSION = 1
RECORD_MARK = "planning_kit:"
"""In the hidden row of a sheet, before the name of its record type."""

EXAMPLE = Words("ตัวอย่าง", "Example")
"""In the first column of a row that is only there to show how to fill in."""

TITLE_ROW, GROUP_ROW, HEADING_ROW, UNIT_ROW, HELP_ROW, MACHINE_ROW, EXAMPLE_ROW = range(1, 8)
FIRST_ROW = 8
FIRST_COLUMN = 2
LAST_ROW = 5000
"""The last row for which drop-downs and cell formats are prepared."""


def is_example_mark(cell: object) -> bool:
    """Tell whether the first cell of a row marks it as the example."""
    text = str(cell or "").strip().casefold()
    return text.startswith((EXAMPLE.th, EXAMPLE.en.casefold()))
