"""A safe copy of the whole store, and the copy put back without reviving what was erased."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store import Store
from planning_kit.store.copying import copy_file, put_back
from planning_kit.store.engine import file_of, read_url
from planning_kit.store.trouble import explained
from planning_kit.workbook.location import default_store_url

_NO_FILE = N_(
    "This store is on a server; its own tools copy it (pg_dump). Workbooks can be taken along one "
    "by one with: planning-kit bundle export"
)
_SAME = N_("{path} is the store itself; choose another file")


def back_up(path: str | Path, store: str | Path | None = None) -> Path:
    """Copy the store, which may be in use, to ``path``, where it appears whole or not at all.

    Raises ``KitError`` ``workbook.no-store-file``, ``workbook.same-file``, the store’s own;
    ``OSError``.
    """
    source, target = _file(store), Path(path)
    _refuse_same(source, target)
    Store.open(source, create=False).close()
    target.parent.mkdir(parents=True, exist_ok=True)
    _copied(source, target)
    return target


def restore(path: str | Path, store: str | Path | None = None) -> tuple[Path | None, int]:
    """Put a copy back in place of the store.

    What stood until now is copied beside it first. Who was erased since the copy was made is
    erased again. Returns the copy of what stood (``None`` where nothing did) and how many
    records were erased again. Raises as :func:`back_up`.
    """
    copy, target = Path(path), _file(store)
    _refuse_same(copy, target)
    # Looked at before anything is touched; brought up to date only once it is in place.
    Store.open(copy, create=False, read_only=True).close()
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        _copied(copy, target)
        Store.open(target).close()
        return None, 0
    before = _free_name(target)
    _copied(target, before)
    with Store.open(before) as old:
        erased = old.all_erased()
    try:
        put_back(copy, target)
    except sqlite3.Error as error:
        raise explained(str(error), target.name) from error
    with Store.open(target) as opened:
        return before, opened.merge(erased).new.total()


def _file(store: str | Path | None) -> Path:
    file = file_of(read_url(str(store or default_store_url())))
    if file is None:
        raise KitError("workbook.no-store-file", _NO_FILE)
    return file


def _refuse_same(one: Path, other: Path) -> None:
    if one.resolve() == other.resolve():
        raise KitError("workbook.same-file", _SAME, path=str(one))


def _copied(source: Path, target: Path) -> None:
    try:
        copy_file(source, target)
    except sqlite3.Error as error:
        raise explained(str(error), source.name) from error


def _free_name(target: Path) -> Path:
    number = 1
    while (name := target.with_name(f"{target.name}.before-restore-{number}")).exists():
        number += 1
    return name
