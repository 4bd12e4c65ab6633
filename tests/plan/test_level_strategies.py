"""A project stands under one strategy of the place above, by what it says it serves."""

from __future__ import annotations

from planning_kit.plan.level_strategies import HIGHER, NONE, OWN, TAMBON, LevelStrategies

OF_THE_PROVINCE = (
    {"strategy_code": "P1", "name": "น้ำ", "higher_codes": ("N2",)},
    {"strategy_code": "P2", "name": "ตลาด", "higher_codes": ("N3",)},
)
ISSUES = {
    "ST1": {"name": "น้ำ  มั่นคง", "higher_codes": ("P2",)},
    "ST2": {"name": "คน", "higher_codes": ()},
}


def under(strategies, issue=None, served=()):
    project = {"strategy_code": issue, "higher_codes": served}
    heading, several = LevelStrategies(strategies).heading(project, ISSUES, {"N2": "ยุทธศาสตร์ชาติ"})
    return heading.kind, heading.code, several


def test_what_the_project_names_counts_before_what_its_issue_names():
    assert under(OF_THE_PROVINCE, "ST1", ("P1",)) == (OWN, "P1", 1)
    assert under(OF_THE_PROVINCE, "ST1") == (OWN, "P2", 1)


def test_the_same_strategy_of_a_higher_plan_ties_them_and_one_heading_counts():
    assert under(OF_THE_PROVINCE, "ST2", ("N3",)) == (OWN, "P2", 1)
    assert under(OF_THE_PROVINCE, "ST2", ("N3", "N2")) == (OWN, "P1", 2)
    assert under(OF_THE_PROVINCE, "ST2") == (NONE, "", 0)


def test_without_strategies_of_its_own_the_tambons_are_followed():
    assert under((), "ST2", ("N2",)) == (HIGHER, "N2", 1)
    assert under((), "ST2") == (TAMBON, "", 1)
    assert under((), "ST9") == (NONE, "", 0)
