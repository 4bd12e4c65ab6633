"""Members, ages and heads, by hand."""

from __future__ import annotations

import pytest

from planning_kit.profile.people import (
    composition,
    dependency,
    farm_households,
    heads,
    household_size,
    people_by_village,
    staple_food,
)
from planning_kit.records import Household, to_frame


def households(*rows: dict) -> object:
    return to_frame(
        Household,
        [
            {"household_id": str(i), "village_code": "99010101", "males": 2, "females": 1}
            | {"members_under_15": 1, "members_15_to_59": 1, "members_60_up": 1}
            | row
            for i, row in enumerate(rows)
        ],
    )


def test_members_and_mean_size():
    # ten households of 2 + 1, and one that did not state its women: n is 10 for members
    silent = {"females": None, "members_60_up": None}
    table = household_size(households(*[{}] * 10, silent)).set_index("measure")
    assert table.loc["members", ["n", "not_stated", "mean", "total"]].tolist() == [10, 1, 3, 30]
    assert table.at["males", "n"] == 11


def test_members_come_from_the_ages_where_a_sex_is_missing():
    frame = households(*[{"males": None}] * 5)
    assert household_size(frame).set_index("measure").at["members", "mean"] == 3


def test_composition_by_sex():
    table = composition(households(*[{}] * 10)).set_index("key")
    assert table.at["males", "persons"] == 20
    assert table.at["males", "share"] == pytest.approx(2 / 3)
    assert table.at["members_60_up", "share"] == pytest.approx(1 / 3)


def test_three_old_people_are_hidden_everywhere():
    rows = [{"members_60_up": 0, "members_15_to_59": 2}] * 17 + [{}] * 3
    frame = households(*rows)
    ages = composition(frame).set_index("key")
    assert ages.at["members_60_up", "hidden"]
    assert ages["hidden"].sum() == 2
    sizes = household_size(frame).set_index("measure")
    assert sizes.at["members_60_up", "hidden"]
    # 20 children or 37 of working age: the one that hides beside them is hidden here too
    assert set(sizes.index[sizes["hidden"]]) == set(ages.index[ages["hidden"]])
    assert dependency(frame).hidden


def test_dependency_ratio():
    # 10 young, 20 of working age, 5 old: 50, 25 and 75 for every 100
    rows = [{"members_under_15": 2, "members_15_to_59": 4, "members_60_up": 1}] * 5
    found = dependency(households(*rows))
    assert (found.young, found.old, found.total, found.n) == (50, 25, 75, 5)


def test_heads_by_sex():
    frame = households(*[{"head_sex": "female"}] * 6, *[{"head_sex": "male"}] * 14)
    table = heads(frame)
    sex = table[table["question"] == "head_sex"].set_index("key")
    assert sex.at["female", "share"] == 0.3
    assert set(table["question"]) == {"head_sex"}


def test_farm_households_and_register():
    rows = [{"is_farm_household": True, "is_registered_farmer": i < 8} for i in range(16)]
    table = farm_households(households(*rows)).set_index("question")
    assert table.at["is_farm_household", "share"] == 1
    assert table.at["is_registered_farmer", "households"] == 8


def test_months_of_own_staple():
    rows = [{"rice_months": 0}] * 5 + [{"rice_months": 8}] * 6 + [{"rice_months": 12}] * 9 + [{}]
    table = staple_food(households(*rows)).set_index("key")
    assert table["households"].to_dict() == {"none": 5, "1_5": 0, "6_11": 6, "12": 9}
    assert table.at["12", "n"] == 20


def test_a_village_with_two_households_is_hidden_and_another_with_it():
    rows = [{"village_code": "99010101"}] * 9 + [{"village_code": "99010102"}] * 2
    rows += [{"village_code": "99010103"}] * 6 + [{"village_code": "99010104"}] * 20
    table = people_by_village(households(*rows)).set_index("village_code")
    assert table["hidden"].to_dict() == {
        "99010101": False,
        "99010102": True,
        "99010103": True,
        "99010104": False,
    }
    assert table["households"].tolist() == [9, 2, 6, 20]
    assert table.at["99010101", "members"] == 27


def test_three_men_in_a_village_are_hidden():
    rows = [{"village_code": "99010101", "males": 0, "females": 3}] * 7
    rows[:3] = [{"village_code": "99010101", "males": 1, "females": 2}] * 3
    rows += [{"village_code": f"9901010{moo}"} for moo in (2, 3) for _ in range(9)]
    table = people_by_village(households(*rows)).set_index("village_code")
    assert table.at["99010101", "hidden"]
    assert table["hidden"].sum() == 2
