"""How complete the rows of an import are: by record, with the fields least often answered."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from planning_kit.language import _
from planning_kit.profile.completeness import completeness, share_stated
from planning_kit.profile.privacy import too_few
from planning_kit.records import Privacy, Record, record_type
from planning_kit.report.chapters.text_column import as_text
from planning_kit.report.chapters.wording import percent
from planning_kit.report.table import Column, Table

_LEAST = 3
_ALL_BUT = 0.995
"""A field answered by more is shown as 100 % and is no gap worth naming."""


def completeness_table(frames: Mapping[str, pd.DataFrame]) -> Table | None:
    """Return one row per record type of ``frames`` (record name → frame) that has rows.

    Columns: rows, the share of all optional answers stated (none where a type
    has nothing optional), the fields least often answered (not
    those that nobody answered), and how many fields nobody answered. ``None`` without rows.
    """
    told = [_row(record_type(name), rows) for name, rows in frames.items() if len(rows)]
    if not told:
        return None
    frame = pd.DataFrame(told)
    for name in ("record", "least"):
        frame[name] = as_text(frame[name])
    columns = [
        Column("record", _("Sheet")),
        Column("rows", _("Rows"), "int"),
        Column("share", _("Optional fields filled in"), "percent", 0),
        Column("least", _("Least often answered")),
    ]
    if frame["empty"].any():
        columns.append(Column("empty", _("Fields nobody answered"), "int"))
    note = _("Required fields are filled in every row that was kept, so they are not counted here.")
    return Table(frame, columns, caption=_("How complete the rows are"), note=note)


def _row(kind: type[Record], rows: pd.DataFrame) -> dict[str, object]:
    table = completeness(rows, kind)
    known = table[table["share"].notna()]
    answered = known[(known["share"] > 0) & (known["share"] < _ALL_BUT)]
    least = answered.sort_values("share", kind="stable").head(_LEAST)
    hidden = too_few(len(rows)) and any(
        spec.privacy is not Privacy.PUBLIC for spec in kind.fields()
    )
    said = [
        f"{kind.field(str(name)).label} {percent(share, 0)}"
        for name, share in zip(least["field"], least["share"], strict=True)
    ]
    return {
        "record": str(kind.noun.title),
        "rows": float(len(rows)),
        "share": float("nan") if hidden else share_stated(rows, kind),
        "hidden": hidden,
        "least": " · ".join(said) or None,
        "empty": float((known["share"] == 0).sum()),
    }
