"""Importing a file: read, check, compare, and save all of it in one transaction or nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

from planning_kit import validate
from planning_kit.collect import Collected, Mapping, load_mapping, read_mapped, read_workbook
from planning_kit.errors import KitError
from planning_kit.language import N_, _
from planning_kit.records import PlanArea
from planning_kit.store import ImportBatch, PlanAreaCounts, Revision, Store
from planning_kit.validate import Checked
from planning_kit.workbook.comparing import WHY, Change, Origin, compare
from planning_kit.workbook.counting import count, counts_by_area, left_out_rows
from planning_kit.workbook.create import first_revision, period_of
from planning_kit.workbook.import_report import ImportReport
from planning_kit.workbook.keeping import kept_findings, refused_rows
from planning_kit.workbook.location import opened
from planning_kit.workbook.plan_areas import id_of, overlap_notices, plan_areas
from planning_kit.workbook.routing import route
from planning_kit.workbook.target import Target, find_target, homes, known_codes

Progress = Callable[[str, int, int], None]
_STEPS = (N_("Reading the file"), N_("Checking the rows"), N_("Comparing"), N_("Saving"))
_NEEDS_MAPPING = N_(
    "“{file}” is not the kit’s own template; say with --mapping which of its columns mean what"
)
_TABLES = (".csv", ".json", ".tsv", ".txt")


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
    left out. A file imported twice adds nothing. Raises ``KitError`` for a file that cannot
    be read, an area that is none or has no workbook, and what the store raises; the store
    is then as it was.
    """
    tell = progress or _silence
    tell(_(_STEPS[0]), 0, len(_STEPS))
    collected = _read(Path(path), mapping)
    with opened(store, leave_no_trace=dry_run) as lent:
        origin = Origin(collected.fingerprint, uuid4(), who)
        with lent.at_one_moment():
            target = find_target(lent, area)
            tell(_(_STEPS[1]), 1, len(_STEPS))
            checked = validate.check(collected, target.scope, known_codes(lent, target))
            tell(_(_STEPS[2]), 2, len(_STEPS))
            routes = route(checked, target, homes(lent, target))
            changes = compare(lent, routes, origin)
            report = _report(lent, collected, checked, target, changes)
        report.dry_run = dry_run
        report.held_back = not (dry_run or accept_good or report.all_accepted)
        tell(_(_STEPS[3]), 3, len(_STEPS))
        if not dry_run and not report.held_back and report.before is None:
            report.import_id = origin.import_id
            _save(lent, collected, checked, target, changes, origin, mapping)
    tell(_(_STEPS[3]), len(_STEPS), len(_STEPS))
    return report


def _silence(said: str, done: int, of: int) -> None:
    """Tell nobody."""


def _read(path: Path, mapping: Mapping | str | Path | None) -> Collected:
    if mapping is None:
        if path.suffix.casefold() in _TABLES:
            raise KitError("workbook.needs-mapping", _NEEDS_MAPPING, file=path.name)
        return read_workbook(path)
    return read_mapped(path, mapping if isinstance(mapping, Mapping) else load_mapping(mapping))


def _report(
    store: Store, collected: Collected, checked: Checked, target: Target, changes: list[Change]
) -> ImportReport:
    everyone = [*plan_areas(store), *target.made]
    known = [store.imports(own_id, collected.fingerprint) for own_id in target.ids]
    earlier = [batch.when for batches in known for batch in batches]
    adds_nothing = not any(change.revision for change in changes) and not target.made
    return ImportReport(
        file_name=collected.file_name,
        dry_run=False,
        counts=count(checked, changes),
        findings=checked.findings,
        left_out=left_out_rows(collected),
        made=list(target.made),
        notices=[note for one in target.made for note in overlap_notices(one, everyone)],
        plan_area_ids=_touched(target, changes),
        before=max(earlier) if earlier and adds_nothing else None,
    )


def _touched(target: Target, changes: list[Change]) -> list[str]:
    if not target.is_wide:
        return target.ids
    return sorted({change.plan_area_id for change in changes} | {id_of(one) for one in target.made})


def _save(
    store: Store,
    collected: Collected,
    checked: Checked,
    target: Target,
    changes: list[Change],
    origin: Origin,
    mapping: Mapping | str | Path | None,
) -> None:
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
    found = [change.revision for change in changes if change.revision is not None]
    store.write(
        [*made, *found],
        import_batch=batch,
        refused=refused_rows(checked, target),
        findings=kept_findings(checked, changes, target),
    )


def _first_revisions(made: PlanArea, origin: Origin) -> list[Revision]:
    records = (made, period_of(made))
    return [first_revision(record, id_of(made), origin.who, WHY) for record in records]
