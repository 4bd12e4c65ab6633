"""Ballot boxes: votes cast on phones, until the box is sealed and they become records.

Whoever cast a ballot is known to its box by a token alone, so that the vote can be changed
and counts once. A sealed box takes no more; once its ballots are records it is emptied, and
with the tokens goes the last tie between a phone and its vote.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, func, select, update

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store.hall_tables import BALLOT_BOX, BOXED_BALLOT

Marks = Sequence[Mapping[str, Any]]
"""The rows of one ballot, by field name, as plain text, numbers and yes or no."""


@dataclass(frozen=True)
class BoxedBallot:
    """A ballot of a sealed box: ``number`` was drawn by lot and says nothing of the voter."""

    number: str
    marks: Marks


class BallotBoxes(ABC):
    """The part of the store that keeps ballot boxes, over the connections ``Store`` lends."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def put_in_box(self, plan_area_id: str, poll_code: str, ballots: Mapping[str, Marks]) -> None:
        """Put ballots by token into the box of a vote, each in place of the token's last one.

        One transaction. Raises ``KitError`` ``store.box-sealed``, and what ``write`` raises
        of the disk.
        """
        box = {"area_id": plan_area_id, "poll_code": poll_code}
        with self._writing() as connection:
            if _is_sealed_now(connection, box):
                raise KitError(
                    "store.box-sealed", N_("This vote is closed; nothing can be changed.")
                )
            tokens = list(ballots)
            own = and_(_of(BOXED_BALLOT, box), BOXED_BALLOT.c.token.in_(tokens))
            connection.execute(delete(BOXED_BALLOT).where(own))
            rows = [{**box, "token": one, "marks": list(ballots[one])} for one in tokens]
            connection.execute(BOXED_BALLOT.insert(), rows)

    def seal_box(
        self, plan_area_id: str, poll_code: str, draw: Callable[[int], Sequence[str]]
    ) -> list[BoxedBallot]:
        """Take no more ballots, and return those there are, by number.

        ``draw`` gives so many different numbers, in an order nobody can foresee; a box that
        was sealed before keeps the numbers it has.
        """
        box = {"area_id": plan_area_id, "poll_code": poll_code}
        of_box = _of(BOXED_BALLOT, box)
        with self._writing() as connection:
            if not _is_sealed_now(connection, box):
                tokens = connection.execute(select(BOXED_BALLOT.c.token).where(of_box)).scalars()
                for token, number in _paired(list(tokens), draw):
                    one = and_(of_box, BOXED_BALLOT.c.token == token)
                    connection.execute(update(BOXED_BALLOT).where(one).values(ballot_no=number))
                shut = update(BALLOT_BOX).where(_of(BALLOT_BOX, box)).values(is_sealed=True)
                connection.execute(shut)
            query = select(BOXED_BALLOT).where(of_box).order_by(BOXED_BALLOT.c.ballot_no)
            rows = connection.execute(query).mappings()
            return [BoxedBallot(row["ballot_no"], row["marks"]) for row in rows]

    def empty_box(self, plan_area_id: str, poll_code: str) -> None:
        """Forget the ballots of a sealed box, and with them who cast which."""
        box = {"area_id": plan_area_id, "poll_code": poll_code}
        with self._writing() as connection:
            if _is_sealed_now(connection, box):
                connection.execute(delete(BOXED_BALLOT).where(_of(BOXED_BALLOT, box)))

    def boxed(self, plan_area_id: str) -> dict[str, int]:
        """Return how many ballots lie in each box of a plan area, by poll code."""
        query = (
            select(BOXED_BALLOT.c.poll_code, func.count())
            .where(BOXED_BALLOT.c.area_id == plan_area_id)
            .group_by(BOXED_BALLOT.c.poll_code)
        )
        with self._reading() as connection:
            return {code: int(count) for code, count in connection.execute(query)}

    def sealed_boxes(self, plan_area_id: str) -> set[str]:
        """Return the poll codes of the boxes that take no more."""
        own = and_(BALLOT_BOX.c.area_id == plan_area_id, BALLOT_BOX.c.is_sealed)
        with self._reading() as connection:
            return set(connection.execute(select(BALLOT_BOX.c.poll_code).where(own)).scalars())

    def ballot_of(self, plan_area_id: str, poll_code: str, token: str) -> Marks | None:
        """Return the ballot that a token put into an open or sealed box."""
        box = {"area_id": plan_area_id, "poll_code": poll_code, "token": token}
        query = select(BOXED_BALLOT.c.marks).where(_of(BOXED_BALLOT, box))
        with self._reading() as connection:
            found: Marks | None = connection.execute(query).scalar_one_or_none()
            return found


def _is_sealed_now(connection: Connection, box: Mapping[str, str]) -> bool:
    """Queue behind whoever writes to the same box, then tell whether it is sealed."""
    own = _of(BALLOT_BOX, box)
    raised = update(BALLOT_BOX).where(own).values(writes=BALLOT_BOX.c.writes + 1)
    if not connection.execute(raised).rowcount:
        connection.execute(BALLOT_BOX.insert().values(**box, writes=1, is_sealed=False))
    return bool(connection.execute(select(BALLOT_BOX.c.is_sealed).where(own)).scalar_one())


def _of(table: Table, box: Mapping[str, str]) -> ColumnElement[bool]:
    return and_(*(table.c[name] == value for name, value in box.items()))


def _paired(tokens: list[str], draw: Callable[[int], Sequence[str]]) -> list[tuple[str, str]]:
    return list(zip(tokens, draw(len(tokens)), strict=True))
