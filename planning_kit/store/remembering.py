"""What was read is kept in mind as long as nothing was written since.

A report asks for the same tables hundreds of times. Every writing transaction raises
``store_meta.writes`` before it looks at anything, so one small number tells whether a table
read before still stands.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from planning_kit.records import record_types
from planning_kit.store import reading
from planning_kit.store.tables import STORE_META

T = TypeVar("T")

_MOST = 64
_MOST_ROWS = 20_000


class Remembering(ABC):
    """Reads over the connection that ``Store`` lends, and not twice what has not changed."""

    def __init__(self) -> None:
        self._known: OrderedDict[Hashable, tuple[int, Any]] = OrderedDict()
        self._knowing = threading.Lock()

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    def writes(self) -> int:
        """Return a number that grows with everything that is written, in whatever plan area."""
        with self._reading() as connection:
            return _writes(connection)

    def version_of(self, plan_area_id: str) -> str:
        """Return a text that changes whenever any record of the plan area does."""
        names = [kind.noun.name for kind in record_types()]
        with self._reading() as connection:
            return reading.version_of(connection, names, plan_area_id)

    def remembered(self, key: Hashable, read: Callable[[Connection], T]) -> T:
        """Return what ``read`` gave for ``key``, read anew when anything was written since.

        The same object is handed to every caller: it must not be changed. Results of many rows
        are not kept.
        """
        with self._reading() as connection:
            # First, so that the number is of the same moment as what is read after it.
            writes = _writes(connection)
            with self._knowing:
                known = self._known.get(key)
            if known is not None and known[0] == writes:
                found: T = known[1]
                return found
            found = read(connection)
        self._keep(key, writes, found)
        return found

    def _keep(self, key: Hashable, writes: int, found: Any) -> None:
        with self._knowing:
            self._known.pop(key, None)
            if len(found) > _MOST_ROWS:
                return
            self._known[key] = (writes, found)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)


def _writes(connection: Connection) -> int:
    return int(connection.execute(select(STORE_META.c.writes)).scalar_one())
