"""Pictures of listening: nothing that people said is lost between record and sheet."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from planning_kit.charts.page import A4, SLIDE
from planning_kit.charts.problem_tree import problem_tree
from planning_kit.charts.season_calendar import season_calendar
from planning_kit.charts.timeline import timeline
from planning_kit.charts.tree_branches import branches

NAN = np.nan
Texts = Callable[[list[Figure]], list[str]]


def _nodes(*rows: tuple[str, str, str | None]) -> pd.DataFrame:
    return pd.DataFrame(
        [(code, side, f"เรื่อง {code}", parent, False) for code, side, parent in rows],
        columns=["node_code", "side", "statement", "parent_code", "is_root_cause"],
    )


def _depths(frame: pd.DataFrame, side: str = "cause") -> dict[str, int]:
    found = branches(frame.to_dict("records"), side)
    return {node.code: node.depth for branch in found for node in branch}


def test_causes_hang_below_what_they_cause() -> None:
    frame = _nodes(
        ("B", "cause", "A"), ("A", "cause", None), ("C", "cause", "B"), ("E", "effect", None)
    )
    assert _depths(frame) == {"A": 0, "B": 1, "C": 2}
    assert _depths(frame, "effect") == {"E": 0}


def test_a_circle_or_a_missing_parent_loses_nobody() -> None:
    frame = _nodes(
        ("A", "cause", "B"), ("B", "cause", "A"), ("C", "cause", "gone"), ("D", "cause", "D")
    )
    assert sorted(_depths(frame)) == ["A", "B", "C", "D"]
    assert _depths(frame)["B"] == 1


@pytest.mark.parametrize("page", [A4, SLIDE])
def test_every_statement_of_a_tree_is_on_a_sheet(page: object, texts: Texts) -> None:
    rows = [
        ("A", "cause", None),
        *((f"A{i}", "cause", "A") for i in range(40)),
        ("E", "effect", None),
    ]
    said = texts(problem_tree(_nodes(*rows), "ปัญหา", page=page))  # type: ignore[arg-type]
    for code, _side, _parent in rows:
        assert said.count(f"เรื่อง {code}") == 1, code
    # Where the branch is cut, the way to it is written again.
    assert "(ต่อ) เรื่อง A" in said


def test_the_problem_stands_on_every_sheet_and_root_causes_are_named(texts: Texts) -> None:
    frame = _nodes(*((f"A{i}", "cause", None) for i in range(60)))
    frame.loc[[3, 8], "is_root_cause"] = True
    figures = problem_tree(frame, "น้ำไม่พอ")
    assert len(figures) > 1
    assert texts(figures).count("น้ำไม่พอ") == len(figures)
    assert texts(figures).count("ต้นตอของปัญหา") == 2


def test_effects_stand_above_the_problem_and_causes_below() -> None:
    (figure,) = problem_tree(_nodes(("C", "cause", None), ("E", "effect", None)), "ปัญหา")
    heights = {one.get_text(): one.get_position()[1] for one in figure.axes[0].texts}
    # The axes count downwards from the top.
    assert heights["เรื่อง E"] < heights["ปัญหา"] < heights["เรื่อง C"]


def test_events_are_in_order_and_one_without_a_year_is_kept(texts: Texts) -> None:
    frame = pd.DataFrame(
        {
            "year_be": [2554.0, NAN, 2538.0, 2554.0],
            "month": [10.0, NAN, NAN, 7.0],
            "event": ["น้ำท่วมใหญ่", "ถนนลาดยาง", "ไฟฟ้าเข้าหมู่บ้าน", "ตั้งกลุ่มออมทรัพย์"],
            "effect": [None, None, "เด็กได้อ่านหนังสือ", None],
            "kind": ["bad", "good", None, "good"],
        }
    )
    said = [one for one in texts(timeline(frame)) if one in set(frame["event"])]
    assert said == ["ไฟฟ้าเข้าหมู่บ้าน", "ตั้งกลุ่มออมทรัพย์", "น้ำท่วมใหญ่", "ถนนลาดยาง"]
    assert {"2538", "ก.ค. 2554", "ต.ค. 2554", "–"} <= set(texts(timeline(frame)))
    assert "ผลที่ตามมา: เด็กได้อ่านหนังสือ" in texts(timeline(frame))


def _calendar(first_month: int = 1) -> Figure:
    entries = pd.DataFrame(
        {
            "kind": ["debt", "water"],
            "name": ["ครบกำหนดส่งเงินกู้", "น้ำน้อย"],
            "months": [(3,), (2, 3, 4)],
            "peak_months": [None, (4, 5)],
        }
    )
    production = pd.DataFrame(
        [
            ("ข้าว", "plant", 5, 0.6, False),
            ("ข้าว", "plant", 6, 0.1, False),
            ("ข้าว", "harvest", 11, NAN, True),
        ],
        columns=["label", "task", "month", "share", "hidden"],
    )
    kinds = {"crop": "พืช", "water": "น้ำ", "debt": "หนี้"}
    tasks = {"plant": "ปลูก", "harvest": "เกี่ยว"}
    (figure,) = season_calendar(
        entries, production, kind_labels=kinds, task_labels=tasks, first_month=first_month
    )
    return figure


def test_kinds_are_in_the_order_asked_for_and_months_begin_where_asked(texts: Texts) -> None:
    said = texts([_calendar(10)])
    order = ["พืช", "ข้าว: ปลูก", "ข้าว: เกี่ยว", "น้ำ", "น้ำน้อย", "หนี้", "ครบกำหนดส่งเงินกู้"]
    assert [one for one in said if one in order] == order
    months = [one for one in said if one in ("ต.ค.", "ม.ค.", "ก.ย.")]
    assert months == ["ต.ค.", "ม.ค.", "ก.ย."]


def test_peaks_carry_a_dot_and_hidden_months_are_hatched() -> None:
    figure = _calendar()
    dots = [one for one in figure.axes[0].get_lines() if one.get_marker() == "o"]

    # Water peaks in April and May (May though not among its months); rice in May: 60 % plant.
    # The middle of the n-th month lies at 0.36 of the width + (n - 0.5) twelfths of the rest.
    def month(line: Line2D) -> int:
        label, width = 0.36 * 16, (16 - 0.36 * 16 - 0.1) / 12
        return int((np.asarray(line.get_xdata())[0] - label) // width) + 1

    assert sorted(month(one) for one in dots) == [4, 5, 5]
    hatched = [one for one in figure.findobj(Rectangle) if one.get_gid() == "hidden"]
    assert len(hatched) == 1
