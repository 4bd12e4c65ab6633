"""Learners of a course and their answers: kept apart from the plan, and from practice data."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from planning_kit.store import LearnerAnswer, Store
from planning_kit.store.engine import file_of, read_url
from planning_kit.thai.digits import to_arabic_digits

__all__ = ["LearnerAnswer", "LearnerBook"]

_DIGITS = 5
_ENDING = ".learners.db"


class LearnerBook:
    """The answers of the learners of one plan area.

    Practice data begin again at a touch, answers of learners never: where the store is a file of
    practice data, they have a file of their own beside it. Make it with :meth:`beside`; close it, or use ``with``.
    """

    def __init__(self, store: Store, plan_area_id: str) -> None:
        self._store = store
        self._area = plan_area_id

    @classmethod
    def beside(cls, store_url: str, plan_area_id: str, *, practice: bool) -> LearnerBook:
        """Open the book that belongs to a store; raises ``KitError`` as ``Store.open``."""
        file = file_of(read_url(store_url))
        if practice and file is not None:
            store_url = f"sqlite:///{file.with_name(file.name + _ENDING).as_posix()}"
        return cls(Store.open(store_url), plan_area_id)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> LearnerBook:
        return self

    def __exit__(self, *_raised: object) -> None:
        self.close()

    def add_learner(self) -> str:
        """Return the code of a new learner: five digits, drawn by lot, told to nobody else.

        Raises ``KitError`` ``store.no-learner-code``.
        """
        return self._store.add_learner(
            self._area,
            lambda: f"{secrets.randbelow(9 * 10 ** (_DIGITS - 1)) + 10 ** (_DIGITS - 1)}",
        )

    def learner_typed(self, typed: str) -> str | None:
        """Return the code that somebody typed, in Thai digits or not; ``None`` for nobody's."""
        code = "".join(one for one in to_arabic_digits(typed) if one.isdigit())[: _DIGITS + 1]
        return code if self._store.has_learner(self._area, code) else None

    def keep(self, answers: Sequence[LearnerAnswer]) -> None:
        """Keep answers; when this returns they are on the disk. What was sent twice is kept once."""
        self._store.keep_answers(self._area, answers)

    def answers(self, learner: str | None = None) -> list[LearnerAnswer]:
        """Return a learner's answers, or everybody's, in the order in which they came."""
        return self._store.learner_answers(self._area, learner)

    def answers_to(self, learner: str, sheet: str) -> dict[str, LearnerAnswer]:
        """Return a learner's latest answer to each question of a sheet, by question."""
        return {one.question: one for one in self.answers(learner) if one.sheet == sheet}

    def first_answers_to(self, learner: str, sheet: str) -> dict[str, LearnerAnswer]:
        """Return a learner's first answer to each question of a sheet: what a test counts."""
        return {one.question: one for one in reversed(self.answers(learner)) if one.sheet == sheet}
