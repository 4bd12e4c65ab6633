"""The votes of the practice plan: who voted, that nothing ties by accident, what was decided."""

from collections import Counter, defaultdict

import pytest

from planning_kit.deliberate import (
    copeland,
    criteria_scores,
    cycles,
    dots,
    entry_differences,
    greedy,
    pair_matrix,
    voices,
)
from planning_kit.practice import practice_plan_rows
from planning_kit.records import record_type
from planning_kit.records.frames import to_frame


@pytest.fixture(scope="module")
def rows():
    return practice_plan_rows()


def frame(rows, name, poll=None):
    kind = record_type(name)
    own = [kind.model_validate(row) for row in rows[name] if poll in (None, row.get("poll_code"))]
    return to_frame(kind, own)


def options(rows, poll):
    found = next(row for row in rows["poll"] if row["poll_code"] == poll)
    return found["option_codes"].split(", ")


def decision(rows, code):
    return next(row for row in rows["decision"] if row["decision_code"] == code)


def scored(rows):
    marks = frame(rows, "ballot_mark", "V01")
    return marks[marks["entry"] == 1]


def test_forty_people_voted_five_from_each_of_eight_villages(rows):
    papers = {
        (row["ballot_no"], row["village_code"])
        for row in rows["ballot_mark"]
        if row["poll_code"] == "V01"
    }
    assert len(papers) == 40
    assert set(Counter(village for _number, village in papers).values()) == {5}
    assert len({village for _number, village in papers}) == 8


def test_all_sorts_of_people_voted_and_each_group_may_be_heard(rows):
    heads = {
        row["ballot_no"]: (row["sex"], row["age_group"], row["is_landless"])
        for row in rows["ballot_mark"]
    }
    for at in range(3):
        groups = Counter(head[at] for head in heads.values())
        assert all(count >= 5 for count in groups.values()), groups


def test_the_paper_ballots_were_typed_twice_and_agree(rows):
    marks = frame(rows, "ballot_mark", "V01")
    assert len(marks) == 40 * 12 * 2
    assert entry_differences(marks).empty


def test_no_vote_ends_in_a_tie_and_the_pairs_in_no_circle(rows):
    problems = criteria_scores(scored(rows), options=options(rows, "V01"))
    pairs = pair_matrix(totals=frame(rows, "pair_total"), options=options(rows, "V02"))
    projects = dots(totals=frame(rows, "vote_total"), options=options(rows, "V03"), each=3)
    assert problems.ties == copeland(pairs).ties == projects.ties == []
    assert cycles(pairs) == []
    ticks = Counter(row["option_code"] for row in rows["ballot_mark"] if row["poll_code"] == "V04")
    assert len(set(ticks.values())) == len(options(rows, "V04"))


def test_every_pair_was_put_to_all_forty_and_all_dots_were_used(rows):
    for row in rows["pair_total"]:
        assert row["votes_for"] + row["votes_against"] + row["votes_equal"] == 40
    people, used = {}, defaultdict(int)
    for row in rows["vote_total"]:
        people[row["village_code"]] = row["voters"]
        used[row["village_code"]] += row["votes"]
    assert sum(people.values()) == 71
    assert used == {village: 3 * voters for village, voters in people.items()}


def test_the_people_depart_from_the_computed_order_in_one_place_and_say_why(rows):
    kept = decision(rows, "D1")
    computed = list(criteria_scores(scored(rows), options=options(rows, "V01")).order["option"])
    adopted = kept["adopted_codes"].split(", ")
    assert kept["computed_codes"].split(", ") == computed
    apart = [at for at in range(12) if adopted[at] != computed[at]]
    assert len(apart) == 2 and apart[1] == apart[0] + 1
    assert kept["reason"] and kept["dissent"]


def test_the_pairs_are_of_the_six_problems_that_came_first_and_bear_the_decision_out(rows):
    computed = list(criteria_scores(scored(rows), options=options(rows, "V01")).order["option"])
    assert sorted(options(rows, "V02")) == sorted(computed[:6])
    pairs = pair_matrix(totals=frame(rows, "pair_total"), options=options(rows, "V02"))
    adopted = decision(rows, "D1")["adopted_codes"].split(", ")
    assert list(copeland(pairs).order["option"])[:4] == adopted[:4]


def test_the_order_of_projects_is_that_of_the_dots(rows):
    ranking = dots(totals=frame(rows, "vote_total"), options=options(rows, "V03"), each=3)
    assert decision(rows, "D4")["adopted_codes"].split(", ") == list(ranking.order["option"])


def test_the_communitys_money_goes_to_the_most_ticked_projects_that_it_pays_for(rows):
    costs = {
        row["project_code"]: row["total_cost"]
        for row in rows["project"]
        if row["project_code"] in options(rows, "V04")
    }
    ticks = Counter(row["option_code"] for row in rows["ballot_mark"] if row["poll_code"] == "V04")
    chosen = greedy(costs, ticks, 260_000)
    assert list(chosen.chosen) == decision(rows, "D5")["adopted_codes"].split(", ")
    assert sum(costs[code] for code in chosen.chosen) <= 260_000 < sum(costs.values())
    funded = {
        row["project_code"]
        for row in rows["budget_line"]
        if row["funding_source"] == "community_fund"
    }
    assert funded == set(chosen.chosen)


def test_women_put_health_first_and_the_landless_land_among_the_first_five(rows):
    listed = options(rows, "V01")
    heard = voices(scored(rows), lambda part: criteria_scores(part, options=listed)).heard
    first = {(row.facet, row.group): row.first for row in heard.itertuples()}
    rises = {(row.facet, row.group): row.rises for row in heard.itertuples()}
    assert first["sex", "female"] == ("P06",)
    assert first["sex", "male"] != ("P06",)
    assert "P05" in rises["is_landless", "yes"]
    assert not heard["hidden"].any()
