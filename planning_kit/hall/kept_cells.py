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
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import planning_kit

WIDGET = "application/vnd.jupyter.widget-view+json"
_MOST_CHARACTERS = 40_000_000

Outputs = list[Any]
"""The outputs of a cell, as in a notebook."""
Run = Callable[[], Awaitable[Outputs | None]]
"""Runs a cell; ``None`` where it failed."""


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
        self._leaders: dict[str, Opening] = {}

    @contextmanager
    def opening(self, made_from: str) -> Iterator[Opening]:
        """Return what a page asks while it is made; ``made_from`` decides all that it shows."""
        page = Opening(self, made_from)
        try:
            yield page
        finally:
            self.left(page)

    async def outputs(self, page: Opening, cell: str, run: Run) -> Outputs:
        """Return what a cell of a page shows; see ``Opening.outputs``."""
        key = f"{page.made_from} {cell}"
        while True:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
                return copy.deepcopy(kept.outputs)
            if key in self._everyones_own:
                return await run() or []
            leader = self._leaders.setdefault(page.made_from, page)
            if leader is page:
                break
            await leader.next_step()
        found = await run()
        if found is not None:
            self._keep(key, found)
        page.made_a_step()
        return found or []

    def left(self, page: Opening) -> None:
        """Let another page that waits lead: this one is whole, or gone."""
        if self._leaders.get(page.made_from) is page:
            del self._leaders[page.made_from]
        page.made_a_step()

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


class Opening:
    """A page while it is made. The first of several that are alike leads, the others follow it."""

    def __init__(self, cells: KeptCells, made_from: str) -> None:
        self.made_from = made_from
        self._cells = cells
        self._step: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    async def outputs(self, cell: str, run: Run) -> Outputs:
        """Return what ``cell`` shows: kept, or from ``run`` if this page leads.

        What ``run`` could not work out the next page tries anew. Raises what ``run`` raises.
        """
        return await self._cells.outputs(self, cell, run)

    async def next_step(self) -> None:
        """Wait until this page has made another cell, or is gone."""
        await asyncio.wait([self._step])

    def made_a_step(self) -> None:
        """Let those who wait look again."""
        self._step.set_result(None)
        self._step = asyncio.get_running_loop().create_future()


def leaves_nothing(source: str, outputs: Sequence[Any]) -> bool:
    """Tell whether later cells do without this one: it names nothing new.

    What shows nothing may have been run for what it does; a chapter that has nothing to say
    was not.
    """
    body = ast.parse(source).body
    return all(isinstance(line, ast.Expr) and (outputs or _is_chapter(line.value)) for line in body)


def _is_chapter(line: ast.expr) -> bool:
    called = line.func if isinstance(line, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in planning_kit.CHAPTERS


def _characters(outputs: Outputs) -> int:
    return sum(
        len(text)
        for output in outputs
        for text in output.get("data", {}).values()
        if isinstance(text, str)
    )
