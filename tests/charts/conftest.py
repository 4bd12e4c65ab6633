"""One of every picture, with the long labels, gaps and hidden values that real tambons have."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from matplotlib.figure import Figure

from planning_kit.charts.bars import bars, paired_bars
from planning_kit.charts.boxes import boxes
from planning_kit.charts.calendar import calendar
from planning_kit.charts.compare import compare
from planning_kit.charts.lorenz import lorenz
from planning_kit.charts.margin import margin
from planning_kit.charts.pyramid import pyramid
from planning_kit.charts.shares import shares, whole
from planning_kit.charts.trend import trend

LONG = "กลุ่มผู้ใช้น้ำชลประทานคลองท่าผา (ฝั่งขวา) ร่วมกับกลุ่มออมทรัพย์เพื่อการผลิต"
NAN = np.nan
LABELS = ["ข้าวเจ้านาปรัง", LONG, "มะพร้าวน้ำหอม", "ปลานิล", "กี่ที่นี้ ก็ป้อง ฟ้ำ ป่าไม้"]
HIDDEN = [False, False, True, False, False]


def _rows(**columns: list[float]) -> pd.DataFrame:
    return pd.DataFrame({"label": LABELS, **columns, "hidden": HIDDEN})


def draw_bars() -> Figure:
    frame = _rows(
        value=[0.45, 0.3, NAN, NAN, 0.05],
        low=[0.4, 0.25, NAN, NAN, 0.02],
        high=[0.5, 0.35, NAN, NAN, 0.08],
    )
    return bars(frame, label="label", value="value", form="percent", low="low", high="high")


def draw_loss() -> Figure:
    frame = _rows(value=[240_000, 251_500, NAN, NAN, -11_500])
    return bars(frame, label="label", value="value", form="baht", unit="บาท")


def draw_paired() -> Figure:
    frame = _rows(a=[120, 30, NAN, 14, 5], b=[12, 3, NAN, 40, -2])
    series = {"a": "พื้นที่เพาะปลูกทั้งหมดของครัวเรือนเกษตรกร", "b": "พื้นที่เสียหายจากอุทกภัย"}
    return paired_bars(frame, label="label", series=series)


def draw_shares() -> Figure:
    frame = _rows(a=[0.5, 0.6, NAN, 0.99, NAN], b=[0.5, 0.4, NAN, 0.01, NAN])
    return shares(frame, label="label", parts={"a": "ที่ดินของตนเอง", "b": "เช่าผู้อื่น"})


def draw_whole() -> Figure:
    frame = pd.DataFrame({"label": LABELS[:3], "share": [0.6, 0.4, NAN], "hidden": HIDDEN[:3]})
    return whole(frame, label="label", share="share")


def draw_pyramid() -> Figure:
    frame = pd.DataFrame(
        {
            "label": ["ต่ำกว่า 15 ปี", "15–59 ปี", "60 ปีขึ้นไป"],
            "men": [120, 410, NAN],
            "women": [118, 431, 160],
            "hidden": [False, False, True],
        }
    )
    return pyramid(
        frame, label="label", left="men", right="women", left_label="ชาย", right_label="หญิง"
    )


def draw_lorenz() -> Figure:
    steps = np.linspace(0, 1, 11)
    return lorenz(
        pd.DataFrame({"population_share": steps, "value_share": steps**2}),
        x_label="สัดส่วนครัวเรือน เรียงจากรายได้น้อยไปมาก",
        y_label="สัดส่วนรายได้สะสม",
        equal_label="เท่ากันทุกครัวเรือน",
        message="ค่าสัมประสิทธิ์จีนี 0.38 (0 คือเท่ากันหมด)",
    )


def draw_calendar() -> Figure:
    rows = [
        (crop, task, month, 0.0 if month % 3 else 0.2, False)
        for crop in LABELS
        for task in ("plant", "harvest")
        for month in range(1, 13)
    ]
    rows[4] = (LABELS[0], "plant", 5, NAN, True)
    frame = pd.DataFrame(rows, columns=["label", "task", "month", "share", "hidden"])
    return calendar(frame, label="label", task_labels={"plant": "ปลูก", "harvest": "เก็บเกี่ยว"})


def draw_trend() -> Figure:
    frame = pd.DataFrame(
        {
            "year": [2562, 2563, 2564, 2566, 2567, 2568],
            "events": [12, 30, 22, NAN, 41, 1250],
            "hidden": [False, False, False, True, False, False],
        }
    )
    return trend(frame, year="year", series={"events": "เหตุการณ์"}, unit="ครั้ง")


def draw_boxes() -> Figure:
    frame = _rows(
        q1=[90_000, 20_000, NAN, NAN, 0],
        median=[180_000, 60_000, NAN, NAN, 0],
        q3=[420_000, 180_000, NAN, NAN, 9_000],
    )
    return boxes(frame, label="label", unit="บาทต่อครัวเรือนต่อปี")


def draw_margin() -> Figure:
    frame = _rows(
        revenue_rai=[6_500, 32_000, NAN, NAN, 9_000],
        cash_cost_rai=[4_800, 9_000, NAN, NAN, 9_800],
        full_cost_rai=[6_100, NAN, NAN, NAN, 11_000],
        margin_cash_rai=[1_700, 23_000, NAN, NAN, -800],
    )
    return margin(frame, label="label")


def draw_compare() -> Figure:
    frame = _rows(own=[620, 300, NAN, NAN, 810], province=[640, 720, 500, 800, NAN])
    points = {"own": "ตำบลนี้", "province": "จังหวัด"}
    return compare(frame, label="label", points=points, form="int", unit="กก. ต่อไร่")


CHARTS: dict[str, Callable[[], Figure]] = {
    name.removeprefix("draw_"): draw
    for name, draw in sorted(globals().items())
    if name.startswith("draw_")
}


@pytest.fixture(params=CHARTS)
def chart(request: pytest.FixtureRequest) -> Figure:
    """Every kind of picture in turn."""
    return CHARTS[request.param]()


@pytest.fixture
def draw() -> dict[str, Callable[[], Figure]]:
    """The pictures by name, each drawn anew when called."""
    return CHARTS
