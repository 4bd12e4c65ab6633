"""Files of older kits open after an upgrade, with a copy made first; newer ones are refused."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from planning_kit.errors import KitError
from planning_kit.store import Store


def change(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def columns(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(household)")}


@pytest.fixture
def older(file: Path, first, household) -> Path:
    """A store from before ``rice_months`` and the record type ``capital`` were declared."""
    with Store.open(file) as store:
        store.write([first(household("01-001", males=2, rice_months=5))])
    change(file, "ALTER TABLE household DROP COLUMN rice_months", "DROP TABLE capital")
    return file


def test_a_column_declared_since_is_added_and_old_rows_do_not_state_it(older: Path) -> None:
    with Store.open(older) as store:
        assert set(store.migrated) == {"household.rice_months", "capital"}
        (stored,) = store.latest("household")
        assert (stored.record.males, stored.record.rice_months) == (2, None)
        assert store.latest("capital") == []
    with closing(sqlite3.connect(older)) as connection:
        (what,) = connection.execute("SELECT what FROM migration").fetchone()
    assert "household.rice_months" in what


def test_the_copy_made_first_is_the_old_file_and_opens_on_its_own(older: Path) -> None:
    Store.open(older).close()
    copy = older.with_name(older.name + ".before-v1")
    assert "rice_months" not in columns(copy)
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT household_id FROM household").fetchall() == [("01-001",)]


def test_a_second_upgrade_does_not_overwrite_the_first_copy(older: Path) -> None:
    Store.open(older).close()
    change(older, "ALTER TABLE household DROP COLUMN males")
    Store.open(older).close()
    assert older.with_name(older.name + ".before-v1").exists()
    assert "males" not in columns(older.with_name(older.name + ".before-v1-2"))
    assert "males" in columns(older)


def test_a_file_that_is_up_to_date_is_not_copied(file: Path) -> None:
    Store.open(file).close()
    Store.open(file).close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_meta SET version = 99",
        "ALTER TABLE household ADD COLUMN born_in_the_future TEXT",
    ],
)
def test_a_newer_file_is_refused_untouched(file: Path, statement: str) -> None:
    Store.open(file).close()
    change(file, statement)
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(KitError) as error:
        Store.open(file)
    assert error.value.code == "store.newer"
    assert hashlib.sha256(file.read_bytes()).hexdigest() == before
    assert [path.name for path in file.parent.iterdir()] == [file.name]
