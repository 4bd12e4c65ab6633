"""Handovers that were received, and how each was marked: kept as they came, told in order."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, select

from planning_kit.store import migrate
from planning_kit.store.handover_tables import HANDOVER, HANDOVER_MARK
from planning_kit.store.lasting import fingerprint_of
from planning_kit.store.revision import now

RECEIVED, RETURNED, ACCEPTED = "received", "returned", "accepted"
MARKS = (RECEIVED, RETURNED, ACCEPTED)


@dataclass(frozen=True)
class HandoverMark:
    """One mark of a handover. ``version`` is 0 for a plan that was not endorsed."""

    fingerprint: str
    plan_area_id: str
    plan_start_be: int
    version: int
    state: str
    who: str
    comment: str = ""
    mark_id: UUID = field(default_factory=uuid4)
    when: dt.datetime = field(default_factory=now)


@dataclass(frozen=True)
class Handover:
    """What a tambon handed up, whole: ``content`` is JSON text, ``fingerprint`` its SHA-256."""

    plan_area_id: str
    plan_start_be: int
    version: int
    content: str
    who: str
    when: dt.datetime = field(default_factory=now)
    marks: tuple[HandoverMark, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the content."""
        return fingerprint_of(self.content.encode("utf-8"))

    @property
    def state(self) -> str:
        """The last mark it was given."""
        return self.marks[-1].state if self.marks else RECEIVED


class Handovers(ABC):
    """The part of the store that keeps handovers, over the connections ``Store`` lends."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def keep_handover(self, handover: Handover) -> bool:
        """Keep a handover as it came, marked as received; tell whether it is a new one."""
        own = HANDOVER.c.fingerprint == handover.fingerprint
        with self._writing() as connection:
            migrate.lock_for_writing(connection)
            if connection.execute(select(HANDOVER.c.version).where(own)).first() is not None:
                return False
            row = {
                "fingerprint": handover.fingerprint,
                "area_id": handover.plan_area_id,
                "plan_start_be": handover.plan_start_be,
                "version": handover.version,
                "received_at": handover.when,
                "received_by": handover.who,
                "content": handover.content,
            }
            connection.execute(HANDOVER.insert(), row)
            connection.execute(
                HANDOVER_MARK.insert(), [row_of_mark(mark_of(handover, RECEIVED, handover.who))]
            )
        return True

    def add_marks(self, marks: Iterable[HandoverMark]) -> int:
        """Append marks; one that is here already is kept once. Returns how many were new."""
        with self._writing() as connection:
            migrate.lock_for_writing(connection)
            known = set(connection.execute(select(HANDOVER_MARK.c.mark_id)).scalars())
            new = {one.mark_id: one for one in marks if one.mark_id not in known}
            if new:
                connection.execute(
                    HANDOVER_MARK.insert(), [row_of_mark(one) for one in new.values()]
                )
        return len(new)

    def handovers(self, plan_area_id: str | None = None) -> list[Handover]:
        """Return the handovers that were received, in the order in which they came."""
        query = select(HANDOVER).order_by(HANDOVER.c.received_at, HANDOVER.c.fingerprint)
        if plan_area_id is not None:
            query = query.where(HANDOVER.c.area_id == plan_area_id)
        with self._reading() as connection:
            rows = list(connection.execute(query).mappings())
            marks = _marks(connection)
        return [
            Handover(
                row["area_id"],
                row["plan_start_be"],
                row["version"],
                row["content"],
                row["received_by"],
                row["received_at"],
                tuple(one for one in marks if one.fingerprint == row["fingerprint"]),
            )
            for row in rows
        ]

    def handover_marks(self, plan_area_id: str | None = None) -> list[HandoverMark]:
        """Return every mark, oldest first: at the tambon too, which holds no handover itself."""
        with self._reading() as connection:
            marks = _marks(connection)
        return [one for one in marks if plan_area_id in (None, one.plan_area_id)]


def mark_of(handover: Handover, state: str, who: str, comment: str = "") -> HandoverMark:
    """Return a new mark of a handover."""
    return HandoverMark(
        handover.fingerprint,
        handover.plan_area_id,
        handover.plan_start_be,
        handover.version,
        state,
        who,
        comment,
    )


def mark_of_row(row: Mapping[str, Any]) -> HandoverMark:
    """Return the mark that a row holds."""
    return HandoverMark(
        row["fingerprint"],
        row["area_id"],
        row["plan_start_be"],
        row["version"],
        row["state"],
        row["marked_by"],
        row["comment"],
        row["mark_id"],
        row["marked_at"],
    )


def row_of_mark(mark: HandoverMark) -> dict[str, object]:
    """Return a mark as the values of its row."""
    return {
        "mark_id": mark.mark_id,
        "fingerprint": mark.fingerprint,
        "area_id": mark.plan_area_id,
        "plan_start_be": mark.plan_start_be,
        "version": mark.version,
        "state": mark.state,
        "comment": mark.comment,
        "marked_by": mark.who,
        "marked_at": mark.when,
    }


def _marks(connection: Connection) -> list[HandoverMark]:
    query = select(HANDOVER_MARK).order_by(HANDOVER_MARK.c.marked_at, HANDOVER_MARK.c.mark_id)
    return [mark_of_row(dict(row)) for row in connection.execute(query).mappings()]
