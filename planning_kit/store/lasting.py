"""What is kept for good beside the records: files by fingerprint, and endorsed plans."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlalchemy import Connection, Table, select

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store.revision import now
from planning_kit.store.tables import FROZEN_PLAN, FROZEN_RIVAL, KEPT_FILE


def fingerprint_of(content: bytes) -> str:
    """Return the SHA-256 of some bytes as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True)
class KeptFile:
    """The bytes of a photo, map or paper with their media type (``image/jpeg``)."""

    content: bytes
    media_type: str

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the bytes."""
        return fingerprint_of(self.content)


@dataclass(frozen=True)
class FrozenPlan:
    """A plan as it was endorsed: its text, and the SHA-256 of that text in UTF-8."""

    plan_area_id: str
    plan_start_be: int
    version: int
    content: str
    fingerprint: str
    when: dt.datetime = field(default_factory=now)

    @property
    def is_whole(self) -> bool:
        """Whether the text is still the one whose fingerprint was printed."""
        return fingerprint_of(self.content.encode("utf-8")) == self.fingerprint


def keep(connection: Connection, files: Iterable[KeptFile], plans: Iterable[FrozenPlan]) -> None:
    """Write files not yet kept, and plans; through a connection that holds the write lock.

    Raises ``KitError`` ``store.version-exists`` for a version that was endorsed already.
    """
    for file in files:
        there = select(KEPT_FILE.c.size).where(KEPT_FILE.c.fingerprint == file.fingerprint)
        if connection.execute(there).first() is None:
            connection.execute(
                KEPT_FILE.insert().values(
                    fingerprint=file.fingerprint,
                    media_type=file.media_type,
                    size=len(file.content),
                    content=file.content,
                )
            )
    for plan in plans:
        known = {found.version for found in frozen(connection, plan.plan_area_id)
                 if found.plan_start_be == plan.plan_start_be}  # fmt: skip
        if plan.version in known:
            raise KitError(
                "store.version-exists",
                N_(
                    "Version {version} was endorsed already and cannot be changed; "
                    "open the workbook again and endorse a new version"
                ),
                version=plan.version,
            )
        connection.execute(
            FROZEN_PLAN.insert().values(
                area_id=plan.plan_area_id,
                plan_start_be=plan.plan_start_be,
                version=plan.version,
                fingerprint=plan.fingerprint,
                frozen_at=plan.when,
                content=plan.content,
            )
        )


def kept_file(connection: Connection, fingerprint: str) -> KeptFile | None:
    """Return a kept file, or ``None`` where none has this fingerprint."""
    query = select(KEPT_FILE).where(KEPT_FILE.c.fingerprint == fingerprint)
    row = connection.execute(query).mappings().first()
    return None if row is None else KeptFile(bytes(row["content"]), row["media_type"])


def frozen(connection: Connection, plan_area_id: str) -> list[FrozenPlan]:
    """Return the endorsed plans of a plan area by period and version."""
    return _frozen(connection, FROZEN_PLAN, plan_area_id)


def frozen_rivals(connection: Connection, plan_area_id: str) -> list[FrozenPlan]:
    """Return what other laptops endorsed under the numbers of other plans."""
    return _frozen(connection, FROZEN_RIVAL, plan_area_id)


def _frozen(connection: Connection, table: Table, plan_area_id: str) -> list[FrozenPlan]:
    query = (
        select(table)
        .where(table.c.area_id == plan_area_id)
        .order_by(table.c.plan_start_be, table.c.version, table.c.fingerprint)
    )
    return [
        FrozenPlan(
            row["area_id"],
            row["plan_start_be"],
            row["version"],
            row["content"],
            row["fingerprint"],
            row["frozen_at"],
        )
        for row in connection.execute(query).mappings()
    ]
