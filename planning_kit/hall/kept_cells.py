"""What a cell showed, kept while the data stand: a hall full of people waits for it once.

A cell that shows a part of the report shows the same in every kernel. Who opens a page first has
it worked out; whoever opens it meanwhile waits for that, whoever comes later has it at once and
without a kernel of their own. Cells with widgets, and cells that failed, are never kept.
"""

from __future__ import annotations

import ast
import asyncio
import copy
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

WIDGET = "application/vnd.jupyter.widget-view+json"
_MOST_CHARACTERS = 40_000_000

Outputs = list[Any]
"""The outputs of a cell, as in a notebook."""


@dataclass(frozen=True)
class _Kept:
    outputs: Outputs
    size: int


class KeptCells:
    """Outputs by key; the oldest go when there are too many. One event loop uses it."""

    def __init__(self, most_characters: int = _MOST_CHARACTERS) -> None:
        self._most = most_characters
        self._size = 0
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._everyones_own: OrderedDict[str, None] = OrderedDict()
        self._working: dict[str, asyncio.Future[None]] = {}

    async def outputs(self, key: str, run: Callable[[], Awaitable[Outputs | None]]) -> Outputs:
        """Return what the cell ``key`` shows: kept, or from ``run``, which one caller at a time runs.

        ``run`` returns ``None`` where the cell failed; the next caller then tries anew. Raises
        what ``run`` raises.
        """
        while key in self._working:
            await asyncio.wait([self._working[key]])
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
            return copy.deepcopy(kept.outputs)
        if key in self._everyones_own:
            return await run() or []
        working = self._working[key] = asyncio.get_running_loop().create_future()
        try:
            found = await run()
            if found is not None:
                self._keep(key, found)
            return found or []
        finally:
            del self._working[key]
            working.set_result(None)

    def _keep(self, key: str, outputs: Outputs) -> None:
        if any(WIDGET in output.get("data", {}) for output in outputs):
            self._everyones_own[key] = None
            while len(self._everyones_own) > len(self._kept) + 1000:
                self._everyones_own.popitem(last=False)
            return
        size = _characters(outputs)
        self._kept[key] = _Kept(copy.deepcopy(outputs), size)
        self._size += size
        while self._size > self._most:
            _key, gone = self._kept.popitem(last=False)
            self._size -= gone.size


def leaves_nothing(source: str, outputs: Sequence[Any]) -> bool:
    """Tell whether later cells do without this one: it shows something and names nothing new."""
    body = ast.parse(source).body
    return bool(outputs) and all(isinstance(line, ast.Expr) for line in body)


def _characters(outputs: Outputs) -> int:
    return sum(
        len(text)
        for output in outputs
        for text in output.get("data", {}).values()
        if isinstance(text, str)
    )
