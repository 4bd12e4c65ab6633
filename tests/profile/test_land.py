"""Land in rai, by hand. Frames hold square wah: 400 to a rai."""

from __future__ import annotations

import pytest

from planning_kit.profile.land import (
    holding,
    irrigated_share,
    land_rights,
    operated_rai,
    size_classes,
    tenure_mix,
)
from planning_kit.records import Household, to_frame


def households(*rows: dict) -> object:
    base = {"village_code": "99010101"}
    return to_frame(
        Household, [base | {"household_id": str(i)} | row for i, row in enumerate(rows)]
    )


def rai(own: float, rented: float = 0, free: float = 0, **more: object) -> dict:
    return {
        "land_owned": own * 400,
        "land_rented": rented * 400,
        "land_free_use": free * 400,
        **more,
    }


def test_operated_land_adds_what_is_stated_and_nothing_stated_is_not_zero():
    frame = households(rai(8.5, 3), {"land_owned": 400.0}, {})
    assert operated_rai(frame).tolist()[:2] == [11.5, 1.0]
    assert operated_rai(frame).isna().tolist() == [False, False, True]


def test_mean_and_median_holding():
    # 2 4 6 8 30 rai: mean 10, median 6
    table = holding(households(*[rai(a) for a in (2, 4, 6, 8, 30)], {})).set_index("measure")
    row = table.loc["operated_rai"]
    assert (row["n"], row["not_stated"], row["mean"], row["median"]) == (5, 1, 10, 6)
    assert (row["q1"], row["q3"], row["total"]) == (4, 8, 50)


def test_size_classes_have_their_lower_bound_inside():
    areas = [0] * 5 + [4.99] * 6 + [5] * 7 + [10] * 8 + [39.9] * 9 + [40] * 10
    table = size_classes(households(*[rai(a) for a in areas])).set_index("key")
    assert table["households"].tolist() == [5, 6, 7, 8, 9, 10]
    assert table.at["landless", "share"] == pytest.approx(5 / 45)


def test_tenure_mix():
    # ten own 6 rai, five of them rent 4 besides: 60 and 20 of 80 rai
    rows = [rai(6, 4)] * 5 + [rai(6)] * 5
    table = tenure_mix(households(*rows)).set_index("key")
    assert table["area_rai"].tolist() == [60, 20, 0]
    assert table["share"].tolist() == [0.75, 0.25, 0]
    assert table["households"].tolist() == [10, 5, 0]


def test_land_of_two_tenants_cannot_be_worked_out():
    rows = [rai(6, 4, 1)] * 2 + [rai(6, 0, 1)] * 8
    frame = households(*rows)
    mix = tenure_mix(frame).set_index("key")
    sizes = holding(frame).set_index("measure")
    assert mix.at["rented", "hidden"]
    assert sizes.at["rented_rai", "hidden"]
    # operated - owned - free would be rented: one of the others goes too, in both tables
    assert mix["hidden"].sum() == 2
    assert sizes["hidden"].sum() == 2


def test_irrigated_share_uses_only_those_who_stated_both():
    rows = [rai(10, land_irrigated=2000.0)] * 6 + [rai(10, land_irrigated=0.0)] * 6 + [rai(50)]
    found = irrigated_share(households(*rows))
    # 6 x 5 rai of 12 x 10 rai
    assert (found.part_rai, found.whole_rai, found.share, found.n) == (30, 120, 0.25, 12)


def test_forest_land_is_only_a_count_and_never_told_of_a_few_or_of_all():
    def forest(yes: int, no: int) -> object:
        rows = [{"land_forest": True}] * yes + [{"land_forest": False}] * no
        table = land_rights(households(*rows)).set_index("question")
        return table.loc["land_forest"]

    assert forest(6, 30)["households"] == 6
    assert forest(3, 30)["hidden"]
    assert forest(30, 0)["hidden"]
    assert forest(0, 30)["households"] == 0
    columns = set(land_rights(households({"land_forest": True})).columns)
    assert not {name for name in columns if "rai" in name}


def test_deeds():
    rows = [{"title_deeds": ("chanote", "spk")}] * 6 + [{"title_deeds": ("none",)}] * 7
    table = land_rights(households(*rows))
    deeds = table[table["question"] == "title_deeds"].set_index("key")
    assert deeds.loc[["chanote", "spk", "none", "sk1"], "households"].tolist() == [6, 6, 7, 0]


def test_irrigated_land_of_two_is_hidden():
    rows = [rai(10, land_irrigated=2000.0)] * 2 + [rai(10, land_irrigated=0.0)] * 10
    found = irrigated_share(households(*rows))
    assert found.hidden
    assert (found.part_rai, found.share) == (None, None)
