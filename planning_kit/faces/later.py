"""Doing a thing a little later, and once, however often it was asked for meanwhile."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


def nobody() -> None:
    """Hear of a thing done without doing anything more."""


class Later:
    """Does ``deed`` some seconds after it was asked for last.

    In a notebook the kernel's own loop keeps the time. Where no loop turns (a plain script, a
    test) it is done at once, or with ``needs_loop`` not at all.
    """

    def __init__(
        self, deed: Callable[[], object], seconds: float, *, needs_loop: bool = False
    ) -> None:
        self._deed, self._seconds, self._needs_loop = deed, seconds, needs_loop
        self._waiting: asyncio.TimerHandle | None = None

    def ask(self) -> None:
        """Ask for the deed; what was asked for before and is not done yet is the same asking."""
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            if not self._needs_loop:
                self._deed()
            return
        if self._waiting is not None:
            self._waiting.cancel()
        self._waiting = loop.call_later(self._seconds, self._deed)
