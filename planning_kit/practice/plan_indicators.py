"""The indicators of the practice plan: the default set, its baselines, targets and scores."""

from __future__ import annotations

import csv

from planning_kit.practice.plan_texts import Row, listed, plan_texts
from planning_kit.shipped import shipped

_ROW = ("indicator_code", "strategy_code", "owner", "co_owners")
_WORDED = ("name", "definition", "unit", "numerator", "denominator", "frequency", "basis")
_SCORE = ("dimension", "item", "points", "evidence")
_BASELINE = ("indicator_code", "note", "value", "n", "as_of", "source_code")
BASE_YEAR, FIRST_YEAR = 2569, 2571
TARGET_NOTE = "มติเวทีตำบลครั้งที่ 2"
SCORED_AT, SCORED_ON = "C2", "14 พ.ย. 2569"


def indicator_rows() -> list[Row]:
    """Return the default set with its owners; the wording is that of data/indicators."""
    return [_indicator(at, row) for at, row in enumerate(_chosen(), start=1)]


def value_rows() -> list[Row]:
    """Return baselines of the survey year and targets of the five years."""
    rows = []
    for block in plan_texts()["indicator_values"]:
        for values in block["rows"]:
            baseline = listed(_BASELINE, values[: len(_BASELINE)])
            code = baseline["indicator_code"]
            frozen = {"kind": "baseline", "fiscal_year_be": BASE_YEAR, "is_frozen": "ใช่"}
            rows.append({**baseline, **frozen})
            rows += [
                {
                    "indicator_code": code,
                    "kind": "target",
                    "fiscal_year_be": year,
                    "value": value,
                    "note": TARGET_NOTE,
                }
                for year, value in enumerate(values[len(_BASELINE) :], start=FIRST_YEAR)
            ]
    return rows


def score_rows() -> list[Row]:
    """Return the score by which the council sees where it stands as a model tambon."""
    return [
        {**listed(_SCORE, values), "forum_code": SCORED_AT, "date": SCORED_ON}
        for block in plan_texts()["model"]
        for values in block["rows"]
    ]


def _chosen() -> list[Row]:
    return [
        listed(_ROW, values) for block in plan_texts()["indicators"] for values in block["rows"]
    ]


def _indicator(position: int, row: Row) -> Row:
    declared = _declared()[row["indicator_code"]]
    return {
        **row,
        **{name: declared[f"{name}_th"] for name in _WORDED},
        "source_text": declared["source_th"],
        "direction": declared["direction"],
        "dimension": declared["dimension"],
        "is_joint": "ใช่" if declared["is_joint"] == "yes" else "ไม่ใช่",
        "adds_up": declared["adds_up"],
        "places": int(declared["places"]),
        "position": position,
    }


def _declared() -> dict[str, dict[str, str]]:
    path = shipped("data", "indicators", "default_set.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        return {row["code"]: row for row in csv.DictReader(lines)}
