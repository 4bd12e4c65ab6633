"""Which figures of several rows may be added, and which may not."""

import pytest

from planning_kit.records import record_type


@pytest.mark.parametrize(
    ("place", "adds"),
    [
        ("household.males", True),
        ("household.land_owned", True),
        ("household.rice_months", False),
        ("household.village_code", False),
        ("production.cost_seed", True),
        ("production.price", False),
        ("production.quantity", False),
        ("production.own_labour_days", True),
        ("production.year_be", False),
        ("budget_line.amount", True),
        ("budget_line.activity_no", False),
        ("crop_budget.cost_total", False),
    ],
)
def test_a_sum_is_shown_only_where_it_means_something(place, adds):
    name, field = place.split(".")
    assert record_type(name).field(field).has_sum is adds
