"""Groups, resources and strengths: public figures, each with the number that stated it."""

from __future__ import annotations

import pandas as pd
import pytest

from planning_kit.profile.capital import capital_list, capitals
from planning_kit.profile.community import group_list, groups, memberships
from planning_kit.profile.environment import resource_list, resources
from planning_kit.records import Capital, Group, Household, NaturalResource, to_frame


def test_groups_by_kind():
    rows = [
        {"name": "ข", "kind": "village_fund", "members": 80, "women": 50, "balance": 1e6},
        {"name": "ก", "kind": "village_fund", "members": 40, "state": "active"},
        {"name": "ค", "kind": "enterprise", "members": 20, "women": 15, "state": "stopped"},
    ]
    table = groups(to_frame(Group, rows)).set_index("kind")
    fund = table.loc["village_fund"]
    assert (fund["groups"], fund["members"], fund["members_n"]) == (2, 120, 2)
    # women of the one fund that stated both
    assert (fund["women"], fund["women_share"]) == (50, 0.625)
    assert (fund["active"], fund["state_n"]) == (1, 1)
    assert (fund["balance"], fund["balance_n"]) == (1e6, 1)
    assert pd.isna(fund["lent"])
    assert table.at["enterprise", "active"] == 0


def test_groups_are_listed_by_kind_and_thai_order():
    rows = [
        {"name": "เกษตรกร", "kind": "occupation"},
        {"name": "ขนม", "kind": "occupation"},
        {"name": "กล้วย", "kind": "occupation"},
    ]
    assert group_list(to_frame(Group, rows))["name"].tolist() == ["กล้วย", "เกษตรกร", "ขนม"]


def test_memberships():
    rows = [{"household_id": str(i), "memberships": ("baac", "savings")} for i in range(6)]
    rows += [{"household_id": str(i), "memberships": ("baac",)} for i in range(6, 12)]
    table = memberships(to_frame(Household, rows)).set_index("key")
    assert table.loc[["baac", "savings", "none"], "households"].tolist() == [12, 6, 0]


def test_resources_by_kind():
    rows = [
        {"name": "ก", "kind": "community_forest", "area": 40_000.0, "condition": "good"},
        {"name": "ข", "kind": "community_forest", "trend": "worse", "has_rules": True},
        {"name": "ค", "kind": "soil", "condition": "poor"},
    ]
    frame = to_frame(NaturalResource, rows)
    table = resources(frame).set_index("kind")
    forest = table.loc["community_forest"]
    assert (forest["resources"], forest["area_rai"], forest["area_n"]) == (2, 100, 1)
    assert (forest["good"], forest["poor"], forest["condition_n"]) == (1, 0, 1)
    assert (forest["worse"], forest["with_rules"], forest["rules_n"]) == (1, 1, 1)
    assert pd.isna(table.at["soil", "area_rai"])
    assert resource_list(frame)["area_rai"].iloc[0] == pytest.approx(100)


def test_strengths_in_the_order_of_the_choices():
    frame = to_frame(Capital, [{"name": "ข", "kind": "social"}, {"name": "ก", "kind": "human"}])
    assert capitals(frame).set_index("kind")["count"].to_dict()["social"] == 1
    assert capital_list(frame)["kind"].tolist() == ["human", "social"]
