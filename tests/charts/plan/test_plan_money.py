"""Pictures of the plan's money: sums worked out by hand, and nothing unknown drawn as zero."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from planning_kit import design
from planning_kit.charts.budget_stack import budget_stack
from planning_kit.charts.budgets import budget_by_class, budget_priority
from planning_kit.charts.cash_flow import cash_flow
from planning_kit.charts.sensitivity import sensitivity

NAN = np.nan
Texts = Callable[[list[Figure]], list[str]]


def _lines(*rows: tuple[int, str, float]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["fiscal_year_be", "source", "amount"])


def test_a_year_adds_up_and_a_year_without_money_is_a_dash(texts: Texts) -> None:
    frame = _lines(
        (2571, "ชุมชน", 50_000),
        (2571, "อบต.", 100_000),
        (2571, "ชุมชน", 25_000),
        (2573, "อบต.", 5_000),
    )
    said = texts(budget_stack(frame, years=[2571, 2572, 2573]))
    # 50,000 + 25,000 of the community are one part; 175,000 in all.
    assert "75,000" in said
    assert "175,000 บาท" in said
    assert "5,000 บาท" in said
    assert said.count("–") == 1


def test_a_year_of_zero_baht_is_zero(texts: Texts) -> None:
    said = texts(budget_stack(_lines((2571, "อบต.", 0.0), (2572, "อบต.", NAN))))
    assert "0 บาท" in said
    assert said.count("–") == 1


def test_the_smallest_of_many_sources_are_one_part_and_counted(texts: Texts) -> None:
    frame = _lines(*((2571, f"แหล่งที่ {i}", 1000.0 * (10 - i)) for i in range(7)))
    said = texts(budget_stack(frame))
    # 10,000 … 7,000 stand alone; 6,000 + 5,000 + 4,000 = 15,000 together.
    assert "แหล่งอื่นอีก 3 แหล่ง" in said
    assert "แหล่งที่ 3" in said
    assert "แหล่งที่ 4" not in said
    assert "49,000 บาท" in said
    assert "15,000" in said


def test_shares_of_the_classes_are_of_the_stated_money(texts: Texts) -> None:
    frame = pd.DataFrame(
        {
            "label": ["ทำเอง", "ทำร่วม", "ขอ"],
            "amount": [25_000.0, 75_000.0, NAN],
            "projects": [1, 3, 2],
        }
    )
    said = texts(budget_by_class(frame))
    assert "1 โครงการ · 25% ของเงินทั้งแผน" in said
    assert "3 โครงการ · 75% ของเงินทั้งแผน" in said
    assert "2 โครงการ" in said
    assert "–" in said


def test_a_first_problem_without_money_is_called_out(texts: Texts) -> None:
    frame = pd.DataFrame(
        {
            "problem_code": ["P3", "P1", "P2"],
            "statement": ["สาม", "หนึ่ง", "สอง"],
            "place": [3.0, 1.0, 2.0],
            "amount": [900_000.0, 0.0, NAN],
        }
    )
    figures = budget_priority(frame, top=2)
    said = texts(figures)
    assert [one for one in said if one in ("หนึ่ง", "สอง", "สาม")] == ["หนึ่ง", "สอง", "สาม"]
    # Not stated is not zero: only the problem with 0 baht is called out.
    assert said.count("0 บาท: ยังไม่มีโครงการที่มีงบประมาณแก้ปัญหานี้") == 1
    loud = [one for one in figures[0].axes[0].texts if one.get_color() == design.LOSS]
    assert len(loud) == 1


def _cash(*net: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "fiscal_year_be": [2571 + i // 4 for i in range(len(net))],
            "quarter": [i % 4 + 1 for i in range(len(net))],
            "net": net,
        }
    )


def test_payback_is_where_the_sum_stays_above_zero(texts: Texts) -> None:
    # Sums: −100, −120, 10, −20, 30, 60. It dips again in quarter 4, so quarter 1 of 2572 counts.
    said = texts(cash_flow(_cash(-100, -20, 130, -30, 50, 30)))
    assert "คืนทุนในไตรมาส 1 ปี 2572" in said
    assert "ต้องมีเงินทุนมากที่สุด 120 บาท ในไตรมาส 2 ปี 2571" in said


def test_a_project_that_never_pays_back_says_so(texts: Texts) -> None:
    said = texts(cash_flow(_cash(-100, 30, 30)))
    assert "ยังไม่คืนทุนภายในปีที่คิดไว้" in said


def test_after_a_quarter_that_is_not_stated_nothing_is_added_up(texts: Texts) -> None:
    (figure,) = cash_flow(_cash(-100, NAN, 500, 500))
    line = figure.axes[0].get_lines()[0]
    assert np.isnan(np.asarray(line.get_ydata())[1:]).all()
    assert not [one for one in texts([figure]) if one.startswith("คืนทุน")]


@pytest.mark.parametrize(("value", "said"), [(-80_000.0, "▼ −80,000"), (0.0, "0"), (NAN, "–")])
def test_a_loss_has_a_sign_besides_its_colour(value: float, said: str, texts: Texts) -> None:
    frame = pd.DataFrame({"factor": ["ราคา"], "change": [-0.2], "npv": [value]})
    figures = sensitivity(frame)
    assert said in texts(figures)
    assert "−20%" in texts(figures)
