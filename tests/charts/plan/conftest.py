"""One of every picture of the plan, with the sentences, gaps and ties that meetings produce."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from planning_kit.charts.budget_stack import budget_stack
from planning_kit.charts.budgets import budget_by_class, budget_priority
from planning_kit.charts.cash_flow import cash_flow
from planning_kit.charts.gantt import gantt
from planning_kit.charts.indicator_progress import indicator_progress
from planning_kit.charts.model_scores import model_scores
from planning_kit.charts.page import Page
from planning_kit.charts.pairs import pair_matrix
from planning_kit.charts.priorities import priority_bars
from planning_kit.charts.problem_tree import problem_tree
from planning_kit.charts.results_chain import results_chain
from planning_kit.charts.robustness import place_changes, robustness_strip
from planning_kit.charts.season_calendar import season_calendar
from planning_kit.charts.sensitivity import sensitivity
from planning_kit.charts.timeline import timeline
from planning_kit.charts.voices import voices_dots
from planning_kit.charts.votes import vote_bars

NAN = np.nan
SENTENCES = (
    "ขาดแคลนน้ำทำนาปรังช่วงเดือนมีนาคมถึงพฤษภาคม เพราะคลองส่งน้ำตื้นเขินและประตูระบายน้ำชำรุดมาตั้งแต่ปี 2563",
    "ดินเปรี้ยว",
    "ต้นทุนปุ๋ยและสารเคมีแพงขึ้นทุกปี แต่ราคาข้าวเปลือกที่โรงสีรับซื้อต่ำลงจนไม่คุ้มค่าแรงและค่าเช่านา",
    "น้ำท่วมขังซ้ำซากทุกปีในหมู่ 3 หมู่ 5 และหมู่ 8",
    "ไม่มีเอกสารสิทธิ์ในที่ดินทำกินริมคลองชลประทาน จึงกู้เงินลงทุนในระบบไม่ได้และไม่ได้รับเงินเยียวยาเมื่อน้ำท่วม",
    "กี่ที่นี้ ก็ป้อง ฟ้ำ ป่าไม้",
    "Water from the main canal reaches the lower end only in alternate weeks of the dry season",
    "ผู้สูงอายุไม่มีผู้สืบทอด (ร้อยละ 60) และศูนย์เรียนรู้การเพิ่มประสิทธิภาพการผลิตสินค้าเกษตรปิดตัวลง",
)


def sentence(place: int) -> str:
    return SENTENCES[place % len(SENTENCES)]


def tree(many: int) -> tuple[pd.DataFrame, str]:
    first: tuple[str, str, str, str | None, bool] = ("N0", "cause", sentence(0), None, False)
    rows = [first] if many else []
    for i in range(1, many):
        side = "effect" if i % 4 == 0 else "cause"
        parent = None if i % 3 == 0 else f"N{i - 1}" if i % 4 > 1 else "N0"
        rows.append((f"N{i}", side, sentence(i), parent, i % 5 == 0))
    columns = ["node_code", "side", "statement", "parent_code", "is_root_cause"]
    return pd.DataFrame(rows, columns=columns), sentence(4)


def options(many: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "option": [f"P{i + 1:02}" for i in range(many)],
            "statement": [sentence(i) for i in range(many)],
            "place": [float(i + 1) for i in range(many)],
            "value": [NAN if i == 7 else 256.0 / (i + 1) for i in range(many)],
            "share": [max(0.0, 1 - i / 8) for i in range(many)],
            "best": [float(max(1, i - 1)) for i in range(many)],
            "worst": [float(min(many, i + 3)) for i in range(many)],
        }
    )


def by_group(many: int) -> pd.DataFrame:
    groups = ["หญิง", "ชาย", "อายุต่ำกว่า 25 ปี", "ครัวเรือนไร้ที่ดิน", *(f"หมู่ {i}" for i in range(1, 9))]
    rows = [
        (f"P{i + 1:02}", group, NAN if k == 3 else float((i * 3 + k) % many + 1), k == 3)
        for k, group in enumerate(groups)
        for i in range(many)
    ]
    return pd.DataFrame(rows, columns=["option", "group", "place", "hidden"])


def votes(many: int) -> pd.DataFrame:
    rows = [
        (f"P{i + 1:02}", sentence(i), f"หมู่ {k + 1} บ้านใหม่", float((i * 7 + k * 5) % 23), False)
        for i in range(many)
        for k in range(8)
    ]
    return pd.DataFrame(rows, columns=["option", "statement", "village", "votes", "hidden"])


def pairs(many: int) -> pd.DataFrame:
    codes = [f"P{i + 1:02}" for i in range(many + bool(many))]
    rows = [
        (a, sentence(i), b, float(100 + i), float(100 + k))
        for i, a in enumerate(codes)
        for k, b in enumerate(codes)
        if i != k
    ]
    return pd.DataFrame(rows, columns=["option", "statement", "against", "wins", "losses"])


KINDS = {"crop": "พืชและสัตว์", "labour": "แรงงาน", "water": "น้ำ", "debt": "หนี้สิน", "hazard": "ภัย"}


def season(many: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "kind": [list(KINDS)[i % 5] for i in range(many)],
            "name": [sentence(i) for i in range(many)],
            "months": [tuple((i + k) % 12 + 1 for k in range(4)) for i in range(many)],
            "peak_months": [(i % 12 + 1,) if i % 2 else None for i in range(many)],
        }
    )


def events(many: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "year_be": [2510.0 + i * 2 for i in range(many)],
            "month": [NAN if i % 2 else float(i % 12 + 1) for i in range(many)],
            "event": [sentence(i) for i in range(many)],
            "effect": [sentence(i + 3) if i % 3 else None for i in range(many)],
            "kind": [("good", "bad", "neutral", None)[i % 4] for i in range(many)],
        }
    )


def activities(many: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "project_code": [f"PJ{i // 3:02}" for i in range(many)],
            "project_name": [sentence(i // 3) for i in range(many)],
            "name": [sentence(i + 1) for i in range(many)],
            "fiscal_year_be": [2571.0 + i % 2 for i in range(many)],
            "months": [((10, 11, 12), (3, 4), None)[i % 3] for i in range(many)],
        }
    )


def chain(many: int) -> tuple[str, pd.DataFrame, pd.DataFrame]:
    problems = pd.DataFrame(
        {
            "problem_code": [f"P{i}" for i in range(many)],
            "statement": [sentence(i) for i in range(many)],
        }
    )
    projects = pd.DataFrame(
        {
            "project_code": [f"PJ{i}" for i in range(many)],
            "name": [sentence(i + 2) for i in range(many)],
            "problem_codes": [("P0", "P1", "P2") if i else None for i in range(many)],
            "expected_results": [sentence(i + 4) if i % 2 else None for i in range(many)],
        }
    )
    return sentence(2), problems, projects


def lines(many: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "fiscal_year_be": [2571.0 + i % 5 for i in range(many)],
            "source": [sentence(i // 5) for i in range(many)],
            "amount": [12_500_000.0 / (i + 1) for i in range(many)],
        }
    )


def indicators(many: int) -> pd.DataFrame:
    rows = [
        (f"I{i}", sentence(i), "บาทต่อไร่", ("up", "down", "keep")[i % 3], kind, year, value * 1000)
        for i in range(many)
        for kind, year, value in (
            *(("baseline", 2569, 40), ("target", 2571, 50)),
            ("target", 2572, 60),
            ("target", 2575, 90),
            ("actual", 2571, 52),
            ("actual", 2572, NAN),
        )
    ]
    columns = ["indicator_code", "name", "unit", "direction", "kind", "fiscal_year_be", "value"]
    return pd.DataFrame(rows, columns=columns)


def prices(many: int) -> pd.DataFrame:
    rows = [
        (sentence(i), change, 1_250_000.0 * change + 100_000)
        for i in range(many)
        for change in (-0.2, -0.1, 0.0, 0.1, 0.2)
    ]
    return pd.DataFrame(rows, columns=["factor", "change", "npv"])


def cash(many: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "fiscal_year_be": [2571 + i // 4 for i in range(many)],
            "quarter": [i % 4 + 1 for i in range(many)],
            "net": [-250_000.0 if i == 0 else 40_000.0 for i in range(many)],
        }
    )


def money(many: int) -> pd.DataFrame:
    frame = options(many).rename(columns={"option": "problem_code"})
    amounts = [(1_250_000.0, 0.0, NAN)[i % 3] for i in range(many)]
    points = [(16.0, 12.5, NAN, 0.0, 20.0)[i % 5] for i in range(many)]
    return frame.assign(amount=amounts, projects=1.0, label=frame["statement"], points=points)


PICTURES: dict[str, Callable[[int, Page], list[Figure]]] = {
    "problem_tree": lambda n, page: problem_tree(*tree(n), page=page),
    "timeline": lambda n, page: timeline(events(n), page=page),
    "season_calendar": lambda n, page: season_calendar(season(n), kind_labels=KINDS, page=page),
    "priority_bars": lambda n, page: priority_bars(
        options(n), adopted=["P02", "P01", "P05"][:n], unit="คะแนน", page=page
    ),
    "robustness_strip": lambda n, page: robustness_strip(options(n), page=page),
    "place_changes": lambda n, page: place_changes(options(n), page=page),
    "voices_dots": lambda n, page: voices_dots(options(n), by_group(n), page=page),
    "vote_bars": lambda n, page: vote_bars(votes(n), page=page),
    "pair_matrix": lambda n, page: pair_matrix(pairs(n), page=page),
    "budget_stack": lambda n, page: budget_stack(lines(n), page=page),
    "budget_by_class": lambda n, page: budget_by_class(money(n), page=page),
    "budget_priority": lambda n, page: budget_priority(money(n), page=page),
    "gantt_year": lambda n, page: gantt(
        activities(n), years=[2571], harvest_months=(4, 11), page=page
    ),
    "gantt_plan": lambda n, page: gantt(activities(n), years=range(2571, 2576), page=page),
    "results_chain": lambda n, page: results_chain(*chain(n), page=page),
    "cash_flow": lambda n, page: cash_flow(cash(n), page=page),
    "sensitivity": lambda n, page: sensitivity(prices(n), page=page),
    "indicator_progress": lambda n, page: indicator_progress(indicators(n), page=page),
    "model_scores": lambda n, page: model_scores(money(n), page=page),
}


@pytest.fixture(params=PICTURES)
def picture(request: pytest.FixtureRequest) -> Callable[[int, Page], list[Figure]]:
    return PICTURES[request.param]


@pytest.fixture
def texts() -> Callable[[list[Figure]], list[str]]:
    def found(figures: list[Figure]) -> list[str]:
        every = [text for figure in figures for text in figure.findobj(Text)]
        return [text.get_text() for text in every if text.get_text()]

    return found
