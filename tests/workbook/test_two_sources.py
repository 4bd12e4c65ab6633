"""Two sources that tell the same households differently; a correction is no disagreement."""

from __future__ import annotations

import pytest

from planning_kit.records import Household
from planning_kit.workbook import import_file

OTHER = {
    "source_code": "R2",
    "title": "ทะเบียนเกษตรกร",
    "publisher": "เกษตรอำเภอ",
    "method": "register",
    "date_to": "1 ธ.ค. 2569",
}
CODE = "validate.sources-disagree"


@pytest.fixture
def survey(filled, household):
    return filled(
        household=[
            household("1", males=2, land_owned="5-0-0", note="ป้าสม 081-234-5678"),
            household("2", males=1),
            household("3", males=4),
        ]
    )


@pytest.fixture
def register(filled, household):
    rows = [household("1", males=3, land_owned="5-0-0", note="ลุงมา"), household("2", males=2)]
    rows += [household("3", females=1)]
    told = [{**row, "source_code": "R2"} for row in rows]
    return filled("register.xlsx", source=[OTHER], household=told)


def differences(workbook) -> list[tuple[str, str, str, int]]:
    return [(d.field, d.first, d.second, d.households) for d in workbook.source_differences()]


def test_both_are_kept_and_the_difference_is_told(workbook, store, survey, register) -> None:
    import_file(survey, area="990101", store=store)
    report = import_file(register, area="990101", store=store)
    found = [one for one in report.findings if one.code == CODE]
    # Households 1 and 2 differ in their men; household 3 states other things, not otherwise.
    assert [(one.field, one.row) for one in found] == [("males", 8), ("males", 9)]
    assert "3" in found[0].say("en") and "2" in found[0].say("en")
    said = "\n".join(report.lines("th") + report.lines("en"))
    assert "ลุงมา" not in said and "ป้าสม" not in said and "081" not in said
    assert differences(workbook) == [("males", "R2", "S1", 2)]
    one = next(s for s in workbook.stored(Household) if s.record.household_id == "1")
    assert [r.record.males for r in store.history(one.record_id)] == [2, 3]


def test_the_same_source_that_says_something_new_corrects_itself(
    workbook, store, survey, filled, household
) -> None:
    import_file(survey, area="990101", store=store)
    newer = filled("newer.xlsx", household=[household("1", males=5)])
    report = import_file(newer, area="990101", store=store)
    assert CODE not in {one.code for one in report.findings}
    assert differences(workbook) == []


def test_a_mended_row_is_a_correction_even_of_its_source(
    workbook, store, filled, household, mend, tmp_path
) -> None:
    path = filled(household=[household("1", males=60, females=1)])
    import_file(path, area="990101", store=store).to_mend.write(tmp_path / "m.xlsx", flagged=True)
    sheet = "ครัวเรือน"
    mended = mend(tmp_path / "m.xlsx", (sheet, "1", "source_code", "R2"), (sheet, "1", "males", 6))
    import_file(filled("r.xlsx", source=[OTHER]), area="990101", store=store)
    report = import_file(mended, area="990101", store=store)
    assert report.counts["household"]["changed"] == 1
    assert CODE not in {one.code for one in report.findings}
    assert differences(workbook) == []


def test_a_difference_that_somebody_settled_or_withdrew_is_gone(
    workbook, store, survey, register
) -> None:
    import_file(survey, area="990101", store=store)
    import_file(register, area="990101", store=store)
    one, two = (
        next(s for s in workbook.stored(Household) if s.record.household_id == code)
        for code in "12"
    )
    workbook.save(one.record.with_changes(males=2), who="x", why="ถามแล้ว", over=one.revision)
    assert differences(workbook) == [("males", "R2", "S1", 1)]
    workbook.withdraw(Household, two.record_id, who="x", why="y")
    assert differences(workbook) == []


def test_sent_again_in_any_order_the_difference_stays_the_same(
    workbook, store, survey, register
) -> None:
    for path in (survey, register, survey, register):
        import_file(path, area="990101", store=store)
    assert differences(workbook) == [("males", "R2", "S1", 2)]
