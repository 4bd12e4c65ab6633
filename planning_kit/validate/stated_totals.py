"""Totals that a list of the file states, against the rows it sums up."""

from __future__ import annotations

from collections.abc import Iterator

from planning_kit import thai
from planning_kit.language import N_, Words
from planning_kit.validate.finding import Finding, Level, at_place, hide
from planning_kit.validate.incoming import StatedListIn, StatedTotalIn

_CODE = "validate.stated-total-differs"
_DIFFERS = {
    "sum": N_(
        "“{list}” states {stated} in “{column}” for “{entry}”, but its {rows} rows add up to "
        "{found}; the rows are kept as they are, find out which is right"
    ),
    "count": N_(
        "“{list}” states {stated} in “{column}” for “{entry}”, but the file has {found} rows for it; "
        "the rows are kept as they are, find out whether one is missing or the figure is wrong"
    ),
    "distinct": N_(
        "“{list}” states {stated} in “{column}” for “{entry}”, but its {rows} rows name {found} "
        "different ones; the rows are kept as they are, find out which is right"
    ),
}
_NO_ROWS = N_(
    "“{list}” states {stated} in “{column}” for “{entry}”, of which the file has no row; find out "
    "whether rows are missing or the name is written differently"
)
_NO_NUMBER = N_(
    "“{list}” says “{written}” in “{column}” for “{entry}”, which is no number; nothing was compared "
    "with it. Write the number"
)
_UNLISTED = N_(
    "“{list}” states nothing for “{entry}”, of which the file has {rows} rows; find out whether the "
    "list is incomplete or the name is written differently"
)
_COMPARED = N_(
    "“{list}” was compared with the rows of “{table}” and not imported: {agree} of {figures} figures "
    "agree"
)
_NOTHING = N_("“{list}” states no figure that could be compared with the rows of “{table}”")
_ALL_ROWS = Words("ทั้งไฟล์", "the whole file")


def stated_totals(stated: StatedListIn) -> Iterator[Finding]:
    """Yield a remark on what was compared, and a flag for each figure that disagrees.

    Nothing is changed: which of the two is right, people find out.
    """
    agree = sum(1 for one in stated.totals if one.stated == one.found)
    values = {"list": stated.name, "table": stated.table}
    if stated.totals:
        counts = {"agree": agree, "figures": len(stated.totals)}
        name = "validate.stated-totals-compared"
        yield at_place(Level.NOTE, name, _COMPARED, None, **values, **counts)
    else:
        yield at_place(Level.FLAG, "validate.no-stated-totals", _NOTHING, None, **values)
    for total in stated.totals:
        yield from _of_one(stated.name, total)
    for entry, rows in stated.unlisted:
        shown = {"list": stated.name, "entry": _entry(entry), "rows": rows}
        yield at_place(Level.FLAG, "validate.no-stated-total", _UNLISTED, None, **shown)


def _of_one(name: str, total: StatedTotalIn) -> Iterator[Finding]:
    values: dict[str, object] = {
        "list": name,
        "column": total.column,
        "entry": _entry(total.entry),
    }
    if total.stated is None:
        written = {"written": hide(total.written)}
        code, sentence = "validate.stated-total-no-number", _NO_NUMBER
        yield at_place(Level.FLAG, code, sentence, total.place, **values, **written)
        return
    values["stated"] = thai.format_number(total.stated)
    if total.stated == total.found:
        return
    if not total.rows:
        yield at_place(Level.FLAG, "validate.stated-total-no-rows", _NO_ROWS, total.place, **values)
    else:
        values |= {"rows": total.rows, "found": thai.format_number(total.found)}
        yield at_place(Level.FLAG, _CODE, _DIFFERS[total.how], total.place, **values)


def _entry(entry: str) -> object:
    return hide(entry) if entry else _ALL_ROWS
