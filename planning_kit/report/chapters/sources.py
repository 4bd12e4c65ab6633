"""Where the facts come from: each source, its method, dates, n and N."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import _
from planning_kit.records import Source
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook


def sources(workbook: Workbook) -> Section:
    """Return the list of sources used in this workbook."""
    known = workbook.sources()
    if not known:
        return Section(
            "sources",
            _("Sources of the facts"),
            sentences=[_("No source has been stated in this workbook yet.")],
        )
    frame = pd.DataFrame([_row(source) for source in known])
    columns = [
        Column("code", _("Code")),
        Column("title", _("Data")),
        Column("publisher", _("Gathered by")),
        Column("method", _("How")),
        Column("dates", _("When")),
        Column("n", _("n"), "int"),
        Column("population", _("N"), "int"),
        Column("licence", _("Terms of use")),
    ]
    shown = [c for c in columns if c.name in ("code", "title") or frame[c.name].notna().any()]
    return Section(
        "sources",
        _("Sources of the facts"),
        sentences=[
            _(
                "The facts in this workbook come from these sources ({count}). The workbook "
                "keeps the code of its source beside every row.",
                count=len(known),
            )
        ],
        tables=[Table(frame, shown)],
        notes=[_("n is how many answered, N how many there are in all; “–” is not stated.")],
    )


def _row(source: Source) -> dict[str, object]:
    return {
        "code": source.source_code,
        "title": source.title,
        "publisher": source.publisher,
        "method": Source.field("method").wording(source.method) or None,
        "dates": _dates(source),
        "n": source.sample_size,
        "population": source.population,
        "licence": source.licence,
    }


def _dates(source: Source) -> str | None:
    days = [day for day in (source.date_from, source.date_to) if day is not None]
    return " – ".join(format_date(day, "short") for day in dict.fromkeys(days)) or None
