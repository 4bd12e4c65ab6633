"""What a table cannot save yet: kept as drafts, found again after a kernel died, two versions."""

from __future__ import annotations

from planning_kit.workbook.drafts import drafts_of

VILLAGE = "99010101"


def kept(workbook, kind="household"):
    return [stored.record for stored in workbook.stored(kind)]


def test_what_is_not_saved_outlives_the_kernel_under_the_name_its_page_knows(
    home, workbook, drive_table
):
    new = "new-6f1d2c52-0000-4000-8000-0123456789ab"
    home.edit("new-1", males="สอง", females="3")
    home.edit(new, household_id="03-013", land_owned="5-2-30")
    assert [record.females for record in kept(workbook)] == [3]
    other = drive_table(workbook)
    (saved,) = [row for row in other.table.sheet.rows if not row.startswith("new-")]
    assert other.row(saved)["males"] == "สอง" and "ตัวเลข" in other.row(saved)["said"]["males"][1]
    assert other.row(new)["land_owned"] == "5-2-30" and other.row(new)["state"] == "waiting"
    assert "2" in other.told[-1]["said"] and "ยังไม่ได้บันทึก" in other.told[-1]["said"]
    other.edit(saved, males="2")
    other.edit(new, village_code=VILLAGE)
    third = drive_table(workbook)
    assert {row.state for row in third.table.sheet.rows.values()} == {"saved"}
    assert {(one.household_id, one.males) for one in kept(workbook)} == {
        ("03-012", 2),
        ("03-013", None),
    }
    assert drafts_of(workbook, third.table.sheet.kind, "table") == []


def test_a_cell_mended_is_no_draft_any_more_though_another_still_is(home, workbook, drive_table):
    home.edit("new-1", males="สอง", females="x")
    home.edit("new-1", males="2")
    home.edit("new-1", males="4")
    (row,) = drive_table(workbook).table.sheet.rows.values()
    assert (row.typed, row.values["males"]) == ({"females": "x"}, 4)


def test_two_people_on_one_row_see_both_and_choose_also_after_a_kernel_died(
    home, workbook, drive_table
):
    home.edit("new-1", males="1")
    slow = drive_table(workbook)
    (row_id,) = slow.table.sheet.rows
    home.edit("new-1", males="2")
    answer = slow.edit(row_id, males="5", females="7")
    assert answer["rows"][0]["state"] == "conflict" and kept(workbook)[0].males == 2
    assert "<td>5</td><td>2</td>" in slow.table.conflicts[row_id]._said.value
    assert slow.row(row_id)["males"] == "5"
    again = drive_table(workbook)
    assert again.row(row_id)["state"] == "conflict"
    assert "<td>5</td><td>2</td>" in again.table.conflicts[row_id]._said.value
    again.table._choose(again.table.sheet.keep_mine, row_id)
    (record,) = kept(workbook)
    assert (record.males, record.females) == (5, 7)
    (stored,) = workbook.stored("household")
    assert [one.record.males for one in workbook.history("household", stored.record_id)][-2:] == [
        2,
        5,
    ]
    # The slow page still shows both; taking theirs gives up what was typed, in the store too.
    slow.table._choose(slow.table.sheet.take_theirs, row_id)
    assert drafts_of(workbook, slow.table.sheet.kind, "table") == []
    assert kept(workbook)[0].males == 5


def test_a_refused_consent_in_a_table_is_kept_nowhere(driven, workbook):
    driven.edit("new-1", household_id="03-012", males="2")
    assert len(drafts_of(workbook, driven.table.sheet.kind, "table")) == 1
    answer = driven.edit("new-1", consent_given="ไม่ใช่")
    assert drafts_of(workbook, driven.table.sheet.kind, "table") == [] and kept(workbook) == []
    assert any("ไม่ยินยอม" in said for said in answer["rows"][0]["whole"])


def test_a_row_taken_out_takes_its_draft_and_brings_it_back(driven, workbook):
    driven.edit("new-1", males="2")
    driven.ask("remove", ids=["new-1"], why="", undone=True)
    assert drafts_of(workbook, driven.table.sheet.kind, "table") == []
    driven.ask("bring_back", ids=["new-1"])
    assert [one.answers for one in drafts_of(workbook, driven.table.sheet.kind, "table")] == [
        {"males": "2"}
    ]
