"""Copies of a SQLite file that is in use, and a copy put back in its place."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from planning_kit.records import record_type
from planning_kit.store.engine import look_at_file


def copy_file(source: Path, target: Path) -> None:
    """Copy a store's file, with what still lies in its write-ahead log.

    The copy appears under its name only when it is whole. Raises ``OSError``,
    ``sqlite3.Error`` or what ``look_at_file`` raises; ``target`` is then as it was.
    """
    look_at_file(source)
    half = target.with_name(f"{target.name}.half")
    half.unlink(missing_ok=True)
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(half)) as copy:
        there.backup(copy)
    half.replace(target)


def put_back(source: Path, target: Path, without: Iterable[str] = ()) -> None:
    """Fill the store ``target``, which may be open elsewhere, with what ``source`` holds.

    Whoever has it open sees all of it or nothing. ``without`` are record types of which nothing
    is to be there, nor of any endorsed version. Raises as :func:`copy_file`.
    """
    emptied = [record_type(name).noun.name for name in without]
    if emptied:
        half = target.with_name(f"{target.name}.emptied")
        copy_file(source, half)
        with closing(sqlite3.connect(half)) as copy:
            for name in (*emptied, "frozen_plan"):
                copy.execute(f'DELETE FROM "{name}"')
            copy.commit()
        put_back(half, target)
        half.unlink()
        return
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as copy:
        (writes,) = copy.execute("SELECT writes FROM store_meta").fetchone()
        there.backup(copy)
        # What others keep in mind by this number must not pass for the new content.
        copy.execute("UPDATE store_meta SET writes = ?", (writes + 1,))
        copy.commit()
