"""A corrected code: the mistaken record is withdrawn, the new one keeps the history."""

from __future__ import annotations

import pytest

from planning_kit.records import Household, HouseholdAccount, Production
from planning_kit.workbook import import_file


@pytest.fixture
def rice():
    def row(number, **stated):
        return {
            "household_id": number, "year_be": 2569, "season": "main", "product_kind": "annual",
            "product": "ข้าวนาปี", "source_code": "S1", **stated,
        }  # fmt: skip

    return row


@pytest.fixture
def survey(filled, household, rice):
    """A household coded wrongly (and flagged for its 60 men), with a harvest and an account."""
    account = {"household_id": "1", "year_be": 2569, "income_crops": 100, "source_code": "S1"}
    return filled(
        household=[household("1", males=60), household("2")],
        production=[rice("1", quantity=900), rice("2")],
        household_account=[account],
    )


@pytest.fixture
def mended(store, survey, mend, tmp_path):
    first = import_file(survey, area="990101", store=store, who="แดง")
    first.to_mend.write(tmp_path / "m.xlsx", flagged=True)
    fixes = [("ครัวเรือน", 60, "household_id", "01-001")]
    return mend(tmp_path / "m.xlsx", *fixes)


def homes(workbook) -> list[str]:
    return sorted(one.household_id for one in workbook.records(Household))


def test_the_old_record_is_withdrawn_and_what_named_it_follows(workbook, store, mended) -> None:
    report = import_file(mended, area="990101", store=store, who="ดำ")
    assert homes(workbook) == ["01-001", "2"]
    assert len(workbook.frame(Household)) == 2
    (note,) = [one for one in report.findings if one.code == "workbook.corrected-key"]
    # One harvest and one account named household 1.
    assert "as 1 before" in note.say("en") and "2 records" in note.say("en")
    harvests = {one.household_id: one.quantity for one in workbook.records(Production)}
    assert harvests == {"01-001": 900, "2": None}
    assert [one.household_id for one in workbook.records(HouseholdAccount)] == ["01-001"]
    (gone,) = workbook.withdrawn(Household)
    assert (gone.record.males, gone.who, gone.why) == (60, "ดำ", "corrected to 01-001")


def test_the_new_record_keeps_the_whole_history(workbook, store, mended) -> None:
    import_file(mended, area="990101", store=store, who="ดำ")
    one = next(s for s in workbook.stored(Household) if s.record.household_id == "01-001")
    told = [
        (r.record.household_id, r.state, r.who)
        for r in workbook.history("household", one.record_id)
    ]
    assert told[0] == ("1", "flagged", "แดง")
    assert sorted(told[1:]) == [("01-001", one.state, "ดำ"), ("1", "withdrawn", "ดำ")]
    (harvest,) = [s for s in workbook.stored(Production) if s.record.household_id == "01-001"]
    codes = [r.record.household_id for r in workbook.history("production", harvest.record_id)]
    assert sorted(codes) == ["01-001", "1", "1"]


def test_the_original_file_sent_again_brings_nothing_back(workbook, store, survey, mended) -> None:
    import_file(mended, area="990101", store=store, who="ดำ")
    version = workbook.data_version()
    again = import_file(survey, area="990101", store=store)
    assert again.all_accepted and again.import_id is None
    assert workbook.data_version() == version
    # The household, its harvest and its account.
    assert again.total("withdrawn") == 3
    told = [one for one in again.findings if one.code == "workbook.withdrawn"]
    assert len(told) == 3 and "corrected to 01-001" in told[0].say("en")
    assert "withdrawn earlier and left out 1" in "\n".join(again.lines("en"))
    assert import_file(mended, area="990101", store=store).total("new") == 0
    assert homes(workbook) == ["01-001", "2"]


def test_a_correction_that_was_wrong_is_corrected_back(
    workbook, store, survey, mended, mend
) -> None:
    import_file(mended, area="990101", store=store)
    back = mend(mended, ("ครัวเรือน", "01-001", "household_id", "1"), name="back.xlsx")
    import_file(back, area="990101", store=store)
    assert homes(workbook) == ["1", "2"]
    assert {r.household_id for r in workbook.records(Production)} == {"1", "2"}
    for old in (mended, survey, back):
        import_file(old, area="990101", store=store)
        assert homes(workbook) == ["1", "2"]


def test_a_corrected_code_that_stands_already_is_left_to_people(
    workbook, store, survey, mended, mend
) -> None:
    onto = mend(mended, ("ครัวเรือน", "01-001", "household_id", "2"), name="onto.xlsx")
    report = import_file(onto, area="990101", store=store)
    assert homes(workbook) == ["1", "2"]
    assert "workbook.other-key" in {one.code for one in report.findings}


def test_what_somebody_said_since_of_the_old_code_is_not_withdrawn(
    workbook, store, filled, household, mended
) -> None:
    truth = filled("truth.xlsx", household=[household("1", males=2)])
    import_file(truth, area="990101", store=store)
    report = import_file(mended, area="990101", store=store)
    (found,) = [one for one in report.findings if one.code == "workbook.other-key"]
    assert "still stands" in found.say("en")
    assert homes(workbook) == ["01-001", "1", "2"]


def test_a_village_that_households_name_stays_and_the_number_is_told(
    workbook, store, filled, household, mend, tmp_path
) -> None:
    village = {"village_code": "99010101", "name": "บ้านก", "households": 1, "source_code": "S1"}
    odd = {**village, "farm_households": 5}
    path = filled(village=[odd], household=[household("1"), household("2")])
    import_file(path, area="990101", store=store).to_mend.write(tmp_path / "m.xlsx", flagged=True)
    sheet = ("หมู่บ้าน", "บ้านก", "village_code", "99010102")
    report = import_file(mend(tmp_path / "m.xlsx", sheet), area="990101", store=store)
    (found,) = [one for one in report.findings if one.code == "workbook.other-key"]
    assert "2 other records" in found.say("en")
    assert sorted(workbook.frame("village")["village_code"]) == ["99010101", "99010102"]


def test_a_refused_row_beside_a_sound_one_takes_nothing_out(
    workbook, store, filled, household, mend, tmp_path
) -> None:
    # Row 9 repeats the code of row 8 with other answers: it is refused, and mended to its own.
    path = filled(household=[household("1", males=2), household("1", males=3)])
    first = import_file(path, area="990101", store=store, accept_good=True)
    first.to_mend.write(tmp_path / "m.xlsx")
    mended = mend(tmp_path / "m.xlsx", ("ครัวเรือน", 3, "household_id", "9"))
    import_file(mended, area="990101", store=store)
    assert homes(workbook) == ["1", "9"] and workbook.withdrawn(Household) == []
