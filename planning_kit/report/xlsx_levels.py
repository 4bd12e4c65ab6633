"""What plans of tambons come to, as a spreadsheet: for a province, a region or the nation."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from planning_kit.language import speaking
from planning_kit.report.chapters.data_holders import data_holders
from planning_kit.report.chapters.level_plan import level_plan
from planning_kit.report.chapters.level_requests import level_requests
from planning_kit.report.chapters.model_tambons import model_tambons
from planning_kit.report.chapters.own_records import own_records
from planning_kit.report.chapters.pilot_board import pilot_board
from planning_kit.report.chapters.proposal_path import proposal_path
from planning_kit.report.chapters.recurring_problems import recurring_problems
from planning_kit.report.chapters.rolled_up import rolled_up
from planning_kit.report.chapters.three_parties import three_parties
from planning_kit.report.xlsx_sections import write_sections
from planning_kit.workbook import Workbook


def write_level_book(
    workbook: Workbook, path: Path | str, *, language: str = "th", today: date | None = None
) -> Path:
    """Write the synthesis of a place above the tambon to the .xlsx at ``path`` and return it.

    A sheet for each chapter, the plan by strategy and year among them: the same ``Section`` as on
    the page, so that they cannot disagree. Raises ``KitError`` ``report.cannot-write``.
    """
    dated = (pilot_board, level_plan, level_requests, three_parties, data_holders)
    plain = (rolled_up, own_records, recurring_problems, proposal_path, model_tambons)
    with speaking(language):
        sections = [chapter(workbook, today) for chapter in dated]
        sections += [chapter(workbook) for chapter in plain]
        return write_sections(sections, path)
