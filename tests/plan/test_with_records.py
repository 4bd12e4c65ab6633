"""The frames that the records give have every column these rooms read, in the types they expect."""

from datetime import date

import pandas as pd
import pytest

from planning_kit.indicators import baseline, model_tambon, progress
from planning_kit.plan import (
    channels,
    chosen,
    convergence,
    finance_flow,
    logframe,
    merged,
    reported_progress,
)
from planning_kit.plan.budget import community_share, five_year
from planning_kit.plan.checks import check_plan
from planning_kit.plan.tables import PlanTables
from planning_kit.records import record_types
from planning_kit.records.frames import to_frame

KINDS = {kind.noun.name: kind for kind in record_types()}


@pytest.mark.parametrize(
    ("record", "names"),
    [
        ("problem", merged.PROBLEM),
        ("project", set(chosen.PROJECT) - {"is_equipment"}),
        ("strategy", chosen.STRATEGY),
        ("budget_line", chosen.LINE),
        ("project_status", channels._STEP),
        ("pledge", set(convergence.CONVERGENCE) - {"days_waiting", "is_late", "standing"}),
        ("project_progress", reported_progress.REPORT),
        ("cash_item", finance_flow._ITEM),
        ("activity", logframe._ACTIVITY),
        ("indicator", {*logframe._INDICATOR, *progress._INDICATOR}),
        ("indicator_value", baseline.VALUE),
        ("model_score", model_tambon._SCORE),
    ],
)
def test_every_column_read_is_a_field_of_the_record(record, names):
    assert set(names) <= {spec.name for spec in KINDS[record].fields()}


def test_empty_frames_of_every_record_are_a_plan_to_begin_with():
    empty = {name: to_frame(KINDS[record], []) for name, record in _TABLES.items()}
    table = check_plan(PlanTables(**empty), 2571, today=date(2026, 11, 22))
    assert list(table["code"]) == ["plan.no-project"]
    assert five_year(empty["projects"], empty["lines"], empty["strategies"], 2571).total is None


def test_frames_of_records_with_stray_nans_count_like_those_made_by_hand(plan):
    made = {}
    for name in ("problems", "strategies", "projects", "lines", "activities"):
        rows = [
            {key: value for key, value in row.items() if _is_stated(value)}
            for row in getattr(plan, name).to_dict("records")
        ]
        made[name] = to_frame(KINDS[_TABLES[name]], rows)
    five = five_year(made["projects"], made["lines"], made["strategies"], 2571)
    assert five.total == 450_000
    assert community_share(five).baht == 30_000


def test_strategies_stand_in_their_position(plan):
    strategies = plan.strategies.assign(position=[2.0, 1.0])
    five = five_year(plan.projects, plan.lines, strategies, 2571)
    assert list(dict.fromkeys(five.table["strategy_code"].dropna())) == ["S2", "S1"]


def _is_stated(value):
    return isinstance(value, tuple) or not pd.isna(value)


_TABLES = {
    "problems": "problem",
    "strategies": "strategy",
    "projects": "project",
    "activities": "activity",
    "lines": "budget_line",
    "indicators": "indicator",
    "values": "indicator_value",
    "pledges": "pledge",
    "steps": "project_status",
    "calendar": "calendar_entry",
    "cash": "cash_item",
}
