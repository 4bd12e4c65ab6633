"""How good the data are: what each import brought, what was found, where sources disagree."""

from __future__ import annotations

import pandas as pd

from planning_kit.language import _
from planning_kit.report.chapters.disagreements import disagreements
from planning_kit.report.chapters.import_quality import findings_table, import_quality
from planning_kit.report.chapters.wording import number
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import ImportSummary, Workbook

_MOST_FREQUENT = 10


def quality(workbook: Workbook) -> Section:
    """Return the data quality chapter: all imports together, then a page for each.

    Findings are told by kind and counted; no row, and no answer of one household, is shown.
    """
    imports = workbook.quality()
    title = _("Quality of the data")
    if not imports:
        nothing = _("Nothing has been imported into this workbook yet.")
        return Section("quality", title, sentences=[nothing])
    # Every import has its own list below; all of them twice would fill pages of a printed plan.
    found = findings_table(imports, None if len(imports) == 1 else _MOST_FREQUENT)
    differing = disagreements(workbook)
    return Section(
        "quality",
        title,
        sentences=_sentences(imports),
        tables=[_brought(imports), *([found] if found is not None else [])],
        notes=[
            _(
                "A marked row is kept and counted; a refused row is not, and waits to be "
                "corrected. Nothing is dropped or repaired silently."
            )
        ],
        parts=[
            *([differing] if differing is not None else []),
            *(
                import_quality(workbook, one, place, alone=len(imports) == 1)
                for place, one in enumerate(imports, start=1)
            ),
        ],
    )


def _sentences(imports: list[ImportSummary]) -> list[str]:
    refused = sum(one.total("refused") for one in imports)
    flagged = sum(one.total("flagged") for one in imports)
    read = sum(one.total("read") for one in imports) - sum(
        one.total("elsewhere") for one in imports
    )
    if not refused and not flagged:
        return [_("All {read} rows were taken without a remark.", read=f"{read:,}")]
    said = [
        _(
            "Of {read} rows, {flagged} are marked to be checked and {refused} were refused.",
            read=f"{read:,}",
            flagged=f"{flagged:,}",
            refused=f"{refused:,}",
        )
    ]
    mended = sum(one.mended for one in imports)
    if mended:
        said.append(
            _(
                "Of the refused rows {mended} came in mended since; {open} are not mended yet.",
                mended=number(mended),
                open=number(refused - mended - sum(one.withheld for one in imports)),
            )
        )
    return said


def _brought(imports: list[ImportSummary]) -> Table:
    keys = ("read", "accepted", "flagged", "refused", "elsewhere", "unchanged")
    frame = pd.DataFrame(
        [
            {"file": one.file_name, "when": format_date(one.when.date(), "short")}
            | {key: one.total(key) for key in keys}
            for one in imports
        ]
    )
    columns = [
        Column("file", _("File")),
        Column("when", _("Imported")),
        Column("read", _("Rows read"), "int"),
        Column("accepted", _("Accepted"), "int"),
        Column("flagged", _("Marked"), "int"),
        Column("refused", _("Refused"), "int"),
    ]
    if frame.elsewhere.any():
        columns.append(Column("elsewhere", _("Of other areas"), "int"))
    if frame.unchanged.any():
        columns.append(Column("unchanged", _("Already held"), "int"))
    return Table(frame, columns, caption=_("What each import brought"))
