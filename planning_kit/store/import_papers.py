"""The papers of imports: which file, when, by whom, what came of it, what was found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, select

from planning_kit.store.json_values import from_json
from planning_kit.store.revision import Correction, KeptFinding, RefusedRow
from planning_kit.store.tables import CORRECTION, FINDING, IMPORT_AREA, IMPORT_BATCH, REFUSED_ROW


@dataclass(frozen=True)
class KeptImport:
    """An import of the past; ``counts`` are those of the plan area asked for, if one was."""

    import_id: UUID
    file_name: str
    fingerprint: str
    mapping: str
    who: str
    when: dt.datetime
    counts: Mapping[str, Mapping[str, int]]


def imports(
    connection: Connection, plan_area_id: str | None, fingerprint: str | None
) -> list[KeptImport]:
    """Return imports, oldest first."""
    query = select(IMPORT_BATCH, IMPORT_BATCH.c.counts.label("told")).order_by(
        IMPORT_BATCH.c.saved_at
    )
    if plan_area_id is not None:
        query = (
            select(IMPORT_BATCH, IMPORT_AREA.c.counts.label("told"))
            .join(IMPORT_AREA, IMPORT_AREA.c.import_id == IMPORT_BATCH.c.import_id)
            .where(IMPORT_AREA.c.area_id == plan_area_id)
            .order_by(IMPORT_BATCH.c.saved_at)
        )
    if fingerprint is not None:
        query = query.where(IMPORT_BATCH.c.fingerprint == fingerprint)
    return [
        KeptImport(
            row["import_id"],
            row["file_name"],
            row["fingerprint"],
            row["mapping"],
            row["saved_by"],
            row["saved_at"],
            row["told"],
        )
        for row in connection.execute(query).mappings()
    ]


def findings(
    connection: Connection, import_id: UUID, plan_area_id: str | None
) -> list[KeptFinding]:
    """Return the findings of an import in the order in which they were made."""
    query = select(FINDING).where(FINDING.c.import_id == import_id).order_by(FINDING.c.id)
    if plan_area_id is not None:
        query = query.where(FINDING.c.area_id == plan_area_id)
    return [
        KeptFinding(
            level=row["level"],
            code=row["code"],
            message_id=row["message_id"],
            values=from_json(row["values"]),
            sheet=row["from_sheet"],
            row=row["from_row"],
            column=row["column_heading"],
            field=row["field"],
            value=row["value"],
            plan_area_id=row["area_id"],
            # Papers of older kits do not state these.
            record_type=row["record_type"] or "",
            part=row["part"] or 0,
        )
        for row in connection.execute(query).mappings()
    ]


def refused(connection: Connection, import_id: UUID) -> list[RefusedRow]:
    """Return the refused rows of an import in file order."""
    query = select(REFUSED_ROW).where(REFUSED_ROW.c.import_id == import_id)
    return [
        RefusedRow(
            record_type=row["record_type"],
            sheet=row["from_sheet"],
            row=row["from_row"],
            values=row["values"],
            plan_area_id=row["area_id"],
            part=row["part"] or 0,
            origin=row["origin"] or {},
        )
        for row in connection.execute(query.order_by(REFUSED_ROW.c.id)).mappings()
    ]


def corrections(connection: Connection, plan_area_id: str | None) -> list[Correction]:
    """Return the rows that came in mended, oldest first."""
    query = select(CORRECTION).order_by(CORRECTION.c.id)
    if plan_area_id is not None:
        query = query.where(CORRECTION.c.area_id == plan_area_id)
    return [
        Correction(
            record_type=row["record_type"],
            record_id=row["record_id"],
            plan_area_id=row["area_id"],
            fingerprint=row["of_fingerprint"],
            file_name=row["of_file"],
            sheet=row["of_sheet"],
            row=row["of_row"],
            part=row["of_part"],
            own_id=row["of_own_id"],
            import_id=row["import_id"],
        )
        for row in connection.execute(query).mappings()
    ]
