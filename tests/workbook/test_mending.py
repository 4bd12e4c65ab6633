"""Refused rows go back to people, come in again mended, and nothing is doubled or forgotten."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from planning_kit.errors import KitError
from planning_kit.records import Hazard
from planning_kit.store import Store
from planning_kit.workbook import import_file

MAPPING = """
[source]
source_code = "P1"
title = "ภัยรายหมู่บ้าน"
publisher = "สำนักงานเกษตรจังหวัด"
method = "register"
date_to = "2025-12-31"

[[table]]
record = "hazard"
{own_id}
[table.fields]
year_be = "year"
village_code = "village"
crop = "crop"
affected_area = {{ column = "area", unit = "rai" }}
kind = {{ column = "what", values = {{ "น้ำหลาก" = "flood" }} }}
"""


@pytest.fixture
def table(tmp_path: Path):
    """Write a foreign table of hazards and its mapping; with or without ids of its own."""

    def make(*rows: str, own_id: bool = False) -> tuple[Path, Path]:
        path, mapping = tmp_path / "hazards.csv", tmp_path / "m.toml"
        path.write_text("\n".join(["id,year,village,crop,area,what", *rows]), encoding="utf-8")
        text = MAPPING.format(own_id='natural_id = "id"' if own_id else "")
        mapping.write_text(text, encoding="utf-8")
        return path, mapping

    return make


def test_refused_corrected_accepted_once(workbook, store, filled, hazard, mend, tmp_path) -> None:
    rows = [hazard(2566, crop="ข้าว"), hazard(2567, crop="อ้อย", affected_area=-1)]
    path = filled(hazard=rows)
    first = import_file(path, area="990101", store=store, accept_good=True, who="แดง")
    assert first.to_mend.write(tmp_path / "m.xlsx") == 1
    mended = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "อ้อย", "affected_area", "2-0-0"))
    second = import_file(mended, area="990101", store=store, who="ดำ")
    assert second.all_accepted
    assert second.counts["hazard"] == {
        "read": 1, "accepted": 1, "flagged": 0, "refused": 0,
        "elsewhere": 0, "new": 1, "changed": 0, "unchanged": 0, "withdrawn": 0,
    }  # fmt: skip
    assert second.mended == {"survey.xlsx": 1}
    assert sorted((r.crop, r.affected_area) for r in workbook.records(Hazard)) == [
        ("ข้าว", None),
        ("อ้อย", 800),
    ]
    # Sent twice, saved anew under another name, and the first file once more: all known.
    for again in (mended, mend(mended, name="again.xlsx"), path):
        assert import_file(again, area="990101", store=store, accept_good=True).total("new") == 0
    assert len(workbook.records(Hazard)) == 2


def test_the_store_tells_refused_then_accepted_by_whom_from_which_file(
    workbook, store, filled, hazard, mend, tmp_path
) -> None:
    path = filled(hazard=[hazard(2567, crop="อ้อย", affected_area=-1)])
    first = import_file(path, area="990101", store=store, accept_good=True, who="แดง")
    first.to_mend.write(tmp_path / "m.xlsx")
    mended = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "อ้อย", "affected_area", 2))
    second = import_file(mended, area="990101", store=store, who="ดำ")
    (told,) = workbook.corrections()
    assert told.refused_in is not None
    assert (told.refused_in.who, told.refused_in.file_name) == ("แดง", "survey.xlsx")
    assert told.refused_in.import_id == first.import_id
    assert [finding.field for finding in told.findings] == ["affected_area"]
    assert (told.accepted_in.who, told.accepted_in.file_name) == ("ดำ", "mended-m.xlsx")
    assert told.accepted_in.import_id == second.import_id
    assert told.refused_in.when < told.when
    (revision,) = store.history(told.record_id, "hazard")
    assert (revision.record.affected_area, revision.who, revision.why) == (800, "ดำ", "mended")
    (open_rows,) = workbook.refused_imports()
    assert (open_rows.refused, open_rows.mended, open_rows.still_open) == (1, 1, 0)
    assert workbook.quality()[0].mended == 1
    again = import_file(path, area="990101", store=store)
    assert "workbook.mended-since" in {one.code for one in again.findings}


@pytest.mark.parametrize("own_id", [True, False], ids=["with ids of its own", "without"])
def test_a_foreign_table_goes_round_in_the_kits_own_fields(
    workbook, store, table, mend, tmp_path, own_id
) -> None:
    path, mapping = table(
        "1,2567,99010101,ข้าว,5.5,น้ำหลาก",
        "2,2567,99010101,อ้อย,มากมาย,น้ำหลาก",
        "3,2567,99010101,ข้าว,-4,น้ำหลาก",
        own_id=own_id,
    )
    first = import_file(path, area="990101", store=store, mapping=mapping, accept_good=True)
    assert first.total("refused") == 2
    assert first.to_mend.write(tmp_path / "m.xlsx") == 2
    page = openpyxl.load_workbook(tmp_path / "m.xlsx")["ภัยธรรมชาติ"]
    shown = [[cell.value for cell in row] for row in page.iter_rows(min_row=8, max_row=9)]
    # What could not be read is left as it was; what was read stands in the kit's words.
    assert "มากมาย" in shown[0] and "น้ำท่วม" in shown[0] and "hazards.csv, row 3" not in shown[0]
    assert any(isinstance(cell, str) and "hazards.csv" in cell for cell in shown[0])
    mended = mend(
        tmp_path / "m.xlsx",
        ("ภัยธรรมชาติ", "อ้อย", "affected_area", "1-2-0"),
        ("ภัยธรรมชาติ", "ข้าว", "affected_area", 4),
    )
    second = import_file(mended, area="990101", store=store)
    assert (second.total("new"), second.total("refused")) == (2, 0)
    expected = [("ข้าว", 1600), ("ข้าว", 2200), ("อ้อย", 600)]
    assert sorted((r.crop, r.affected_area) for r in workbook.records(Hazard)) == expected
    again = import_file(path, area="990101", store=store, mapping=mapping, accept_good=True)
    assert (again.total("new"), again.total("changed")) == (0, 0)
    assert len(workbook.records(Hazard)) == 3


def test_a_mended_row_that_says_what_another_row_of_its_file_says_is_an_event_of_its_own(
    workbook, store, filled, hazard, mend, tmp_path
) -> None:
    rows = [hazard(2567, crop="ข้าว", affected_area=3), hazard(2567, crop="ข้าว", affected_area=-3)]
    first = import_file(filled(hazard=rows), area="990101", store=store, accept_good=True)
    first.to_mend.write(tmp_path / "m.xlsx")
    mended = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "ข้าว", "affected_area", 3))
    assert import_file(mended, area="990101", store=store).counts["hazard"]["new"] == 1
    assert len(workbook.records(Hazard)) == 2


def test_a_flagged_row_without_a_key_is_followed_not_doubled(
    workbook, store, filled, hazard, mend, tmp_path
) -> None:
    path = filled(hazard=[hazard(2566, crop="ข้าว"), hazard(2567, crop="อ้อย", affected_area=0)])
    first = import_file(path, area="990101", store=store)
    assert first.all_accepted
    assert first.to_mend.write(tmp_path / "m.xlsx", flagged=True) == 1
    mended = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "อ้อย", "affected_area", 7))
    second = import_file(mended, area="990101", store=store)
    assert (second.counts["hazard"]["changed"], second.counts["hazard"]["new"]) == (1, 0)
    one = next(s for s in workbook.stored(Hazard) if s.record.crop == "อ้อย")
    assert [r.record.affected_area for r in store.history(one.record_id, "hazard")] == [0, 2800]
    assert len(workbook.records(Hazard)) == 2
    import_file(path, area="990101", store=store)
    assert {r.affected_area for r in workbook.records(Hazard)} == {None, 2800}


def test_rows_refused_long_ago_are_written_out_and_mended_as_well(
    workbook, store, table, mend, tmp_path
) -> None:
    path, mapping = table(
        "1,2567,99010101,ข้าว,-5,น้ำหลาก", "2,2566,99010101,อ้อย,-6,น้ำหลาก", own_id=True
    )
    report = import_file(path, area="990101", store=store, mapping=mapping, accept_good=True)
    path.unlink()
    book = tmp_path / "m.xlsx"
    assert workbook.refused_book(report.import_id, book, language="en") == 2
    page = openpyxl.load_workbook(book)["Hazards"]
    comments = [cell.comment.text for row in page for cell in row if cell.comment]
    assert len(comments) == 2
    assert all("below" in text or "less than zero" in text for text in comments)
    one = mend(book, ("Hazards", "ข้าว", "affected_area", 5), name="one.xlsx")
    told = import_file(one, area="990101", store=store, accept_good=True)
    assert (told.total("new"), told.total("refused")) == (1, 1)
    # What came in mended is not handed out again; what was refused twice still knows its place.
    assert workbook.refused_book(report.import_id, book) == 1
    assert [one.still_open for one in workbook.refused_imports()] == [1, 1]
    assert workbook.refused_book(told.import_id, book) == 1
    last = mend(book, ("ภัยธรรมชาติ", "อ้อย", "affected_area", 6), name="last.xlsx")
    import_file(last, area="990101", store=store)
    assert sorted(r.affected_area for r in workbook.records(Hazard)) == [2000, 2400]
    assert [one.still_open for one in workbook.refused_imports()] == [0, 0]
    with pytest.raises(KitError) as error:
        workbook.refused_book(report.import_id, tmp_path / "none.xlsx")
    assert error.value.code == "workbook.nothing-to-mend"
    assert not (tmp_path / "none.xlsx").exists()


def test_rows_of_a_file_held_back_say_that_its_good_rows_are_missing(
    workbook, store, filled, hazard, mend, tmp_path
) -> None:
    rows = [hazard(2566, crop="ข้าว"), hazard(2567, crop="อ้อย", affected_area=-1)]
    path = filled(hazard=rows)
    held = import_file(path, area="990101", store=store)
    assert held.held_back
    held.to_mend.write(tmp_path / "m.xlsx")
    mended = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "อ้อย", "affected_area", 1))
    # Its source travels with it, so it can come in first; the report says what is missing.
    early = import_file(mended, area="990101", store=store)
    assert (early.all_accepted, early.counts["hazard"]["new"]) == (True, 1)
    assert any("survey.xlsx" in line and "--accept-good" in line for line in early.lines("en"))
    late = import_file(path, area="990101", store=store, accept_good=True)
    assert late.counts["hazard"]["new"] == 1
    assert sorted(r.crop for r in workbook.records(Hazard)) == ["ข้าว", "อ้อย"]
    (told,) = workbook.corrections()
    assert told.accepted_in.file_name == mended.name


def test_which_of_its_neighbours_is_refused_does_not_change_what_a_row_is_known_by(
    workbook, store: Store, table, mend, tmp_path
) -> None:
    # The id 1 stands twice: the first of the two is refused, the second is not.
    path, mapping = table(
        "1,2567,99010101,ข้าว,-5,น้ำหลาก", "1,2567,99010101,อ้อย,6,น้ำหลาก", own_id=True
    )
    report = import_file(path, area="990101", store=store, mapping=mapping, accept_good=True)
    report.to_mend.write(tmp_path / "m.xlsx")
    mended = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "ข้าว", "affected_area", 5))
    assert import_file(mended, area="990101", store=store).total("new") == 1
    assert sorted(r.crop for r in workbook.records(Hazard)) == ["ข้าว", "อ้อย"]
