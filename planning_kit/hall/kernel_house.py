"""Every kernel of the hall: whose it is, how many there may be, and when it ends."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from typing import Any

from planning_kit.errors import KitError
from planning_kit.language import N_

log = logging.getLogger(__name__)
_AFTER_LEAVING = 3.0
_AFTER_DEATH = 5.0


class Place:
    """A place for one kernel, held until it has started."""


class KernelHouse:
    """Starts kernels for sessions and ends them when their page is gone.

    ``manager`` is Voila's kernel manager. A page that closes leaves its kernel
    ``grace_seconds`` in which the same page may come back, after a phone was offline, say.
    """

    def __init__(self, manager: Any, most: int, grace_seconds: float) -> None:
        self._manager = manager
        self._most = most
        self._grace = grace_seconds
        self._owners: dict[str, str] = {}
        self._sockets: Counter[str] = Counter()
        self._ends: dict[str, asyncio.Task[None]] = {}
        self._waiting: set[Place] = set()

    @property
    def busy(self) -> int:
        """Return how many kernels run, and how many pages may yet start one."""
        return len(self._waiting) + len(self._manager.list_kernel_ids())

    @contextmanager
    def place(self) -> Iterator[Place]:
        """Hold a place for a kernel that may start; raises ``KitError`` ``hall.full``."""
        if self.busy >= self._most:
            raise KitError(
                "hall.full",
                N_(
                    "All {most} places for apps are taken just now. Nothing is lost. This page "
                    "tries again by itself; a page closed elsewhere makes room."
                ),
                most=self._most,
            )
        held = Place()
        self._waiting.add(held)
        try:
            yield held
        finally:
            self._waiting.discard(held)

    async def start(self, session: str, env: Mapping[str, str], held: Place | None = None) -> str:
        """Start a kernel that belongs to ``session``, in the place held, and return its id."""
        kernel_id: str = await self._manager.start_kernel(kernel_name="python3", env=dict(env))
        if held is not None:
            self._waiting.discard(held)
        self._owners[kernel_id] = session
        self._manager.add_restart_callback(kernel_id, partial(self._died, kernel_id))
        return kernel_id

    def _died(self, kernel_id: str) -> None:
        """A kernel died, and Jupyter starts an empty one under its name, of no use to its page.

        Nobody owns that one: the page is told that its kernel is gone, and loads itself anew.
        """
        log.warning("planning-kit: a page's kernel died; the page comes back with another one")
        self._owners.pop(kernel_id, None)
        if waiting := self._ends.pop(kernel_id, None):
            waiting.cancel()
        self._ends[kernel_id] = asyncio.ensure_future(self._end_later(kernel_id, _AFTER_DEATH))

    def owner(self, kernel_id: str) -> str | None:
        """Return the session a living kernel belongs to, ``None`` if there is none."""
        return self._owners.get(kernel_id) if kernel_id in self._manager else None

    def page_opened(self, kernel_id: str) -> None:
        """A page has connected to its kernel."""
        self._sockets[kernel_id] += 1
        self._let_live(kernel_id)

    def page_closed(self, kernel_id: str) -> None:
        """A page has let go of its kernel; it may come back within the grace period."""
        self._sockets[kernel_id] -= 1
        if self._sockets[kernel_id] <= 0:
            self.end_unless_opened(kernel_id)

    def page_left(self, kernel_id: str) -> None:
        """A page has said that it is closing, so there is less to wait for."""
        self._let_live(kernel_id)
        self.end_unless_opened(kernel_id, min(_AFTER_LEAVING, self._grace))

    def _let_live(self, kernel_id: str) -> None:
        # Nobody owns the empty kernel that Jupyter starts for one that died: it must end.
        waiting = self._ends.pop(kernel_id, None) if kernel_id in self._owners else None
        if waiting:
            waiting.cancel()

    def end_unless_opened(self, kernel_id: str, seconds: float | None = None) -> None:
        """End a kernel after the grace period, unless its page connects before."""
        if kernel_id not in self._ends and kernel_id in self._owners:
            after = self._grace if seconds is None else seconds
            self._ends[kernel_id] = asyncio.ensure_future(self._end_later(kernel_id, after))

    async def _end_later(self, kernel_id: str, seconds: float) -> None:
        await asyncio.sleep(seconds)
        # No longer waiting: end() must not cancel the very task it runs in.
        self._ends.pop(kernel_id, None)
        await self.end(kernel_id)

    async def end(self, kernel_id: str) -> None:
        """End a kernel now; one that is gone already is forgotten."""
        if waiting := self._ends.pop(kernel_id, None):
            waiting.cancel()
        self._owners.pop(kernel_id, None)
        self._sockets.pop(kernel_id, None)
        if kernel_id in self._manager:
            await self._manager.shutdown_kernel(kernel_id, now=True)
            log.info("planning-kit: a page's kernel ended, %s left", self.busy)

    async def end_of_code(self, code_id: str) -> None:
        """End every kernel of the sessions that came with a join code."""
        its = [k for k, session in self._owners.items() if session.startswith(f"{code_id}.")]
        for kernel_id in its:
            await self.end(kernel_id)

    async def end_of_session(self, session: str) -> None:
        """End every kernel of one session."""
        for kernel_id in [k for k, owner in self._owners.items() if owner == session]:
            await self.end(kernel_id)
