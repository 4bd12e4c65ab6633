"""Problems of several tambons: which may be one, why, and what is counted once only."""

from __future__ import annotations

import random

import pandas as pd
import pytest

from planning_kit.deliberate.recurring import suggest_groups
from planning_kit.deliberate.recurring_counts import count_groups
from planning_kit.records.plain_rows import plain_rows

# One drought in three tambons, worded differently; a flood with the same words; a debt.
WATER = {
    "670101/P01": ("น้ำทำนาไม่พอในหน้าแล้ง เพราะคลองตื้นเขิน", 120),
    "670102/P01": ("ขาดแคลนน้ำทำการเกษตรเดือนกุมภาพันธ์ถึงเมษายน สระตื้นเขิน", 80),
    "670103/P01": ("ฝนทิ้งช่วง ไม่มีแหล่งเก็บน้ำ น้ำไม่พอทำนาปรัง", None),
    "670101/P02": ("น้ำท่วมนาทุกปี เพราะคลองตื้นเขินระบายน้ำไม่ทัน", 60),
    "670102/P02": ("น้ำท่วมขังที่นาเดือนตุลาคม คลองระบายน้ำไม่ทัน", 45),
}
DEBT = {"670103/P02": ("เป็นหนี้นอกระบบ ดอกเบี้ยสูง กู้ใหม่ใช้หนี้เก่า", 200)}
DROUGHT = ("670101/P01", "670102/P01", "670103/P01")
FLOOD = ("670101/P02", "670102/P02")


def told(*more, **changed):
    """Return the frame of the three tambons; ``changed`` by ref with its stroke as "_in_"."""
    rows = []
    for theme, listed in (("water", WATER), ("debt", DEBT)):
        for ref, (said, households) in listed.items():
            area, code = ref.split("/")
            rows.append(
                {
                    "plan_area": area,
                    "tambon": area,
                    "problem_code": code,
                    "statement": said,
                    "theme": theme,
                    "households_affected": households,
                    "is_set_aside": None,
                    "merged_into": None,
                    **changed.get(f"at_{area}_{code}", {}),
                }
            )
    return pd.DataFrame([*rows, *more], dtype="object")


def groups_of(frame, decided=None, **how):
    return suggest_groups(frame, decided, **how)["refs"].tolist()


def test_one_trouble_in_three_wordings_is_a_group_and_flood_is_another():
    assert sorted(groups_of(told())) == [DROUGHT, FLOOD]


def test_a_group_is_explained_by_what_its_statements_share():
    rows = {row["refs"]: row for row in suggest_groups(told()).to_dict("records")}
    assert "water_short" in rows[DROUGHT]["meanings"]
    assert "ตื้นเขิน" in rows[DROUGHT]["shared"] and "ตุลาคม" not in rows[DROUGHT]["shared"]
    assert "water_much" in rows[FLOOD]["meanings"]
    assert 0.25 <= rows[DROUGHT]["sure"] <= 1


def test_words_that_are_shared_bring_no_opposites_together():
    same = "คลองตื้นเขินทั้งสาย ชาวนาท้ายคลองเดือดร้อนทุกปี"
    frame = told(
        a_problem("670104", "P01", f"{same} น้ำท่วมนา"),
        a_problem("670105", "P01", f"{same} น้ำไม่พอทำนา"),
    )
    for group in groups_of(frame):
        assert not {"670104/P01", "670105/P01"} <= set(group)


def test_a_statement_that_says_both_sides_may_join_but_is_marked():
    said = "น้ำท่วมนาเดือนตุลาคม คลองระบายน้ำไม่ทัน หน้าแล้งก็ขาดน้ำ"
    rows = suggest_groups(told(a_problem("670104", "P09", said))).to_dict("records")
    [row] = [row for row in rows if "670104/P09" in row["refs"]]
    assert "both_sides" in row["doubts"]
    clear = [row for row in rows if "670104/P09" not in row["refs"]]
    assert all("both_sides" not in row["doubts"] for row in clear)


def test_like_words_under_two_themes_are_shown_as_doubtful_only():
    said = "เป็นหนี้นอกระบบ ดอกเบี้ยสูง กู้ใหม่ใช้หนี้เก่า"
    rows = suggest_groups(told(a_problem("670104", "P05", said, theme="welfare")))
    [row] = [r for r in rows.to_dict("records") if "670104/P05" in r["refs"]]
    assert row["refs"] == ("670103/P02", "670104/P05") and "themes" in row["doubts"]


def test_two_problems_of_one_tambon_alone_are_no_recurring_problem():
    frame = told()
    own = frame[frame["plan_area"] == "670101"].copy()
    own.loc[:, "statement"] = "น้ำทำนาไม่พอในหน้าแล้ง"
    assert groups_of(own) == []


def test_what_its_tambon_merged_or_set_aside_is_not_counted_again():
    frame = told(
        a_problem("670101", "P07", "น้ำทำนาไม่พอ คลองตื้นเขิน", merged_into="P01"),
        a_problem("670102", "P08", "น้ำทำนาไม่พอ คลองตื้นเขิน", is_set_aside=True),
    )
    assert sorted(groups_of(frame)) == [DROUGHT, FLOOD]


def test_the_order_of_the_rows_never_matters():
    frame = told()
    first = suggest_groups(frame)
    for seed in range(5):
        order = list(frame.index)
        random.Random(seed).shuffle(order)
        pd.testing.assert_frame_equal(suggest_groups(frame.loc[order]), first)


def test_what_people_confirmed_stays_and_is_asked_only_of_newcomers():
    decided = a_group(DROUGHT[:2], is_confirmed=True)
    [row] = [
        row for row in suggest_groups(told(), decided).to_dict("records") if row["widens"] == "G01"
    ]
    assert row["refs"] == DROUGHT and row["added"] == ("670103/P01",)
    assert groups_of(told(), a_group(DROUGHT, is_confirmed=True)) == [FLOOD]


def test_what_people_found_different_is_not_asked_again():
    assert groups_of(told(), a_group(FLOOD, is_confirmed=False)) == [DROUGHT]
    decided = a_group(DROUGHT[:2], is_confirmed=True, left_out_refs=DROUGHT[2:])
    assert groups_of(told(), decided) == [FLOOD]


def test_nothing_told_gives_nothing():
    assert groups_of(told().iloc[:0]) == []
    assert groups_of(told(a_problem("670104", "P01", None))) != []


def test_counts_of_three_tambons_by_hand():
    projects = pd.DataFrame(
        [
            # One project serves two problems of its tambon; both stand in one group below.
            ("670101", "PJ1", ("P01", "P02"), 100_000),
            ("670102", "PJ1", ("P01",), 50_000),
            ("670102", "PJ2", ("P02",), None),
            ("670103", "PJ1", ("P02",), 9_999),
        ],
        columns=["plan_area", "project_code", "problem_codes", "amount"],
    )
    both = {"drought": DROUGHT, "all water": (*DROUGHT, *FLOOD)}
    counts, parts = count_groups(both, told(), projects, heard=["670104"])
    drought, water = plain_rows(counts, counts.columns)
    # 120 + 80, the third tambon does not say; 100,000 + 50,000.
    assert (drought["tambons"], drought["heard"]) == (3, 4)
    assert (drought["households"], drought["unstated"]) == (200, 1)
    assert (drought["amount"], drought["projects"], drought["unpriced"]) == (150_000, 2, 0)
    # The larger of 120 and 60, and of 80 and 45: the households may be the same ones.
    assert (water["households"], water["amount"], water["unpriced"]) == (200, 150_000, 1)
    assert parts[parts["group"] == "all water"]["plan_area"].tolist() == [
        "670101",
        "670102",
        "670103",
    ]


def test_plan_areas_on_one_ground_count_once():
    frame = told(a_problem("north", "P01", "น้ำทำนาไม่พอ", tambon="670101", households_affected=150))
    projects = pd.DataFrame(
        [("670101", "PJ1", ("P01",), 100_000), ("north", "PJ1", ("P01",), 70_000)],
        columns=["plan_area", "project_code", "problem_codes", "amount"],
    )
    counts, parts = count_groups({"G": ("670101/P01", "670102/P01", "north/P01")}, frame, projects)
    [row] = plain_rows(counts, counts.columns)
    # Tambon 670101 has 150 (its two plan areas say 120 and 150), tambon 670102 has 80.
    assert (row["tambons"], row["households"], row["amount"]) == (2, 230, 100_000)
    assert row["overlapping"] == ("670101", "north")
    said = {r["plan_area"]: r for r in plain_rows(parts, parts.columns)}
    assert not said["670101"]["counts_households"] and said["north"]["counts_households"]
    assert said["670101"]["counts_amount"] and not said["north"]["counts_amount"]
    [alone] = suggest_groups(
        frame[frame["plan_area"].isin(["670101", "north"])].query("problem_code == 'P01'")
    ).to_dict("records") or [None]
    assert alone is None


def test_a_project_of_a_merged_problem_counts_and_what_is_gone_is_named():
    frame = told(a_problem("670101", "P07", "คลองแห้ง", merged_into="P01"))
    projects = pd.DataFrame(
        [("670101", "PJ1", ("P07",), 30_000)],
        columns=["plan_area", "project_code", "problem_codes", "amount"],
    )
    counts, _parts = count_groups({"G": ("670101/P07", "670109/P01")}, frame, projects)
    [row] = plain_rows(counts, counts.columns)
    assert (row["households"], row["amount"]) == (120, 30_000)
    assert row["missing"] == ("670109/P01",)


@pytest.mark.slow
def test_a_province_of_25_tambons_is_grouped_while_one_waits():
    frame = pd.concat(
        [
            told().assign(
                plan_area=lambda f, at=at: f["plan_area"] + str(at),
                tambon=lambda f, at=at: f["tambon"] + str(at),
            )
            for at in range(160)
        ]
    )
    # 960 problems: drought, flood and debt, each told 160 times or more.
    rows = suggest_groups(frame).to_dict("records")
    assert sorted(len(row["refs"]) for row in rows) == [160, 320, 480]


def a_problem(area, code, statement, *, theme="water", **more):
    return {
        "plan_area": area,
        "tambon": area,
        "problem_code": code,
        "statement": statement,
        "theme": theme,
        **more,
    }


def a_group(refs, **more):
    return pd.DataFrame([{"group_code": "G01", "member_refs": refs, **more}])
