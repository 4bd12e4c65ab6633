from planning_kit.plan.links import chain_links
from planning_kit.plan.logframe import logframe
from planning_kit.plan.logic import orphans, results_chain, trace


def _links(plan):
    return chain_links(
        plan.problems, plan.strategies, plan.projects, plan.activities, plan.indicators
    )


def test_the_chain_joins_problem_and_project_and_follows_a_merge(plan):
    table = results_chain(plan.problems, plan.strategies, plan.projects, plan.activities)
    pairs = list(zip(table["problem_code"], table["project_code"], strict=True))
    # PJ01 answers P04, which the people merged into P01; P05 and PJ04 were set aside.
    assert pairs == [("P01", "PJ01"), ("P01", "PJ02"), ("P02", "PJ03"), ("P03", "PJ03")]
    assert table["activities"][0] == ("สำรวจแนวคลอง", "ขุดลอก")
    assert table["strategy"][2] == "เพิ่มรายได้"


def test_what_stands_alone_is_shown_with_nothing_beside_it(plan):
    plan.projects.at[1, "problem_codes"] = ()
    problems = plan.problems[plan.problems["problem_code"] != "P03"]
    table = results_chain(problems, plan.strategies, plan.projects.iloc[:2], plan.activities)
    pairs = list(zip(table["problem_code"], table["project_code"], strict=True))
    assert pairs == [("P01", "PJ01"), ("P02", None), (None, "PJ02")]


def test_links_are_read_both_ways(plan):
    links = _links(plan)
    assert links["is_known"].all()
    from_problem = trace(links, "problem", "P02")
    ahead = {tuple(row[:2]): row[2] for row in from_problem.itertuples(index=False)}
    assert ahead[("project", "PJ03")] == 1
    assert ahead[("indicator", "I2")] == 2
    back = trace(links, "indicator", "I1")
    steps = {tuple(row[:2]): row[2] for row in back.itertuples(index=False)}
    assert steps[("project", "PJ01")] == -1
    assert steps[("problem", "P01")] == -2
    assert steps[("indicator", "I1")] == 0
    assert ("project", "PJ03") not in steps


def test_a_code_that_no_record_has_is_an_unknown_link(plan):
    plan.projects.at[0, "problem_codes"] = ("P99",)
    links = _links(plan)
    assert list(links[~links["is_known"]]["from_code"]) == ["P99"]


def test_orphans_of_every_kind(plan):
    plan.projects.at[2, "problem_codes"] = ()
    plan.projects.at[1, "indicator_codes"] = ()
    table = orphans(plan.problems, plan.strategies, plan.projects, plan.activities, plan.indicators)
    found = set(zip(table["code"], table["lacks"], strict=True))
    assert found == {
        ("P02", "project"),
        ("P03", "project"),
        ("PJ03", "problem"),
        ("PJ02", "indicator"),
    }


def test_nothing_at_all_has_no_orphans():
    import pandas as pd

    empty = pd.DataFrame()
    assert orphans(empty, empty, empty, empty, empty).empty
    assert results_chain(empty, empty, empty, empty).empty


def test_rings_of_merges_do_no_harm(plan):
    plan.problems.loc[plan.problems["problem_code"] == "P01", "merged_into"] = "P04"
    table = results_chain(plan.problems, plan.strategies, plan.projects, plan.activities)
    assert {"P01", "P04"} <= set(table["problem_code"])


def test_the_logframe_has_four_levels_and_names_open_pledges(plan):
    import pandas as pd

    goals = pd.DataFrame(
        [{"kind": "goal", "statement_code": "G1", "statement": "อยู่ดีกินดี", "strategy_code": None}]
    )
    table = logframe(
        goals, plan.strategies, plan.projects, plan.activities, plan.indicators, plan.pledges
    )
    assert list(table["level"][:4]) == ["goal", "purpose", "output", "activity"]
    output = table[(table["level"] == "output") & (table["project_code"] == "PJ01")].iloc[0]
    assert output["statement"] == "คลอง 3 กม."
    assert output["indicators"] == ("ครัวเรือนที่ไม่ขาดน้ำ",)
    assert output["verification"] == ("แบบสำรวจ", "วัดระดับน้ำ")
    assert output["depends_on"] == (("rid", "ออกแบบคลอง", "asked"),)
    mill = table[(table["level"] == "output") & (table["project_code"] == "PJ03")].iloc[0]
    assert mill["statement"] == "ขายข้าวสาร"
    assert "PJ04" not in set(table["project_code"])
