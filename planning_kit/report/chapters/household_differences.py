"""Answers of which two sources say different things of the same households, counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import _
from planning_kit.profile.privacy import too_few
from planning_kit.records import Privacy, Source, record_type
from planning_kit.report.chapters.wording import label, sheet
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.thai.numbers import NOT_STATED

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.source_differences import SourceDifference


def household_differences(workbook: Workbook) -> Table | None:
    """Return how many households each answer differs of, by pair of sources; ``None`` for none.

    Neither the answers nor the households are shown. Of an answer that may only be counted
    the number is hidden below five.
    """
    found = workbook.source_differences()
    if not found:
        return None
    sources = {source.source_code: source for source in workbook.sources()}
    columns = [
        Column("what", _("Answer")),
        Column("households", _("Households that differ"), "int"),
        Column("first", _("One source")),
        Column("first_date", _("When")),
        Column("second", _("Another source")),
        Column("second_date", _("When")),
    ]
    frame = pd.DataFrame([_row(one, sources) for one in found])
    return Table(frame, columns, caption=_("The same households, told by two sources"))


def _row(one: SourceDifference, sources: dict[str | None, Source]) -> dict[str, object]:
    spec = record_type(one.record).field(one.field)
    is_hidden = spec.privacy is Privacy.COUNT_ONLY and too_few(one.households)
    return {
        "what": f"{sheet(one.record)}: {label(one.record, one.field)}",
        "households": float("nan") if is_hidden else one.households,
        "first": _title(sources.get(one.first)),
        "first_date": _gathered(sources.get(one.first)),
        "second": _title(sources.get(one.second)),
        "second_date": _gathered(sources.get(one.second)),
    }


def _title(source: Source | None) -> str:
    return str(source.title) if source is not None and source.title else NOT_STATED


def _gathered(source: Source | None) -> str:
    days = (source.date_from, source.date_to) if source is not None else ()
    told = [format_date(day, "short") for day in days if day is not None]
    return " – ".join(dict.fromkeys(told)) or NOT_STATED
