"""The figures cited for each problem, as printed, and whether the profile has moved since."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from planning_kit.charts.values import Form, written
from planning_kit.indicators.figure import Figure
from planning_kit.language import _
from planning_kit.records.plain_rows import Row, framed, plain_rows
from planning_kit.report.figures import FIGURES, figures_of, moved, printed
from planning_kit.report.section import Section
from planning_kit.report.table import Column, Table
from planning_kit.thai import format_date

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook

_CITED = ("problem_code", "figure", "statement", "value", "unit", "n", "as_of", "source_code")
_SHOWN = {
    "problem_code": "text",
    "said": "text",
    "n": "number",
    "as_of": "text",
    "source": "text",
    "since": "text",
}


def problem_evidence(workbook: Workbook) -> Section | None:
    """Return every figure cited for a problem; ``None`` where none is."""
    rows = plain_rows(workbook.frame("problem_evidence"), _CITED)
    if not rows:
        return None
    known = dict.fromkeys(row["figure"] for row in rows if row["figure"] in FIGURES)
    today = figures_of(workbook, known)
    names = {str(one.source_code): str(one.title) for one in workbook.sources()}
    shown = [_row(row, today) | {"source": _source(row, names)} for row in rows]
    section = Section("problems-evidence", _("What the figures say about the problems"))
    changed = sum(1 for row, figure in _known(rows, today) if _today(row, figure) is not None)
    section.sentences = [
        _("Figures cited for the problems: {n}. Each stands as it was printed then.", n=len(rows))
    ]
    if changed:
        section.sentences.append(
            _("The profile has changed since for {n} of them; today’s value is beside.", n=changed)
        )
    columns = [
        Column("problem_code", _("Code"), links={c: f"problem-{c}" for c in _codes(rows)}),
        Column("said", _("Figure, as printed"), links=_sections(shown)),
        Column("n", _("n"), Form.INT),
        Column("as_of", _("As of")),
        Column("source", _("Source")),
        Column("since", _("Today")),
    ]
    caption = _("Figures that speak for the problems")
    table = Table(framed(shown, _SHOWN), columns, caption, row_heading=False, whole=False)
    section.tables = [table]
    return section


def _row(row: Row, today: dict[str, Figure]) -> Row:
    kind = FIGURES.get(row["figure"])
    if kind is None:
        value = " ".join(filter(None, [_plain(row["value"]), row["unit"]]))
        since = None
    else:
        value = printed(kind, row["value"])
        since = _since(row, today[row["figure"]])
    said = row["statement"] or (str(kind.label) if kind else row["figure"])
    return row | {
        "said": said if not value or value in said else f"{said}: {value}",
        "as_of": format_date(row["as_of"], "short") if row["as_of"] else None,
        "since": since,
        "section": kind.section if kind else None,
    }


def _source(row: Row, names: Mapping[str, str]) -> str:
    """Name the source in words: a code alone tells the reader of a printed page nothing."""
    code = row["source_code"]
    return names.get(code, code) if code else _("not stated")


def _since(row: Row, figure: Figure) -> str:
    if (now := _today(row, figure)) is not None:
        return _("now {value}", value=printed(FIGURES[row["figure"]], now))
    return _("unchanged") if figure.is_known else _("no longer known")


def _today(row: Row, figure: Figure) -> float | None:
    return moved(FIGURES[row["figure"]], figure, row["value"])


def _known(rows: list[Row], today: dict[str, Figure]) -> list[tuple[Row, Figure]]:
    return [(row, today[row["figure"]]) for row in rows if row["figure"] in today]


def _codes(rows: list[Row]) -> list[str]:
    return list(dict.fromkeys(row["problem_code"] for row in rows))


def _sections(rows: list[Row]) -> dict[str, str]:
    return {row["said"]: row["section"] for row in rows if row["section"]}


def _plain(value: float | None) -> str | None:
    if value is None:
        return None
    return written(value, Form.NUMBER, 0 if value == int(value) else 2)
