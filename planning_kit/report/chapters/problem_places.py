"""The villages of a record, said shortly: by number where one tambon is spoken of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from planning_kit import areas
from planning_kit.language import _
from planning_kit.records.plain_rows import codes
from planning_kit.report.chapters.village_names import village_names
from planning_kit.report.chapters.wording import joined

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def places_said(workbook: Workbook) -> Callable[[object], str | None]:
    """Return what says a cell of village codes: "หมู่ 2 3 5", or that it is all of them.

    Where the area spans several tambons, whose numbers start anew, villages have names.
    """
    villages = workbook.villages()
    every = {str(code) for code in villages["village_code"]} if len(villages) else set()
    several = len({code[:6] for code in every}) > 1
    names = village_names(villages) if several else {}

    def said(cell: object) -> str | None:
        found = codes(cell)
        if not found:
            return None
        if every and every <= set(found):
            return _("all {n} villages", n=len(every))
        if several or len({code[:6] for code in found}) > 1:
            return joined(names.get(code, code) for code in found)
        moos = sorted(areas.split_village_code(code)[1] for code in found)
        return _("Moo {moo}", moo=", ".join(str(moo) for moo in moos))

    return said
