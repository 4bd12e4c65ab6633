"""What people want to learn, as the page tells it: advice with reasons, groups, the catalogue."""

from __future__ import annotations

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.training_needs import training_needs


def sheets(count, start, **said):
    return [{"sheet_no": f"T{start + at}", **said} for at in range(count)]


# 10 of 20 want accounts, 7 of them women; 6 want water; 2 want seed; two days in August.
ROWS = [
    *sheets(7, 0, sex="female", wanted=["account"], wanted_most="account", asked_on="3 ส.ค. 2569"),
    *sheets(3, 10, sex="male", wanted=["account"], asked_on="10 ส.ค. 2569"),
    *sheets(6, 20, sex="male", wanted=["water"], can_teach=["soil"]),
    *sheets(2, 30, sex="male", wanted=["seed"]),
    *sheets(2, 40, sex="female", wanted=["soil"]),
]


def part(section, key):
    return next(one for one in section.parts if one.key == key)


@pytest.fixture(params=["th", "en"])
def language(request):
    with speaking(request.param):
        yield request.param


def test_advice_says_who_wants_it_and_which_training_answers(workbook_of, language):
    section = training_needs(workbook_of({"training_need": ROWS}))
    table = section.tables[0].frame
    assert list(table["people"][:2]) == [10, 6]
    first = part(section, "training-advice").parts[0]
    said = " ".join(first.sentences)
    assert "10" in said and "20" in said and "50%" in said and "7" in said
    assert {"th": "จดบัญชีต้นทุน รู้กำไรของตน (3 ชั่วโมง)", "en": "one’s margin (3 hours)"}[
        language
    ] in said
    assert "n = 20" in section.evidence[0]
    # Two want seed: nobody reads how many, nor that they are men.
    hidden = table[table["hidden"]]
    assert set(hidden["skill"]) == {"seed", "soil"} and hidden["people"].isna().all()


def test_the_catalogue_begins_with_what_was_asked_for(workbook_of, language):
    section = training_needs(workbook_of({"training_need": ROWS}))
    first = part(section, "training-catalogue").tables[0].frame["title"].iloc[0]
    assert (
        first
        == {
            "th": "จดบัญชีต้นทุน รู้กำไรของตน",
            "en": "A cost account, and knowing one’s margin",
        }[language]
    )


def test_without_sheets_the_page_says_where_to_add_them(workbook_of, language):
    section = training_needs(workbook_of({}))
    assert not section.parts and len(section.sentences) == 1
