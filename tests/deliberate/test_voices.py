"""Groups beside everyone: heard from five ballots on, never fewer."""

import pytest

from planning_kit.deliberate import criteria_scores, voices

HIGH, LOW = (4, 4, 4, 4), (1, 1, 1, 1)


@pytest.fixture
def marks(scored):
    # Seven men want A, five women want B; two of the men are landless.
    ballots = [{"A": HIGH, "B": LOW}] * 7 + [{"A": LOW, "B": HIGH}] * 5
    return scored(
        ballots,
        sex=["male"] * 7 + ["female"] * 5,
        is_landless=[True, True, *[False] * 10],
        village_code=["01"] * 6 + ["02"] * 6,
    )


def ranker(marks):
    return criteria_scores(marks, options=["A", "B"])


def test_women_are_heard_where_they_rank_differently(marks):
    found = voices(marks, ranker, top=1)
    heard = found.heard.set_index("group")
    assert heard.loc["female", "rises"] == ("B",)
    assert heard.loc["female", "falls"] == ("A",)
    assert heard.loc["female", "first"] == ("B",)
    assert heard.loc["male", "same_set"]
    first = found.reasons()[0]
    assert "see it differently" in first.message
    assert first.values["ballots"] == 5


def test_two_landless_ballots_are_not_shown(marks):
    found = voices(marks, ranker, top=1)
    row = found.heard.set_index("group").loc["yes"]
    assert row["hidden"]
    assert row["rises"] == () and row["first"] == ()
    places = found.places.loc[found.places["group"] == "yes"]
    assert places["place"].isna().all()
    assert "Fewer than 5" in found.reasons()[-1].message


def test_villages_are_groups_too_and_absent_groups_do_not_appear(marks):
    found = voices(marks, ranker)
    assert set(found.heard["group"]) == {"female", "male", "yes", "01", "02"}
    assert "under_25" not in set(found.heard["group"])
    village = found.places.query("facet == 'village_code' and group == '02'")
    # Village 02: one man and five women.
    assert dict(zip(village["option"], village["place"], strict=True)) == {"A": 2, "B": 1}


def test_where_all_see_it_alike_nobody_differs(scored):
    marks = scored([{"A": HIGH, "B": LOW}] * 12, sex=["male", "female"] * 6)
    found = voices(marks, ranker, top=1)
    assert found.heard["same_set"].all()
