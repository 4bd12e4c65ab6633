"""Learners' answers, read and kept in one thread beside the loop of the light pages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from planning_kit.hall.gathered import Gathered
from planning_kit.workbook.learners import LearnerAnswer, LearnerBook

T = TypeVar("T")
_Sent = tuple[str, LearnerAnswer]


class LearnerDesk:
    """The learners' books of a hall, by plan area; each is opened once."""

    def __init__(self, store_url: str, *, practice: bool) -> None:
        self._store_url = store_url
        self._practice = practice
        self._books: dict[str, LearnerBook] = {}
        self._thread = ThreadPoolExecutor(1, "learners")
        self._sent: Gathered[_Sent, None] = Gathered(self._keep, self._thread)

    async def ask(self, area: str, asked: Callable[[LearnerBook], T]) -> T:
        """Return what ``asked`` finds in the book of a plan area; raises what it raises."""
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, lambda: asked(self._book(area))
        )

    async def keep(self, area: str, answer: LearnerAnswer) -> None:
        """Keep an answer; when this returns it is on the disk."""
        await self._sent.done((area, answer))

    def close(self) -> None:
        """Finish what is being written, and let go of the books."""
        self._thread.shutdown()
        for book in self._books.values():
            book.close()

    def _keep(self, sent: Sequence[_Sent]) -> Sequence[None]:
        for area in dict.fromkeys(area for area, _answer in sent):
            self._book(area).keep([answer for of, answer in sent if of == area])
        return [None] * len(sent)

    def _book(self, area: str) -> LearnerBook:
        if area not in self._books:
            self._books[area] = LearnerBook.beside(self._store_url, area, practice=self._practice)
        return self._books[area]
