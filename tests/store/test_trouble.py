"""Every trouble with the file is one clear sentence, and nothing is changed."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from planning_kit.errors import KitError
from planning_kit.store import Store
from planning_kit.store.trouble import in_one_sentence


def code_of(address: object, **more: object) -> str:
    with pytest.raises(KitError) as error:
        Store.open(address, **more)
    for language in ("th", "en"):
        assert "\n" not in error.value.say(language)
        assert "sqlite3" not in error.value.say(language)
    return error.value.code


def test_a_locked_store_says_so_and_keeps_what_it_had(file: Path, first, household) -> None:
    with Store.open(file, wait_seconds=0.05) as store:
        store.write([first(household())])
        with closing(sqlite3.connect(file, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(KitError) as error:
                store.write([first(household("01-002"))])
            assert error.value.code == "store.locked"
            assert len(store.latest("household")) == 1
            other.execute("ROLLBACK")
        store.write([first(household("01-002"))])
        assert len(store.latest("household")) == 2


def test_a_file_that_is_no_database_is_left_alone(file: Path) -> None:
    file.write_text("รายงานการประชุม", encoding="utf-8")
    assert code_of(file) == "store.not-a-store"
    assert file.read_text(encoding="utf-8") == "รายงานการประชุม"


def test_somebody_elses_database_is_left_alone(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("CREATE TABLE photos (id INTEGER)")
    before = file.read_bytes()
    assert code_of(file) == "store.not-a-store"
    assert file.read_bytes() == before


def test_a_truncated_store_is_damaged_or_none(file: Path, first, household) -> None:
    with Store.open(file) as store:
        store.write([first(household())])
    file.write_bytes(file.read_bytes()[:1500])
    assert code_of(file) in ("store.damaged", "store.not-a-store")


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "store.not-a-store"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert code_of(tmp_path / "file" / "store.sqlite") == "store.read-only"


def test_an_address_that_is_none_and_one_that_is_missing(file: Path) -> None:
    assert code_of("nosuch://secret:word@host/x") == "store.bad-address"
    assert code_of(file, create=False) == "store.missing"
    assert not file.exists()


def test_a_password_is_never_shown() -> None:
    with pytest.raises(KitError) as error:
        Store.open("nosuch://me:secret@host/x")
    assert "secret" not in error.value.say("en")


def test_the_file_can_be_moved_while_the_store_is_open(store: Store, file: Path) -> None:
    moved = file.with_name("moved.sqlite")
    assert store.latest("household") == []
    file.rename(moved)
    with Store.open(moved) as again:
        assert again.latest("household") == []


OPEN_WITHOUT_RIGHTS = """
import os, sys
from planning_kit.errors import KitError
from planning_kit.store import Store
# Load everything while it may be read, then become somebody without rights.
Store.open("sqlite://").close()
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    with Store.open(sys.argv[1]) as store:
        store.write([])
except KitError as error:
    print(error.code)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folder permissions are POSIX ones here")
@pytest.mark.parametrize("is_there", [False, True])
def test_without_permission_to_write_it_is_one_sentence(run_python, is_there: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        if is_there:
            Store.open(file).close()
            file.chmod(0o444)
        Path(folder).chmod(0o555)
        out, err = run_python(OPEN_WITHOUT_RIGHTS, file).communicate(timeout=120)
        assert out.strip() == "store.read-only", err
        assert list(Path(folder).iterdir()) == ([file] if is_there else [])


READ_WITHOUT_RIGHTS = """
import os, sys
from planning_kit.workbook.location import opened
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
with opened(sys.argv[1], leave_no_trace=True) as store:
    print(len(store.imports()))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="folder permissions are POSIX ones here")
def test_what_saves_nothing_needs_no_permission_to_write(run_python) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "store.sqlite"
        Store.open(file).close()
        file.chmod(0o444)
        Path(folder).chmod(0o555)
        out, err = run_python(READ_WITHOUT_RIGHTS, file).communicate(timeout=120)
        assert out.strip() == "0", err
        assert list(Path(folder).iterdir()) == [file]


def test_a_disk_so_full_that_the_store_cannot_be_opened_is_called_full() -> None:
    # What SQLite says where it cannot make the file beside the store that it needs.
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_SHMSIZE"  # type: ignore[attr-defined]
    with pytest.raises(KitError) as caught, in_one_sentence("s"):
        raise error
    assert caught.value.code == "store.disk-full"


@pytest.mark.parametrize("began", [False, True], ids=["new", "an empty file"])
def test_a_new_store_that_finds_the_disk_full_leaves_nothing_behind(
    file: Path, monkeypatch, began: bool
) -> None:
    def full(_engine: object) -> None:
        error = sqlite3.OperationalError("database or disk is full")
        raise error

    if began:
        file.touch()
    monkeypatch.setattr("planning_kit.store.store.migrate.make_tables", full)
    assert code_of(file) == "store.disk-full"
    # A file that was there before is not ours to take away.
    assert [path.name for path in file.parent.iterdir()] == ([file.name] if began else [])
    monkeypatch.undo()
    Store.open(file).close()
