"""Copies of a whole store for those who practise, and the beginning put back when they ask."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.records import record_types
from planning_kit.store.copying import copy_file, put_back
from planning_kit.store.engine import file_of, read_url

# Lists of the tambon's own are no part of a plan that learners would write.
_PLAN = tuple(
    kind.noun.name
    for kind in record_types()
    if kind.noun.book == "plan" and kind.noun.name != "taxon"
)
_CANNOT = N_(
    "The practice data could not be copied to {folder}. Free some space, then load the page again."
)


class PracticeCopies:
    """The practice tambon as it was before anybody practised, and a copy for each learner.

    They lie in a folder beside the store ``store_url``, whose own data are the room's. Where the
    store is no file there is one for all.
    """

    def __init__(self, store_url: str) -> None:
        self._store_url = store_url
        file = file_of(read_url(store_url))
        self._file = file
        self._folder = file.with_name(f"{file.name}.copies") if file is not None else None

    def prepare(self) -> None:
        """Keep the beginning, the first time; raises ``KitError`` ``workbook.no-copy``."""
        if self._file is None or self._folder is None or self._beginning.exists():
            return
        try:
            self._folder.mkdir(exist_ok=True)
            copy_file(self._file, self._beginning)
        except (OSError, sqlite3.Error) as error:
            raise self._failed() from error

    def of(self, learner: str) -> str:
        """Return the address of a learner's own copy, made when first asked for.

        ``learner`` is letters, digits and hyphens. Raises as :meth:`prepare`.
        """
        if self._folder is None:
            return self._store_url
        self.prepare()
        own = self._folder / f"{learner}.db"
        if not own.exists():
            try:
                copy_file(self._beginning, own)
            except (OSError, sqlite3.Error) as error:
                raise self._failed() from error
        return f"sqlite:///{own.as_posix()}"

    @property
    def worked(self) -> str | None:
        """The address of the worked plan as it came, not to be written to; ``None`` without copies."""
        return f"sqlite:///{self._beginning.as_posix()}" if self._folder is not None else None

    def begin_again(self, store_url: str, *, survey_only: bool = False) -> None:
        """Put the beginning back into the room's store or a copy; raises as :meth:`prepare`.

        With ``survey_only`` nothing of the worked plan is there: learners write their own.
        """
        file = file_of(read_url(store_url))
        if file is None or self._folder is None:
            return
        try:
            put_back(self._beginning, file, _PLAN if survey_only else ())
        except (OSError, sqlite3.Error) as error:
            raise self._failed() from error

    @property
    def _beginning(self) -> Path:
        assert self._folder is not None, "asked only where the store is a file"
        return self._folder / "beginning.db"

    def _failed(self) -> KitError:
        return KitError("workbook.no-copy", _CANNOT, folder=str(self._folder))
