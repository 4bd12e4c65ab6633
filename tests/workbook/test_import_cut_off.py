"""An import that dies, or finds no room: the store is whole, the next one works."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from planning_kit.errors import KitError
from planning_kit.records import Household
from planning_kit.store import Store
from planning_kit.workbook import import_file, open_workbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
DIES = """
import os, signal, sys
import planning_kit.workbook.importing as importing
from planning_kit import validate
from planning_kit.store import store, writing
import planning_kit.workbook.file_reading as reading

file, url, point = sys.argv[1:]
places = {
    "reading": (reading, "read_filled"),
    "checking": (validate, "check"),
    "comparing": (importing, "compare"),
    "first table": (writing, "_insert"),
    "whole transaction": (store, "write_all"),
}
where, name = places[point]
whole = getattr(where, name)

def dies(*args, **more):
    whole(*args, **more)
    if point == "first table" and args[1].name != "household":
        return
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)

setattr(where, name, dies)
importing.import_file(file, area="990101", store=url, who="x")
"""


@pytest.mark.parametrize(
    "point", ["reading", "checking", "comparing", "first table", "whole transaction"]
)
def test_an_import_killed_at_any_point_leaves_the_store_as_before_and_the_next_works(
    workbook, store: Store, filled, household, tmp_path: Path, point: str
) -> None:
    import_file(filled("a.xlsx", household=[household("1")]), area="990101", store=store)
    version = workbook.data_version()
    path = filled("b.xlsx", household=[household(str(n)) for n in range(2, 60)])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    died = subprocess.run(
        [sys.executable, "-c", DIES, path, store.url, point],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert died.returncode not in (0, 1), died.stderr
    with Store.open(tmp_path / "kit.sqlite") as again:
        there = open_workbook("990101", store=again)
        assert there.data_version() == version
        assert len(again.imports()) == 1
        assert import_file(path, area="990101", store=again).counts["household"]["new"] == 58
        assert len(there.records(Household)) == 59


@pytest.mark.parametrize("spare", [0, 1, 5, 20, 60])
def test_a_disk_that_fills_up_is_one_sentence_and_the_store_is_as_before(
    workbook, store: Store, filled, household, spare: int
) -> None:
    version = workbook.data_version()
    rows = [household(str(n), note="x" * 3000) for n in range(100)]
    path = filled(household=rows)

    def full_disk(connection, _record) -> None:
        cursor = connection.cursor()
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        # SQLite says “database or disk is full” for this as it does for a real full disk.
        cursor.execute(f"PRAGMA max_page_count = {pages + spare}")
        cursor.close()

    event.listen(store._engine, "connect", full_disk)
    with pytest.raises(KitError) as error:
        import_file(path, area="990101", store=store)
    event.remove(store._engine, "connect", full_disk)
    assert error.value.code == "store.disk-full"
    assert "\n" not in error.value.say("th")
    assert (workbook.data_version(), store.imports()) == (version, [])
    assert import_file(path, area="990101", store=store).counts["household"]["new"] == 100


def test_a_real_full_disk(filled, household, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = _mount(folder, "4m")
    if not mounted:
        pytest.skip("a small disk can only be made by root on Linux")
    try:
        from planning_kit.workbook import create, whole_tambon

        with Store.open(folder / "kit.sqlite") as store:
            there = create(whole_tambon("990101"), store=store, who="x")
            version = there.data_version()
            rows = [household(str(n), note="x" * 9000) for n in range(250)]
            path = filled(household=rows)
            with pytest.raises(KitError) as error:
                import_file(path, area="990101", store=store)
            assert error.value.code == "store.disk-full"
            assert (there.data_version(), store.imports()) == (version, [])
            few = filled("few.xlsx", household=[household("1")])
            assert import_file(few, area="990101", store=store).counts["household"]["new"] == 1
    finally:
        subprocess.run(["umount", folder], check=True, capture_output=True)


def _mount(folder: Path, size: str) -> bool:
    if not sys.platform.startswith("linux") or os.getuid() != 0:
        return False
    asked = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    return subprocess.run(asked, check=False, capture_output=True).returncode == 0


def test_a_file_that_another_program_holds_is_one_sentence(
    workbook, store: Store, filled, household, monkeypatch
) -> None:
    path = filled(household=[household("1")])
    version = workbook.data_version()

    def held(self, *_: object, **__: object):
        raise PermissionError(13, "The process cannot access the file", str(self))

    monkeypatch.setattr(Path, "open", held)
    monkeypatch.setattr(Path, "read_bytes", held)
    with pytest.raises(KitError) as error:
        import_file(path, area="990101", store=store)
    monkeypatch.undo()
    assert error.value.code == "collect.cannot-read"
    assert path.name in error.value.say("th")
    assert workbook.data_version() == version


READ_ONLY = """
import os, sys
from planning_kit.errors import KitError
from planning_kit.store import Store
from planning_kit.workbook import import_file
import planning_kit.collect, pandas, openpyxl
file, store, area = sys.argv[1:]
import_file(file, area=area, store=store, dry_run=True)
os.setgroups([]); os.setgid(65534); os.setuid(65534)
try:
    import_file(file, area=area, store=store)
except KitError as error:
    print(error.code)
"""


@pytest.mark.skipif(
    sys.platform == "win32" or os.getuid() != 0,
    reason="only root may become somebody without rights",
)
def test_a_folder_that_cannot_be_written_is_one_sentence(filled, household) -> None:
    import shutil
    import tempfile

    from planning_kit.workbook import create, whole_tambon

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = shutil.copy(filled(household=[household("1")]), folder)
        with Store.open(folder / "kit.sqlite") as store:
            create(whole_tambon("990101"), store=store, who="x")
        before = (folder / "kit.sqlite").read_bytes()
        folder.chmod(0o555)
        (folder / "kit.sqlite").chmod(0o444)
        done = subprocess.run(
            [sys.executable, "-c", READ_ONLY, path, folder / "kit.sqlite", "990101"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.stdout.strip() == "store.read-only", done.stderr
        assert (folder / "kit.sqlite").read_bytes() == before
