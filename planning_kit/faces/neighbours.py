"""Tools that stand on one page: what one of them has saved, the others show a moment later."""

from __future__ import annotations

from typing import Protocol
from weakref import WeakSet

from planning_kit.workbook import Workbook


class Neighbour(Protocol):
    """What a tool must have to hear of the others."""

    workbook: Workbook

    def hear(self) -> None:
        """Another tool has saved something; look at the workbook again, soon."""


_ON_THE_PAGE: WeakSet[Neighbour] = WeakSet()


def join(tool: Neighbour) -> None:
    """Let a tool hear of what others save, as long as it lives."""
    _ON_THE_PAGE.add(tool)


def tell_neighbours(tool: Neighbour) -> None:
    """Say that ``tool`` has saved something: a project just written wants its budget."""
    for other in list(_ON_THE_PAGE):
        if other is not tool and other.workbook is tool.workbook:
            other.hear()
