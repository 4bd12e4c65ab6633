"""The bundle of a plan with its tables as Excel and its figures: for commands and the hall alike."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from planning_kit.language import current_language
from planning_kit.report.file_name import in_file_name
from planning_kit.report.rolled_parts import rolled_parts
from planning_kit.report.xlsx_tables import tables_xlsx
from planning_kit.workbook import Workbook, is_changed, versions
from planning_kit.workbook.exchange import BundleKind, Manifest, export_bundle
from planning_kit.workbook.handed_course import CourseProgress


def bundle_name(area: str, plan_start: int, *, handover: bool) -> str:
    """Return what the file of a plan is called: ``730502-2571-handover.zip``, else ``730502.zip``."""
    name = in_file_name(area)
    return f"{name}-{plan_start}-handover.zip" if handover else f"{name}.zip"


def write_handover(
    workbook: Workbook, path: Path, *, book: bytes | None, course: CourseProgress | None
) -> Manifest:
    """Write what goes to the province, its figures included; raises as ``export_bundle``."""
    # The figures are those of a plan that a council endorsed and nobody changed since.
    is_endorsed = bool(versions(workbook)) and not is_changed(workbook)
    return export_bundle(
        workbook,
        path,
        kind=BundleKind.HANDOVER,
        book=book,
        xlsx=partial(tables_xlsx, language=current_language()),
        figures=rolled_parts(workbook, is_endorsed=is_endorsed),
        course=course,
    )


def write_full(
    workbook: Workbook, path: Path, *, book: bytes | None, passphrase: str | None
) -> Manifest:
    """Write the whole workbook, locked where a passphrase is given; raises as ``export_bundle``."""
    xlsx = partial(tables_xlsx, language=current_language())
    return export_bundle(workbook, path, book=book, xlsx=xlsx, passphrase=passphrase)
