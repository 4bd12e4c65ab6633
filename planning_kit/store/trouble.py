"""What can go wrong between the kit and its database, each in one clear sentence."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from planning_kit.errors import KitError
from planning_kit.language import N_

LOCKED = N_(
    "Another program is writing to the store “{store}” and did not finish; close it or wait a "
    "little, then do this again. Nothing was changed"
)
READ_ONLY = N_(
    "The store “{store}” cannot be written: you may not write in its folder, or the file is "
    "marked read-only. Copy it to a folder of your own, or ask for the permission. "
    "Nothing was changed"
)
NOT_A_STORE = N_(
    "“{store}” is not a planning-kit store; check the name after --store (or in "
    "PLANNING_KIT_STORE). The file was left as it is"
)
DAMAGED = N_(
    "The store “{store}” is damaged and cannot be read; take the last good copy (backup) of it"
)
FULL = N_("The disk is full; free some space, then do this again. Nothing was changed")
UNREACHABLE = N_("The store “{store}” cannot be opened; check its address and that it is running")

# Words that SQLite and PostgreSQL use, in their own messages, for each trouble.
_SIGNS = (
    (("locked", "lock timeout", "could not obtain lock", "busy"), "store.locked", LOCKED),
    (("readonly", "read-only", "permission denied"), "store.read-only", READ_ONLY),
    (("unable to open",), "store.read-only", READ_ONLY),
    (("not a database", "file is encrypted"), "store.not-a-store", NOT_A_STORE),
    (("malformed", "corrupt"), "store.damaged", DAMAGED),
    (("disk is full", "no space left"), "store.disk-full", FULL),
)


# On a full disk SQLite cannot make the files it needs beside the store, and calls it an I/O error.
_NO_ROOM = ("SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMMAP", "SQLITE_IOERR_WRITE", "SQLITE_FULL")


def explained(said: str, store: str, name: str = "") -> KitError:
    """Return the one sentence for what a database said went wrong; ``name`` is SQLite's for it."""
    said = said.casefold()
    if name in _NO_ROOM:
        return KitError("store.disk-full", FULL, store=store)
    for signs, code, sentence in _SIGNS:
        if any(sign in said for sign in signs):
            return KitError(code, sentence, store=store)
    return KitError("store.unreachable", UNREACHABLE, store=store)


@contextmanager
def in_one_sentence(store: str) -> Iterator[None]:
    """Turn a trouble of the database into a ``KitError``; a fault of the kit's own passes."""
    try:
        yield
    except DBAPIError as error:
        # Their subclasses (integrity, programming) are our own faults, not the user's.
        if type(error) not in (OperationalError, DatabaseError):
            raise
        raise explained(str(error.orig), store, _name(error.orig)) from error
    except sqlite3.OperationalError as error:
        raise explained(str(error), store, _name(error)) from error


def _name(error: BaseException | None) -> str:
    return str(getattr(error, "sqlite_errorname", ""))
