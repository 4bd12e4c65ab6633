"""Rows that were refused say nothing any more once their household is erased, on every laptop."""

from __future__ import annotations

from planning_kit.records import Household
from planning_kit.store import Store
from planning_kit.workbook import import_file

AREA, MARK = "990101", "ลับเฉพาะบ้านนี้"
BAD = {"household_id": "01-001", "village_code": "99010101", "males": -4, "note": MARK,
       "source_code": "S1"}  # fmt: skip
GOOD = {"household_id": "01-002", "village_code": "99010101", "source_code": "S1"}


def kept(store: Store) -> list[str]:
    return sorted(str(row) for row in store.whole([AREA]).papers["refused_row"])


def test_in_any_order_of_bundles(workbook, store, filled, tmp_path):
    workbook.save(Household(household_id="01-001", village_code="99010101"), who="a", why="b")
    with Store.open(tmp_path / "2.sqlite") as other, Store.open(tmp_path / "3.sqlite") as third:
        other.merge(store.whole([AREA]))
        import_file(filled(household=[GOOD, BAD]), area=AREA, store=other, who="a",
                    accept_good=True)  # fmt: skip
        assert MARK in str(kept(other))
        [gone] = store.latest("household")
        store.erase("household", gone.record_id, who="a", why="ขอให้ลบ")
        for target, source in ((third, other), (third, store), (store, other), (other, store)):
            target.merge(source.whole([AREA]))
        assert kept(store) == kept(other) == kept(third)
        assert len(kept(third)) == 1
        assert MARK not in str([one.whole([AREA]) for one in (store, other, third)])


def test_findings_about_an_erased_household_tell_the_rule_alone(workbook, store, filled):
    doubtful = {**GOOD, "household_id": "01-003", "males": 77, "females": 88}
    taken = import_file(filled(household=[GOOD, doubtful]), area=AREA, store=store, who="a")
    assert [one.value for one in store.findings(taken.import_id)] == ["", "77", "88"]
    [gone] = [one for one in store.latest("household") if one.record.household_id == "01-003"]
    store.erase("household", gone.record_id, who="a", why="ขอให้ลบ")
    about, *found = store.findings(taken.import_id)
    assert about.values == {"n": 2}
    assert [one.say("en") for one in found] == [
        "“Male members” is –, more than the usual most of –; check the figure",
        "“Female members” is –, more than the usual most of –; check the figure",
    ]
    assert [one.value for one in found] == ["", ""]
