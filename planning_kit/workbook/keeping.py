"""What is kept beside the accepted rows: the refused ones as written, and every finding."""

from __future__ import annotations

from planning_kit.store import KeptFinding, RefusedRow
from planning_kit.validate import Checked, CheckedRow, Finding, State
from planning_kit.workbook.comparing import Change
from planning_kit.workbook.counting import area_of_refused
from planning_kit.workbook.target import Target

_NOT_TO_KEEP = ("workbook.erased", "household.no-consent")


def refused_rows(checked: Checked, target: Target) -> list[RefusedRow]:
    """Return the refused rows as they were written.

    Of a row whose record was erased, or whose household did not agree, only the place is
    kept: nobody asked us to write its values down.
    """
    return [
        RefusedRow(
            row.raw.record,
            row.raw.place.sheet,
            row.raw.place.row,
            {} if _must_go(row) else row.raw.values,
            area_of_refused(row, target),
        )
        for row in (*checked.sources, *checked.rows)
        if row.state is State.REFUSED
    ]


def kept_findings(checked: Checked, changes: list[Change], target: Target) -> list[KeptFinding]:
    """Return every finding with the plan area it concerns, ``""`` where it is not just one."""
    areas_of: dict[int, set[str]] = {}
    for change in changes:
        areas_of.setdefault(id(change.row), set()).add(change.plan_area_id)
    kept = [_kept(finding, target.only() or "") for finding in checked.remarks]
    for row in (*checked.sources, *checked.rows):
        if not row.findings:
            continue
        found = areas_of.get(id(row), set())
        own = found.pop() if len(found) == 1 else area_of_refused(row, target)
        kept += [_kept(finding, own) for finding in row.findings]
    return kept


def _must_go(row: CheckedRow) -> bool:
    return any(finding.code in _NOT_TO_KEEP for finding in row.findings)


def _kept(finding: Finding, plan_area_id: str) -> KeptFinding:
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
    )
