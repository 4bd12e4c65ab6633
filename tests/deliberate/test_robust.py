"""How firm the first places are, on elections small enough to check by hand."""

import pytest

from planning_kit.deliberate import (
    criteria_robustness,
    criteria_scores,
    dots,
    plausible_weightings,
    votes_robustness,
)


def said(found):
    return [one.message.format(**one.values) for one in found.reasons()]


def test_the_weightings_are_all_of_ten_to_seventy_per_cent():
    grid = plausible_weightings()
    # Four parts of ten tenths, each at least one: 9 choose 3.
    assert len(grid) == 84
    assert (grid.sum(axis=1) == 100).all()
    assert grid.min().min() == 10
    assert grid.max().max() == 70
    assert not grid.duplicated().any()


def test_an_order_that_leads_everywhere_is_firm(scored):
    marks = scored([{"A": (4, 4, 4, 4), "B": (3, 3, 3, 3), "C": (1, 1, 1, 1)}] * 4,
                   village_code=["01", "01", "02", "02"])  # fmt: skip
    found = criteria_robustness(marks, options=["A", "B", "C"], top=2)
    assert found.weightings["same_order"].all()
    assert list(found.options["share"]) == [1, 1, 0]
    assert found.without["same_order"].all()
    assert "Of 84 plausible weightings, 84 keep the same first 2" in said(found)[0]
    assert "Whichever village is left out" in said(found)[1]


@pytest.mark.parametrize("by", ["sum", "product"])
def test_the_grid_agrees_with_counting_each_weighting_anew(scored, by):
    ballot = {"A": (4, 1, 2, 3), "B": (1, 4, 3, 2), "C": (2, 2, 4, 1), "D": (3, 3, 1, 4)}
    other = {"A": (3, 2, 2, 2), "B": (2, 3, 4, 2), "C": (2, 1, 4, 2), "D": (3, 3, 2, 2)}
    marks = scored([ballot, other])
    found = criteria_robustness(marks, options=list("ABCD"), by=by, top=2)
    usual = set(criteria_scores(marks, options=list("ABCD"), by=by).top(2))
    means = {one: [(ballot[one][at] + other[one][at]) / 2 for at in range(4)] for one in ballot}
    for row in found.weightings.itertuples():
        weights = list(row[1:5])
        value = {}
        for one, own in means.items():
            total = 0.0 if by == "sum" else 1.0
            for weight, mean in zip(weights, own, strict=True):
                total = total + weight * mean if by == "sum" else total * mean ** (weight / 25)
            value[one] = round(total, 7)
        second = sorted(value.values(), reverse=True)[1]
        top = {one for one in value if value[one] >= second}
        assert row.same_set == (top == usual)
        assert set(row.entered) == top - usual
        assert set(row.left) == usual - top


def test_leaving_a_village_out_says_who_enters_and_who_drops_out(marks_of):
    rows = [{"ballot_no": str(n), "option_code": "A", "dots": 1, "village_code": "01"}
            for n in range(6)]  # fmt: skip
    rows += [{"ballot_no": f"b{n}", "option_code": "B", "dots": 1, "village_code": "02"}
             for n in range(5)]  # fmt: skip
    found = votes_robustness(marks_of(rows), lambda marks: dots(marks, options=["A", "B"]), top=1)
    without = found.without.set_index("group")
    assert not without.loc["01", "same_set"]
    assert without.loc["01", "entered"] == ("B",)
    assert without.loc["01", "left"] == ("A",)
    assert without.loc["02", "same_order"]
    assert found.weightings.empty
    assert "Without 01, ('B',) would come" in said(found)[0]


def test_totals_can_be_tried_without_each_village(totals_of):
    totals = totals_of(
        [
            {"option_code": option, "village_code": village, "voters": 10, "size_sum": sum_,
             "severity_sum": 20, "ease_sum": 20, "concern_sum": 20}
            for village, option, sum_ in (("01", "A", 40), ("01", "B", 10), ("02", "A", 15),
                                          ("02", "B", 30))
        ]
    )  # fmt: skip
    found = criteria_robustness(totals=totals, options=["A", "B"], top=1)
    assert list(found.without["group"]) == ["01", "02"]
    assert list(found.without["same_set"]) == [False, True]
    assert found.without["ballots"].isna().all()
