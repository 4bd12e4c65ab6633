"""Making a bundle: the book and the spreadsheet come from rooms above the one that packs them."""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from planning_kit.language import current_language

if TYPE_CHECKING:
    from planning_kit.workbook import Workbook
    from planning_kit.workbook.exchange import Manifest
    from planning_kit.workbook.handed_course import CourseProgress


def make_bundle(chosen: argparse.Namespace) -> Manifest:
    """Write the bundle that was asked for, and return its manifest."""
    from planning_kit.cli.passphrase import new_passphrase
    from planning_kit.report.rolled_parts import rolled_parts
    from planning_kit.report.xlsx_tables import tables_xlsx
    from planning_kit.workbook import open_workbook
    from planning_kit.workbook.bundle_locking import refuse_short
    from planning_kit.workbook.exchange import BundleKind, export_bundle

    passphrase = new_passphrase() if chosen.lock else None
    if passphrase is not None:
        refuse_short(passphrase)
    with open_workbook(chosen.area.strip(), chosen.start, store=chosen.store) as workbook:
        is_handover = chosen.handover
        return export_bundle(
            workbook,
            chosen.file,
            kind=BundleKind.HANDOVER if is_handover else BundleKind.FULL,
            book=None if chosen.no_report else _book(chosen, workbook.area_id),
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


def _book(chosen: argparse.Namespace, area_id: str) -> bytes:
    """Return the printed book as one page, made anew from the workbook."""
    from planning_kit.runs import Job, run_notebook
    from planning_kit.runs.job import year_before
    from planning_kit.runs.known import look_up_workbook
    from planning_kit.runs.shelf import BOOK

    job = Job(area_id, chosen.start, year_before(chosen.start), current_language(), BOOK)
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
