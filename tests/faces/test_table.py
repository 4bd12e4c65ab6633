"""The editable table as its page drives it: typed, pasted, wrong, undone, taken out, two writers."""

from __future__ import annotations

import re

import pytest

import planning_kit as kit
from planning_kit.errors import KitError
from planning_kit.language import set_language

VILLAGE = "99010101"


def kept(workbook, kind="household"):
    return [stored.record for stored in workbook.stored(kind)]


def test_a_new_row_is_saved_once_it_is_complete_with_who_when_and_why(driven, workbook):
    answer = driven.edit("new-1", household_id="03-012", males="๒")
    assert answer["rows"][0]["state"] == "waiting" and kept(workbook) == []
    assert "รหัสหมู่บ้าน" in answer["rows"][0]["whole"][0]
    assert answer["standing"]["css"] == "late"
    answer = driven.edit("new-1", village_code="หมู่ที่ 1 บ้าน 1")
    assert answer["rows"][0]["state"] == "saved"
    assert re.fullmatch(r"บันทึกแล้ว \d\d:\d\d น\.", answer["standing"]["said"])
    (stored,) = workbook.stored("household")
    assert (stored.record.males, stored.record.village_code) == (2, VILLAGE)
    assert (stored.revision.who, stored.revision.why) == ("ตาราง", "พิมพ์ในตาราง")


def test_a_wrong_cell_keeps_what_was_typed_and_the_rest_is_saved(home, workbook):
    answer = home.edit("new-1", males="สอง", females="๓", land_owned="5-2-30")
    row = answer["rows"][0]
    assert row["state"] == "wrong" and row["said"]["males"][0] == "refuse"
    assert "ตัวเลข" in row["said"]["males"][1]
    assert home.row("new-1")["males"] == "สอง"
    (record,) = kept(workbook)
    # 5 ไร่ × 400 + 2 งาน × 100 + 30 ตารางวา
    assert (record.males, record.females, record.land_owned) == (None, 3, 2230)
    answer = home.edit("new-1", males="2")
    assert answer["rows"][0]["said"] == {} and kept(workbook)[0].males == 2


def test_a_new_row_with_a_wrong_cell_that_may_be_left_out_is_saved_without_it(driven, workbook):
    answer = driven.edit("new-1", household_id="1", village_code=VILLAGE, males="x", females="1")
    assert answer["rows"][0]["saved"] and kept(workbook)[0].females == 1
    assert answer["rows"][0]["said"].keys() == {"males"}


def test_what_must_be_stated_cannot_be_emptied(home, workbook):
    answer = home.edit("new-1", village_code="", males="1")
    assert answer["rows"][0]["said"]["village_code"][0] == "refuse"
    assert (kept(workbook)[0].village_code, kept(workbook)[0].males) == (VILLAGE, 1)


def test_odd_but_possible_is_saved_and_marked(home, workbook):
    answer = home.edit("new-1", males="25")
    assert answer["rows"][0]["said"]["males"][0] == "flag" and kept(workbook)[0].males == 25
    assert answer["rows"][0]["state"] == "saved"


def test_cells_from_excel_blank_is_not_stated_and_zero_is_zero(home, workbook):
    home.edit("new-1", males="4", females="2")
    rows = {
        "new-1": {"males": "", "females": "0"},
        "new-2": {"household_id": "๐๓-๐๑๓", "village_code": VILLAGE, "land_owned": " 12-0-0 "},
        "new-3": {"household_id": "03-014", "village_code": "99", "males": "1"},
    }
    answer = home.ask("edit", rows=rows)
    assert [row["state"] for row in answer["rows"]] == ["saved", "saved", "wrong"]
    by_code = {record.household_id: record for record in kept(workbook)}
    assert by_code.keys() == {"03-012", "03-013"}
    assert (by_code["03-012"].males, by_code["03-012"].females) == (None, 0)
    assert by_code["03-013"].land_owned == 4800


def test_money_with_separators_and_answers_by_their_wording(home, workbook, drive_table):
    grown = drive_table(workbook, "production")
    cells = {
        "household_id": "03-012", "year_be": "๒๕๖๙", "season": "นาปีหรือฤดูฝน", "product": "ข้าวนาปี",
        "product_kind": "พืชล้มลุก", "cost_seed": " 32,768 ", "planting_months": "มิ.ย.–ก.ค.",
    }  # fmt: skip
    answer = grown.edit("new-1", **cells)
    assert answer["rows"][0]["state"] == "saved", answer["rows"][0]
    (record,) = kept(workbook, "production")
    assert (record.cost_seed, record.year_be, record.planting_months) == (32768, 2569, (6, 7))
    assert record.season.value == "main"


def test_totals_count_what_is_stated_and_add_only_what_adds_up(home, workbook):
    rows = {
        "new-1": {"males": "3", "rice_months": "4", "land_owned": "5-2-30"},
        "new-2": {
            "household_id": "2",
            "village_code": VILLAGE,
            "males": "0",
            "land_owned": "1-3-80",
        },
        "new-3": {"household_id": "3", "village_code": VILLAGE},
        "new-4": {"household_id": "4", "males": "50"},
    }
    totals = home.ask("edit", rows=rows)["totals"]
    assert {k: totals["males"][k] for k in ("n", "of", "sum")} == {"n": 2, "of": 3, "sum": "3"}
    # 2,230 + 780 ตารางวา = 3,010 = 7 ไร่ 2 งาน 10 ตารางวา
    assert totals["land_owned"]["sum"] == "7-2-10"
    assert (totals["rice_months"]["n"], totals["rice_months"]["sum"]) == (1, "")
    assert (totals["females"]["n"], totals["females"]["sum"]) == (0, "")
    assert "household_id" not in totals


def test_taking_out_is_a_withdrawal_with_its_reason_and_undo_brings_it_back(home, workbook):
    answer = home.ask("remove", ids=["new-1"], why="กรอกซ้ำ")
    assert answer["gone"] == ["new-1"] and kept(workbook) == []
    (gone,) = workbook.withdrawn("household")
    assert (gone.why, gone.who) == ("กรอกซ้ำ", "ตาราง")
    answer = home.ask("bring_back", ids=["new-1"])
    assert answer["rows"][0]["state"] == "saved" and len(kept(workbook)) == 1
    home.edit("new-1", males="2")
    assert kept(workbook)[0].males == 2
    assert len(workbook.history("household", gone.record_id)) == 4


def test_no_reason_takes_nothing_out(home, workbook):
    answer = home.ask("remove", ids=["new-1"], why=" ")
    assert answer["gone"] == [] and answer["standing"]["css"] == "late"
    assert len(kept(workbook)) == 1


def test_a_household_that_others_name_goes_only_together_with_them(home, workbook, drive_table):
    grown = {"household_id": "03-012", "year_be": "2569", "season": "main", "product": "ข้าว"}
    drive_table(workbook, "production").edit("new-1", product_kind="annual", **grown)
    answer = home.ask("remove", ids=["new-1"], why="ย้ายออก")
    assert answer["tell"] == "linked" and answer["ids"] == ["new-1"] and len(kept(workbook)) == 1
    answer = home.ask("remove", ids=["new-1"], why="ย้ายออก", along=True)
    assert answer["gone"] == ["new-1"] and kept(workbook, "production") == []
    home.ask("bring_back", ids=["new-1"])
    assert len(kept(workbook, "production")) == 1


def test_a_row_never_saved_just_goes_and_comes_back_as_typed(driven, workbook):
    driven.edit("new-1", males="2")
    assert driven.ask("remove", ids=["new-1", "never-heard-of"], why="", undone=True)["gone"]
    assert workbook.withdrawn("household") == []
    driven.ask("bring_back", ids=["new-1"])
    assert driven.row("new-1")["males"] == "2"


def test_what_tells_a_row_from_others_stays_after_the_first_save(home, workbook):
    answer = home.edit("new-1", household_id="03-099", males="1")
    assert answer["rows"][0]["said"]["household_id"][0] == "refuse"
    (record,) = kept(workbook)
    assert (record.household_id, record.males) == ("03-012", 1)


def test_notes_on_persons_never_reach_the_page_and_are_not_lost(workbook, put, drive_table):
    form = kit.form(workbook, "household")
    for name, text in {"household_id": "1", "village_code": VILLAGE, "note": "ลูกชายป่วย"}.items():
        put(form, name, text)
    form.save()
    driven = drive_table(workbook)
    assert "note" not in driven.names() and "ลูกชายป่วย" not in str(driven.told)
    (row_id,) = driven.table.sheet.rows
    driven.edit(row_id, males="2")
    (record,) = kept(workbook)
    assert (record.note, record.males) == ("ลูกชายป่วย", 2)


def test_only_the_columns_asked_for_and_what_must_be_stated(workbook, drive_table):
    driven = drive_table(workbook, columns=["males", "land_owned"])
    assert driven.names() == ["household_id", "village_code", "males", "land_owned"]
    with pytest.raises(KeyError):
        kit.table(workbook, "household", columns=["goats"])


def test_a_store_in_trouble_is_tried_again_and_loses_nothing(home, workbook, monkeypatch):
    def locked(*_arguments, **_more):
        raise KitError("store.locked", "{x} is locked", x="store")

    monkeypatch.setattr(workbook.store, "write", locked)
    answer = home.edit("new-1", males="2")
    assert (answer["tell"], answer["n"]) == ("trouble", home.n)
    assert home.row("new-1")["males"] == "2"
    monkeypatch.undo()
    home.edit("new-1", males="2")
    assert kept(workbook)[0].males == 2


def test_the_page_speaks_the_language_of_its_cell(workbook, drive_table):
    set_language("en")
    driven = drive_table(workbook)
    set_language("th")
    answer = driven.edit("new-1", males="two")
    labels = [
        column["label"] + column["help"]
        for column in driven.table.page.columns
        if not column["name"].startswith("x_")
    ]
    told = [answer["rows"][0]["said"], answer["rows"][0]["whole"], answer["standing"], labels]
    assert "number" in answer["rows"][0]["said"]["males"][1]
    for said in (*told, driven.table.page.words):
        assert re.findall("[ก-๛]+", str(said)) == []
