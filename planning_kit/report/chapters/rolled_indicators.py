"""Joint indicators added up: baseline, what was reached, and the target of each year in one row."""

from __future__ import annotations

from typing import Any

from planning_kit.charts.values import hidden_mark
from planning_kit.language import _
from planning_kit.records.indicator import ValueKind
from planning_kit.records.plain_rows import Row, framed
from planning_kit.report.chapters.indicator_words import in_use
from planning_kit.report.chapters.level_plans import said_place
from planning_kit.report.chapters.rolled_walk import Walk
from planning_kit.report.chapters.rolled_words import (
    FigureWords,
    coverage_said,
    days_said,
    kind_said,
    parts_of_indicator,
)
from planning_kit.report.chapters.wording import number
from planning_kit.report.markup import anchor
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.rollup import say_why_not

_KINDS = (ValueKind.BASELINE, ValueKind.ACTUAL, ValueKind.TARGET)
Told = tuple[str, int | None]
"""Kind of value and the B.E. year it is about."""


def indicator_table(rows: list[Row], words: FigureWords) -> Table:
    """Return a row for each indicator, a column for each kind and year, with coverage below."""
    told = _columns(rows)
    shown = []
    for (code, unit, _made), values in _by_indicator(rows).items():
        cells: dict[str, Any] = {"indicator": words.indicator(code), "unit": in_use(unit, "unit")}
        for at, one in enumerate(told):
            row = values.get(one)
            cells[f"c{at}"] = None if row is None else _cell(row, words)
        shown.append(cells)
    columns = [Column("indicator", _("Joint indicator")), Column("unit", _("Unit"))]
    columns += [Column(f"c{at}", _heading(one), unbroken=True) for at, one in enumerate(told)]
    types = {column.name: "text" for column in columns}
    caption = _("Joint indicators; below each value how many tambons stand behind it")
    return Table(framed(shown, types), columns, caption=caption, wide=True)


def indicator_parts(rows: list[Row], walk: Walk, words: FigureWords) -> list[Section]:
    """Return for each indicator what every tambon gave to its totals, folded."""
    sections = []
    for (code, unit, made), values in _by_indicator(rows).items():
        told = [one for one in _columns(rows) if one in values]
        places: dict[str, dict[str, Any]] = {}
        for at, one in enumerate(told):
            for row in walk.tambons(values[one]):
                cells = places.setdefault(str(row["place"]), {})
                cells[f"c{at}"] = hidden_mark() if row["hidden"] else words.bare_value(row)
                if one[0] != ValueKind.TARGET:
                    cells["days"] = days_said(row) or cells.get("days")
                cells["handover"] = walk.marks(row) or cells.get("handover")
        shown = [{"place": said_place(code)} | places[code] for code in sorted(places)]
        columns = [Column("place", _("Tambon"))]
        columns += [Column(f"c{at}", _heading(one), unbroken=True) for at, one in enumerate(told)]
        columns.append(Column("days", _("Data of"), unbroken=True))
        columns.append(Column("handover", _("Handed over in"), links=walk.links))
        types = {column.name: "text" for column in columns}
        table = Table(framed(shown, types), columns, wide=True)
        title = words.indicator(code) + (f" ({in_use(unit, 'unit')})" if unit else "")
        key = f"parts-indicator-{anchor(code)}-{anchor(made)}"
        sections.append(Section(key, title, tables=[table], folded=True, on_screen_only=True))
    return sections


def _by_indicator(rows: list[Row]) -> dict[tuple[str, str, str], dict[Told, Row]]:
    """Return totals by code, unit and definition: only what was added together stands together."""
    found: dict[tuple[str, str, str], dict[Told, Row]] = {}
    for row in rows:
        code, kind = parts_of_indicator(row["figure"])
        key = (code, str(row["unit"] or ""), str(row["definition"] or ""))
        found.setdefault(key, {})[kind, _year(row)] = row
    return {key: found[key] for key in sorted(found)}


def _columns(rows: list[Row]) -> list[Told]:
    seen = {(parts_of_indicator(row["figure"])[1], _year(row)) for row in rows}
    return sorted(seen, key=lambda one: ([str(k) for k in _KINDS].index(one[0]), one[1] or 0))


def _year(row: Row) -> int | None:
    return int(row["period_be"]) if row["period_be"] else None


def _heading(told: Told) -> str:
    kind, year = told
    return f"{kind_said(kind)} {year or ''}".strip()


def _cell(row: Row, words: FigureWords) -> str:
    """Return value, coverage, and n where it is stated, on lines of their own."""
    value = say_why_not(row["why_not"]) if row["why_not"] else words.bare_value(row) or "–"
    n = _("n {n}", n=number(row["n"])) if row["n"] else ""
    return "\n".join(one for one in (value, coverage_said(row), n) if one)
