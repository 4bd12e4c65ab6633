"""Every voice counts once and no more than allowed; what is only odd is kept and flagged."""

from __future__ import annotations

import pytest

from planning_kit.validate import State

PROBLEMS = [
    ("problem", {"problem_code": code, "statement": f"ปัญหา {code}"})
    for code in ("P01", "P02", "P03")
]
PROJECTS = [
    (
        "project",
        {
            "project_code": code,
            "name": code,
            "stage": "idea",
            "reliance_class": "self",
            "owner": "กลุ่ม",
            "total_cost": cost,
        },
    )
    for code, cost in (("PJ01", 60_000), ("PJ02", 50_000))
]


def poll(method: str, **more):
    values = {
        "poll_code": "V01",
        "title": "ลงคะแนน",
        "about": "problem",
        "method": method,
        "option_codes": "P01, P02, P03",
        "dots_each": 3 if method == "dots" else None,
    }
    return "poll", {**values, **more}


def mark(ballot: str, option: str, **more):
    return "ballot_mark", {
        "poll_code": "V01",
        "ballot_no": ballot,
        "option_code": option,
        **more,
    }


def found(judged, name: str, *rows, **more) -> list[list[str]]:
    checked = judged(*PROBLEMS, *PROJECTS, *rows, **more)
    return [
        [finding.code for finding in row.findings] for row in checked.rows if row.raw.record == name
    ]


def test_an_option_that_is_not_voted_on_is_refused(judged) -> None:
    checked = judged(*PROBLEMS, poll("dots", option_codes="P01, P02"), mark("1", "P03", dots=1))
    row = checked.rows[-1]
    assert (row.state, row.findings[0].code) == (State.REFUSED, "validate.not-an-option")
    assert "P01, P02" in row.findings[0].say("th")


def test_the_same_ballot_twice_is_counted_once_and_a_differing_one_refused(judged) -> None:
    rows = [mark("1", "P01", dots=1), mark("1", "P01", dots=1), mark("1", "P01", dots=2)]
    assert found(judged, "ballot_mark", poll("dots"), *rows) == [
        [],
        ["validate.same-row-twice"],
        ["validate.two-versions"],
    ]


def test_a_blank_entry_is_the_first_so_it_is_the_same_ballot(judged) -> None:
    rows = [mark("1", "P01", dots=1), mark("1", "P01", dots=1, entry=1)]
    assert found(judged, "ballot_mark", poll("dots"), *rows) == [[], ["validate.ballot-twice"]]


def test_two_typists_may_enter_the_same_ballot(judged) -> None:
    rows = [mark("1", "P01", dots=3, entry=1), mark("1", "P01", dots=3, entry=2)]
    assert found(judged, "ballot_mark", poll("dots"), *rows) == [[], []]


def test_a_pair_turned_round_is_the_same_pair(judged) -> None:
    rows = [
        mark("1", "P01", against_code="P02", preferred="P01"),
        mark("1", "P02", against_code="P01", preferred="P02"),
        mark("1", "P01", against_code="P03", preferred="P03"),
    ]
    assert found(judged, "ballot_mark", poll("pairwise"), *rows) == [
        [],
        ["validate.ballot-twice"],
        [],
    ]


def test_a_ballot_kept_before_counts_as_entered(judged) -> None:
    held = {"ballot_mark": [mark("1", "P01", dots=1, entry=1)[1]]}
    rows = found(judged, "ballot_mark", poll("dots"), mark("1", "P01", dots=1), held=held)
    assert rows == [["validate.ballot-twice"]]


def test_a_ballot_with_too_many_dots_is_refused_whole_and_its_neighbour_stands(judged) -> None:
    rows = [mark("1", "P01", dots=2), mark("1", "P02", dots=2), mark("2", "P01", dots=3)]
    checked = judged(*PROBLEMS, poll("dots"), *rows)
    marks = checked.rows[-3:]
    assert [row.state for row in marks] == [State.REFUSED, State.REFUSED, State.ACCEPTED]
    said = marks[0].findings[0].say("en")
    assert said.startswith("Ballot 1 has 4 dots, but each person had 3")


def test_dots_spread_over_two_imports_add_up(judged) -> None:
    held = {"ballot_mark": [mark("1", "P01", dots=2)[1]]}
    rows = found(judged, "ballot_mark", poll("dots"), mark("1", "P02", dots=2), held=held)
    assert rows == [["validate.too-many-dots"]]


def test_more_ticks_than_allowed_are_refused(judged) -> None:
    rows = [mark("1", code, approved=True) for code in ("P01", "P02")]
    assert found(judged, "ballot_mark", poll("approval", max_approvals=1), *rows) == [
        ["validate.too-many-ticks"],
        ["validate.too-many-ticks"],
    ]
    no_tick = [mark("1", "P01", approved=True), mark("1", "P02", approved=False)]
    assert found(judged, "ballot_mark", poll("approval", max_approvals=1), *no_tick) == [[], []]


@pytest.mark.parametrize(("budget", "codes"), [(109_999, ["validate.ballot-over-budget"]), (110_000, [])])  # fmt: skip
def test_a_ballot_over_the_budget_is_kept_and_flagged(judged, budget: int, codes: list) -> None:
    # 60,000 and 50,000 baht are 110,000.
    vote = poll("approval", about="project", option_codes="PJ01, PJ02", budget=budget)
    rows = [mark("1", "PJ01", approved=True), mark("1", "PJ02", approved=True)]
    assert found(judged, "ballot_mark", vote, *rows)[0] == codes
    checked = judged(*PROBLEMS, *PROJECTS, vote, *rows)
    assert checked.all_accepted


def test_more_ballots_than_voters_is_flagged_at_the_vote(judged) -> None:
    rows = [mark(str(at), "P01", dots=1) for at in range(3)]
    assert found(judged, "poll", poll("dots", eligible=2), *rows) == [
        ["validate.more-ballots-than-voters"]
    ]
    assert found(judged, "poll", poll("dots", eligible=3), *rows) == [[]]


def test_with_the_vote_kept_before_the_remark_is_about_the_file(judged) -> None:
    held = {"poll": [poll("dots", eligible=1)[1]], "ballot_mark": [mark("1", "P01", dots=1)[1]]}
    known = {"poll": {"V01"}}
    checked = judged(mark("2", "P01", dots=1), held=held, known=known)
    assert [remark.code for remark in checked.remarks] == ["validate.more-ballots-than-voters"]
    assert "V01" in checked.remarks[0].say("th")


def total(option: str, votes: int | None, voters: int, **more):
    values = {"poll_code": "V01", "option_code": option, "votes": votes, "voters": voters}
    return "vote_total", {**values, **more}


def test_more_hands_than_people_is_refused_but_dots_may_be_more(judged) -> None:
    assert found(judged, "vote_total", poll("hands"), total("P01", 21, 20)) == [
        ["validate.more-votes-than-voters"]
    ]
    # 20 people with 3 dots each can give 60.
    assert found(judged, "vote_total", poll("dots"), total("P01", 60, 20)) == [[]]
    assert found(judged, "vote_total", poll("dots"), total("P01", 61, 20)) == [
        ["validate.more-votes-than-voters"]
    ]


def test_villages_together_have_no_more_voters_than_the_hall(judged) -> None:
    rows = [total("P01", 5, 20, village_code=f"990101{moo:02d}") for moo in (1, 2)]
    women = total("P01", 5, 30, group="สตรี")
    assert found(judged, "poll", poll("hands", eligible=39), *rows, women) == [
        ["validate.more-voters-than-eligible"]
    ]
    assert found(judged, "poll", poll("hands", eligible=40), *rows, women) == [[]]


def test_a_vote_without_ballots_or_voters_says_nothing(judged) -> None:
    assert found(judged, "poll", poll("dots", eligible=0)) == [[]]


def test_two_typings_that_differ_are_listed_before_anything_is_counted(judged) -> None:
    rows = [
        mark("017", "P01", size=3, severity=4, entry=1),
        mark("017", "P02", size=2, severity=2, entry=1),
        mark("017", "P01", size=3, severity=1, entry=2),
        mark("017", "P03", size=1, severity=1, entry=2),
        mark("018", "P01", size=1, severity=1, entry=1),
    ]
    assert found(judged, "ballot_mark", poll("criteria"), *rows) == [
        [],
        ["validate.typed-once"],
        ["validate.typings-differ"],
        ["validate.typed-once"],
        [],
    ], "paper 018 was typed once so far: its second typing may be still to come"
    checked = judged(*PROBLEMS, poll("criteria"), *rows)
    row = next(row for row in checked.rows if row.findings and row.raw.record == "ballot_mark"
               and row.findings[0].code == "validate.typings-differ")  # fmt: skip
    assert row.state is State.FLAGGED, "kept: the paper decides, not the kit"
    assert "one typing says 1, the other 4" in row.findings[0].say("en")
    assert "บัตร 017" in row.findings[0].say("th")


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        ({"approved": "ใช่"}, {"approved": "ไม่ใช่"}, "one typing says no, the other yes"),
        ({"sex": "หญิง"}, {"sex": None}, "one typing says –, the other female"),
    ],
)
def test_what_was_typed_is_said_in_words(judged, first, second, said) -> None:
    rows = [mark("017", "P01", entry=1, **first), mark("017", "P01", entry=2, **second)]
    checked = judged(*PROBLEMS, poll("approval"), *rows)
    assert said in checked.rows[-1].findings[0].say("en").replace("woman", "female")


def test_typings_that_agree_are_not_told(judged) -> None:
    rows = [mark("017", "P01", size=3, entry=None), mark("017", "P01", size=3, entry=2)]
    assert found(judged, "ballot_mark", poll("criteria"), *rows) == [[], []]
