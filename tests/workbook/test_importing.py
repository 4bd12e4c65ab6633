"""A filled template goes in: counted, kept, sent again, changed, refused."""

from __future__ import annotations

import pytest

from planning_kit.errors import KitError
from planning_kit.records import Hazard, Household
from planning_kit.store import Store, writing
from planning_kit.workbook import import_file


def test_from_the_template_to_the_frame(workbook, store, filled, household) -> None:
    rows = [
        household("01-001", males=2, land_owned="5-2-30", is_farm_household="ใช่"),
        household("01-002", "99010102", males=0),
        household("01-003", "99010102", males=""),
    ]
    report = import_file(filled(household=rows), area="990101", store=store, who="ผู้ทดสอบ")
    assert report.all_accepted
    assert report.counts["household"]["read"] == 3
    assert report.counts["household"]["new"] == 3
    frame = workbook.frame("household").set_index("household_id")
    # 5-2-30 is 5*400 + 2*100 + 30 square wah; a blank is not a zero.
    assert frame.loc["01-001", "land_owned"] == 2230
    assert frame.loc["01-002", "males"] == 0
    assert frame["males"].isna().tolist() == [False, False, True]
    (stored, *_) = workbook.stored(Household)
    assert (stored.revision.who, stored.revision.row is not None) == ("ผู้ทดสอบ", True)


def test_the_same_file_twice_adds_nothing(workbook, store, filled, household, hazard) -> None:
    path = filled(household=[household("1")], hazard=[hazard(2567), hazard(2567)])
    first = import_file(path, area="990101", store=store)
    version = workbook.data_version()
    again = import_file(path, area="990101", store=store)
    assert (first.total("new"), again.total("new"), again.total("unchanged")) == (4, 0, 4)
    assert again.import_id is None
    assert again.before is not None
    assert workbook.data_version() == version
    assert len(store.imports("990101")) == 1
    assert any("imported before" in line for line in again.lines("en"))


def test_a_changed_row_is_a_new_revision_of_the_same_record(
    workbook, store, filled, household
) -> None:
    import_file(filled("a.xlsx", household=[household("1", males=2)]), area="990101", store=store)
    path = filled("b.xlsx", household=[household("1", males=3), household("2")])
    report = import_file(path, area="990101", store=store)
    counts = report.counts["household"]
    assert (counts["new"], counts["changed"], counts["unchanged"]) == (1, 1, 0)
    one = next(s for s in workbook.stored(Household) if s.record.household_id == "1")
    assert one.record.males == 3
    assert [r.record.males for r in store.history(one.record_id)] == [2, 3]
    assert one.revision.parent_id == store.history(one.record_id)[0].revision_id


def test_an_old_file_does_not_set_back_what_was_corrected_since(
    workbook, store, filled, household
) -> None:
    path = filled(household=[household("1", males=2)])
    import_file(path, area="990101", store=store)
    (stored,) = workbook.stored(Household)
    workbook.save(stored.record.with_changes(males=5), who="a", why="ถามใหม่", over=stored.revision)
    assert import_file(path, area="990101", store=store).total("changed") == 0
    assert workbook.records(Household)[0].males == 5


def test_a_mended_file_does_not_enter_its_hazards_twice(workbook, store, filled, hazard) -> None:
    bad = filled("a.xlsx", hazard=[hazard(2566, crop="ข้าว"), hazard(2567, affected_area=-1)])
    first = import_file(bad, area="990101", store=store, accept_good=True)
    assert not first.all_accepted
    mended = filled("b.xlsx", hazard=[hazard(2566, crop="ข้าว"), hazard(2567, affected_area=1)])
    second = import_file(mended, area="990101", store=store)
    assert (second.counts["hazard"]["new"], second.counts["hazard"]["unchanged"]) == (1, 1)
    assert sorted(record.year_be for record in workbook.records(Hazard)) == [2566, 2567]


def test_refused_rows_and_findings_are_kept_beside_the_accepted(
    workbook, store, filled, household
) -> None:
    rows = [household("1"), household("2", males=-1), household("3", "73050201")]
    path = filled(household=rows)
    report = import_file(path, area="990101", store=store, accept_good=True)
    counts = report.counts["household"]
    assert (counts["read"], counts["accepted"], counts["refused"]) == (3, 1, 2)
    kept = store.refused(report.import_id)
    assert {row.values["household_id"] for row in kept} == {"2", "3"}
    (quality,) = workbook.quality()
    assert (quality.file_name, quality.total("refused")) == ("survey.xlsx", 2)
    assert quality.findings["validate.outside-area"] == 1
    assert quality.levels["refuse"] == 2
    said = [one.say("en") for one in store.findings(report.import_id)]
    assert said == [one.say("en") for one in report.findings]


def test_one_refused_row_holds_the_whole_file_back_unless_told_otherwise(
    workbook, store, filled, household
) -> None:
    before = store.version_of("990101")
    path = filled(household=[household("1"), household("2", males=-1)])
    report = import_file(path, area="990101", store=store)
    assert (report.held_back, report.import_id, report.total("refused")) == (True, None, 1)
    assert "ยังไม่ได้บันทึก" in report.lines("th")[0]
    assert (store.version_of("990101"), store.imports("990101")) == (before, [])
    assert workbook.records(Household) == []


def test_who_did_not_agree_is_not_kept_even_beside_the_accepted(
    workbook, store, filled, household
) -> None:
    rows = [household("1"), household("2", consent_given="ไม่", males=3)]
    path = filled(household=rows)
    report = import_file(path, area="990101", store=store, accept_good=True)
    assert [record.household_id for record in workbook.records(Household)] == ["1"]
    assert [row.values for row in store.refused(report.import_id)] == [{}]


def test_a_trial_changes_nothing(workbook, store, filled, household, tmp_path) -> None:
    path = filled(household=[household("1")])
    report = import_file(path, area="990101", store=store, dry_run=True)
    assert (report.total("new"), report.import_id) == (2, None)
    assert store.imports() == []
    assert len(workbook.frame("household")) == 0
    assert "nothing was saved" in report.lines("en")[0]


def test_a_trial_makes_no_store(filled, household, tmp_path) -> None:
    missing = tmp_path / "none.sqlite"
    with pytest.raises(KitError) as error:
        import_file(filled(household=[household("1")]), area="990101", store=missing, dry_run=True)
    assert error.value.code == "workbook.none-yet"
    assert not missing.exists()


def test_an_import_cut_off_leaves_the_store_as_before(
    workbook, store, filled, household, monkeypatch
) -> None:
    import_file(filled("a.xlsx", household=[household("1")]), area="990101", store=store)
    version = workbook.data_version()
    whole = writing._insert

    def breaks(connection, table, rows):
        whole(connection, table, rows)
        if table.name == "household":
            raise KeyboardInterrupt

    monkeypatch.setattr(writing, "_insert", breaks)
    with pytest.raises(KeyboardInterrupt):
        path = filled("b.xlsx", household=[household("2"), household("3")])
        import_file(path, area="990101", store=store)
    assert workbook.data_version() == version
    assert len(store.imports()) == 1


def test_an_erased_household_does_not_come_back_nor_its_values(
    workbook, store, filled, household
) -> None:
    rows = [household("1"), household("2")]
    import_file(filled("a.xlsx", household=rows), area="990101", store=store)
    gone = next(s for s in workbook.stored(Household) if s.record.household_id == "1")
    store.erase("household", gone.record_id, who="เจ้าของข้อมูล", why="ขอให้ลบ")
    report = import_file(
        filled("b.xlsx", household=[*rows, household("3")]),
        area="990101",
        store=store,
        accept_good=True,
    )
    assert [one.code for one in report.findings if one.level == "refuse"] == ["workbook.erased"]
    assert {r.household_id for r in workbook.records(Household)} == {"2", "3"}
    assert [row.values for row in store.refused(report.import_id)] == [{}]


def test_a_personal_note_is_in_no_message(workbook, store, filled, household) -> None:
    rows = [household("1", males=99, note="นายสมชาย 0812345678"), household("1", note="นางสาวแดง")]
    report = import_file(filled(household=rows), area="990101", store=store)
    assert report.findings
    told = "\n".join([*report.lines("th"), *report.lines("en")])
    told += report.findings_frame("th").to_string()
    assert "สมชาย" not in told
    assert "แดง" not in told
    assert "0812345678" not in told


def test_a_number_too_long_to_keep_refuses_its_row_only(workbook, store, filled) -> None:
    account = {"household_id": "1", "year_be": 2569, "source_code": "S1"}
    rows = [{**account, "income_crops": "123456789012345678"}]
    home = {"household_id": "1", "village_code": "99010101", "source_code": "S1"}
    report = import_file(
        filled(household=[home], household_account=rows), area="990101", store=store
    )
    assert report.counts["household_account"]["refused"] == 1
    assert report.counts["household"]["new"] == 1
    assert "workbook.number-too-long" in {one.code for one in report.findings}


def test_of_many_findings_the_first_are_told_and_all_are_listed(
    workbook, store: Store, filled, hazard
) -> None:
    rows = [hazard(2567, affected_area=0, crop=f"พืช {n}") for n in range(30)]
    report = import_file(filled(hazard=rows), area="990101", store=store)
    told = [line for line in report.lines("en") if "stricken area is zero" in line]
    assert len(told) == 20
    assert any("10 more" in line for line in report.lines("en"))
    frame = report.findings_frame("th")
    assert (frame["code"] == "hazard.zero-area").sum() == 30


def test_the_progress_is_told_to_its_end(workbook, store, filled, household) -> None:
    told: list[tuple[str, int, int]] = []
    import_file(
        filled(household=[household("1")]),
        area="990101",
        store=store,
        progress=lambda *step: told.append(step),
    )
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)
    assert told[-1][1] == told[-1][2]


def test_a_foreign_table_without_a_mapping_asks_for_one(workbook, store, tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(KitError) as error:
        import_file(path, area="990101", store=store)
    assert error.value.code == "workbook.needs-mapping"
