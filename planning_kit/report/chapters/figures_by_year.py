"""Published figures year by year, in the province and in each amphoe, one line a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planning_kit.language import Words, _
from planning_kit.records.reference import Measure
from planning_kit.report.chapters.figures_by_year_tables import (
    by_place,
    change_said,
    disagreeing_table,
    pictures,
    printed_table,
)
from planning_kit.report.chapters.wording import number
from planning_kit.report.chapters.year_figure import YearFigure, year_figures
from planning_kit.report.evidence import evidence_line
from planning_kit.report.section import Layout, Section

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook


def figures_by_year(workbook: Workbook) -> Section | None:
    """Return each figure that is published for several years; ``None`` where none is.

    Figures of the workbook's own provinces only. Two sources of one figure stand side by
    side; years that nobody published are gaps, never filled in.
    """
    found = year_figures(workbook)
    if not found:
        return None
    section = Section("figures-by-year", _("Figures by year"), layout=Layout.LANDSCAPE)
    section.sentences = [
        _(
            "Lines are of published figures. A year that no source tells is a gap, and a figure "
            "that is counted differently begins a line of its own."
        )
    ]
    section.parts = [_part(one, f"by-year-{at}") for at, one in enumerate(found, start=1)]
    return section


def _part(figure: YearFigure, key: str) -> Section:
    title = figure_title(figure)
    part = Section(key, title)
    part.sentences = [
        said
        for row in figure.spans
        if row["level"] == "province" and (said := change_said(row, figure))
    ]
    both = disagreeing_table(figure)
    if both is not None:
        part.sentences.append(
            _(
                "Sources differ {count} times about one place and year. Both stand here; neither "
                "is taken to be right.",
                count=number(len(both.frame)),
            )
        )
    printed = printed_table(figure)
    if printed is not None:
        part.sentences.append(
            _("Some totals are not the sum of their places. They stand as they were printed.")
        )
    part.pictures = pictures(figure, title)
    part.tables = [*by_place(figure), *(one for one in (both, printed) if one is not None)]
    used = list(dict.fromkeys(row["source_code"] for row in figure.rows))
    cited = [figure.sources[code] for code in used if code in figure.sources]
    of = Words("ตัวเลข", "figures")
    part.evidence = [evidence_line(cited, len(figure.rows), None, of)]
    return part


def figure_title(figure: YearFigure) -> str:
    """Return the measure in words; of “other” what its detail says."""
    details = {row["detail"] for row in figure.rows if row["detail"]}
    if figure.measure == Measure.OTHER and len(details) == 1:
        return str(details.pop())
    return str(figure.measure.words)
