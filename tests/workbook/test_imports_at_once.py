"""Two imports at once: the second waits or says so, and takes account of the first."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from planning_kit.errors import KitError
from planning_kit.records import Household
from planning_kit.store import Store, writing
from planning_kit.workbook import import_file


def _held_in_the_middle(monkeypatch) -> tuple[threading.Event, threading.Event]:
    """Let the first import that writes wait in the middle of its transaction."""
    inside, go_on = threading.Event(), threading.Event()
    whole = writing._insert
    first = threading.Lock()

    def waits(connection, table, rows):
        whole(connection, table, rows)
        if table.name == "household" and first.acquire(blocking=False):
            inside.set()
            assert go_on.wait(60)

    monkeypatch.setattr(writing, "_insert", waits)
    return inside, go_on


def _in_background(path: Path, file: Path) -> tuple[threading.Thread, list[object]]:
    told: list[object] = []

    def work() -> None:
        with Store.open(file, wait_seconds=60) as own:
            told.append(import_file(path, area="990101", store=own, who="one"))

    thread = threading.Thread(target=work)
    thread.start()
    return thread, told


def test_of_two_imports_at_once_the_second_says_that_the_store_is_busy(
    workbook, filled, household, tmp_path: Path, monkeypatch
) -> None:
    path = filled(household=[household("1")])
    inside, go_on = _held_in_the_middle(monkeypatch)
    thread, told = _in_background(path, tmp_path / "kit.sqlite")
    assert inside.wait(60)
    with Store.open(tmp_path / "kit.sqlite", wait_seconds=0.05) as impatient:
        with pytest.raises(KitError) as error:
            import_file(path, area="990101", store=impatient)
        go_on.set()
        thread.join(60)
        assert error.value.code == "store.locked"
        assert told[0].counts["household"]["new"] == 1
        assert import_file(path, area="990101", store=impatient).total("new") == 0


def test_a_second_import_that_waits_takes_account_of_what_the_first_brought(
    workbook, filled, household, tmp_path: Path, monkeypatch
) -> None:
    one = filled("one.xlsx", household=[household("1"), household("2")])
    other = filled("other.xlsx", household=[household("2", males=4), household("3")])
    inside, go_on = _held_in_the_middle(monkeypatch)
    thread, told = _in_background(one, tmp_path / "kit.sqlite")
    assert inside.wait(60)
    compared = threading.Event()

    def when_comparing_is_done(_said: str, done: int, of: int) -> None:
        # Only now may the first go on: the second has compared with what stood before it.
        if done == of - 1:
            compared.set()
            go_on.set()

    with Store.open(tmp_path / "kit.sqlite", wait_seconds=60) as patient:
        report = import_file(other, area="990101", store=patient, progress=when_comparing_is_done)
    thread.join(60)
    assert compared.is_set()
    assert told[0].counts["household"]["new"] == 2
    counts = report.counts["household"]
    assert (counts["new"], counts["changed"]) == (1, 1)
    found = {record.household_id: record.males for record in workbook.records(Household)}
    assert found == {"1": None, "2": 4, "3": None}
