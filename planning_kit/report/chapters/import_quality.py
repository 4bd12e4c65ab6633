"""One import: which file, from whom, when, how complete, and what was found or refused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from planning_kit.language import N_, _
from planning_kit.records import Source, record_type
from planning_kit.report.chapters.completeness import completeness_table
from planning_kit.report.chapters.finding_sentences import general
from planning_kit.report.chapters.wording import number
from planning_kit.report.evidence import evidence_line
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import ImportSummary

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_LEVELS = {
    "refuse": N_("refused"),
    "flag": N_("to be checked"),
    "note": N_("for information"),
}
_REASONS = 5


def import_quality(workbook: Workbook, one: ImportSummary, place: int, *, alone: bool) -> Section:
    """Return the page of an import; ``place`` counts from 1, ``alone`` where it is the only one.

    What was found stands here too, unless it is the only import: the chapter lists it then.
    """
    frames = _standing_rows(workbook, one)
    sources = _sources(workbook, frames)
    found = findings_table([one])
    tables = [completeness_table(frames), None if alone else found]
    return Section(
        f"quality-import-{place}",
        one.file_name,
        sentences=_sentences(one, frames),
        tables=[table for table in tables if table is not None],
        evidence=[evidence_line(sources)] if sources else [],
    )


def findings_table(imports: Iterable[ImportSummary], most: int | None = None) -> Table | None:
    """Return what was found in imports, alike findings in one row; ``None`` where nothing was.

    Each is told as a kind, without anything that a row held; with ``most`` only so many, the
    most frequent ones.
    """
    times: Counter[tuple[str, str | None, str]] = Counter()
    for one in imports:
        for kind in one.kinds:
            column = str(kind.heading or kind.column) or None
            times[general(kind), column, _(_LEVELS[kind.level])] += kind.count
    if not times:
        return None
    names = ("sentence", "column", "level")
    shown = times.most_common(most)
    frame = pd.DataFrame([dict(zip(names, key, strict=True)) | {"rows": n} for key, n in shown])
    left = len(times) - len(shown)
    note = _("{n} further kinds stand with the imports below.", n=number(left)) if left else ""
    columns = [
        Column("sentence", _("What was found")),
        Column("column", _("Column")),
        Column("level", _("What became of the rows")),
        Column("rows", _("Times"), "int"),
    ]
    return Table(frame, columns, caption=_("What was found"), note=note)


def _standing_rows(workbook: Workbook, one: ImportSummary) -> dict[str, pd.DataFrame]:
    """Return the rows of the import that nothing later has replaced, by record name."""
    frames = {}
    for name in one.counts:
        rows = workbook.frame(record_type(name))
        frames[name] = rows[rows["import_id"] == str(one.import_id)]
    return frames


def _sources(workbook: Workbook, frames: dict[str, pd.DataFrame]) -> list[Source]:
    """Return the sources that the rows name; those of the file where no other row stands."""
    named = {
        code for rows in frames.values() if "source_code" in rows for code in rows["source_code"]
    }
    return [source for source in workbook.sources() if source.source_code in named]


def _sentences(one: ImportSummary, frames: dict[str, pd.DataFrame]) -> list[str]:
    said = [
        _(
            "Imported on {date}: {read} rows read, {accepted} accepted, {flagged} kept but to be "
            "checked, {refused} refused.",
            date=format_date(one.when.date()),
            **{key: number(one.total(key)) for key in ("read", "accepted", "flagged", "refused")},
        )
    ]
    if one.total("elsewhere"):
        said.append(_("{n} rows were of other areas.", n=number(one.total("elsewhere"))))
    if one.total("withdrawn"):
        n = number(one.total("withdrawn"))
        said.append(_("{n} rows were left out, because their records were withdrawn earlier.", n=n))
    standing = sum(len(rows) for rows in frames.values())
    if not standing and one.total("accepted") + one.total("flagged"):
        said.append(_("None of its rows is in use: an earlier or later import says the same."))
    reasons = [kind for kind in one.kinds if kind.level == "refuse"]
    if reasons:
        grave = sorted(reasons, key=lambda kind: (-kind.count, kind.code))[:_REASONS]
        told = "; ".join(f"{general(kind)} ({number(kind.count)})" for kind in grave)
        said.append(_("Refused because: {reasons}", reasons=told))
    if one.mended:
        said.append(_("{n} of the refused rows came in mended since.", n=number(one.mended)))
    return said
