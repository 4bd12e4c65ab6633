"""Records that were read with a doubt when their file was imported, and stand so still."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from planning_kit.records import Record

if TYPE_CHECKING:
    from planning_kit.workbook.workbook import Workbook

R = TypeVar("R", bound=Record)


def doubted(workbook: Workbook, kind: type[R], code: str) -> list[R]:
    """Return the records of ``kind`` whose last revision came from a row with such a finding.

    ``code`` is the beginning of the finding's code, ``"collect.months-"``. One that was
    corrected since by hand is in doubt no more.
    """
    name = kind.noun.name
    places = {
        (batch.import_id, found.sheet, found.row)
        for batch in workbook.store.imports(workbook.area_id)
        for found in workbook.store.findings(batch.import_id, workbook.area_id)
        if found.record_type == name and found.code.startswith(code)
    }
    if not places:
        return []
    return [
        one.record
        for one in workbook.stored(kind)
        if isinstance(one.record, kind)
        and (one.revision.import_id, one.revision.sheet, one.revision.row) in places
    ]
