"""The contents page; the links are filled in when the page is made."""

from __future__ import annotations

from planning_kit.language import _
from planning_kit.report.section import Layout, Section
from planning_kit.workbook import Workbook


def contents(workbook: Workbook) -> Section:
    """Return the contents page. It needs nothing of ``workbook``; all chapters are called alike."""
    return Section("contents", _("Contents"), layout=Layout.CONTENTS)
