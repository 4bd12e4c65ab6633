"""What learners answered in quizzes: under a code that says nothing of the person."""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, and_, select

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store.hall_tables import LEARNER, LEARNER_ANSWER
from planning_kit.store.revision import now

_MOST_DRAWS = 200
_KEPT = ("learner", "sheet", "question", "answer", "is_right", "sent")


@dataclass(frozen=True)
class LearnerAnswer:
    """One answer of one learner; a question may be answered again, and all answers are kept.

    ``sheet`` is what was being answered: the code of an episode, or the test before or after.
    ``sent`` tells one sending from the next, so that what is sent twice is kept once.
    """

    learner: str
    sheet: str
    question: str
    answer: Any
    is_right: bool
    sent: str
    answered_at: dt.datetime | None = None


class Learners(ABC):
    """The part of the store that keeps learners' answers, over the connections ``Store`` lends."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def add_learner(self, plan_area_id: str, draw: Callable[[], str]) -> str:
        """Return a new learner's code, drawn until one is free.

        Raises ``KitError`` ``store.no-learner-code`` when nearly all codes are taken.
        """
        with self._writing() as connection:
            for _try in range(_MOST_DRAWS):
                code = draw()
                own = and_(LEARNER.c.area_id == plan_area_id, LEARNER.c.learner == code)
                if connection.execute(select(LEARNER.c.learner).where(own)).first() is None:
                    row = {"area_id": plan_area_id, "learner": code, "came_at": now()}
                    connection.execute(LEARNER.insert(), row)
                    return code
        raise KitError(
            "store.no-learner-code",
            N_("There are too many learners in this workbook; no code is free any more."),
        )

    def has_learner(self, plan_area_id: str, code: str) -> bool:
        """Tell whether a code was given to a learner."""
        own = and_(LEARNER.c.area_id == plan_area_id, LEARNER.c.learner == code)
        with self._reading() as connection:
            return connection.execute(select(LEARNER.c.learner).where(own)).first() is not None

    def keep_answers(self, plan_area_id: str, answers: Sequence[LearnerAnswer]) -> None:
        """Keep answers in one transaction; one that was sent before is kept once."""
        table = LEARNER_ANSWER
        with self._writing() as connection:
            for one in answers:
                own = and_(table.c.area_id == plan_area_id, table.c.learner == one.learner,
                           table.c.sent == one.sent)  # fmt: skip
                if connection.execute(select(table.c.sent).where(own)).first() is None:
                    row = {name: getattr(one, name) for name in _KEPT}
                    connection.execute(
                        table.insert(), {**row, "area_id": plan_area_id, "answered_at": now()}
                    )

    def learner_answers(self, plan_area_id: str, learner: str | None = None) -> list[LearnerAnswer]:
        """Return the answers of a learner, or of all, in the order in which they came."""
        table = LEARNER_ANSWER
        query = select(table).where(table.c.area_id == plan_area_id).order_by(table.c.n)
        if learner is not None:
            query = query.where(table.c.learner == learner)
        with self._reading() as connection:
            rows = connection.execute(query).mappings()
            return [
                LearnerAnswer(**{name: row[name] for name in (*_KEPT, "answered_at")})
                for row in rows
            ]
