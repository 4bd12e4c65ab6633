from datetime import date

import pandas as pd
import pytest

from planning_kit.language import translate
from planning_kit.plan.checks import check_plan
from planning_kit.plan.tables import PlanTables
from planning_kit.records.channel_declared import channels_from
from planning_kit.records.declared_data import declared_toml

TODAY = date(2026, 10, 20)
FORM = ("rationale", "objectives", "targets", "place", "monitoring", "expected_results")


@pytest.fixture
def check(plan):
    channels = channels_from(declared_toml("channels", "channels.toml"))
    plan.projects = plan.projects.assign(**dict.fromkeys(FORM, "เขียนแล้ว"))

    def checked(adopted=("P01", "P02", "P03"), **changed):
        names = "problems strategies projects activities lines indicators values pledges steps"
        frames = {name: getattr(plan, name) for name in names.split()} | changed
        frames.setdefault("cash", pd.DataFrame({"project_code": ["PJ03"]}))
        return check_plan(
            PlanTables(**frames),
            2571,
            today=TODAY,
            channels=channels,
            adopted=adopted,
            community_sources=("community",),
        )

    return checked


def _codes(table):
    return set(table["code"])


def test_a_whole_plan_has_no_findings(check):
    assert check().empty


def test_a_cost_that_is_not_the_sum_of_its_lines(check, plan):
    plan.projects.loc[0, "total_cost"] = 310_000
    table = check()
    assert list(table["code"]) == ["plan.cost-differs"]
    row = table.iloc[0]
    assert (row["level"], row["key"]) == ("must", "PJ01")
    assert (row["values"]["total"], row["values"]["difference"]) == (300_000, 10_000)


def test_half_a_baht_of_rounding_is_no_difference(check, plan):
    plan.projects.loc[0, "total_cost"] = 300_000.4
    assert check().empty


@pytest.mark.parametrize(
    ("frame", "row", "column", "value", "code"),
    [
        ("lines", 0, "fiscal_year_be", 2580, "plan.budget-year-outside"),
        ("lines", 0, "fiscal_year_be", float("nan"), "plan.budget-without-year"),
        ("lines", 0, "fiscal_year_be", 2574, "plan.budget-outside-project"),
        ("lines", 0, "funding_source", None, "plan.budget-without-source"),
        ("lines", 0, "amount", float("nan"), "plan.budget-without-amount"),
        ("lines", 0, "amount", -1, "plan.budget-negative"),
        ("lines", 0, "project_code", "PJ77", "plan.budget-without-project"),
        ("projects", 0, "reliance_class", None, "plan.project-without-class"),
        ("projects", 0, "owner", None, "plan.project-without-owner"),
        ("projects", 0, "lead_agency", None, "plan.project-without-agency"),
        ("projects", 0, "end_be", 2570, "plan.project-years-order"),
        ("projects", 0, "start_be", 2569, "plan.project-outside"),
        ("projects", 0, "problem_codes", ("P99",), "plan.link-unknown"),
        ("projects", 1, "strategy_code", None, "plan.project-without-strategy"),
        ("projects", 1, "indicator_codes", (), "plan.project-without-indicator"),
        ("projects", 2, "problem_codes", (), "plan.problem-without-project"),
        ("projects", 2, "problem_codes", (), "plan.project-without-problem"),
        ("projects", 2, "discount_rate", float("nan"), "plan.income-without-rate"),
        ("projects", 2, "discount_rate", 0.06, "plan.income-rate-small"),
        ("projects", 1, "name", "ขุดลอก คลอง", "plan.project-name-twice"),
        ("projects", 1, "reliance_class", "joint", "plan.nothing-self"),
        ("activities", 0, "fiscal_year_be", 2577, "plan.activity-outside"),
        ("activities", 0, "fiscal_year_be", 2575, "plan.activity-outside-project"),
        ("activities", 0, "amount", 90_000, "plan.activities-differ"),
        ("values", 0, "value", float("nan"), "plan.indicator-without-baseline"),
        ("values", 1, "kind", "actual", "plan.indicator-without-target"),
        ("pledges", 1, "answered_on", pd.Timestamp("2026-08-01"), "plan.pledge-dates"),
        ("pledges", 1, "by_date", pd.NaT, "plan.promise-without-date"),
        ("lines", 5, "funding_source", "baac", "plan.joint-without-community"),
        ("pledges", 0, "project_code", "PJ02", "plan.agency-not-asked"),
    ],
)
def test_each_gap_is_found_and_nothing_is_raised(check, plan, frame, row, column, value, code):
    table = getattr(plan, frame)
    assert check().empty
    table[column] = table[column].astype("object")
    table.at[row, column] = value
    assert code in _codes(check())


def test_a_budget_year_outside_names_year_and_plan(check, plan):
    plan.lines.loc[0, "fiscal_year_be"] = 2580
    row = check().set_index("code").loc["plan.budget-year-outside"]
    assert (row["values"]["year"], row["values"]["first"], row["values"]["last"]) == (
        2580,
        2571,
        2575,
    )


def test_an_income_project_without_cash_items(check):
    assert "plan.income-without-cash" in _codes(check(cash=pd.DataFrame()))


def test_top_problems_without_money_and_money_against_the_order(check, plan):
    plan.projects.at[2, "problem_codes"] = ("P02",)
    table = check(adopted=("P03", "P02", "P01"))
    without = table[table["code"] == "plan.priority-without-money"]
    assert list(without["key"]) == ["P03"]
    assert "plan.money-against-order" in _codes(table)


def test_no_decision_is_a_finding(check):
    assert _codes(check(adopted=())) == {"plan.no-decision"}


def test_an_idea_need_not_have_activities_yet(check, plan):
    plan.projects.loc[1, "stage"] = "idea"
    activities = plan.activities[plan.activities["project_code"] != "PJ02"]
    assert check(activities=activities).empty


def test_an_empty_plan_says_where_to_begin():
    table = check_plan(PlanTables(), 2571, today=TODAY)
    assert _codes(table) == {"plan.no-project"}


def test_every_finding_can_be_said_in_thai_and_english(check, plan):
    plan.projects.loc[0, "total_cost"] = 1
    plan.lines.loc[0, ["funding_source", "amount"]] = [None, float("nan")]
    plan.projects.at[2, "problem_codes"] = ("P98",)
    table = check(values=pd.DataFrame(), pledges=pd.DataFrame())
    assert len(table) > 6
    for row in table.to_dict("records"):
        for sentence in (row["message"], row["mend"]):
            for language in ("th", "en"):
                said = translate(sentence, language).format(**row["values"])
                assert said and "{" not in said


def test_what_must_be_mended_comes_first(check, plan):
    plan.projects.loc[0, "total_cost"] = 1
    plan.values.loc[0, "value"] = float("nan")
    assert list(check()["level"]) == ["must", "should"]


def test_three_hundred_projects(plan):
    one = plan.projects.iloc[:1]
    many = pd.concat([one.assign(project_code=f"Q{n}", name=f"งาน {n}") for n in range(300)])
    lines = pd.concat([plan.lines.iloc[:2].assign(project_code=f"Q{n}") for n in range(300)])
    table = check_plan(
        PlanTables(
            problems=plan.problems,
            strategies=plan.strategies,
            projects=many,
            lines=lines,
            activities=plan.activities.iloc[:0],
            indicators=plan.indicators,
        ),
        2571,
        today=TODAY,
        adopted=("P01", "P02"),
    )
    assert (table["code"] == "plan.project-without-activity").sum() == 300
    assert not (table["code"] == "plan.cost-differs").any()


@pytest.mark.parametrize("item", [*FORM, "start_be"])
def test_a_blank_item_of_the_form_is_named(check, plan, item):
    plan.projects[item] = plan.projects[item].astype("object")
    plan.projects.loc[0, item] = None
    table = check()
    rows = table[table["code"] == "plan.form-incomplete"]
    assert [(row["key"], row["values"]["items"]) for row in rows.to_dict("records")] == [
        ("PJ01", (item,))
    ]
    plan.projects.loc[0, "stage"] = "idea"
    assert "plan.form-incomplete" not in _codes(check())
