"""A record that should never have been there is withdrawn, and can be brought back."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError
from planning_kit.records import Hazard, Household, Production
from planning_kit.store import totals
from planning_kit.workbook import import_file


@pytest.fixture
def survey(filled, household, hazard):
    rice = {
        "household_id": "1", "year_be": 2569, "season": "main", "product_kind": "annual",
        "product": "ข้าวนาปี", "source_code": "S1",
    }  # fmt: skip
    return filled(
        household=[household("1", males=2), household("2", males=3)],
        production=[rice, {**rice, "season": "second"}],
        hazard=[hazard(2566, crop="ข้าว"), hazard(2567, crop="อ้อย")],
    )


def id_of(workbook, code: str):
    found = workbook.stored(Household)
    return next(one.record_id for one in found if one.record.household_id == code)


def test_it_counts_nowhere_its_values_stay_and_it_comes_back(workbook, store, survey) -> None:
    import_file(survey, area="990101", store=store)
    own_id = id_of(workbook, "2")
    version = workbook.data_version()
    workbook.withdraw(Household, own_id, who="เลขานุการ", why="ครัวเรือนของหมู่บ้านอื่น")
    assert workbook.data_version() != version
    assert [one.household_id for one in workbook.records(Household)] == ["1"]
    assert len(workbook.frame("household")) == 1
    assert totals(store, "household", ["males"])["males_sum"].tolist() == [2.0]
    (gone,) = workbook.withdrawn("household")
    assert (gone.record.males, gone.who, gone.why) == (3, "เลขานุการ", "ครัวเรือนของหมู่บ้านอื่น")
    before = store.history(own_id, "household")[0]
    workbook.bring_back(Household, own_id, who="เลขานุการ")
    one = next(s for s in workbook.stored(Household) if s.record_id == own_id)
    assert (one.record.males, one.state) == (3, before.state)
    assert one.revision.import_id == before.import_id
    assert [r.state for r in store.history(own_id)] == [before.state, "withdrawn", before.state]


def test_what_hangs_on_it_is_counted_and_goes_and_comes_with_it(workbook, store, survey) -> None:
    import_file(survey, area="990101", store=store)
    own_id = id_of(workbook, "1")
    with pytest.raises(KitError) as error:
        workbook.withdraw(Household, own_id, who="x", why="y")
    assert error.value.code == "workbook.linked-records"
    # Two harvests of household 1.
    assert " 2)" in error.value.say("en") and "--with-linked" in error.value.say("th")
    assert len(workbook.records(Production)) == 2
    done = workbook.withdraw(Household, own_id, who="x", why="y", with_linked=True)
    assert len(done) == 3 and workbook.records(Production) == []
    harvest = workbook.withdrawn(Production)[0].record_id
    with pytest.raises(KitError) as error:
        workbook.bring_back(Production, harvest, who="x")
    assert error.value.code == "workbook.names-withdrawn"
    assert len(workbook.bring_back(Household, own_id, who="x")) == 3
    assert len(workbook.records(Production)) == 2


def test_neither_the_file_nor_a_copy_of_it_brings_it_back(
    workbook, store, survey, filled, household, hazard
) -> None:
    import_file(survey, area="990101", store=store)
    workbook.withdraw(Household, id_of(workbook, "1"), who="x", why="ซ้ำ", with_linked=True)
    storm = next(s for s in workbook.stored(Hazard) if s.record.crop == "อ้อย")
    workbook.withdraw(Hazard, storm.record_id, who="x", why="ไม่ได้เกิดที่นี่")
    again = import_file(survey, area="990101", store=store)
    # The household, its two harvests, the hazard.
    assert again.total("withdrawn") == 4 and again.import_id is None
    said = [one.say("th") for one in again.findings if one.code == "workbook.withdrawn"]
    assert any("ไม่ได้เกิดที่นี่" in line for line in said)
    # The same rows in another file, and a harvest of that household nobody told before.
    new = {
        "household_id": "1", "year_be": 2568, "season": "main", "product_kind": "annual",
        "product": "ข้าวนาปี", "source_code": "S1",
    }  # fmt: skip
    other = filled(
        "other.xlsx",
        household=[household("1", males=2), household("3")],
        production=[new],
        hazard=[hazard(2567, crop="อ้อย")],
    )
    report = import_file(other, area="990101", store=store)
    assert (report.total("withdrawn"), report.counts["household"]["new"]) == (3, 1)
    assert sorted(one.household_id for one in workbook.records(Household)) == ["2", "3"]
    assert workbook.records(Production) == []
    assert [one.crop for one in workbook.records(Hazard)] == ["ข้าว"]
    assert workbook.quality()[-1].total("withdrawn") == 3


def test_what_cannot_be_is_one_sentence(workbook, store, survey) -> None:
    import_file(survey, area="990101", store=store)
    own_id = id_of(workbook, "2")

    def code_of(call, *given, **more) -> str:
        with pytest.raises(KitError) as error:
            call(*given, who="x", **more)
        assert "\n" not in error.value.say("th")
        return error.value.code

    assert code_of(workbook.withdraw, Household, own_id, why=" ") == "workbook.no-reason"
    assert code_of(workbook.withdraw, Hazard, own_id, why="y") == "workbook.no-such-record"
    assert code_of(workbook.withdraw, "plan_area", own_id, why="y") == "workbook.cannot-withdraw"
    assert code_of(workbook.bring_back, Household, own_id) == "workbook.not-withdrawn"
    workbook.withdraw(Household, own_id, who="x", why="y")
    assert code_of(workbook.withdraw, Household, own_id, why="y") == "workbook.withdrawn-already"
    # Erasing what was withdrawn leaves nothing to bring back.
    store.erase("household", own_id, who="x", why="y")
    assert code_of(workbook.bring_back, Household, own_id) == "workbook.not-withdrawn"
