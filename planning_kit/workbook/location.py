"""Where the store is, when nobody says: one place per user, on every system."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.store import Store

VARIABLE = "PLANNING_KIT_STORE"
_FOLDER = "planning-kit"
_FILE = "workbooks.sqlite"
_CANNOT_WRITE = ("store.read-only", "store.disk-full")


def default_store_url() -> str:
    """Return the address in ``PLANNING_KIT_STORE``, else of a file in the user's data folder."""
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        return named
    from platformdirs import user_data_dir

    return f"sqlite:///{(Path(user_data_dir(_FOLDER, False)) / _FILE).as_posix()}"


@contextmanager
def opened(store: Store | str | Path | None, *, leave_no_trace: bool = False) -> Iterator[Store]:
    """Lend a store: one that is open stays open, one named by its address is closed after.

    With ``leave_no_trace`` a store that is not there yet is not made; an empty one in
    memory stands in for it. One on a disk that is full or read-only is read all the same.
    """
    if isinstance(store, Store):
        yield store
        return
    with _open(store or default_store_url(), leave_no_trace) as found:
        yield found


def _open(url: str | Path, leave_no_trace: bool) -> Store:
    try:
        return Store.open(url, create=not leave_no_trace)
    except KitError as error:
        if leave_no_trace and error.code in _CANNOT_WRITE:
            return Store.open(url, create=False, read_only=True)
        if error.code != "store.missing":
            raise
    return Store.open("sqlite://")
