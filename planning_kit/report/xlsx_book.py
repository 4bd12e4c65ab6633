"""The plan as a spreadsheet: one .xlsx per area, its sums as formulas, ready to print."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook as Book

from planning_kit import __version__
from planning_kit.language import _, speaking
from planning_kit.report.chapters.action_plan import year_of_plan
from planning_kit.report.chapters.five_year_budget import left_out_said, summary_form
from planning_kit.report.chapters.plan_evidence import decision_lines
from planning_kit.report.chapters.plan_frames import budget_of, date_of_making
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.chapters.plan_status import plan_status
from planning_kit.report.chapters.project_details import detail_form
from planning_kit.report.html import cannot_write
from planning_kit.report.xlsx_forms import PP01, PP02, write_form
from planning_kit.report.xlsx_lines import SHEET as LINES
from planning_kit.report.xlsx_lines import write_lines
from planning_kit.report.xlsx_lists import (
    ACTION,
    INDICATORS,
    PROJECTS,
    SOURCES,
    planned_projects,
    write_action,
    write_indicators,
    write_projects,
    write_sources,
)
from planning_kit.report.xlsx_page import Page
from planning_kit.report.xlsx_summary import SHEET as SUMMARY
from planning_kit.report.xlsx_summary import write_summary
from planning_kit.report.xlsx_values import write_results
from planning_kit.thai import format_date
from planning_kit.workbook import Workbook

_SHEETS = (SUMMARY, PP01, PP02, LINES, ACTION, INDICATORS, PROJECTS, SOURCES)


def write_plan_book(
    workbook: Workbook,
    path: Path | str,
    *,
    language: str = "th",
    fiscal_year: int | None = None,
    today: date | None = None,
    layouts: Sequence[str] | None = None,
) -> Path:
    """Write the plan of ``workbook`` to the .xlsx at ``path`` and return it.

    Sheets: summary, ผ.01, ผ.02 (``layouts`` as for ``chosen_layout``), budget lines,
    action plan of ``fiscal_year``, indicators, projects, sources. Raises ``KitError``
    ``report.cannot-write`` where the file cannot be written.
    """
    out, values = Path(path), dict[tuple[str, str], Any]()
    book = Book()
    book.remove(book.active)
    with speaking(language):
        pages = {words: Page(book, words.say(), values) for words in _SHEETS}
        _fill(pages, workbook, fiscal_year, date_of_making(today), layouts)
    book.calculation.fullCalcOnLoad = True
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        book.save(out)
        write_results(out, book.sheetnames, values)
    except OSError as error:
        raise cannot_write(out, error) from error
    return out


def _fill(
    pages: dict[Any, Page],
    workbook: Workbook,
    fiscal_year: int | None,
    day: date,
    layouts: Sequence[str] | None,
) -> None:
    names, five = PlanNames(workbook), budget_of(workbook)
    lines = write_lines(pages[LINES], five, planned_projects(workbook), names)
    title = _title(workbook)
    summary, details = summary_form(workbook, five, layouts), detail_form(workbook, names, layouts)
    write_form(pages[PP01], summary, lines, names, title)
    write_form(pages[PP02], details, lines, names, title)
    said = [*_standing(workbook, day), *left_out_said(five)]
    write_summary(pages[SUMMARY], workbook, five, lines, names, said)
    write_action(pages[ACTION], workbook, year_of_plan(workbook, fiscal_year)[0])
    write_indicators(pages[INDICATORS], workbook, five.years)
    write_projects(pages[PROJECTS], workbook, names)
    write_sources(pages[SOURCES], workbook, _origin(workbook, day))


def _title(workbook: Workbook) -> str:
    period = workbook.period
    years = _("B.E. {start}–{end}", start=period.plan_start_be, end=period.plan_end_be)
    said = [workbook.title(), years]
    if workbook.is_practice:
        said.append(_("Practice data: invented, not of a real place"))
    return " · ".join(said)


def _standing(workbook: Workbook, day: date) -> list[str]:
    period = workbook.period
    said = [
        _("Tambon agricultural development plan"),
        _("B.E. {start}–{end}", start=period.plan_start_be, end=period.plan_end_be),
        plan_status(workbook).line(),
        *decision_lines(workbook, "plan", "project_order", "project"),
        _("As on {date}.", date=format_date(day, "long")),
    ]
    if workbook.is_practice:
        said.insert(0, _("Practice data: invented, not of a real place"))
    return said


def _origin(workbook: Workbook, day: date) -> list[str]:
    return [
        *decision_lines(workbook, "plan", "project_order", "project"),
        _(
            "Made with planning-kit {version} on {date} from the workbook; the sums are formulas.",
            version=__version__,
            date=format_date(day, "short"),
        ),
        _(
            "The forms ผ.01 and ผ.02 are layouts of past cycles; confirm them with the local office."
        ),
    ]
