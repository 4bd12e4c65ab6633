"""Area, yield, price, cost and margin per rai, by hand."""

from __future__ import annotations

import pytest

from planning_kit.profile.livestock import animals, fish
from planning_kit.profile.output import in_kilograms, unconverted
from planning_kit.profile.production import crops, land_use, sale_channels
from planning_kit.records import Household, Production, to_frame

RICE = {
    "year_be": 2569,
    "season": "main",
    "product_kind": "annual",
    "product": "ข้าวนาปี",
    "plot": 1,
    "planted_area": 4000.0,
    "quantity": 6.0,
    "quantity_unit": "tonne",
    "quantity_sold": 5.0,
    "quantity_home": 1.0,
    "price": 9000.0,
    "cost_seed": 10000.0,
    "cost_fertilizer": 12000.0,
    "cost_own_labour": 5000.0,
    "cost_depreciation": 1000.0,
    "sale_channel": "mill",
}


def production(*rows: dict) -> object:
    return to_frame(Production, [{"household_id": str(i)} | row for i, row in enumerate(rows)])


def test_budget_of_one_rai_of_rice():
    # each: 10 rai, 6 t at 9 baht a kg = 45,000 sold + 9,000 eaten; cash 22,000; own 6,000
    row = crops(production(*[RICE] * 5)).iloc[0]
    assert (row["households"], row["area_rai"], row["output_kg"]) == (5, 50, 30_000)
    assert row["yield_kg_rai"] == 600
    assert row["price_kg"] == 9
    assert row["revenue_rai"] == 5400
    assert row["cash_cost_rai"] == 2200
    assert row["margin_cash_rai"] == 3200
    assert row["full_cost_rai"] == 2800
    assert row["margin_full_rai"] == 2600
    assert row["cash_cost_kg"] == pytest.approx(22 / 6)
    assert row["income_share"] == 1


def test_yield_is_total_output_over_total_area_not_the_mean_of_yields():
    # five with 10 rai and 6,000 kg, five with 1 rai and 1,000 kg: 35,000 / 55
    small = RICE | {"planted_area": 400.0, "quantity": 1.0}
    row = crops(production(*[RICE] * 5, *[small] * 5)).iloc[0]
    assert row["yield_kg_rai"] == pytest.approx(35_000 / 55)
    assert (row["yield_q1"], row["yield_median"], row["yield_q3"]) == (600, 800, 1000)


def test_price_is_weighted_by_the_quantity_sold():
    # five sell 5 t at 9, five sell 1 t at 12: (45 + 12) / 6 = 9.5
    dear = RICE | {"quantity_sold": 1.0, "price": 12_000.0}
    row = crops(production(*[RICE] * 5, *[dear] * 5)).iloc[0]
    assert row["price_kg"] == pytest.approx(9.5)


def test_bearing_area_counts_for_the_yield_of_trees():
    tree = RICE | {"product_kind": "perennial", "product": "มะม่วง", "bearing_area": 2000.0}
    row = crops(production(*[tree] * 5)).iloc[0]
    assert row["area_rai"] == 50
    assert row["yield_kg_rai"] == 1200


def test_sacks_need_a_stated_weight_and_are_counted_where_it_is_missing():
    sack = RICE | {"quantity": 100.0, "quantity_unit": "kasop", "quantity_sold": 0.0}
    weighed, unweighed = sack | {"unit_weight_kg": 60.0}, sack
    frame = production(*[weighed] * 5, *[unweighed] * 6)
    row = crops(frame).iloc[0]
    assert (row["households"], row["area_n"], row["yield_n"]) == (11, 11, 5)
    assert row["yield_kg_rai"] == 600
    left = unconverted(frame).iloc[0]
    assert (left["product"], left["quantity_unit"], left["rows"]) == ("ข้าวนาปี", "kasop", 6)


def test_home_use_without_a_price_takes_the_mean_price_of_the_product():
    eats = RICE | {"quantity_sold": 0.0, "quantity_home": 2.0, "price": None}
    rows = in_kilograms(production(*[RICE] * 5, eats))
    assert rows["revenue"].iloc[-1] == 18_000


def test_a_sale_without_a_price_is_unknown_not_zero():
    rows = in_kilograms(production(RICE | {"price": None, "quantity_home": None}))
    assert rows["revenue"].isna().all()


def test_costs_not_stated_keep_a_row_out_of_the_budget_but_not_out_of_the_area():
    silent = RICE | {"cost_seed": None, "cost_fertilizer": None}
    row = crops(production(*[RICE] * 5, *[silent] * 3)).iloc[0]
    assert (row["budget_n"], row["area_n"], row["margin_cash_rai"]) == (5, 8, 3200)


def test_two_plots_of_one_household_are_one_household():
    frame = production(*[RICE] * 4, RICE | {"household_id": "0", "plot": 2})
    assert crops(frame)["hidden"].tolist() == [True]


def test_three_growers_are_hidden_and_the_sums_of_another_crop_with_them():
    bean = RICE | {"product": "ถั่ว", "planted_area": 400.0}
    corn = RICE | {"product": "ข้าวโพด", "planted_area": 800.0}
    table = crops(production(*[RICE] * 9, *[bean] * 3, *[corn] * 6)).set_index("product")
    assert table.at["ถั่ว", "hidden"]
    assert table.loc["ถั่ว", ["households", "area_rai", "yield_kg_rai", "price_kg"]].isna().all()
    assert table["sums_hidden"].to_dict() == {"ข้าวนาปี": False, "ข้าวโพด": True, "ถั่ว": True}
    assert table.loc["ข้าวโพด", ["area_rai", "output_kg", "income_share"]].isna().all()
    assert table.at["ข้าวโพด", "yield_kg_rai"] == 3000


def test_seasons_apart_and_together():
    dry = RICE | {"season": "second"}
    frame = production(*[RICE] * 5, *[dry] * 5)
    assert crops(frame)["area_rai"].tolist() == [50, 50]
    together = crops(frame, by_season=False)
    assert (together["season"].tolist(), together["area_rai"].tolist()) == (["all"], [100])


def test_land_planted_twice_is_cropped_area_not_land():
    rows = [
        RICE | {"household_id": str(i), "season": s} for i in range(5) for s in ("main", "second")
    ]
    homes = [{"household_id": str(i), "land_owned": 5000.0} for i in range(5)]
    found = land_use(production(*rows), to_frame(Household, homes))
    # 5 x 2 x 10 rai on 5 x 12.5 rai
    assert (found.cropped_rai, found.operated_rai, found.intensity) == (100, 62.5, 1.6)


def test_the_order_of_rows_does_not_matter():
    rows = [RICE | {"planted_area": 400.0 * (i + 1), "household_id": str(i)} for i in range(9)]
    forward, backward = crops(production(*rows)), crops(production(*rows[::-1]))
    assert forward.iloc[0].tolist() == pytest.approx(backward.iloc[0].tolist())


def test_channels_count_households_once():
    twice = [RICE | {"household_id": "0"}, RICE | {"household_id": "0", "plot": 2}]
    table = sale_channels(
        production(*twice, *[RICE | {"household_id": str(i)} for i in range(1, 6)])
    )
    assert table.set_index("key").at["mill", "households"] == 6


def test_hens_per_head():
    hens = {
        "year_be": 2569,
        "season": "all_year",
        "product_kind": "livestock",
        "product": "ไก่ไข่",
        "animals": 100.0,
        "quantity": 24_000.0,
        "quantity_unit": "egg",
        "quantity_sold": 20_000.0,
        "price": 3.0,
        "cost_feed": 45_000.0,
    }
    row = animals(production(*[hens] * 5)).iloc[0]
    # 20,000 x 3 - 45,000 = 15,000 for 100 hens
    assert (row["animals"], row["animals_median"]) == (500, 100)
    assert (row["revenue_head"], row["margin_cash_head"]) == (600, 150)


def test_ponds_per_rai():
    pond = RICE | {"product_kind": "fish", "product": "ปลานิล", "season": "all_year"}
    row = fish(production(*[pond] * 5)).iloc[0]
    assert (row["pond_rai"], row["yield_kg_rai"], row["margin_cash_rai"]) == (50, 600, 3200)
    assert crops(production(*[pond] * 5)).empty


def test_herds_of_three_cannot_be_worked_out():
    def herd(product: str, n: int) -> list[dict]:
        row = {"year_be": 2569, "season": "all_year", "product_kind": "livestock"}
        return [row | {"product": product, "animals": 4.0}] * n

    table = animals(production(*herd("ไก่", 20), *herd("หมู", 6), *herd("ควาย", 3)))
    table = table.set_index("product")
    assert table["hidden"].to_dict() == {"ไก่": False, "หมู": False, "ควาย": True}
    assert table["animals"].isna().to_dict() == {"ไก่": False, "หมู": True, "ควาย": True}
