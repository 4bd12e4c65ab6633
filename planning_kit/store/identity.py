"""The id of a record: the same facts from the same file get the same id on every laptop."""

from __future__ import annotations

from uuid import UUID, uuid4, uuid5

# Fixed for ever: another value would make every imported row a new record.
_KIT = UUID("6c0e4a57-5d3b-5a0e-9a53-2f1f0b8b7c11")


def record_uuid(plan_area_id: str, record_type: str, key: tuple[object, ...] | None) -> UUID:
    """Return the UUID (version 5, RFC 9562) of a row.

    Parameters
    ----------
    key:
        The natural key of the record, or, where the type has none, the fingerprint of the
        file, the sheet and the row. ``None`` gives a random id, for rows typed by hand.

    A part that is not stated is told apart from one that is blank text.
    """
    if key is None:
        return uuid4()
    parts = [plan_area_id, record_type, *(_written(part) for part in key)]
    # Each part carries its length, so that ("a", "bc") and ("ab", "c") differ.
    return uuid5(_KIT, "".join(f"{len(part)}:{part};" for part in parts))


def _written(part: object) -> str:
    return "\0none" if part is None else str(getattr(part, "value", part))
