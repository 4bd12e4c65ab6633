"""Importing a file: read, check, compare, and save all of it in one transaction or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import uuid4

from planning_kit import validate
from planning_kit.collect import Collected, Mapping
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.records import PlanArea
from planning_kit.store import ImportBatch, PlanAreaCounts, Revision, Store
from planning_kit.validate import Checked
from planning_kit.workbook.comparing import Change, Origin, compare
from planning_kit.workbook.counting import count, counts_by_area, left_out_rows
from planning_kit.workbook.creating import first_revision, period_of
from planning_kit.workbook.file_reading import read_file
from planning_kit.workbook.import_notices import (
    mended_from,
    note_mended_since,
    of_files_not_taken,
    of_shared_villages,
)
from planning_kit.workbook.import_report import ImportReport
from planning_kit.workbook.keeping import corrections, kept_findings, refused_rows
from planning_kit.workbook.local_columns import questions_asked_in, with_questions
from planning_kit.workbook.location import opened
from planning_kit.workbook.mending import rows_to_mend
from planning_kit.workbook.plan_areas import Notice, id_of, overlap_notices, plan_areas
from planning_kit.workbook.reasons import WHY
from planning_kit.workbook.routing import route
from planning_kit.workbook.target import Target, find_target, held_records, homes, known_codes

Progress = Callable[[str, int, int], None]
_STEPS = (N_("Reading the file"), N_("Checking the rows"), N_("Comparing"), N_("Saving"))
# How often to compare anew where others save at the same time.
_TURNS = 3


def import_file(
    path: str | Path,
    *,
    area: str,
    store: Store | str | Path | None = None,
    mapping: Mapping | str | Path | None = None,
    dry_run: bool = False,
    accept_good: bool = False,
    who: str = "import",
    progress: Progress | None = None,
) -> ImportReport:
    """Import a filled template, or somebody's table through a mapping.

    Parameters
    ----------
    area:
        A plan area's id or a tambon code; or the code of an amphoe or province: every
        tambon of it that the file names, whose workbooks are made where missing.
    mapping:
        A mapping or its file, for a table that is not the kit's own template.
    dry_run:
        Check and compare only; nothing is saved, no file is made.
    accept_good:
        Save the good rows although others are refused, and keep the refused ones beside
        them. Without it one refused row holds the whole file back, so that a plan never
        stands on half a survey unnoticed.
    progress:
        Called with what is being done, how many steps are done, and how many there are.

    Nothing is dropped: every row is counted as accepted, flagged, refused, elsewhere or
    left out. A file imported twice adds nothing, and the rows of a file that was sent back to
    be mended (``report.to_mend``) find their place again. Raises ``KitError`` for a file that cannot
    be read, an area that is none or has no workbook, and what the store raises; the store
    is then as it was.
    """
    tell = progress or _silence
    tell(_(_STEPS[0]), 0, len(_STEPS))
    asked = partial(questions_asked_in, store, area)
    collected, provenance = read_file(Path(path), mapping, area, asked)
    with opened(store, leave_no_trace=dry_run) as lent:
        for turn in range(1, _TURNS + 1):
            origin = Origin(provenance, uuid4(), who)
            work = _compare(lent, collected, area, origin, tell)
            report = _report(lent, collected, work, origin)
            report.dry_run = dry_run
            report.held_back = not (dry_run or accept_good or report.all_accepted)
            tell(_(_STEPS[3]), 3, len(_STEPS))
            if dry_run or report.held_back or report.before is not None:
                break
            report.import_id = origin.import_id
            try:
                _save(lent, collected, work, origin, mapping)
                break
            except KitError as error:
                # Another import was saved since we compared: compare with what it brought.
                if error.code != "store.conflict" or turn == _TURNS:
                    raise
    tell(_(_STEPS[3]), len(_STEPS), len(_STEPS))
    return report


@dataclass
class _Work:
    """What became of the rows of a file, before anything is saved."""

    target: Target
    checked: Checked
    changes: list[Change]


def _compare(
    store: Store, collected: Collected, area: str, origin: Origin, tell: Progress
) -> _Work:
    with store.at_one_moment():
        target = find_target(store, area)
        tell(_(_STEPS[1]), 1, len(_STEPS))
        known, held = known_codes(store, target), held_records(store, target)
        asked = with_questions(store, target, area, collected)
        checked = validate.check(asked, target.scope, known, held, origin.provenance.mended)
        tell(_(_STEPS[2]), 2, len(_STEPS))
        routes = route(checked, target, homes(store, target))
        changes = compare(store, routes, origin)
        note_mended_since(store, checked, changes, origin.provenance)
    return _Work(target, checked, changes)


def _silence(said: str, done: int, of: int) -> None:
    """Tell nobody."""


def _report(store: Store, collected: Collected, work: _Work, origin: Origin) -> ImportReport:
    target, changes = work.target, work.changes
    known = [store.imports(own_id, collected.fingerprint) for own_id in target.ids]
    earlier = [batch.when for batches in known for batch in batches]
    adds_nothing = not any(change.revision for change in changes) and not target.made
    return ImportReport(
        file_name=collected.file_name,
        dry_run=False,
        counts=count(work.checked, changes),
        findings=work.checked.findings,
        left_out=left_out_rows(collected),
        made=list(target.made),
        notices=[
            *_overlaps(store, target),
            *of_shared_villages(target),
            *of_files_not_taken(store, work.checked, origin.provenance),
        ],
        plan_area_ids=_touched(target, changes),
        before=max(earlier) if earlier and adds_nothing else None,
        mended=mended_from(changes, origin.provenance),
        to_mend=rows_to_mend(work.checked, origin.provenance),
    )


def _overlaps(store: Store, target: Target) -> list[Notice]:
    everyone = [*plan_areas(store), *target.made]
    return [note for one in target.made for note in overlap_notices(one, everyone)]


def _touched(target: Target, changes: list[Change]) -> list[str]:
    if not target.is_wide:
        return target.ids
    return sorted({change.plan_area_id for change in changes} | {id_of(one) for one in target.made})


def _save(
    store: Store,
    collected: Collected,
    work: _Work,
    origin: Origin,
    mapping: Mapping | str | Path | None,
) -> None:
    checked, changes, target = work.checked, work.changes, work.target
    by_area = counts_by_area(checked, changes, target)
    batch = ImportBatch(
        file_name=collected.file_name,
        fingerprint=collected.fingerprint,
        who=origin.who,
        counts=count(checked, changes),
        plan_areas=tuple(
            PlanAreaCounts(own_id, by_area[own_id]) for own_id in _touched(target, changes)
        ),
        mapping=getattr(mapping, "name", None) or Path(str(mapping or "")).name,
        import_id=origin.import_id,
    )
    made = [revision for one in target.made for revision in _first_revisions(one, origin)]
    found = [revision for change in changes for revision in change.revisions]
    store.write(
        [*made, *found],
        import_batch=batch,
        refused=refused_rows(checked, target, origin.provenance),
        findings=kept_findings(checked, changes, target, origin.provenance),
        corrections=corrections(changes, origin.provenance),
    )


def _first_revisions(made: PlanArea, origin: Origin) -> list[Revision]:
    records = (made, period_of(made))
    return [first_revision(record, id_of(made), origin.who, WHY) for record in records]
