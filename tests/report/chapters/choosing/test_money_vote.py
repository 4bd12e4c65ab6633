"""What a sum of money pays for, in two ways, worked out by hand."""

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.money_vote import money_vote

FIRST = "If what most people chose is paid first"
SECOND = "If everyone has the same part of the money to decide about"


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


@pytest.fixture
def money(votes, workbook_of):
    """Return a maker of a vote on J1 (100 baht), J2 (60) and J3 (50) by six papers."""

    def make(budget=110, costs=(100, 60, 50), lines=(), papers=6):
        ticks = ["J1 J2", "J1 J2", "J1 J2", "J1 J2", "J1 J3", "J3"][:papers]
        own = {
            f"BX{at}": {one: {"approved": True} for one in t.split()} for at, t in enumerate(ticks)
        }
        projects = [
            {"project_code": code, "name": code, "stage": "idea", "reliance_class": "self",
             "owner": "กลุ่ม", "total_cost": cost}
            for code, cost in zip(("J1", "J2", "J3"), costs, strict=True)
        ]  # fmt: skip
        poll = votes.poll("approval", ["J1", "J2", "J3"], about="project", budget=budget)
        rows = {"project": projects, "budget_line": list(lines), "poll": [poll]}
        return workbook_of({**rows, "ballot_mark": votes.papers(own)})

    return make


def _chosen(rows):
    return {row[0][:2] for row in rows if row[2] == "chosen"}


def test_two_ways_to_share_a_sum(money, cells_of, said):
    # Votes 5, 4, 2. The most votes first: J1 for 100, 10 are left, nothing else fits.
    # One sixth of 110 each, 18.33: five supporters of J1 have 91.67 < 100; four of J2 pay 15
    # each; two of J3 have 36.67 < 50; of the 50 left J3 is the only one that fits.
    section = money_vote(money())
    assert _chosen(cells_of(section, FIRST)) == {"J1"}
    assert _chosen(cells_of(section, SECOND)) == {"J2", "J3"}
    assert f"{FIRST}: 1 of 3 projects, 100 baht; 10 baht are left." in said(section)
    assert f"{SECOND}: 2 of 3 projects, 110 baht; 0 baht are left." in said(section)


def test_each_project_has_its_reason(money, cells_of):
    reasons = {row[0][:2]: row[3] for row in cells_of(money_vote(money()), FIRST)}
    assert reasons["J2"] == "4 votes, but it costs 60 baht and only 10 baht were left."


def test_the_cost_may_stand_in_the_budget_lines(money, cells_of):
    line = {"project_code": "J1", "fiscal_year_be": 2571, "funding_source": "community"}
    lines = [{**line, "line_no": at, "amount": part} for at, part in ((1, 70), (2, 30))]
    rows = cells_of(money_vote(money(costs=(None, 60, 50), lines=lines)), FIRST)
    assert rows[0][1] == "100"


def test_a_project_without_cost_is_a_sentence(money, said):
    assert "J1 has no cost in baht." in said(money_vote(money(costs=(None, 60, 50))))


def test_papers_that_tick_more_than_the_money_are_told_and_counted(money, cells_of, said):
    # Four papers tick J1 and J2, 160 of 110 baht, and one J1 and J3, 150.
    section = money_vote(money())
    assert "5 ballots tick projects that together cost more than 110 baht." in said(section)
    assert cells_of(section, FIRST)[0][3].startswith("5 votes")
    assert "tick projects" not in said(money_vote(money(budget=160)))


def test_few_papers_are_not_shown(money, said):
    section = money_vote(money(papers=4))
    assert "Fewer than 5 ballots" in said(section)
    assert not any(part.tables for part in section.walk())


def test_without_a_sum_there_is_no_chapter(money):
    assert money_vote(money(budget=None)) is None
