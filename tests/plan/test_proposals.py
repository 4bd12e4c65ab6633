"""Where proposals come from, where they stand, and what does not fit together."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from planning_kit.plan.proposal_checks import proposal_findings
from planning_kit.plan.proposal_lines import ancestry, cycles, descendants, lines_of
from planning_kit.plan.proposal_standing import level_of, standings
from planning_kit.records.plain_rows import plain_rows

TODAY = dt.date(2026, 11, 30)


def day(number, month=11):
    return dt.date(2026, month, number)


def origins(*rows):
    names = ("plan_area", "proposal_code", "from_ref", "how", "date", "note")
    return pd.DataFrame([dict(zip(names, row, strict=False)) for row in rows])


def steps(*rows):
    names = ("plan_area", "proposal_code", "level", "date", "resolution", "reason")
    return pd.DataFrame([dict(zip(names, row, strict=False)) for row in rows])


def proposals(*rows):
    names = ("plan_area", "proposal_code", "level", "state", "sent_on", "answer", "answered_on")
    return pd.DataFrame([dict(zip(names, row, strict=False)) for row in rows], dtype="object")


# Two tambons merge in the province, which goes on to the region; a third is split off there.
RISE = origins(
    ("67", "N01", "670101/N1", "merged", day(20)),
    ("67", "N01", "670102/N4", "merged", day(20)),
    ("codi-N", "R1", "67/N01", "raised", day(25)),
    ("codi-N", "R2", "67/N01", "split", day(25)),
)


def test_ancestry_leads_back_to_every_tambon():
    tree = ancestry("codi-N/R1", lines_of(RISE))
    assert [one.ref for one in tree.walk()] == ["codi-N/R1", "67/N01", "670101/N1", "670102/N4"]
    assert tree.origins[0].line.how == "raised"
    assert [one.line.how for one in tree.origins[0].origins] == ["merged", "merged"]


def test_descendants_lead_up_to_all_it_became():
    found = descendants("670101/N1", lines_of(RISE))
    assert [line.to for line in found] == ["67/N01", "codi-N/R1", "codi-N/R2"]
    assert descendants("codi-N/R2", lines_of(RISE)) == []


def test_a_ring_is_named_and_ends_no_walk():
    ring = origins(("67", "A", "67/B", "raised"), ("67", "B", "67/A", "raised"),
                   ("67", "C", "67/A", "raised"))  # fmt: skip
    lines = lines_of(ring)
    assert cycles(lines) == [("67/A", "67/B")]
    walked = [(one.ref, one.is_cycle) for one in ancestry("67/C", lines).walk()]
    assert walked == [("67/C", False), ("67/A", False), ("67/B", False), ("67/A", True)]
    assert len(descendants("67/A", lines)) == 3
    assert cycles(lines_of(RISE)) == []


def standing_of(row, *taken, lines=()):
    table = standings(proposals(row), steps(*taken), lines, today=TODAY)
    [found] = plain_rows(table, table.columns)
    return found["standing"], found["level"], found["days"]


@pytest.mark.parametrize(
    ("row", "taken", "expected"),
    [
        (("670101", "N1", "region"), [], ("drafted", "tambon", None)),
        (("67", "N1", "region"), [], ("drafted", "province", None)),
        (("670101", "N1", "region", "endorsed"), [], ("waits_for_meeting", "province", None)),
        (
            ("670101", "N1", "region"),
            [("670101", "N1", "tambon", day(10), "passed")],
            ("waits_for_meeting", "province", 20),
        ),
        (
            ("670101", "N1", "tambon"),
            [("670101", "N1", "tambon", day(10), "passed")],
            ("to_be_sent", "tambon", 20),
        ),
        (
            ("67", "N1", "nation"),
            [("67", "N1", "region", day(12), "returned")],
            ("sent_back", "province", 18),
        ),
        (
            ("67", "N1", "nation"),
            [("67", "N1", "province", day(12), "rejected")],
            ("rejected", "province", None),
        ),
        (("67", "N1", "nation", "sent", day(25)), [], ("waits_for_answer", "nation", 5)),
        (
            ("67", "N1", "nation", "accepted", day(5), "รับ", day(20)),
            [],
            ("answered", "nation", None),
        ),
    ],
)
def test_where_a_proposal_stands_and_how_long_it_waits(row, taken, expected):
    assert standing_of(row, *taken) == expected


def test_a_merged_proposal_waits_no_more_itself():
    passed = ("670101", "N1", "tambon", day(10), "passed")
    said = standing_of(("670101", "N1", "region"), passed, lines=lines_of(RISE))
    assert said == ("merged", "province", None)


def test_what_waits_longest_stands_first():
    table = standings(
        proposals(("67", "A", "nation", "sent", day(28)), ("67", "B", "nation", "sent", day(1))),
        steps(),
        [],
        today=TODAY,
    )
    assert table["ref"].tolist() == ["67/B", "67/A"]


@pytest.mark.parametrize(
    ("area", "level"),
    [("670101", "tambon"), ("north-1", "tambon"), ("67", "province"), ("codi-N", "region"),
     ("TH", "nation")],
)  # fmt: skip
def test_the_level_of_a_plan_area(area, level):
    assert level_of(area) == level


def found(rows=None, taken=None, lines=None):
    frames = (
        proposals(*rows) if rows else proposals(("67", "A", "nation")),
        steps(*(taken or ())),
        origins(*(lines or ())),
    )
    return [(row.code, row.key) for row in proposal_findings(*frames).itertuples()]


def test_a_way_without_faults_has_no_findings():
    taken = [("67", "A", "tambon", day(1), "passed"), ("67", "A", "province", day(9), "passed")]
    assert found(taken=taken, lines=[("67", "A", "670101/N1", "merged")]) == []


def test_a_proposal_that_is_its_own_ancestor():
    ring = [("67", "A", "67/A", "raised")]
    assert found(lines=ring) == [("proposal.own-ancestor", "67/A")]


def test_a_step_below_one_already_passed_unless_it_was_sent_back():
    passed = ("67", "A", "province", day(1), "passed")
    below = ("67", "A", "tambon", day(9), "passed")
    assert found(taken=[passed, below]) == [("proposal.step-below", "67/A")]
    back = ("67", "A", "region", day(5), "returned", "ขาดตัวเลข")
    assert found(taken=[passed, back, below]) == []


def test_one_that_was_rejected_comes_again_only_with_a_reason():
    no = ("67", "A", "province", day(1), "rejected", "ไม่มีตัวเลข")
    again = ("67", "A", "province", day(9), "passed")
    assert found(taken=[no, again]) == [("proposal.again-after-rejected", "67/A")]
    assert found(taken=[no, (*again, "มีตัวเลขแล้ว")]) == []
    raised = ("codi-N", "R1", "67/A", "raised", day(9))
    assert found(taken=[no], lines=[raised]) == [("proposal.raised-after-rejected", "codi-N/R1")]
    assert found(taken=[no], lines=[(*raised, "มีตัวเลขแล้ว")]) == []


def test_answers_that_came_too_early():
    early = ("67", "A", "nation", "accepted", day(20), "รับ", day(10))
    assert found(rows=[early]) == [("proposal.answer-before-sent", "67/A")]
    assert found(rows=[("67", "A", "nation", "accepted", None, "รับ", day(10))]) == [
        ("proposal.answer-unsent", "67/A")
    ]
    before = ("67", "A", "nation", "accepted", day(1), "รับ", day(2))
    taken = [("67", "A", "province", day(9), "passed")]
    assert found(rows=[before], taken=taken) == [("proposal.answer-too-early", "67/A")]


def test_refs_that_are_none_and_steps_of_nothing():
    assert found(lines=[("67", "A", "N1", "raised")]) == [("proposal.not-a-ref", "67/A")]
    assert found(taken=[("67", "Z", "province", day(1), "passed")]) == [
        ("proposal.unknown-proposal", "67/Z")
    ]


def test_every_order_of_rows_gives_the_same_lines():
    assert lines_of(RISE) == lines_of(RISE.iloc[::-1])
