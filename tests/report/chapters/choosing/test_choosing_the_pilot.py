"""The chapter on choosing a pilot: advice, what is missing, and how firm the first place is."""

from __future__ import annotations

import pytest

from planning_kit.language import speaking
from planning_kit.records.own_data import using_own_data
from planning_kit.report.chapters.choosing_the_pilot import choosing_the_pilot
from planning_kit.shipped import shipped

A, B, C = "670306", "670102", "670601"
MEANS = "Mean scores by criterion (1 to 4), and the weighted result"


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def test_the_table_shows_means_and_the_result_by_default_weights(three_pilots, cells_of, said):
    section = three_pilots()
    # A: means 3 4 3 3 2 2 by 20 20 15 15 15 15: .6+.8+.45+.45+.3+.3 = 2.9.
    # B: 3 3 3 3 3 2: .6+.6+.45*3+.3 = 2.85.
    rows = cells_of(section, MEANS)
    assert [(row[0][:6], *row[1:5]) for row in rows] == [
        (A, "1", "2.90", "3.00", "4.00"),
        (B, "2", "2.85", "3.00", "3.00"),
        (C, "–", "–", "4.00", "4.00"),
    ]
    told = said(section)
    assert "Tambon Nam Hia, Amphoe Lom Sak comes first" in told
    assert "default, not official" in told and "Money is not among the criteria" in told
    assert "Without a place, because a criterion was not scored: Tambon Si Thep" in told


def test_agreed_weights_take_the_place_of_the_defaults_and_turn_the_order(
    pilots, three_pilots, cells_of, said
):
    # All on partners: A 2, B 3.
    section = three_pilots(pilot_weight=pilots.weights(0, 0, 0, 0, 100, 0))
    assert [row[0][:6] for row in cells_of(section, MEANS)] == [B, A, C]
    assert "The weights were agreed by a meeting" in said(section)
    assert "Only one criterion counts" in said(section)


@pytest.mark.parametrize(
    ("given", "why"),
    [((20, 20, 15, 15, 15, 5), "add up to 90, not to 100"), ((20, 20), "has no weight")],
)
def test_weights_that_do_not_make_100_give_no_order(pilots, three_pilots, said, given, why):
    section = three_pilots(pilot_weight=pilots.weights(*given))
    told = said(section)
    assert "No order is worked out." in told and why in told
    assert "comes first" not in told


def test_who_differs_and_what_is_missing_is_shown_by_name(three_pilots, cells_of):
    section = three_pilots()
    apart = cells_of(section, "Where scorers are two steps or more apart")
    assert apart == [
        ["670306 Tambon Nam Hia, Amphoe Lom Sak", "Readiness of the council", "2 — โต๊ะ 2: –",
         "4 — โต๊ะ 1: –"]
    ]  # fmt: skip
    missing = cells_of(section, "Scores still missing")
    assert [row[0][:6] + row[1] for row in missing] == [f"{B}โต๊ะ 2", f"{C}โต๊ะ 1", f"{C}โต๊ะ 2"]


def test_how_often_the_first_place_changes_is_said(three_pilots, said):
    told = said(three_pilots())
    assert "of 126 plausible weightings, Tambon Nam Hia" in told
    assert "steps of 10 %" in told


def test_a_criterion_nobody_scored_is_named(pilots, pilot_chapter, said):
    section = pilot_chapter(
        pilot_candidate=[pilots.candidate(A), pilots.candidate(B)],
        pilot_score=[
            *pilots.scores("ก", A, (4, 4, 3, 3, 2, None)),
            *pilots.scores("ก", B, (3, 3, 3, 3, 3, None)),
        ],
    )
    told = said(section)
    assert "Nobody has scored any candidate on “Can be an example for others”." in told
    assert "none has a place yet" in told


def test_one_candidate_and_all_equal_set_no_order(pilots, pilot_chapter, said):
    one = {"pilot_candidate": [pilots.candidate(A)], "pilot_score": pilots.scores("ก", A, (3,) * 6)}
    assert "nothing to put in order" in said(pilot_chapter(**one))
    both = {
        "pilot_candidate": [pilots.candidate(A), pilots.candidate(B)],
        "pilot_score": [*one["pilot_score"], *pilots.scores("ก", B, (3,) * 6)],
    }
    told = said(pilot_chapter(**both))
    assert "these scores set no order" in told and "comes first." not in told.partition("126")[0]


def test_a_withdrawn_candidate_stays_on_the_list_with_its_reason(pilots, three_pilots, cells_of):
    gone = pilots.candidate(A, is_withdrawn=True, withdrawn_reason="ขอทำปีหน้า")
    section = three_pilots(pilot_candidate=[gone, pilots.candidate(B), pilots.candidate(C)])
    rows = cells_of(section, "The tambons proposed")
    assert next(row[-1] for row in rows if row[0].startswith(A)) == "withdrawn: ขอทำปีหน้า"
    assert [row[0][:6] for row in cells_of(section, MEANS)] == [B, C]


def test_the_working_group_has_seats_and_meetings(three_pilots, cells_of):
    seat = {"organisation": "สภาเกษตรกร", "role": "รองประธาน", "seats": 2}
    section = three_pilots(working_group_seat=[seat])
    assert cells_of(section, "Seats of the working group")[0][:3] == [
        "สภาเกษตรกร",
        "รองประธาน",
        "2",
    ]
    assert cells_of(section, "Meetings of the working group") == [
        ["1 Oct 2026", "F1 ประชุม", "14", "ใช้หกเกณฑ์"]
    ]


def test_an_empty_province_shows_the_criteria_and_asks_for_candidates(
    pilot_chapter, said, cells_of
):
    section = pilot_chapter()
    assert "No tambon is proposed yet" in said(section)
    assert (
        len(cells_of(section, "The criteria for choosing a pilot, and what the scores mean")) == 6
    )
    assert section._repr_html_()


def test_a_tambon_is_sent_to_the_province(workbook_of, said):
    assert "workbook of the province" in said(choosing_the_pilot(workbook_of({})))


def test_a_province_may_have_criteria_of_its_own_and_a_wrong_file_says_so(
    three_pilots, tmp_path, said
):
    own = shipped("data", "criteria", "pilot.toml").read_text("utf-8")
    folder = tmp_path / "criteria"
    folder.mkdir()
    # Partners are struck out and their 15 % go to the example.
    head, _sign, rest = own.partition("[partners]")
    kept = head + rest[rest.index("[example]") :].replace("weight = 15", "weight = 30")
    (folder / "pilot.toml").write_text(kept, "utf-8")
    with using_own_data(tmp_path):
        # C is complete now: 4 on everything.
        told = said(three_pilots())
    assert "Tambon Si Thep, Amphoe Si Thep comes first" in told
    assert "list does not have are not used: partners" in told
    (folder / "pilot.toml").write_text(kept.replace("weight = 30", "weight = 3"), "utf-8")
    with using_own_data(tmp_path):
        assert "add up to 73, not to 100" in said(three_pilots())


def test_the_chapter_speaks_thai(three_pilots):
    with speaking("th"):
        page = three_pilots()._repr_html_()
    assert "การเลือกตำบลนำร่อง" in page and "Weighted" not in page
