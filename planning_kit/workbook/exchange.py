"""Bundles: a plan on a USB stick, to the team’s other laptop, to the province, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from planning_kit.records import PlanPeriod
from planning_kit.store import Store
from planning_kit.store.revision import now
from planning_kit.workbook.answers_down import read_answers_down, take_down
from planning_kit.workbook.bundle_full import full_parts, read_whole
from planning_kit.workbook.bundle_import_report import BundleReport
from planning_kit.workbook.bundle_json import pretty
from planning_kit.workbook.bundle_manifest import BundleKind, Manifest
from planning_kit.workbook.bundle_opening import Ask, OpenedBundle, open_bundle
from planning_kit.workbook.bundle_writing import write_bundle
from planning_kit.workbook.freezing import text_of
from planning_kit.workbook.handed_course import CourseProgress
from planning_kit.workbook.handing_over import NAME as HANDOVER
from planning_kit.workbook.handing_over import handed_tables, handover_content
from planning_kit.workbook.handover_marks import (
    comments_parts,
    handovers,
    mark_handover,
    plan_name,
    read_comments,
    read_handover,
)
from planning_kit.workbook.location import opened
from planning_kit.workbook.plain_tables import PlainTable, all_tables, table_files
from planning_kit.workbook.workbook import Workbook

__all__ = [
    "BundleKind",
    "BundleReport",
    "Manifest",
    "export_bundle",
    "export_comments",
    "handovers",
    "import_bundle",
    "mark_handover",
    "plan_name",
]

Printed = Callable[[Sequence[PlainTable]], bytes]
"""Makes tables.xlsx of the tables; what writes Excel stands in a room above."""
BOOK, SHEETS, FIGURES = "report.html", "tables.xlsx", "figures.json"


def export_bundle(
    workbook: Workbook,
    path: str | Path,
    *,
    kind: BundleKind = BundleKind.FULL,
    book: bytes | None = None,
    xlsx: Printed | None = None,
    figures: Sequence[Mapping[str, Any]] = (),
    course: CourseProgress | None = None,
    passphrase: str | None = None,
    when: dt.datetime | None = None,
) -> Manifest:
    """Write the bundle of a workbook and return its manifest.

    Parameters
    ----------
    kind:
        ``FULL`` or ``HANDOVER``.
    book, xlsx, figures:
        report.html, what makes tables.xlsx of the tables, and the rows of figures.json.
    course:
        Of a handover: how far the class has come.
    passphrase:
        Locks a full bundle.

    Raises ``KitError``: what ``write_bundle`` raises; ``OSError``.
    """
    with workbook.store.at_one_moment():
        if kind is BundleKind.HANDOVER:
            content = handover_content(workbook, figures, course)
            tables = handed_tables(content)
            parts = {HANDOVER: text_of(content).encode("utf-8")}
            parts[FIGURES] = pretty(content["figures"])
            about = _about_handover(content)
        else:
            tables = all_tables(_latest(workbook))
            parts = full_parts(workbook.store, [workbook.plan_area])
            about = {"is_practice": workbook.is_practice}
        plans = _plans(workbook, kind)
    parts |= table_files(tables)
    if xlsx is not None:
        parts[SHEETS] = xlsx(tables)
    if book is not None:
        parts[BOOK] = book
    made = (when or now()).replace(microsecond=0).isoformat()
    return write_bundle(path, Manifest(kind, plans, made, about=about), parts, passphrase)


def export_comments(
    store: Store | str | Path | None, fingerprint: str, path: str | Path
) -> Manifest:
    """Write the file that takes the marks and comments of a handover back to its tambon.

    Raises ``KitError`` ``bundle.no-such-handover``; ``OSError``.
    """
    with opened(store, leave_no_trace=True) as found:
        parts, plan = comments_parts(found, fingerprint)
    made = now().replace(microsecond=0).isoformat()
    return write_bundle(path, Manifest(BundleKind.COMMENTS, (plan,), made), parts)


def import_bundle(
    path: str | Path,
    *,
    store: Store | str | Path | None = None,
    who: str,
    ask: Ask | None = None,
) -> BundleReport:
    """Take in a bundle of whatever kind, in one transaction, and tell what came of it.

    A full one is merged by union: nothing is lost, and the same one twice changes nothing. A
    handover, and comments, are kept as they came; answers of agencies that come with comments
    are saved to the requests they answer, each by itself. ``ask`` answers with the passphrase where
    one is needed. Raises what ``open_bundle`` raises, ``bundle.bad-content``,
    ``bundle.changed``, ``bundle.incomplete``, and what ``Store.open`` raises; nothing is then
    changed.
    """
    bundle = open_bundle(path, ask)
    take = {
        BundleKind.FULL: _take_full,
        BundleKind.HANDOVER: _take_handover,
        BundleKind.COMMENTS: _take_comments,
    }[bundle.manifest.kind]
    content = take(bundle, who)
    with opened(store) as found:
        return content(found)


def _take_full(bundle: OpenedBundle, _who: str) -> Callable[[Store], BundleReport]:
    whole, odd = read_whole(bundle)

    def into(store: Store) -> BundleReport:
        return BundleReport.of_merge(bundle.manifest, store, store.merge(whole), odd)

    return into


def _take_handover(bundle: OpenedBundle, who: str) -> Callable[[Store], BundleReport]:
    handover = read_handover(bundle, who)

    def into(store: Store) -> BundleReport:
        return BundleReport.of_handover(bundle.manifest, handover, store.keep_handover(handover))

    return into


def _take_comments(bundle: OpenedBundle, who: str) -> Callable[[Store], BundleReport]:
    marks, answers = read_comments(bundle), read_answers_down(bundle)

    def into(store: Store) -> BundleReport:
        new, down = store.add_marks(marks), take_down(store, answers, who)
        return BundleReport.of_comments(bundle.manifest, marks, new, down)

    return into


def _about_handover(content: Mapping[str, Any]) -> dict[str, Any]:
    endorsed = content["endorsed"] or {}
    return {
        "is_practice": content["is_practice"],
        "version": content["version"],
        "endorsed_on": endorsed.get("date"),
        "endorsed_fingerprint": endorsed.get("fingerprint"),
        "is_changed_since": endorsed.get("is_changed_since"),
        "unsettled": content["unsettled"],
    }


def _latest(workbook: Workbook) -> dict[str, list[Any]]:
    from planning_kit.records import record_types

    return {kind.noun.name: workbook.records(kind) for kind in record_types()}


def _plans(workbook: Workbook, kind: BundleKind) -> tuple[dict[str, Any], ...]:
    """Return the plan area with the period handed over, or with all of them."""
    periods: Iterable[PlanPeriod] = [workbook.period]
    if kind is BundleKind.FULL:
        periods = workbook.records(PlanPeriod)
    return tuple(
        {
            "plan_area": workbook.area_id,
            "name": workbook.title("th"),
            "start_be": period.plan_start_be,
            "end_be": period.plan_end_be,
        }
        for period in sorted(periods, key=lambda one: one.plan_start_be or 0)
    )
