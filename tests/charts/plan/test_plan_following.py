"""Pictures of work and results: what is planned when, and what came of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from planning_kit.charts.gantt import gantt
from planning_kit.charts.indicator_progress import indicator_progress
from planning_kit.charts.model_scores import model_scores
from planning_kit.charts.results_chain import results_chain
from planning_kit.language import speaking

NAN = np.nan
Texts = Callable[[list[Figure]], list[str]]


def _activities() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "project_code": ["PJ1", "PJ2", "PJ1", "PJ2"],
            "project_name": ["ขุดลอกคลอง", "ปุ๋ยหมัก", "ขุดลอกคลอง", "ปุ๋ยหมัก"],
            "name": ["สำรวจ", "อบรม", "ขุด", "สรุป"],
            "fiscal_year_be": [2571, 2571, 2571, 2572],
            "months": [(10, 11), None, (4,), (9,)],
        }
    )


def test_a_year_runs_from_october_and_projects_stay_together(texts: Texts) -> None:
    said = texts(gantt(_activities(), years=[2571]))
    assert [one for one in said if one in ("ต.ค.", "ก.ย.")] == ["ต.ค.", "ก.ย."]
    order = ["PJ1 ขุดลอกคลอง", "สำรวจ", "ขุด", "PJ2 ปุ๋ยหมัก", "อบรม"]
    assert [one for one in said if one in [*order, "สรุป"]] == order


def test_work_in_harvest_time_carries_a_dot() -> None:
    (figure,) = gantt(_activities(), years=[2571], harvest_months=(4, 11))
    dots = [one for one in figure.axes[0].get_lines() if one.get_marker() == "o"]
    # November of the survey and April of the digging; the training states no month.
    assert len(dots) == 2
    hatched = [one for one in figure.axes[0].findobj(Rectangle) if one.get_hatch() == "////"]
    assert len(hatched) == 12


def test_the_whole_plan_is_in_quarters(texts: Texts) -> None:
    said = texts(gantt(_activities(), years=[2571, 2572]))
    assert [one for one in said if one in ("2571", "2572")] == ["2571", "2572"]
    assert [one for one in said if one in "1234"] == list("12341234")
    assert "สรุป" in said


def test_a_project_without_problem_or_result_says_so(texts: Texts) -> None:
    problems = pd.DataFrame({"problem_code": ["P1"], "statement": ["น้ำไม่พอ"]})
    projects = pd.DataFrame(
        {
            "project_code": ["PJ1", "PJ2"],
            "name": ["ขุดลอกคลอง", "ปุ๋ยหมัก"],
            "problem_codes": [("P1",), None],
            "expected_results": ["น้ำถึงท้ายคลอง", None],
        }
    )
    said = texts(results_chain("น้ำ", problems, projects))
    assert {"แก้ปัญหา P1", "ยังไม่ได้เชื่อมกับปัญหาข้อใด", "น้ำถึงท้ายคลอง"} <= set(said)
    assert "ประเด็นการพัฒนา: น้ำ" in said
    assert "".join(said).count("ยังไม่ได้ระบุผล") == 1


def _values(direction: str, actual: float) -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("I1", direction, "baseline", 2569, 40.0),
            ("I1", direction, "target", 2571, 50.0),
            ("I1", direction, "target", 2572, 60.0),
            ("I1", direction, "actual", 2571, actual),
        ],
        columns=["indicator_code", "direction", "kind", "fiscal_year_be", "value"],
    )


@pytest.mark.parametrize(
    ("direction", "actual", "said"),
    [
        ("up", 50, "50 √"),
        ("up", 49, "49 ×"),
        ("down", 49, "49 √"),
        ("down", 51, "51 ×"),
        ("keep", 52, "52"),
        ("up", 0, "0 ×"),
    ],
)
def test_a_target_is_reached_in_its_direction(
    direction: str, actual: float, said: str, texts: Texts
) -> None:
    found = texts(indicator_progress(_values(direction, actual)))
    assert said in found
    # 2572 has a target and no report.
    assert found.count("ยังไม่รายงาน") == 1


def test_what_is_not_reported_is_not_zero(texts: Texts) -> None:
    found = texts(indicator_progress(_values("up", NAN)))
    assert found.count("ยังไม่รายงาน") == 2
    assert not [one for one in found if one.startswith("0")]


def test_points_are_out_of_the_full_ones_and_unscored_is_not_zero(texts: Texts) -> None:
    frame = pd.DataFrame({"label": ["ก", "ข", "ค"], "points": [12.5, 0.0, NAN]})
    said = texts(model_scores(frame))
    assert {"12.5 จาก 20", "0 จาก 20", "–"} <= set(said)
    assert said.count("ยังไม่ให้คะแนน เพราะไม่มีหลักฐาน") == 1


def test_more_points_than_the_full_ones_are_refused() -> None:
    with pytest.raises(ValueError, match="21"):
        model_scores(pd.DataFrame({"label": ["ก"], "points": [21.0]}))


def test_nothing_written_yet_is_said_not_drawn(texts: Texts) -> None:
    columns = ["label", "points"]
    empty = pd.DataFrame({name: [] for name in columns})
    assert texts(model_scores(empty)) == ["ยังไม่มีการบันทึกข้อมูลส่วนนี้"]
    with speaking("en"):
        assert texts(gantt(_activities(), years=[2580])) == [
            "Nothing has been written down here yet."
        ]
