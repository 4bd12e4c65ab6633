"""What a workbook tells: villages, evidence, saving."""

from __future__ import annotations

import datetime as dt
import math

import pandas as pd
import pytest

from planning_kit.errors import KitError
from planning_kit.records import Group, Source, Village
from planning_kit.workbook import import_file
from planning_kit.workbook.evidence import evidence_of

SECOND = {
    "source_code": "S2",
    "title": "ทะเบียนเกษตรกร",
    "publisher": "สำนักงานเกษตรอำเภอ",
    "method": "register",
    "date_to": "31 ธ.ค. 2568",
    "sample_size": 90,
    "population": 90,
}


def test_villages_stated_and_villages_that_households_name(workbook, store, filled, household):
    village = {"village_code": "99010101", "name": "บ้านหนึ่ง", "households": 150, "source_code": "S1"}
    rows = [household("1"), household("2"), household("3", "99010102")]
    import_file(filled(village=[village], household=rows), area="990101", store=store)
    table = workbook.villages().set_index("moo")
    assert table["surveyed"].to_dict() == {1: 2, 2: 1}
    assert table.loc[1, "households"] == 150
    assert math.isnan(table.loc[2, "households"])


def test_an_empty_workbook_has_empty_tables_not_errors(workbook) -> None:
    assert workbook.villages().empty
    assert workbook.frame("household").empty
    evidence = workbook.evidence("household")
    assert (evidence.n, evidence.population, evidence.is_random) == (0, None, False)
    assert workbook.quality() == []


def test_evidence_counts_the_households_that_are_there(workbook, store, filled, household) -> None:
    rows = [household("1"), household("2")]
    import_file(filled(household=rows), area="990101", store=store)
    evidence = workbook.evidence("household")
    # The source says 3 answered; two are in the file, and two are what figures rest on.
    assert (evidence.n, evidence.counted, evidence.population) == (2, "households", 120)
    assert (evidence.method, evidence.is_random) == ("random", True)
    assert evidence.date_from == dt.date(2026, 9, 1)
    assert evidence.date_to == dt.date(2026, 9, 30)
    assert evidence.titles == "สำรวจครัวเรือน 2569"


def sources() -> list[Source]:
    first = {**SECOND, "source_code": "S1", "method": "random", "population": 120}
    return [Source(**first), Source(**SECOND)]


def test_of_two_sources_nothing_is_said_that_only_one_of_them_says() -> None:
    rows = pd.DataFrame({"source_code": ["S1", "S2", "S2"]})
    evidence = evidence_of(rows, sources())
    assert (evidence.method, evidence.is_random, evidence.population) == (None, False, None)
    assert (evidence.n, evidence.counted) == (180, "stated")


def test_only_the_sources_of_the_rows_are_cited() -> None:
    evidence = evidence_of(pd.DataFrame({"source_code": ["S2", None]}), sources())
    assert [source.source_code for source in evidence.sources] == ["S2"]
    assert evidence.publishers == "สำนักงานเกษตรอำเภอ"


def test_saving_follows_what_is_there_and_a_stale_screen_is_a_conflict(workbook) -> None:
    record = Village(village_code="99010101", name="บ้านหนึ่ง")
    first = workbook.save(record, who="a", why="พิมพ์เอง")
    second = workbook.save(record.with_changes(households=10), who="a", why="แก้")
    assert second.parent_id == first.revision_id
    with pytest.raises(KitError) as error:
        workbook.save(record.with_changes(households=99), who="b", why="แก้", over=first)
    assert error.value.code == "store.conflict"
    assert [village.households for village in workbook.records(Village)] == [10]


def test_a_groups_own_state_is_not_lost_behind_the_state_of_its_row(workbook) -> None:
    workbook.save(Group(name="ก", kind="savings", state="weak"), who="a", why="b")
    row = workbook.frame(Group).iloc[0]
    assert (row["state"], row["row_state"]) == ("weak", "accepted")
