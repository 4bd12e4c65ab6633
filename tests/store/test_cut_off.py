"""A save that is cut off leaves the store as it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.store import ImportBatch, RefusedRow, Store, writing


def batch() -> ImportBatch:
    return ImportBatch("a.xlsx", "f" * 64, "ผู้ทดสอบ", {"household": {"read": 2}})


def test_a_fault_in_the_middle_leaves_nothing(store, first, household, monkeypatch) -> None:
    whole = writing._insert

    def breaks(connection, table, rows):
        whole(connection, table, rows)
        if table.name == "household":
            raise RuntimeError("the power failed")

    monkeypatch.setattr(writing, "_insert", breaks)
    with pytest.raises(RuntimeError):
        store.write(
            [first(household())],
            import_batch=batch(),
            refused=[RefusedRow("household", "ครัวเรือน", 7, {"males": -1})],
        )
    assert store.latest("household") == []
    assert store.imports() == []


DIES = """
import os, sys
from planning_kit.records import Household
from planning_kit.store import ImportBatch, Revision, Store, record_uuid, writing

whole = writing._insert
def dies(connection, table, rows):
    whole(connection, table, rows)
    if table.name == "household":
        os._exit(9)
writing._insert = dies
revisions = [
    Revision("household", record_uuid("990101", "household", (str(n),)), "990101",
             Household(household_id=str(n), village_code="99010101"), "x", "import")
    for n in range(3000)
]
store = Store.open(sys.argv[1])
store.write(revisions, import_batch=ImportBatch("a.xlsx", "f" * 64, "x", {}))
"""


def test_a_program_killed_while_it_saves_leaves_the_store_as_before(
    store: Store, file: Path, first, household, run_python
) -> None:
    store.write([first(household("01-001"))])
    program = run_python(DIES, file)
    _, err = program.communicate(timeout=120)
    assert program.returncode == 9, err
    with Store.open(file) as again:
        assert [s.record.household_id for s in again.latest("household")] == ["01-001"]
        assert again.imports() == []
        again.write([first(household("01-002"))])
        assert len(again.latest("household")) == 2


def test_the_papers_of_an_import_are_kept_beside_its_rows(store, first, household) -> None:
    from planning_kit.language import Words
    from planning_kit.store import KeptFinding, PlanAreaCounts

    counts = {"household": {"read": 2, "accepted": 1, "refused": 1}}
    paper = ImportBatch(
        "a.xlsx", "f" * 64, "ผู้ทดสอบ", counts, (PlanAreaCounts("990101", counts),), "m.toml"
    )
    store.write(
        [first(household(), import_id=paper.import_id)],
        import_batch=paper,
        refused=[RefusedRow("household", "ครัวเรือน", 7, {"males": -1, "note": float("nan")})],
        findings=[
            KeptFinding(
                "refuse", "a.b", "“{label}” is odd", {"label": Words("ชาย", "Males")}, row=7
            )
        ],
    )
    (kept,) = store.imports("990101", "f" * 64)
    assert (kept.file_name, kept.mapping, kept.counts) == ("a.xlsx", "m.toml", counts)
    assert store.imports("730502") == []
    (row,) = store.refused(kept.import_id)
    assert (row.row, row.values) == (7, {"males": -1, "note": None})
    (found,) = store.findings(kept.import_id)
    assert found.say("en") == "“Males” is odd"
    assert found.say("th") == "“ชาย” is odd"
    assert store.latest("household")[0].revision.import_id == kept.import_id
