"""The part of the store that gives itself away whole, and takes in what another one gave."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from planning_kit.store import migrate
from planning_kit.store.merging import Merged, merge
from planning_kit.store.whole import Whole, erased_of, whole_of


class Exchange(ABC):
    """Gives and merges over the connections that ``Store`` lends."""

    @abstractmethod
    def _reading(self) -> AbstractContextManager[Connection]: ...

    @abstractmethod
    def _writing(self) -> AbstractContextManager[Connection]: ...

    def whole(self, plan_area_ids: Sequence[str], wider: Sequence[str] = ()) -> Whole:
        """Return every revision and paper of some plan areas, as of one moment.

        ``wider`` are the amphoes and provinces whose own questions are asked there too.
        """
        with self._reading() as connection:
            return whole_of(connection, plan_area_ids, wider)

    def all_erased(self) -> Whole:
        """Return the revisions of every erased record, which say nothing any more."""
        with self._reading() as connection:
            return erased_of(connection)

    def merge(self, whole: Whole) -> Merged:
        """Add what is not here yet in one transaction, or nothing. See ``merging.merge``."""
        with self._writing() as connection:
            migrate.lock_for_writing(connection)
            return merge(connection, whole)
