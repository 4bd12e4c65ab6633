"""Making a bundle: the book and the spreadsheet come from rooms above the one that packs them."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planning_kit.errors import KitError
from planning_kit.language import N_, current_language

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.exchange import Manifest
    from planning_kit.workbook.handed_course import CourseProgress


@dataclass(frozen=True)
class Asked:
    """One bundle to write: of which plan area, which of its plans, and where."""

    area: str
    start: int
    file: Path


def every_plan(chosen: argparse.Namespace) -> list[Asked]:
    """Return a bundle for each plan of the store, in the folder that was named.

    A whole workbook holds all plans of its area, so it is one bundle; each plan is handed over
    for itself. Raises ``KitError`` ``cli.nothing-to-bundle``.
    """
    from planning_kit.workbook.location import opened
    from planning_kit.workbook.plan_areas import id_of, plan_areas

    with opened(chosen.store, leave_no_trace=True) as store:
        starts = {
            id_of(one): sorted(
                int(getattr(stored.record, "plan_start_be", 0) or 0)
                for stored in store.latest("plan_period", id_of(one))
            )
            for one in plan_areas(store)
        }
    found = [
        Asked(area, start, chosen.file / _file_name(area, start, chosen))
        for area, years in starts.items()
        for start in (years if chosen.handover else years[-1:])
    ]
    if not found:
        raise KitError("cli.nothing-to-bundle", N_("There is no workbook in this database yet"))
    return found


def _file_name(area: str, start: int, chosen: argparse.Namespace) -> str:
    # An id that people made up may hold what no file may be called.
    safe = "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in area)
    return f"{safe}-{start}-handover.zip" if chosen.handover else f"{safe}.zip"


def make_bundle(chosen: argparse.Namespace, asked: Asked, passphrase: str | None) -> Manifest:
    """Write one bundle that was asked for, and return its manifest."""
    from planning_kit.report.rolled_parts import rolled_parts
    from planning_kit.report.xlsx_tables import tables_xlsx
    from planning_kit.workbook import open_workbook
    from planning_kit.workbook.exchange import BundleKind, export_bundle

    with open_workbook(asked.area, asked.start, store=chosen.store) as workbook:
        is_handover = chosen.handover
        return export_bundle(
            workbook,
            asked.file,
            kind=BundleKind.HANDOVER if is_handover else BundleKind.FULL,
            book=None if chosen.no_report else _book(chosen, workbook.area_id, asked.start),
            xlsx=partial(tables_xlsx, language=current_language()),
            figures=rolled_parts(workbook, is_endorsed=_is_endorsed(workbook))
            if is_handover
            else (),
            course=_course(chosen, workbook) if is_handover else None,
            passphrase=passphrase,
        )


def _course(chosen: argparse.Namespace, workbook: Workbook) -> CourseProgress | None:
    """Return how far the class has come that the handover tells of.

    Whoever learnt on the practice tambon answered there, so that class must be named.
    """
    from planning_kit.cli.class_answers import class_answers
    from planning_kit.course.progress import course_progress
    from planning_kit.course.sheet import sheets
    from planning_kit.workbook.learners import LearnerBook

    if chosen.class_of:
        answers = class_answers(chosen.class_of.strip(), None).answers
    elif workbook.is_practice:
        return None
    else:
        answers = LearnerBook(workbook.store, workbook.area_id).answers()
    return course_progress(sheets(), answers, chosen.class_since)


def _is_endorsed(workbook: Workbook) -> bool:
    """Tell whether the figures are those of a plan that a council endorsed and nobody changed."""
    from planning_kit.workbook import is_changed, versions

    return bool(versions(workbook)) and not is_changed(workbook)


def _book(chosen: argparse.Namespace, area_id: str, start: int) -> bytes:
    """Return the printed book as one page, made anew from the workbook."""
    from planning_kit.runs import Job, run_notebook
    from planning_kit.runs.job import year_before
    from planning_kit.runs.known import look_up_workbook
    from planning_kit.runs.shelf import BOOK

    job = Job(area_id, start, year_before(start), current_language(), BOOK)
    known = look_up_workbook(job, chosen.store)
    with tempfile.TemporaryDirectory() as folder:
        executed = run_notebook(
            BOOK,
            job.parameters,
            out_dir=Path(folder),
            store_url=chosen.store,
            language=job.language,
            stem=job.stem,
            title=known.title,
            practice=known.practice,
            progress=True,
            full_log=chosen.debug,
        )
        return executed.files[0].read_bytes()
