"""Many ask at nearly the same time: what they ask is done in one go, and each gets an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from typing import Generic, TypeVar

I = TypeVar("I")  # noqa: E741
O = TypeVar("O")  # noqa: E741


class Gathered(Generic[I, O]):
    """Hands ``work`` everything that came while it was busy, in a thread of ``executor``.

    ``work`` returns one answer for each item, in order. What it raises, all of them raise.
    One save to the disk then serves them all, and nobody is answered before it is done.
    """

    def __init__(self, work: Callable[[Sequence[I]], Sequence[O]], executor: Executor) -> None:
        self._work = work
        self._executor = executor
        self._waiting: list[tuple[I, asyncio.Future[O]]] = []
        self._busy: asyncio.Task[None] | None = None

    async def done(self, item: I) -> O:
        """Return the answer for ``item`` once it is done."""
        answer: asyncio.Future[O] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, answer))
        if self._busy is None or self._busy.done():
            self._busy = asyncio.create_task(self._run())
        return await answer

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while self._waiting:
            taken, self._waiting = self._waiting, []
            items = [item for item, _answer in taken]
            working = loop.run_in_executor(self._executor, self._work, items)
            await asyncio.wait([working])
            error = working.exception()
            for at, (_item, answer) in enumerate(taken):
                if answer.done():
                    # Whoever asked has gone away.
                    continue
                if error is not None:
                    answer.set_exception(error)
                else:
                    answer.set_result(working.result()[at])
