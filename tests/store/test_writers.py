"""Two who save the same record at the same moment: one is told, nothing is lost."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen

from planning_kit.errors import KitError
from planning_kit.store import Store


def test_of_two_threads_with_the_same_parent_just_one_saves(store, first, following, household):
    one = first(household(males=0))
    store.write([one])
    start = threading.Barrier(2)
    came: list[str] = []

    def save(number: int) -> None:
        start.wait()
        try:
            store.write([following(one, males=number)])
            came.append("saved")
        except KitError as error:
            came.append(error.code)

    threads = [threading.Thread(target=save, args=(number,)) for number in (1, 2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(came) == ["saved", "store.conflict"]
    assert len(store.history(one.record_id)) == 2


ADD_ONE = """
import sys
from planning_kit.errors import KitError
from planning_kit.store import Revision, Store

with Store.open(sys.argv[1], wait_seconds=60) as store:
    saved = conflicts = 0
    while saved < 5:
        (there,) = store.latest("household")
        more = there.record.with_changes(males=there.record.males + 1)
        head = there.revision
        try:
            store.write([Revision("household", head.record_id, "990101", more, sys.argv[2], "+1",
                                  parent_id=head.revision_id)])
            saved += 1
        except KitError as error:
            assert error.code == "store.conflict", error.code
            conflicts += 1
print(saved)
"""


def test_two_programs_that_count_in_one_record_lose_no_count(
    store: Store, file: Path, first, household, run_python: Callable[..., Popen[str]]
) -> None:
    store.write([first(household(males=0))])
    programs = [run_python(ADD_ONE, file, name) for name in ("ก", "ข")]
    for program in programs:
        out, err = program.communicate(timeout=120)
        assert (program.returncode, out.strip()) == (0, "5"), err
    (stored,) = store.latest("household")
    assert (stored.record.males, stored.rivals) == (10, 0)
    assert len(store.history(stored.record_id)) == 11


OPEN = """
import sys
from planning_kit.store import Store
Store.open(sys.argv[1], wait_seconds=60).close()
"""


def test_two_programs_may_make_the_same_store_at_once(file: Path, run_python) -> None:
    programs = [run_python(OPEN, file) for _ in range(3)]
    for program in programs:
        _, err = program.communicate(timeout=120)
        assert program.returncode == 0, err
    with Store.open(file) as opened:
        assert opened.latest("household") == []


def test_opening_a_store_again_takes_no_lock_away(tmp_path):
    # By POSIX a process that closes a file loses all its locks on it; the next one to close the
    # store would then throw away the log that this one is still reading.
    file = tmp_path / "kit.db"
    Store.open(file).close()
    reading = sqlite3.connect(file)
    reading.execute("BEGIN")
    reading.execute("SELECT writes FROM store_meta").fetchone()
    Store.open(file).close()
    another = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
        "c.execute('UPDATE store_meta SET writes = writes + 1'); c.commit(); c.close()"
    )
    subprocess.run([sys.executable, "-c", another, str(file)], check=True)
    assert file.with_name("kit.db-wal").exists()
    reading.close()
