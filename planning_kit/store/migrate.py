"""Opening a file made by an older kit: what is missing is added, after a copy was made."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Dialect, Engine, MetaData, inspect, select, update
from sqlalchemy.schema import CreateColumn, CreateIndex, CreateTable

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.store.engine import writing
from planning_kit.store.metadata import METADATA
from planning_kit.store.revision import now
from planning_kit.store.tables import MIGRATION, STORE_META
from planning_kit.store.trouble import NOT_A_STORE

# Raised by hand when a column is taken away or changes its meaning; a new field needs no
# change here, its column is found missing and added.
SCHEMA_VERSION = 1
MADE_BY = "planning-kit"
# Columns of older files that no declaration names any more: (table, column).
RETIRED: frozenset[tuple[str, str]] = frozenset()

_NEWER = N_(
    "The store “{store}” was made by a newer planning-kit; install that version to open it. "
    "The file was left as it is"
)


def lock_for_writing(connection: Connection) -> None:
    """Queue behind other writers until the transaction ends.

    The first statement of every writing transaction, in SQLite and PostgreSQL alike: what
    is read after it cannot be changed by anyone else before the commit.
    """
    connection.execute(update(STORE_META).values(writes=STORE_META.c.writes + 1))


def make_tables(engine: Engine, metadata: MetaData = METADATA) -> None:
    """Make all tables of a new store, unless another program has just made them."""
    with writing(engine) as connection:
        if inspect(connection).has_table(STORE_META.name):
            return
        if connection.dialect.name == "sqlite":
            for statement in _said(metadata, connection.dialect):
                connection.exec_driver_sql(statement)
        else:
            metadata.create_all(connection)
        connection.execute(
            STORE_META.insert().values(id=1, made_by=MADE_BY, version=SCHEMA_VERSION, writes=0)
        )


@cache
def _said(metadata: MetaData, dialect: Dialect) -> tuple[str, ...]:
    """Return the statements that make all tables: to put them into words takes longest."""
    made: list[CreateTable | CreateIndex] = []
    for table in metadata.sorted_tables:
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [CreateTable(table), *map(CreateIndex, indexes)]
    return tuple(str(one.compile(dialect=dialect)) for one in made)


def stored_version(engine: Engine, store: str, *, is_ours: bool = False) -> int | None:
    """Return the schema version of a store, ``None`` where there are no tables at all.

    ``is_ours`` says that all our tables are known to be there. Raises ``KitError``
    ``store.not-a-store`` for somebody else's database.
    """
    found = None if is_ours else inspect(engine)
    if found is not None and not found.has_table(STORE_META.name):
        if found.get_table_names():
            raise KitError("store.not-a-store", NOT_A_STORE, store=store)
        return None
    with engine.connect() as connection:
        row = connection.execute(select(STORE_META)).mappings().first()
    if row is None or row["made_by"] != MADE_BY:
        raise KitError("store.not-a-store", NOT_A_STORE, store=store)
    return int(row["version"])


_SQLITE_SHAPE = (
    "SELECT group_concat(named, char(10)) FROM ("
    "SELECT t.name || '.' || c.name AS named "
    "FROM sqlite_master AS t, pragma_table_info(t.name) AS c "
    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY named)"
)
_SQLITE_COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c "
    "WHERE t.type = 'table'"
)


def is_as_declared(engine: Engine) -> bool:
    """Tell whether a SQLite store has exactly the tables that this kit makes.

    One text against another. Going through every column takes longer than all else that
    opening does, and every kernel of a hall opens the store.
    """
    if engine.dialect.name != "sqlite":
        return False
    with engine.connect() as connection:
        return bool(connection.exec_driver_sql(_SQLITE_SHAPE).scalar_one() == _declared_shape())


@cache
def _declared_shape() -> str:
    named = (f"{table.name}.{one.name}" for table in METADATA.tables.values() for one in table.c)
    return "\n".join(sorted(named))


def refuse_newer(engine: Engine, version: int, store: str, metadata: MetaData = METADATA) -> None:
    """Refuse a file of a newer kit: a higher version, or columns that are not declared here."""
    columns = _columns(engine)
    undeclared = [
        (table.name, name)
        for table in metadata.sorted_tables
        for name in columns.get(table.name, set()) - {column.name for column in table.columns}
        if (table.name, name) not in RETIRED
    ]
    if version > SCHEMA_VERSION or undeclared:
        raise KitError("store.newer", _NEWER, store=store)


def upgrade(engine: Engine, file: Path | None, metadata: MetaData = METADATA) -> list[str]:
    """Add the tables and columns that a file of an older kit lacks, in one transaction.

    A SQLite file is first copied beside itself as ``<file>.before-vN``. Returns what was
    added, as ``table`` or ``table.column``.
    """
    with engine.connect() as connection:
        version = connection.execute(select(STORE_META.c.version)).scalar_one()
    if not _lacking(engine, metadata) and version == SCHEMA_VERSION:
        return []
    if file is not None:
        copy_first(file)
    with writing(engine) as connection:
        lock_for_writing(connection)
        lacking = _lacking(connection, metadata)
        metadata.create_all(connection)
        for table, column in lacking:
            if column is not None:
                _add_column(connection, metadata, table, column)
        what = [table if column is None else f"{table}.{column}" for table, column in lacking]
        connection.execute(update(STORE_META).values(version=SCHEMA_VERSION))
        connection.execute(
            MIGRATION.insert().values(version=SCHEMA_VERSION, at=now(), what=", ".join(what))
        )
    return what


def copy_first(file: Path) -> Path:
    """Copy a SQLite file, with what still lies in its write-ahead log, and return the copy."""
    target = file.with_name(f"{file.name}.before-v{SCHEMA_VERSION}")
    number = 2
    while target.exists():
        target = file.with_name(f"{file.name}.before-v{SCHEMA_VERSION}-{number}")
        number += 1
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def _columns(bind: Engine | Connection) -> dict[str, set[str]]:
    if isinstance(bind, Engine):
        with bind.connect() as connection:
            return _columns(connection)
    columns: dict[str, set[str]] = {}
    if bind.dialect.name == "sqlite":
        # Every workbook is opened through here: one question instead of two for each table.
        for table, name in bind.exec_driver_sql(_SQLITE_COLUMNS):
            columns.setdefault(table, set()).add(name)
        return columns
    for (_schema, table), found in inspect(bind).get_multi_columns().items():
        columns[table] = {column["name"] for column in found}
    return columns


def _lacking(bind: Engine | Connection, metadata: MetaData) -> list[tuple[str, str | None]]:
    there = _columns(bind)
    lacking: list[tuple[str, str | None]] = []
    for table in metadata.sorted_tables:
        if table.name not in there:
            lacking.append((table.name, None))
            continue
        lacking += [
            (table.name, column.name)
            for column in table.columns
            if column.name not in there[table.name]
        ]
    return lacking


def _add_column(connection: Connection, metadata: MetaData, table: str, column: str) -> None:
    quote = connection.dialect.identifier_preparer.quote
    made = CreateColumn(metadata.tables[table].c[column]).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE {quote(table)} ADD COLUMN {made}")
