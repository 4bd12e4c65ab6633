"""How good the data are: what each import brought, and what was found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import pandas as pd

from planning_kit.language import N_, _, translate
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date
from planning_kit.workbook import ImportSummary, Workbook

_LEVELS = {
    "refuse": N_("refused"),
    "flag": N_("kept, to be checked"),
    "note": N_("for information"),
}
_OPEN_VALUES = ("label", "bound", "answers", "unit")
"""What a sentence about a finding may say in a report; the rest would show a row."""


def quality(workbook: Workbook) -> Section:
    """Return each import with its rows accepted, marked and refused, and what was found."""
    imports = workbook.quality()
    if not imports:
        return Section(
            "quality",
            _("Quality of the data"),
            sentences=[_("Nothing has been imported into this workbook yet.")],
        )
    found = [row for one in imports for row in _found(one)]
    tables = [_brought(imports)]
    if found:
        tables.append(_findings(found))
    return Section(
        "quality",
        _("Quality of the data"),
        sentences=_sentences(imports),
        tables=tables,
        notes=[
            _(
                "A marked row is kept and counted; a refused row is not, and waits to be "
                "corrected. Nothing is dropped or repaired silently."
            )
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
    return [
        _(
            "Of {read} rows, {flagged} are marked to be checked and {refused} were refused.",
            read=f"{read:,}",
            flagged=f"{flagged:,}",
            refused=f"{refused:,}",
        )
    ]


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


def _found(one: ImportSummary) -> list[dict[str, object]]:
    return [
        {
            "level": _(_LEVELS[kind.level]),
            "column": kind.column or None,
            "sentence": general(kind.message_id, kind.values),
            "rows": kind.count,
        }
        for kind in one.kinds
    ]


def _findings(found: list[dict[str, object]]) -> Table:
    columns = [
        Column("sentence", _("What was found")),
        Column("column", _("Column")),
        Column("level", _("What became of the rows")),
        Column("rows", _("Times"), "int"),
    ]
    frame = pd.DataFrame(found).sort_values("rows", ascending=False, kind="stable")
    return Table(frame, columns, caption=_("What was found"))


def general(message_id: str, values: Mapping[str, object]) -> str:
    """Return a finding’s sentence without what the row held: “…” stands in its place."""
    told: dict[str, object] = defaultdict(lambda: "…")
    told |= {name: value for name, value in values.items() if name in _OPEN_VALUES}
    return translate(message_id).format_map(told)
