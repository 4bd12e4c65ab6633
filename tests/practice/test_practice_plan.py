"""The practice tambon's plan: what it holds, that its sums are right, and that it names nobody."""

import re
from collections import Counter, defaultdict

import pytest

from planning_kit.practice import practice_plan_rows, practice_rows
from planning_kit.records import record_type

YEARS = {2571, 2572, 2573, 2574, 2575}
THEMES = {
    "debt",
    "water",
    "land",
    "prices",
    "welfare",
    "society",
    "environment",
    "food_security",
    "production_base",
}


@pytest.fixture(scope="module")
def rows():
    return practice_plan_rows()


def test_the_same_plan_comes_out_twice(rows):
    assert practice_plan_rows() == rows


def test_every_village_and_the_council_met(rows):
    kinds = Counter(row["kind"] for row in rows["forum"])
    assert kinds == {
        "village_forum": 8,
        "tambon_forum": 2,
        "public_hearing": 1,
        "council_meeting": 2,
    }
    villages = {row["village_code"] for row in practice_rows()["village"]}
    held = {row["village_code"] for row in rows["forum"] if row["kind"] == "village_forum"}
    assert held == villages
    for row in rows["forum"]:
        assert row["present"] == row["men"] + row["women"] + row["other_sex"], row["forum_code"]
        assert row["present"] == row["under_25"] + row["age_25_59"] + row["age_60_up"]
        assert row["minutes"] and row["resolution"] and row["agenda"]


def test_the_endorsing_meeting_had_its_quorum_and_a_vote_against(rows):
    council = next(row for row in rows["forum"] if row["forum_code"] == "C2")
    assert 2 * council["members_present"] >= council["members"]
    votes = [council[f"votes_{way}"] for way in ("for", "against", "abstain")]
    assert sum(votes) == council["members_present"] and votes[1] > 0


def test_nobody_is_counted_in_a_village_who_was_not_in_the_meeting(rows):
    present = {row["forum_code"]: row for row in rows["forum"]}
    counted = defaultdict(int)
    women = defaultdict(int)
    for row in rows["attendance"]:
        if row["by"] == "village":
            counted[row["forum_code"]] += row["present"]
            women[row["forum_code"]] += row["women"]
    assert counted.keys() == present.keys()
    for code, people in counted.items():
        assert people <= present[code]["present"], code
        assert women[code] <= present[code]["women"], code


def test_the_problems_touch_all_nine_themes_and_keep_what_was_merged(rows):
    problems = rows["problem"]
    assert 14 <= len(problems) <= 18
    assert {row["theme"] for row in problems} == THEMES
    merged = [row for row in problems if row.get("merged_into")]
    assert len(merged) == 2 and all(row["merged_reason"] for row in merged)
    aside = [row for row in problems if row.get("is_set_aside")]
    assert len(aside) == 1 and aside[0]["set_aside_reason"]
    households = {row["village_code"]: row["households"] for row in practice_rows()["village"]}
    for row in problems:
        within = sum(households[code] for code in row["village_codes"].split(", "))
        assert 0 < row["households_affected"] <= within, row["problem_code"]
        assert row["households_basis"]


def test_every_problem_left_has_evidence_and_a_project(rows):
    left = {
        row["problem_code"]
        for row in rows["problem"]
        if not row.get("merged_into") and not row.get("is_set_aside")
    }
    assert {row["problem_code"] for row in rows["problem_evidence"]} == left
    answered = {code for row in rows["project"] for code in row["problem_codes"].split(", ")}
    assert answered == left


def test_what_the_forum_worked_out_is_there(rows):
    trees = defaultdict(set)
    for node in rows["tree_node"]:
        trees[node["problem_code"]].add(node["side"])
        assert len(node["statement"]) <= 120
    assert trees == {code: {"cause", "effect"} for code in ("P01", "P02", "P03")}
    assert len(rows["swot_item"]) >= 16
    assert len({row["quadrant"] for row in rows["swot_item"]}) == 8
    assert len(rows["local_knowledge"]) == 4
    years = [row["year_be"] for row in rows["timeline_event"]]
    assert len(years) >= 10 and min(years) == 2520 and max(years) == 2568
    kinds = Counter(row["kind"] for row in rows["calendar_entry"])
    assert kinds.total() >= 18 and {"crop", "labour", "water", "debt", "hazard"} <= set(kinds)


def test_projects_take_many_ways_and_many_are_done_by_the_people_themselves(rows):
    projects = rows["project"]
    assert 12 <= len(projects) <= 18
    adopted = [row for row in projects if row["stage"] == "adopted"]
    assert {row["channel"] for row in adopted} >= {
        "self",
        "codi",
        "local_gov",
        "pao",
        "department",
        "loan_fund",
        "province",
    }
    classes = Counter(row["reliance_class"] for row in adopted)
    assert classes["self"] >= 5 and set(classes) == {"self", "joint", "agency"}
    assert [row["stage"] for row in projects].count("set_aside") == 1
    twelve = (
        "name", "owner", "start_be", "end_be", "rationale", "objectives", "targets", "place",
        "monitoring", "expected_results", "indicator_codes", "total_cost",
    )  # fmt: skip
    assert all(row.get(name) for row in adopted for name in twelve)


def test_the_cost_of_a_project_is_the_sum_of_its_lines_and_of_its_activities(rows):
    lines, work = defaultdict(int), defaultdict(int)
    for row in rows["budget_line"]:
        lines[row["project_code"]] += row["amount"]
    for row in rows["activity"]:
        work[row["project_code"]] += row["amount"]
    costs = {row["project_code"]: row["total_cost"] for row in rows["project"]}
    assert {code: cost for code, cost in costs.items() if cost} == lines == work
    assert sum(lines.values()) == 11_105_000


def test_money_and_work_lie_in_the_five_years_of_the_plan_and_of_their_project(rows):
    spans = {row["project_code"]: (row["start_be"], row["end_be"]) for row in rows["project"]}
    assert {row["fiscal_year_be"] for row in rows["budget_line"]} == YEARS
    for row in (*rows["budget_line"], *rows["activity"]):
        first, last = spans[row["project_code"]]
        assert first <= row["fiscal_year_be"] <= last, row


def test_every_joint_project_has_money_or_work_of_the_community(rows):
    joint = {row["project_code"] for row in rows["project"] if row["reliance_class"] == "joint"}
    own = {
        row["project_code"]
        for row in rows["budget_line"]
        if row["funding_source"] in ("community", "community_contribution", "community_fund")
    }
    assert joint <= own
    assert "community_fund" in {row["funding_source"] for row in rows["budget_line"]}


def test_some_partners_have_promised_and_some_have_not_answered(rows):
    states = Counter(row["state"] for row in rows["pledge"])
    assert states["asked"] >= 3 and states["promised"] >= 3 and states["refused"] == 1
    assert all(row["answer"] for row in rows["pledge"] if row["state"] != "asked")


def test_no_person_and_no_telephone_number_stands_in_it(rows):
    told = [str(value) for one in rows.values() for row in one for value in row.values()]
    told += [str(value) for one in practice_plan_rows().values() for value in one]
    title = re.compile(r"((?<!มิถุ)นาย(?!ก)|นาง|น\.ส\.|เด็กชาย|เด็กหญิง|ด\.ช\.|ด\.ญ\.|คุณ\s|\bMrs?\b)")
    number = re.compile(r"0\d[- ]?\d{3}[- ]?\d{4}")
    assert [text for text in told if title.search(text) or number.search(text)] == []


def test_every_row_is_a_whole_record(rows):
    for name, own in rows.items():
        kind = record_type(name)
        records = [kind.model_validate(row) for row in own]
        keys = [record.natural_key() for record in records]
        assert len(set(keys)) == len(keys), name
