"""Drafts: what is typed and not saved yet, just as it was typed. No record, and never counted.

Several pages may type in one draft. An answer takes the place of those that its page has seen;
what another page typed meanwhile stays beside it until somebody has looked at both.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, and_, delete, func, or_, select, update

from planning_kit.store.engine import writing
from planning_kit.store.hall_tables import DRAFT, DRAFT_ANSWER
from planning_kit.store.revision import now
from planning_kit.store.trouble import in_one_sentence

if TYPE_CHECKING:
    from planning_kit.store.store import Store


@dataclass(frozen=True)
class TypedAnswer:
    """One answer as it was typed: what JSON can hold, by whom (a role), when, on which page."""

    answer: Any
    who: str
    when: dt.datetime
    page: UUID
    order: int


@dataclass(frozen=True)
class Draft:
    """What stands typed. ``face`` tells which screen can show it: ``form`` or ``table``.

    ``record_id`` is the record it would become as far as that is known, ``over_id`` the
    revision that was on the screen. ``typed`` gives per field every answer that stands, the
    oldest first; more than one where pages typed without having seen each other.
    """

    draft_id: UUID
    plan_area_id: str
    record_type: str
    face: str
    record_id: UUID | None = None
    over_id: UUID | None = None
    typed: Mapping[str, tuple[TypedAnswer, ...]] | None = None

    @property
    def answers(self) -> dict[str, Any]:
        """The newest answer of each field."""
        return {name: standing[-1].answer for name, standing in (self.typed or {}).items()}

    @property
    def last(self) -> TypedAnswer | None:
        """What was typed last of all."""
        newest = [standing[-1] for standing in (self.typed or {}).values()]
        return max(newest, key=lambda one: one.order, default=None)

    @property
    def seen(self) -> int:
        """How far whoever reads this has seen; to be given back when typing over it."""
        return self.last.order if self.last else 0


def drafts_of(store: Store, plan_area_id: str, record_type: str, face: str) -> list[Draft]:
    """Return the drafts of a record type that a screen can show, the one typed in last first."""
    with store._reading() as connection:
        found = _read(
            connection,
            DRAFT.c.area_id == plan_area_id,
            DRAFT.c.record_type == record_type,
            DRAFT.c.face == face,
        )
    return sorted(found, key=lambda one: one.seen, reverse=True)


def keep_draft(
    store: Store,
    draft: Draft,
    answers: Mapping[str, Any],
    *,
    page: UUID,
    who: str,
    changed: Collection[str] | None = None,
) -> Draft:
    """Keep answers in a draft, begun here if it is not there, and return it as it stands then.

    Parameters
    ----------
    draft:
        As the page read it last; what it had not seen is not replaced.
    answers, changed:
        Every answer of the page by field, and which of them are new; all without it. The
        others are written only where the draft is gone, because somebody saved or dropped it.

    Raises the store's ``KitError``; nothing is then kept.
    """
    with in_one_sentence(store.name), writing(store._engine) as connection:
        is_there = _begin(connection, draft)
        names = answers.keys() if changed is None or not is_there else answers.keys() & changed
        _replace(connection, draft, {name: answers[name] for name in sorted(names)}, page, who)
        (kept,) = _read(connection, DRAFT.c.draft_id == draft.draft_id)
    return kept


def drop_draft(store: Store, draft_id: UUID) -> None:
    """Erase a draft with everything in it; one that is gone already is no error."""
    with in_one_sentence(store.name), writing(store._engine) as connection:
        _erase(connection, [draft_id])


def settle(connection: Connection, settled: Iterable[Draft], page: UUID | None = None) -> None:
    """Erase drafts whose record is saved now, but for answers that the saving page never saw."""
    for draft in settled:
        mine = DRAFT_ANSWER.c.page == page
        seen = or_(DRAFT_ANSWER.c.n <= draft.seen, mine)
        connection.execute(
            delete(DRAFT_ANSWER).where(DRAFT_ANSWER.c.draft_id == draft.draft_id, seen)
        )
        left = select(func.count()).where(DRAFT_ANSWER.c.draft_id == draft.draft_id)
        if not connection.execute(left).scalar_one():
            _erase(connection, [draft.draft_id])


def forget(connection: Connection, record_ids: Iterable[UUID]) -> None:
    """Erase the drafts of records that are erased themselves."""
    for record_id in record_ids:
        query = select(DRAFT.c.draft_id).where(DRAFT.c.record_id == record_id)
        _erase(connection, list(connection.execute(query).scalars()))


def _begin(connection: Connection, draft: Draft) -> bool:
    """Write the head of a draft; tell whether it was there. Later writers of it wait here."""
    head = {"record_id": draft.record_id, "over_id": draft.over_id}
    known = update(DRAFT).where(DRAFT.c.draft_id == draft.draft_id).values(**head)
    if connection.execute(known).rowcount:
        return True
    connection.execute(
        DRAFT.insert().values(
            draft_id=draft.draft_id,
            area_id=draft.plan_area_id,
            record_type=draft.record_type,
            face=draft.face,
            **head,
        )
    )
    return False


def _replace(
    connection: Connection, draft: Draft, answers: Mapping[str, Any], page: UUID, who: str
) -> None:
    at = now()
    for name, answer in answers.items():
        seen = or_(DRAFT_ANSWER.c.page == page, DRAFT_ANSWER.c.n <= draft.seen)
        replaced = and_(
            DRAFT_ANSWER.c.draft_id == draft.draft_id, DRAFT_ANSWER.c.field == name, seen
        )
        connection.execute(delete(DRAFT_ANSWER).where(replaced))
        connection.execute(
            DRAFT_ANSWER.insert().values(
                draft_id=draft.draft_id,
                field=name,
                answer=answer,
                page=page,
                typed_by=who,
                typed_at=at,
            )
        )


def _erase(connection: Connection, draft_ids: list[UUID]) -> None:
    connection.execute(delete(DRAFT_ANSWER).where(DRAFT_ANSWER.c.draft_id.in_(draft_ids)))
    connection.execute(delete(DRAFT).where(DRAFT.c.draft_id.in_(draft_ids)))


def _read(connection: Connection, *which: Any) -> list[Draft]:
    heads = connection.execute(select(DRAFT).where(*which)).mappings()
    found = {
        row["draft_id"]: Draft(
            row["draft_id"],
            row["area_id"],
            row["record_type"],
            row["face"],
            row["record_id"],
            row["over_id"],
        )
        for row in heads
    }
    typed: dict[UUID, dict[str, tuple[TypedAnswer, ...]]] = {key: {} for key in found}
    query = select(DRAFT_ANSWER).join(DRAFT).where(*which).order_by(DRAFT_ANSWER.c.n)
    for row in connection.execute(query).mappings():
        one = TypedAnswer(row["answer"], row["typed_by"], row["typed_at"], row["page"], row["n"])
        standing = typed[row["draft_id"]]
        standing[row["field"]] = (*standing.get(row["field"], ()), one)
    return [replace(draft, typed=typed[key]) for key, draft in found.items()]
