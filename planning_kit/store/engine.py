"""The way into the database file or server."""

from __future__ import annotations

import sqlite3
from contextlib import AbstractContextManager
from functools import cache, partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError
from sqlalchemy.pool import NullPool, StaticPool

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store.trouble import NOT_A_STORE, READ_ONLY

_FIRST_PAGE = 4096
_compiled: dict[Any, Any] = {}
_SQLITE_MARK = b"SQLite format 3\x00"
_seen_sound: set[tuple[int, int]] = set()
WRITING = "planning_kit_writing"
_BAD_ADDRESS = N_(
    "“{store}” is not an address of a store; write a file name, or sqlite:///FILE, or "
    "postgresql+psycopg://…"
)


def read_url(text: str) -> URL:
    """Return the address of a store; a plain file name means a SQLite file.

    Raises ``KitError`` ``store.bad-address``.
    """
    if "://" not in text:
        return URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = make_url(text)
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        # The address may hold a password: only its scheme is repeated.
        raise KitError("store.bad-address", _BAD_ADDRESS, store=text.split("://")[0]) from error
    return url


def shown(url: URL) -> str:
    """Return the address as a message may show it: without a password, a file by its name."""
    file = file_of(url)
    return file.name if file else url.render_as_string(hide_password=True)


def file_of(url: URL) -> Path | None:
    """Return the file of a SQLite store; ``None`` for one in memory or on a server."""
    name = url.database
    if url.get_backend_name() != "sqlite" or not name or name == ":memory:":
        return None
    return Path(name)


def look_at_file(path: Path) -> bool:
    """Tell whether a store file is there; an empty one does not count.

    Looks before SQLite does, so that a file that is no database is never touched; a sound one is
    looked at once by a process. Closing a file takes away every lock that this process has on it
    (POSIX), SQLite's too: another process would think itself the last one and throw away the
    write-ahead log in use. See “How To Corrupt An SQLite Database File”, 2.2.
    Raises ``KitError`` ``store.not-a-store`` or ``store.read-only``.
    """
    try:
        if path.is_dir():
            raise KitError("store.not-a-store", NOT_A_STORE, store=path.name)
        if not path.exists():
            return False
        if _this(path) in _seen_sound and path.stat().st_size:
            return True
        with path.open("rb") as file:
            start = file.read(len(_SQLITE_MARK))
    except OSError as error:
        raise KitError("store.read-only", READ_ONLY, store=path.name) from error
    if start and start != _SQLITE_MARK:
        raise KitError("store.not-a-store", NOT_A_STORE, store=path.name)
    if start:
        know_as_sound(path)
    return bool(start)


def know_as_sound(path: Path) -> None:
    """Keep in mind that a file is a database: this process need not look at it again."""
    _seen_sound.add(_this(path))


def _this(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def make_folder(path: Path) -> None:
    """Make the folder of a new store. Raises ``KitError`` ``store.read-only``."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KitError("store.read-only", READ_ONLY, store=path.name) from error


def remove_beginning(path: Path) -> None:
    """Take away the first page of a new store, and what lies beside it, where no more was written.

    Only for a file that the caller began himself and could not finish on a full disk.
    """
    if path.exists() and path.stat().st_size <= _FIRST_PAGE:
        for ending in ("-wal", "-shm", ""):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def make_engine(url: URL, wait_seconds: float, *, read_only: bool = False) -> Engine:
    """Return the engine of a store.

    A SQLite file is closed after each piece of work, so that it can be moved or copied. With
    ``read_only`` no file is made beside it: a disk that is full or read-only will do.
    """
    if url.get_backend_name() != "sqlite":
        try:
            return create_engine(url)
        except ImportError as error:
            raise KitError(
                "store.no-driver",
                N_("The driver for “{store}” is not installed; install it with pip"),
                store=shown(url),
            ) from error
    file = file_of(url)
    engine = _sqlite_engine(url, file, only_read=read_only)
    _speak_sqlite(engine, round(wait_seconds * 1000), is_file=file is not None)
    return engine


def _sqlite_engine(url: URL, file: Path | None, *, only_read: bool) -> Engine:
    """Return an engine that shares what is compiled with every other of this process and its forks.

    The dialect is part of the key under which SQLAlchemy keeps a compiled statement, so that
    ``create_engine`` would begin anew with every store that is opened.
    """
    dialect = _sqlite()
    connect: Any
    if only_read and file is not None and not _has_more_beside(file):
        connect = partial(_only_read, file)
    else:
        where, how = dialect.create_connect_args(url)
        connect = partial(sqlite3.connect, *where, **{**how, "check_same_thread": False})
    pool = (NullPool if file else StaticPool)(connect, dialect=dialect)
    return Engine(pool, dialect, url, execution_options={"compiled_cache": _compiled})


@cache
def _sqlite() -> Dialect:
    """Return SQLAlchemy's SQLite, which has been asked once what it can do."""
    in_memory = create_engine("sqlite://")
    in_memory.connect().close()
    return in_memory.dialect


def _has_more_beside(file: Path) -> bool:
    """Tell whether the write-ahead log holds what the file itself does not hold yet."""
    log = file.with_name(f"{file.name}-wal")
    return log.exists() and log.stat().st_size > 0


def _only_read(file: Path) -> sqlite3.Connection:
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _speak_sqlite(engine: Engine, wait_ms: int, *, is_file: bool) -> None:
    @event.listens_for(engine, "connect")
    def _on_connect(connection: Any, _record: Any) -> None:
        # The driver would begin transactions by its own rules and leave table changes
        # outside them; here SQLAlchemy's begin is the only one.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {wait_ms}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = FULL")
        # Only drafts are ever deleted; what was dropped must not lie on in the file.
        cursor.execute("PRAGMA secure_delete = ON")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _on_begin(connection: Any) -> None:
        writing = connection.get_execution_options().get(WRITING, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def writing(engine: Engine) -> AbstractContextManager[Connection]:
    """Begin a transaction that will write, so that nobody else can begin one meanwhile."""
    return engine.execution_options(**{WRITING: True}).begin()


def write_ahead(engine: Engine) -> None:
    """Let readers read while one writes (WAL); the file remembers it."""
    # Not inside a transaction, so not through SQLAlchemy's, which would begin one.
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    finally:
        raw.close()
