"""Making a bundle: the book and the spreadsheet come from rooms above the one that packs them."""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
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
    from planning_kit.report.plan_bundle import bundle_name
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
        Asked(area, start, chosen.file / bundle_name(area, start, handover=chosen.handover))
        for area, years in starts.items()
        for start in (years if chosen.handover else years[-1:])
    ]
    if not found:
        raise KitError("cli.nothing-to-bundle", N_("There is no workbook in this database yet"))
    return found


def make_bundle(chosen: argparse.Namespace, asked: Asked, passphrase: str | None) -> Manifest:
    """Write one bundle that was asked for, and return its manifest."""
    from planning_kit.report.plan_bundle import write_full, write_handover
    from planning_kit.workbook import open_workbook

    with open_workbook(asked.area, asked.start, store=chosen.store) as workbook:
        book = None if chosen.no_report else _book(chosen, workbook.area_id, asked.start)
        if chosen.handover:
            course = _course(chosen, workbook)
            return write_handover(workbook, asked.file, book=book, course=course)
        return write_full(workbook, asked.file, book=book, passphrase=passphrase)


def _course(chosen: argparse.Namespace, workbook: Workbook) -> CourseProgress | None:
    """Return how far the class has come that the handover tells of.

    Whoever learnt on the practice tambon answered there, so that class must be named.
    """
    from planning_kit.cli.class_answers import class_answers
    from planning_kit.course.progress import course_progress, own_progress
    from planning_kit.course.sheet import sheets

    if not chosen.class_of:
        return own_progress(workbook, chosen.class_since)
    answers = class_answers(chosen.class_of.strip(), None).answers
    return course_progress(sheets(), answers, chosen.class_since)


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
