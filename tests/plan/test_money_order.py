from datetime import date

import pandas as pd
import pytest

from planning_kit.plan.convergence import agency_matrix, by_agency, convergence
from planning_kit.plan.priority_money import agreement, in_words, priority_money, theme_money


def _table(plan, adopted=("P01", "P02", "P03")):
    return priority_money(plan.problems, plan.projects, plan.lines, adopted)


def test_money_by_problem_shares_a_project_and_adds_up(plan):
    table = _table(plan).set_index("problem_code")["baht"]
    # PJ03's 150,000 answer P02 and P03: half each. PJ01 answers P04, merged into P01.
    assert table.to_dict() == {"P01": 300_000, "P02": 75_000, "P03": 75_000}


def test_money_without_a_problem_is_shown_last(plan):
    plan.projects.at[2, "problem_codes"] = ()
    table = _table(plan)
    assert table["problem_code"].iloc[-1] is None
    assert table["baht"].sum() == 450_000
    said = in_words(table)
    assert said[0][1] == {"n": 2, "top": 3, "problems": ("ราคาข้าวตกต่ำ", "หนี้สินครัวเรือน")}
    assert said[1][1]["share"] == pytest.approx(300_000 / 450_000)


@pytest.mark.parametrize(
    ("baht", "tau"),
    # Kendall's tau-b by hand: 3 pairs; all in order 1, all against −1, one tie of 3: 2/√(3·2).
    [((3, 2, 1), 1.0), ((1, 2, 3), -1.0), ((2, 1, 1), 2 / 6**0.5), ((5, 5, 5), None)],
)
def test_agreement_by_hand(baht, tau):
    table = pd.DataFrame({"place": [1.0, 2.0, 3.0], "baht": [float(b) for b in baht]})
    found = agreement(table)
    assert found is None if tau is None else found == pytest.approx(tau)


def test_no_order_no_words_about_it(plan):
    assert in_words(_table(plan, ()))[0][0] == "No order of problems has been adopted yet."


def test_money_by_theme(plan):
    themes = theme_money(_table(plan)).set_index("theme")
    assert themes["baht"].to_dict() == {"water": 300_000, "prices": 75_000, "debt": 75_000}
    assert themes["share"].sum() == pytest.approx(1)


def test_who_was_asked_and_has_not_answered(plan):
    table = convergence(plan.pledges, date(2026, 11, 22)).set_index("agency")
    # Asked on 1 October: 30 days left of October and 22 of November = 52 days.
    assert table.loc["rid", "days_waiting"] == 52
    assert table.loc["rid", "is_late"] and not table.loc["baac", "is_late"]
    counts = by_agency(convergence(plan.pledges, date(2026, 11, 22))).set_index("agency")
    assert list(counts.index) == ["rid", "baac"]
    assert counts.loc["rid", "unanswered"] == 1
    assert counts.loc["baac", "baht_promised"] == 120_000
    assert pd.isna(counts.loc["baac", "baht_given"])


def test_the_matrix_shows_what_is_furthest_from_done(plan):
    more = plan.pledges.assign(state=["refused", "given"], project_code="PJ01", agency="rid")
    matrix = agency_matrix(convergence(pd.concat([plan.pledges, more]), date(2026, 11, 22)))
    assert matrix.loc["rid", "PJ01"] == "refused"
    assert matrix.loc["rid", "PJ03"] is None
    assert matrix.loc["baac", "PJ03"] == "promised"


def test_nobody_asked():
    table = convergence(pd.DataFrame(), date(2026, 11, 22))
    assert table.empty and by_agency(table).empty and agency_matrix(table).empty


def test_a_request_whose_day_is_over_without_an_answer_is_silent(plan):
    table = convergence(plan.pledges, date(2026, 11, 22)).set_index("agency")
    # Asked of rid by 1 November, still unanswered on the 22nd; baac has promised.
    assert (table.loc["rid", "standing"], table.loc["baac", "standing"]) == ("silent", "promised")
    assert by_agency(table.reset_index()).set_index("agency").loc["rid", "silent"] == 1
    early = convergence(plan.pledges, date(2026, 11, 1)).set_index("agency")
    assert early.loc["rid", "standing"] == "asked"
