"""What is kept beside the accepted rows: the refused ones as written, and every finding."""

from __future__ import annotations

from planning_kit.store import Correction, KeptFinding, RefusedRow
from planning_kit.validate import Checked, Finding, State
from planning_kit.workbook.comparing import Change
from planning_kit.workbook.counting import area_of_refused
from planning_kit.workbook.mending import only_source, values_as_written
from planning_kit.workbook.provenance import Provenance
from planning_kit.workbook.target import Target
from planning_kit.workbook.withheld import Withheld, bare_findings


def refused_rows(checked: Checked, target: Target, provenance: Provenance) -> list[RefusedRow]:
    """Return the refused rows as they were written.

    Of a row whose record was erased, or whose household did not agree, only the place is
    kept: nobody asked us to write its values down. Of the others notes about persons are kept too,
    or a mended row would lose them; ``store.RefusedRow`` says where they may go.
    """
    withheld = Withheld(checked)
    only = only_source(checked)
    kept = []
    for row in (*checked.sources, *checked.rows):
        if row.state is not State.REFUSED:
            continue
        is_withheld = withheld.holds(row)
        origin = provenance.origin(row)
        kept.append(
            RefusedRow(
                record_type=row.raw.record,
                sheet=row.raw.place.sheet,
                row=row.raw.place.row,
                values={} if is_withheld else values_as_written(row, only),
                plan_area_id=area_of_refused(row, target),
                part=provenance.part(row),
                origin=(origin.without_id() if is_withheld else origin).as_json(),
            )
        )
    return kept


def corrections(changes: list[Change], provenance: Provenance) -> list[Correction]:
    """Return the rows that were sent back before and came in now, mended."""
    found = []
    for change in changes:
        if change.revision is not None and provenance.is_carried(change.row):
            at = provenance.origin(change.row)
            found.append(
                Correction(
                    record_type=change.row.raw.record,
                    record_id=change.revision.record_id,
                    plan_area_id=change.plan_area_id,
                    fingerprint=at.fingerprint,
                    file_name=at.file_name,
                    sheet=at.sheet,
                    row=at.row,
                    part=at.part,
                    own_id=at.own_id,
                )
            )
    return found


def kept_findings(
    checked: Checked, changes: list[Change], target: Target, provenance: Provenance
) -> list[KeptFinding]:
    """Return every finding with the plan area it concerns, ``""`` where it is not just one."""
    areas_of: dict[int, set[str]] = {}
    for change in changes:
        areas_of.setdefault(id(change.row), set()).add(change.plan_area_id)
    withheld = Withheld(checked)
    kept = [_kept(finding, target.only() or "") for finding in checked.remarks]
    for row in (*checked.sources, *checked.rows):
        if not row.findings:
            continue
        found = areas_of.get(id(row), set())
        own = found.pop() if len(found) == 1 else area_of_refused(row, target)
        part = provenance.part(row)
        told = bare_findings(row) if withheld.holds(row) else row.findings
        kept += [_kept(finding, own, row.raw.record, part) for finding in told]
    return kept


def _kept(finding: Finding, plan_area_id: str, record_type: str = "", part: int = 0) -> KeptFinding:
    return KeptFinding(
        level=str(finding.level),
        code=finding.code,
        message_id=finding.message_id,
        values=finding.values,
        sheet=finding.sheet,
        row=finding.row,
        column=finding.column,
        field=finding.field,
        value=finding.value,
        plan_area_id=plan_area_id,
        record_type=record_type,
        part=part,
    )
