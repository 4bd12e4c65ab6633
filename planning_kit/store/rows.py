"""Records as rows of their table, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import RowMapping
from sqlalchemy.dialects import sqlite

from planning_kit.records import Kind, Record, carrying, local_answers, record_type
from planning_kit.store.columns import MOST_DIGITS, STEP, column_type, tidy
from planning_kit.store.revision import WITHDRAWN, Revision, Stored
from planning_kit.store.tables import LOCAL_ANSWERS, REVISION_COLUMNS

_DIALECT = sqlite.dialect()
_EXACT = (Kind.MONEY, Kind.LAND)
# A double ends near 1.8e308.
_HIGHEST_POWER = 300


def to_row(revision: Revision) -> dict[str, Any]:
    """Return a revision as the values of its row."""
    row: dict[str, Any] = {
        "revision_id": revision.revision_id,
        "record_id": revision.record_id,
        "parent_id": revision.parent_id,
        "also_follows": revision.also_follows,
        "area_id": revision.plan_area_id,
        "row_state": revision.state,
        "saved_by": revision.who,
        "saved_at": revision.when,
        "saved_why": revision.why,
        "import_id": revision.import_id,
        "from_sheet": revision.sheet,
        "from_row": revision.row,
        "is_deleted": revision.record is None,
    }
    kind = record_type(revision.record_type)
    if kind.noun.in_template:
        row[LOCAL_ANSWERS] = (local_answers(revision.record) or None) if revision.record else None
    for spec in kind.fields():
        row[spec.name] = None if revision.record is None else getattr(revision.record, spec.name)
    return row


def to_revision(name: str, row: RowMapping) -> Revision:
    """Return the revision that a row holds.

    A stored fact was checked when it was saved; it is not judged again, so that a bound
    drawn tighter later never makes an old workbook unreadable.
    """
    return Revision(
        record_type=name,
        record_id=row["record_id"],
        plan_area_id=row["area_id"],
        record=None if row["is_deleted"] else _to_record(record_type(name), row),
        who=row["saved_by"],
        why=row["saved_why"],
        state=row["row_state"],
        parent_id=row["parent_id"],
        also_follows=row["also_follows"],
        revision_id=row["revision_id"],
        when=row["saved_at"],
        import_id=row["import_id"],
        sheet=row["from_sheet"],
        row=row["from_row"],
    )


def _to_record(kind: type[Record], row: RowMapping) -> Record:
    values = {spec.name: row[spec.name] for spec in kind.fields()}
    for spec in _with_answers(kind):
        value = values[spec.name]
        if value is None or spec.choices is None:
            continue
        known = spec.choices._value2member_map_
        if isinstance(value, tuple):
            values[spec.name] = tuple(known.get(item, item) for item in value)
        else:
            values[spec.name] = known.get(value, value)
    record = kind.model_construct(**values)
    answers = row.get(LOCAL_ANSWERS)
    return carrying(record, answers) if answers else record


@cache
def _with_answers(kind: type[Record]) -> tuple[Any, ...]:
    return tuple(spec for spec in kind.fields() if spec.choices is not None)


def standing(rows: Iterable[RowMapping]) -> list[tuple[RowMapping, int]]:
    """Return what ``last_saved`` does, without the records that were withdrawn."""
    return [(row, rivals) for row, rivals in last_saved(rows) if row["row_state"] != WITHDRAWN]


def last_saved(rows: Iterable[RowMapping]) -> list[tuple[RowMapping, int]]:
    """Return one head per record with the number of its rivals; erased records drop out.

    Where laptops that worked apart left several heads, a tombstone wins, else the last
    saved counts. Heads that say the same are no rivals.
    """
    by_record: dict[UUID, list[RowMapping]] = {}
    for row in rows:
        by_record.setdefault(row["record_id"], []).append(row)
    return [
        (max(found, key=lambda r: (r["saved_at"], r["revision_id"])), _different(found) - 1)
        for found in by_record.values()
        if not any(row["is_deleted"] for row in found)
    ]


_NOT_SAID = frozenset(REVISION_COLUMNS)


def _different(rows: list[RowMapping]) -> int:
    """Return how many different things the heads of one record say."""
    said: list[dict[str, Any]] = []
    for one in map(said_in, rows) if len(rows) > 1 else ():
        if one not in said:
            said.append(one)
    return len(said) or 1


def said_in(row: RowMapping) -> dict[str, Any]:
    """Return what a row says of its record, and not who saved it when."""
    said = {name: value for name, value in row.items() if name not in _NOT_SAID}
    return {**said, "row_state": row["row_state"] == WITHDRAWN}


def to_stored(name: str, rows: Iterable[RowMapping]) -> list[Stored]:
    """Return the standing records of head rows."""
    stored = []
    for row, rivals in standing(rows):
        revision = to_revision(name, row)
        assert revision.record is not None
        stored.append(Stored(revision.record, revision, rivals))
    return stored


def content_of(record: Record) -> tuple[Any, ...]:
    """Return what of a record the store keeps, to compare two records as they would be stored.

    A number beyond the places a column keeps does not make a record differ from its copy.
    """
    kept = [
        bind(getattr(record, name), _DIALECT) if bind else getattr(record, name)
        for name, bind in _binders(record_type(record.noun.name))
    ]
    answers = local_answers(record)
    # Named in an order of their own, so that the order of asking makes no difference.
    return (*kept, json.dumps(answers, sort_keys=True)) if answers else tuple(kept)


@cache
def _binders(kind: type[Record]) -> tuple[tuple[str, Any], ...]:
    types = [(spec.name, column_type(spec)) for spec in kind.fields()]
    return tuple((name, getattr(found, "process_bind_param", None)) for name, found in types)


def too_long(record: Record) -> str | None:
    """Return the first field whose number is too long for the store to keep as it is."""
    for spec in record.fields():
        value = getattr(record, spec.name)
        if isinstance(value, int) and abs(value) >= 10**MOST_DIGITS:
            return spec.name
        if isinstance(value, Decimal) and not fits(value, exact=spec.kind in _EXACT):
            return spec.name
    return None


def fits(value: Decimal, *, exact: bool) -> bool:
    """Tell whether a column can keep a number as it is; ``exact`` for money and land."""
    if not value.is_finite():
        return False
    if not exact:
        return value == 0 or value.adjusted() < _HIGHEST_POWER
    if value.adjusted() >= MOST_DIGITS:
        return False
    kept = tidy(value.quantize(STEP))
    return len(kept.as_tuple().digits) <= MOST_DIGITS
