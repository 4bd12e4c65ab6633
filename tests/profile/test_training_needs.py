"""Who wants to learn what: counts, order and hidden cells, worked out by hand."""

from __future__ import annotations

import pandas as pd
import pytest

from planning_kit.profile.privacy import hide_inner
from planning_kit.profile.training_needs import wanted, wanted_by


def sheet(sex, village, *skills, most=None, teach=()):
    return {"sex": sex, "village_code": village, "wanted": skills, "wanted_most": most,
            "can_teach": teach}  # fmt: skip


# 24 people: 12 want accounts, 12 water (6 of them most of all), 3 seed; 9 women and 15 men.
NEEDS = pd.DataFrame(
    [sheet("female", "01", "account", "water", most="water") for _one in range(6)]
    + [sheet("female", "01", "account", "seed", teach=("soil",)) for _one in range(3)]
    + [sheet("male", "02", "water", teach=("soil",)) for _one in range(6)]
    + [sheet("male", "02", "account") for _one in range(3)]
    + [sheet("male", "03", "soil") for _one in range(3)]
    + [sheet("male", None, "soil") for _one in range(3)]
)


def row(table, **where):
    for name, value in where.items():
        table = table[table[name] == value]
    return table.iloc[0]


def test_skills_are_ranked_by_who_wants_them_and_then_by_who_wants_them_most():
    table = wanted(NEEDS)
    water, account, soil = (row(table, skill=one) for one in ("water", "account", "soil"))
    assert (water["place"], water["people"], water["n"], water["share"]) == (1, 12, 24, 0.5)
    assert (account["place"], account["people"]) == (2, 12)
    assert (soil["place"], soil["people"], soil["can_teach"]) == (3, 6, 9)
    assert list(table["skill"][:3]) == ["water", "account", "soil"]


def test_what_three_people_want_is_hidden_and_has_no_place():
    seed = row(wanted(NEEDS), skill="seed")
    assert seed["hidden"]
    assert pd.isna(seed["people"]) and pd.isna(seed["share"]) and pd.isna(seed["place"])


def test_nobody_asked_is_no_advice():
    assert wanted(pd.DataFrame()).empty
    assert wanted_by(pd.DataFrame(), "sex").empty


def test_groups_are_counted_and_what_gives_few_away_is_hidden():
    by_sex = wanted_by(NEEDS, "sex")
    men, women = (row(by_sex, skill="water", group=one) for one in ("male", "female"))
    # Of the women 6 of 9 want water: 3 do not, so the cell is hidden, and the men's with it.
    assert women["hidden"] and men["hidden"]
    assert "seed" not in set(by_sex["skill"])
    # 6 of 15 men want to learn of soil, and none of the 9 women.
    assert row(by_sex, skill="soil", group="male")["share"] == pytest.approx(0.4)
    assert row(by_sex, skill="soil", group="female")["people"] == 0


def test_a_village_of_three_is_not_shown():
    assert "03" not in set(wanted_by(NEEDS, "village_code")["group"])


def test_inner_cells_are_hidden_where_all_totals_are_known():
    # One person in the corner: with totals known, a loop of four cells must be hidden.
    counts = pd.DataFrame([[1, 9], [20, 30], [40, 0]])
    hidden = hide_inner(counts)
    assert hidden.to_numpy().tolist() == [[True, True], [True, True], [False, False]]
    assert not hide_inner(pd.DataFrame([[6, 9], [20, 30]])).to_numpy().any()
