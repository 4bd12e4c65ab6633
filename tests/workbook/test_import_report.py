"""What is said of an import: real mistakes first, nothing called saved that is not."""

from __future__ import annotations

import openpyxl
import pytest

from planning_kit.records import Hazard, Household, LocalQuestion
from planning_kit.workbook import import_file
from planning_kit.workbook.local_questions import add_questions, questions_of


def crops(code: str, *names: str) -> list[dict[str, object]]:
    same = {"year_be": 2569, "season": "main", "product_kind": "annual", "source_code": "S1"}
    return [{**same, "household_id": code, "product": name} for name in names]


def test_what_follows_from_another_mistake_is_told_last(workbook, store, filled, household) -> None:
    # One household is wrong, and five rows name it: six refusals, one mistake.
    rows = crops("1", "ก", "ข", "ค", "ง", "จ")
    path = filled(household=[household("1", males=-1)], production=rows)
    report = import_file(path, area="990101", store=store, dry_run=True)
    assert report.total("refused") == 6
    lines = report.lines("en")
    at = next(at for at, line in enumerate(lines) if line.startswith("refused: "))
    assert lines[at] == "refused: 6 findings" and "[-1]" in lines[at + 1]
    assert all(
        "was refused; mend the row of that household" in line for line in lines[at + 2 : at + 7]
    )


def test_one_finding_is_one_finding(workbook, store, filled, household) -> None:
    report = import_file(filled(household=[household("1", males=-1)]), area="990101", store=store)
    assert "refused: 1 finding" in report.lines("en")


def test_rows_mended_are_not_called_imported_where_nothing_was_saved(
    workbook, store, filled, hazard, mend, tmp_path
) -> None:
    rows = [hazard(2566, crop="ข้าว", affected_area=-1), hazard(2567, crop="อ้อย", affected_area=-1)]
    first = import_file(filled(hazard=rows), area="990101", store=store)
    first.to_mend.write(tmp_path / "m.xlsx")
    half = mend(tmp_path / "m.xlsx", ("ภัยธรรมชาติ", "อ้อย", "affected_area", 2))
    held = import_file(half, area="990101", store=store)
    assert held.held_back and held.mended == {"survey.xlsx": 1}
    assert not any("นำเข้าครั้งนี้" in line for line in held.lines("th"))
    assert any("are mended and not saved yet: 1" in line for line in held.lines("en"))
    taken = import_file(half, area="990101", store=store, accept_good=True)
    assert any("came in mended: 1" in line for line in taken.lines("en"))


def test_a_file_of_which_nothing_is_saved_is_not_called_imported(
    workbook, store, filled, hazard
) -> None:
    path = filled(hazard=[hazard(2567, crop="อ้อย", affected_area=-1)])
    import_file(path, area="990101", store=store, accept_good=True)
    other = filled("other.xlsx", hazard=[hazard(2567, crop="อ้อย", affected_area=-2)])
    report = import_file(other, area="990101", store=store, accept_good=True)
    assert report.total("new") == report.total("changed") == 0
    assert report.lines("en")[0] == "other.xlsx: read, but it holds nothing to save"


@pytest.mark.parametrize("kept_first", [True, False], ids=["imported before", "held back"])
def test_an_old_file_does_not_take_back_what_came_in_mended(
    workbook, store, filled, household, hazard, mend, tmp_path, kept_first
) -> None:
    rows = {
        "household": [household("1", males=40)],
        "hazard": [hazard(2567, crop="อ้อย", affected_area=0), hazard(2566, affected_area=-1)],
    }
    path = filled(**rows)
    first = import_file(path, area="990101", store=store, accept_good=kept_first)
    first.to_mend.write(tmp_path / "m.xlsx", flagged=True)
    mended = mend(
        tmp_path / "m.xlsx",
        ("ครัวเรือน", "1", "males", 4),
        ("ภัยธรรมชาติ", "อ้อย", "affected_area", 7),
    )
    import_file(mended, area="990101", store=store, accept_good=True)
    stale = import_file(path, area="990101", store=store, accept_good=True)
    assert stale.total("changed") == stale.total("new") == 0
    assert [one.males for one in workbook.records(Household)] == [4]
    assert [one.affected_area for one in workbook.records(Hazard)] == [2800]
    told = [one for one in stale.findings if one.code == "workbook.mended-since"]
    assert {one.sheet for one in told} == {"ครัวเรือน", "ภัยธรรมชาติ"}


def test_a_copy_that_changes_what_came_in_mended_says_so(
    workbook, store, filled, household, mend, tmp_path
) -> None:
    path = filled(household=[household("1", males=40)])
    first = import_file(path, area="990101", store=store)
    first.to_mend.write(tmp_path / "m.xlsx", flagged=True)
    mended = mend(tmp_path / "m.xlsx", ("ครัวเรือน", "1", "males", 4))
    import_file(mended, area="990101", store=store)
    copy = filled("copy.xlsx", household=[household("1", males=40, females=1)])
    told = import_file(copy, area="990101", store=store)
    assert "workbook.mended-changed" in {one.code for one in told.findings}
    assert any("older copy" in line for line in told.lines("en"))


def test_who_did_not_agree_is_not_still_to_be_mended(workbook, store, filled, household) -> None:
    rows = [household("1", consent_given="ไม่"), household("2", males=-1)]
    import_file(filled(household=rows), area="990101", store=store, accept_good=True)
    (told,) = workbook.refused_imports()
    assert (told.refused, told.withheld, told.still_open, told.mended) == (2, 1, 1, 0)


def question(code: str, position: int) -> LocalQuestion:
    return LocalQuestion(
        scope_code="990101", about="household", code=code, label_th=f"คำถาม {code}",
        kind="integer", privacy="grouped", position=position,
    )  # fmt: skip


def asked(workbook, store) -> list[str]:
    return [str(one.code) for one in questions_of(store, workbook.plan_area)]


def test_questions_of_a_second_file_follow_those_of_the_first(workbook, store) -> None:
    first = [question("x_z1", 1), question("x_z2", 2)]
    second = [question("x_a1", 1), question("x_a2", 2)]
    for file in (first, second):
        add_questions(store, file, who="x", why="y")
    assert asked(workbook, store) == ["x_z1", "x_z2", "x_a1", "x_a2"]
    for file in (first, second):
        again = add_questions(store, file, who="x", why="y")
        assert (again.new, again.changed) == ([], [])
    # The first file asks in another order now, and the second one more.
    add_questions(store, [question("x_z2", 1), question("x_z1", 2)], who="x", why="y")
    add_questions(store, [*second, question("x_a0", 3)], who="x", why="y")
    assert asked(workbook, store) == ["x_z2", "x_z1", "x_a1", "x_a2", "x_a0"]


def test_a_telephone_number_in_a_note_is_flagged_and_in_no_message(
    workbook, store, filled, household, hazard
) -> None:
    rows = {
        "household": [household("1", note="โทร 081-234-5678")],
        "hazard": [hazard(2567, crop="อ้อย 1103702071811")],
    }
    report = import_file(filled(**rows), area="990101", store=store)
    found = [one for one in report.findings if one.code == "validate.number-of-a-person"]
    assert {(one.field, str(one.level)) for one in found} == {("note", "flag"), ("crop", "flag")}
    said = "\n".join([*report.lines("th"), *report.lines("en")])
    assert "5678" not in said and "11037" not in said
    kept = str([(one.value, one.values) for one in store.findings(report.import_id)])
    assert "5678" not in kept and "11037" not in kept


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_rows_of_a_hidden_sheet_are_read_and_told(
    workbook, store, filled, household, state
) -> None:
    path = filled(household=[household("1")])
    book = openpyxl.load_workbook(path)
    book["ครัวเรือน"].sheet_state = state
    book["การผลิต"].sheet_state = state  # empty: nothing to tell
    book.save(path)
    report = import_file(path, area="990101", store=store)
    (told,) = [one for one in report.findings if one.code == "collect.hidden-sheets-read"]
    assert "“ครัวเรือน”" in told.say("th") and "การผลิต" not in told.say("th")
    assert report.counts["household"]["accepted"] == 1
