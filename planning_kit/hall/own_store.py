"""Which store a visitor works in: the room's, or in practice a recorder's own copy."""

from __future__ import annotations

import hashlib

from planning_kit.hall.badge import Badge
from planning_kit.hall.permissions import Role
from planning_kit.workbook.copies import PracticeCopies


def learner_of(badge: Badge) -> str:
    """Return the name of a learner's copy; it does not tell the session."""
    return hashlib.sha256(badge.session.encode()).hexdigest()[:20]


def store_of(badge: Badge, copies: PracticeCopies | None, room_store: str) -> str:
    """Return the store that a visitor works in: in practice, a recorder's own copy.

    The facilitator, the wall and the phones share the room's, so that votes can be practised
    together. Raises ``KitError`` ``workbook.no-copy``.
    """
    if copies is None or badge.role is not Role.RECORDER:
        return room_store
    return copies.of(learner_of(badge))
