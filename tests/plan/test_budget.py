import math

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.plan.budget import (
    by_reliance,
    by_source,
    community_share,
    five_year,
    reliance_shares,
)


def _five(plan, **more):
    return five_year(plan.projects, plan.lines, plan.strategies, 2571, **more)


def _cell(table, strategy, year, name="baht", level="strategy"):
    rows = table[(table["level"] == level)]
    rows = rows[rows["strategy_code"] == strategy] if level == "strategy" else rows
    at = rows["fiscal_year_be"].isna() if year is None else rows["fiscal_year_be"] == year
    return rows[at][name].iloc[0]


def test_strategy_by_year(plan):
    five = _five(plan)
    # S1 2571: PJ01 100,000 + PJ02 0; S2 2572: PJ03 120,000; PJ04 was set aside.
    assert _cell(five.table, "S1", 2571) == 100_000
    assert _cell(five.table, "S1", 2571, "projects") == 2
    assert _cell(five.table, "S2", 2572) == 120_000
    assert _cell(five.table, None, None, level="total") == 450_000
    assert five.total == 450_000


def test_a_project_of_two_years_is_one_project_but_two_project_years(plan):
    five = _five(plan)
    assert _cell(five.table, "S1", None, "projects") == 2
    assert _cell(five.table, "S1", None, "project_years") == 3


def test_a_year_without_lines_is_not_stated_and_not_zero(plan):
    five = _five(plan)
    assert math.isnan(_cell(five.table, "S2", 2575))
    assert _cell(five.table, "S2", 2575, "projects") == 0


def test_what_is_left_out_says_why(plan):
    plan.lines.loc[4, "fiscal_year_be"] = 2580
    plan.lines.loc[5, "project_code"] = "PJ99"
    plan.lines.loc[0, "fiscal_year_be"] = float("nan")
    five = _five(plan)
    why = dict(zip(five.left_out["project_code"], five.left_out["why"], strict=True))
    assert why == {
        "PJ01": "no_year",
        "PJ03": "outside_plan",
        "PJ99": "unknown_project",
        "PJ04": "set_aside",
    }


def test_ordinance_money_stands_apart(plan):
    assert _five(plan, kind="ordinance").total == 80_000
    assert _five(plan, kind="spent").total is None


def test_by_source_and_community_share(plan):
    five = _five(plan)
    source = by_source(five)
    whole = source[source["fiscal_year_be"].isna()].set_index("key")["baht"]
    assert whole.to_dict() == {"local_gov": 300_000, "baac": 120_000, "community": 30_000}
    share = community_share(five, ["community", "community_fund"])
    assert share.share == pytest.approx(30_000 / 450_000)


def test_by_reliance(plan):
    table = by_reliance(_five(plan))
    whole = table[table["fiscal_year_be"].isna()].set_index("key")
    assert whole["baht"].to_dict() == {"agency": 300_000, "joint": 150_000, "self": 0}
    shares = reliance_shares(plan.projects).set_index("key")["share"]
    assert shares["self"] == pytest.approx(1 / 3)


def test_no_projects_at_all():
    empty = pd.DataFrame()
    five = five_year(empty, empty, empty, 2571)
    assert five.total is None
    assert list(five.table["level"].unique()) == ["total"]
    assert community_share(five, ["community"]).share is None


NAMES = ["project_code", "fiscal_year_be", "funding_source", "amount", "kind"]

_line = st.fixed_dictionaries(
    {
        "project_code": st.sampled_from(["A", "B", "C", "X"]),
        "fiscal_year_be": st.sampled_from([2570, 2571, 2573, 2575, 2576, float("nan")]),
        "funding_source": st.sampled_from(["local", "own", None]),
        "amount": st.one_of(st.integers(0, 10**7), st.just(float("nan"))),
        "kind": st.sampled_from([None, "plan", "ordinance"]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(_line, max_size=25))
def test_the_parts_equal_the_whole_and_no_baht_is_lost(rows):
    lines = pd.DataFrame(rows, columns=NAMES)
    lines["line_no"] = float("nan")
    projects = pd.DataFrame(
        {
            "project_code": ["A", "B", "C"],
            "stage": ["full", "idea", "set_aside"],
            "strategy_code": ["S1", None, "S1"],
            "reliance_class": ["self", "joint", "agency"],
        }
    )
    strategies = pd.DataFrame({"strategy_code": ["S1", "S2"], "name": ["หนึ่ง", "สอง"]})
    five = five_year(projects, lines, strategies, 2571)
    table = five.table
    strategy = table[table["level"] == "strategy"]
    for year in (*five.years, None):
        here = table["fiscal_year_be"].isna() if year is None else table["fiscal_year_be"] == year
        total = table[here & (table["level"] == "total")]["baht"].fillna(0).iloc[0]
        assert strategy[here[strategy.index]]["baht"].sum() == pytest.approx(total)
    assert strategy[strategy["fiscal_year_be"].isna()]["lines"].sum() == len(five.lines)
    plan_money = [row for row in rows if row["kind"] != "ordinance"]
    stated = sum(row["amount"] for row in plan_money if not math.isnan(row["amount"]))
    kept, left = five.lines["amount"].sum(), five.left_out["amount"].sum()
    assert kept + left == pytest.approx(stated)
    for by in (by_source(five), by_reliance(five)):
        assert by[by["fiscal_year_be"].isna()]["baht"].sum() == pytest.approx(kept)
