"""Mended rows that now name another thing: the record of the mistaken key is withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from planning_kit.language import N_
from planning_kit.records import Record, record_types
from planning_kit.store import WITHDRAWN, Revision, Store, Stored, record_uuid
from planning_kit.store.revision import now
from planning_kit.workbook.reasons import WHY_CORRECTED
from planning_kit.workbook.routing import flag, note
from planning_kit.workbook.shelf import Shelf
from planning_kit.workbook.withdrawing import links_to
from planning_kit.workbook.withdrawn_records import key_text

if TYPE_CHECKING:
    from planning_kit.workbook.comparing import Change, Origin

Shelves = Mapping[tuple[str, str], Shelf]

_OTHER_KEY = N_(
    "This row was kept as {key} before, and that record still stands; if it was a mistake, take it "
    "out with planning-kit withdraw"
)
_STILL_NAMED = N_(
    "This row was kept as {key} before, and that record still stands, because {n} other records "
    "name it; correct them too, then take it out with planning-kit withdraw"
)
_CORRECTED = N_(
    "This row was kept as {key} before; that record is withdrawn now and stays in the history"
)
_FOLLOWED = N_(
    "This row was kept as {key} before; that record is withdrawn now and stays in the history, "
    "and {n} records that named it name {new} now"
)
_FOLLOWING = ("household",)
"""What names these was told together with them, and follows a corrected code."""

_LIKENESS = ("validate.near-duplicate", "validate.alike-name")


def correct_keys(store: Store, changes: list[Change], shelves: Shelves, origin: Origin) -> None:
    """Withdraw what the mended rows of a file were kept as before, and say so on each row.

    Production and accounts of a household whose code was corrected follow it. A record
    stays, and the row is flagged, where others still name it, where somebody has changed it
    since, where the corrected key stands already, or where another row of the file has it.
    """
    order = [kind.noun.name for kind in record_types()]
    # What names a household comes before it, so that it no longer hangs on the old code.
    for change in sorted(changes, key=lambda one: -order.index(one.row.raw.record)):
        if change.revision is not None and origin.provenance.is_carried(change.row):
            shelf = shelves[change.plan_area_id, change.row.raw.record]
            _correct(store, change, changes, shelf, origin)


def _correct(
    store: Store, change: Change, changes: list[Change], shelf: Shelf, origin: Origin
) -> None:
    assert change.revision is not None and change.revision.record is not None
    kept = shelf.kept_as(origin.provenance.origin(change.row), change.revision.record_id)
    if kept is None or kept[0] in shelf.named:
        return
    other, is_untouched = kept
    old, new = shelf.standing[other], change.revision.record
    values: dict[str, object] = {"key": key_text(old.record)}
    hanging, is_named = _hanging(store, change, changes, old.record)
    followers = _followers(store, hanging, old.record, change, changes)
    if not is_untouched or change.kind != "new":
        _leave(change, _OTHER_KEY, values)
    elif is_named or followers is None:
        _leave(change, _STILL_NAMED, values | {"n": max(1, len(hanging) + is_named)})
    else:
        at = (change.revision.sheet, change.revision.row)
        _forget_likeness(change, old.record)
        change.also = [_taken_out(old.revision, new, change.revision, *at), *followers]
        why = f"{change.revision.why}, was {values['key']}".removesuffix(", was ")
        change.revision = replace(change.revision, why=why, state=str(change.row.state))
        n = len(hanging)
        told = _FOLLOWED if n else _CORRECTED
        more = {"n": n, "new": key_text(new)} if n else {}
        note(change.row, "workbook.corrected-key", told, **values, **more)


def _forget_likeness(change: Change, old: Record) -> None:
    """Take back that the row is much like the record whose place it takes."""
    first = str((old.natural_key() or ("",))[0])
    change.row.findings[:] = [
        one
        for one in change.row.findings
        if not (one.code in _LIKENESS and str(one.values.get("other")) == first)
    ]


def _leave(change: Change, sentence: str, values: dict[str, object]) -> None:
    assert change.revision is not None
    flag(change.row, "workbook.other-key", sentence, **values)
    change.revision = replace(change.revision, state=str(change.row.state))


def _hanging(
    store: Store, change: Change, changes: list[Change], record: Record
) -> tuple[list[Stored], int]:
    """Return the standing records that name ``record`` and that the file says nothing of.

    With them, how many rows of the file still name it.
    """
    coming = [
        revision
        for one in changes
        if one.plan_area_id == change.plan_area_id
        for revision in one.revisions
    ]
    ids = {revision.record_id for revision in coming}
    hanging: list[Stored] = []
    named = 0
    for field, kind, code in links_to(record):
        of_kind = (one for one in coming if one.record_type == kind.noun.name)
        named += sum(
            getattr(one.record, field) == code for one in of_kind if one.state != WITHDRAWN
        )
        hanging += [
            one
            for one in store.latest(kind.noun.name, change.plan_area_id)
            if one.record_id not in ids and getattr(one.record, field) == code
        ]
    return hanging, named


def _followers(
    store: Store, hanging: list[Stored], old: Record, change: Change, changes: list[Change]
) -> list[Revision] | None:
    """Return the revisions by which records follow a corrected code; ``None`` if one cannot."""
    assert change.revision is not None
    if not hanging:
        return []
    if old.noun.name not in _FOLLOWING:
        return None
    fields = {kind.noun.name: field for field, kind, _ in links_to(old)}
    taken = {revision.record_id for one in changes for revision in one.revisions}
    code = getattr(change.revision.record, old.noun.key[0])
    written: list[Revision] = []
    for one in hanging:
        name = one.revision.record_type
        moved = one.record.model_copy(update={fields[name]: code})
        key = record_uuid(change.plan_area_id, name, moved.natural_key())
        heads = store.heads(name, [key]).get(key, [])
        if key in taken or any(head.state != WITHDRAWN for head in heads):
            return None
        at = (one.revision.sheet, one.revision.row)
        parent = heads[0].revision_id if heads else None
        follow = replace(
            change.revision,
            record_type=name,
            record_id=key,
            record=moved,
            why=f"follows {key_text(change.revision.record)}" if change.revision.record else "",
            state=one.state,
            parent_id=parent,
            also_follows=(),
            revision_id=uuid4(),
            sheet=at[0],
            row=at[1],
        )
        written += [_taken_out(one.revision, moved, change.revision, *at), follow]
    return written


def _taken_out(old: Revision, new: Record, by: Revision, sheet: str, row: int | None) -> Revision:
    return replace(
        old,
        state=WITHDRAWN,
        who=by.who,
        why=f"{WHY_CORRECTED}{key_text(new)}".rstrip(),
        parent_id=old.revision_id,
        also_follows=(),
        revision_id=uuid4(),
        when=now(),
        import_id=by.import_id,
        sheet=sheet,
        row=row,
    )
