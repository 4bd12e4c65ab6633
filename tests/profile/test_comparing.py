"""Coverage, villages side by side, and published figures beside the tambon's own."""

from __future__ import annotations

import pandas as pd
import pytest

from planning_kit.language import speaking
from planning_kit.profile.compare import beside_budgets, beside_figures, own_figures
from planning_kit.profile.coverage import agreed, coverage, coverage_by_village
from planning_kit.profile.production import crops
from planning_kit.profile.sampling import Estimate
from planning_kit.profile.villages import compare_villages, side_by_side
from planning_kit.records import (
    CropBudget,
    Household,
    HouseholdAccount,
    Production,
    ReferenceFigure,
    Village,
    to_frame,
)

VILLAGES = to_frame(
    Village,
    [
        {"village_code": f"9901010{moo}", "name": f"บ้าน {moo}", "households": 100 + moo}
        for moo in (1, 2, 3)
    ],
)


def homes(*counts: int, **more: object) -> pd.DataFrame:
    return to_frame(
        Household,
        [
            {"household_id": f"{moo}-{i}", "village_code": f"9901010{moo}"}
            | {"land_owned": 400.0 * moo, "is_farm_household": i % 2 == 0}
            | more
            for moo, count in enumerate(counts, 1)
            for i in range(count)
        ],
    )


def accounts(households: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {"household_id": home, "year_be": 2569, "months_recorded": 12, "income_wage": 1000.0 + i}
        for i, home in enumerate(households["household_id"])
    ]
    return to_frame(HouseholdAccount, rows)


def test_n_of_n():
    found = coverage(homes(20, 10, 30), VILLAGES)
    assert (found.n, found.population, found.share) == (60, 306, pytest.approx(60 / 306))
    with speaking("en"):
        assert found.phrase() == "n = 60 of 306 households"
    with speaking("th"):
        assert found.phrase() == "n = 60 จาก 306 ครัวเรือน"


def test_farm_households_of_farm_households():
    # every second of twenty households farms
    villages = VILLAGES.assign(farm_households=[50, 50, 50])
    found = coverage(homes(20, 0, 0), villages, of="farm_households")
    assert (found.n, found.population) == (10, 150)


def test_households_that_refused_are_left_out_and_silence_is_not_refusal():
    frame = homes(4).assign(consent_given=[True, False, None, True])
    assert agreed(frame)["household_id"].tolist() == ["1-0", "1-2", "1-3"]


def test_an_unknown_total_stays_unknown():
    villages = VILLAGES.assign(households=[101, None, 103])
    found = coverage(homes(20, 10, 30), villages)
    assert (found.n, found.population) == (60, None)
    with speaking("en"):
        assert "not stated" in found.phrase()


def test_villages_not_surveyed_and_not_listed_are_both_in_the_table():
    table = coverage_by_village(homes(20, 0, 30, 2), VILLAGES).set_index("village_code")
    assert table["surveyed"].tolist() == [20, 0, 30, 2]
    assert table.at["99010102", "share"] == 0
    assert pd.isna(table.at["99010104", "households"])


def test_villages_side_by_side_with_the_whole_last():
    table = side_by_side(compare_villages(VILLAGES, homes(10, 10, 20), accounts(homes(10, 10, 20))))
    assert table["operated_rai"].tolist() == [1, 2, 3, pytest.approx(90 / 40)]
    assert table["farm_share"].tolist() == [0.5, 0.5, 0.5, 0.5]
    # incomes 1000..1009, 1010..1019, 1020..1039
    assert table["income"].tolist() == [1004.5, 1014.5, 1029.5, 1019.5]
    assert table["name"].tolist() == ["บ้าน 1", "บ้าน 2", "บ้าน 3", None]
    assert not table["income_hidden"].any()


def test_a_village_of_three_is_hidden_with_another():
    compared = compare_villages(VILLAGES, homes(30, 3, 10), accounts(homes(30, 3, 10)))
    land = compared[compared["measure"] == "operated_rai"].set_index("village_code")
    assert land["hidden"].to_dict() == {
        "99010101": False,
        "99010102": True,
        "99010103": True,
        "": False,
    }
    assert land.loc[["99010102", "99010103"], ["value", "n"]].isna().all(axis=None)


def test_a_share_of_few_is_hidden_too():
    # six households in village 2: three farm and three do not
    compared = compare_villages(VILLAGES, homes(30, 6, 20), accounts(homes(0)))
    farm = compared[compared["measure"] == "farm_share"].set_index("village_code")
    assert farm.at["99010102", "hidden"]
    assert farm["hidden"].sum() >= 2


def test_own_figures_need_every_village_for_a_total():
    own = own_figures(VILLAGES, homes(10, 10, 10), accounts(homes(10, 10, 10)))
    assert own["households"].value == 306
    assert own["farm_area_per_household"].value == 2
    assert "population" not in own


def test_published_figures_with_year_source_and_ratio():
    figures = to_frame(
        ReferenceFigure,
        [
            {"area_code": code, "measure": measure, "year_be": year, "value": value}
            | {"source_code": "S9"}
            for code, measure, year, value in [
                ("99", "income_per_household", 2566, 200.0),
                ("9901", "income_per_household", 2567, 400.0),
                ("99", "households", 2567, 90_000.0),
            ]
        ],
    )
    own = {"income_per_household": Estimate(300.0, 50), "households": Estimate(306.0, 3)}
    table = beside_figures(figures, own)
    income = table[table["measure"] == "income_per_household"].set_index("level")
    assert income.at["province", "ratio"] == 1.5
    assert income.at["amphoe", "ratio"] == 0.75
    assert income.at["amphoe", "year_be"] == 2567
    assert set(table["source_code"]) == {"S9"}
    # a tambon's number of households over a province's says nothing
    assert table.set_index("measure").at["households", "ratio"] != table["ratio"].max()
    assert table[table["measure"] == "households"]["ratio"].isna().all()


def test_published_budget_beside_the_tambons_own_crop():
    budgets = to_frame(
        CropBudget,
        [
            {"area_code": "73", "product": product, "year_be": 2567, "yield_kg": 774.0}
            | {"revenue": 8136.0, "cost_total": 5110.0, "source_code": "S2"}
            for product in ("ข้าว นาปี", "อ้อยโรงงาน")
        ],
    )
    rice = {
        "year_be": 2569,
        "season": "main",
        "product_kind": "annual",
        "product": "ข้าวนาปี",
        "planted_area": 400.0,
        "quantity": 387.0,
        "quantity_unit": "kg",
    }
    rows = [rice | {"household_id": str(i)} for i in range(5)]
    own = crops(to_frame(Production, rows), by_season=False)
    table = beside_budgets(budgets, own)
    assert table["margin"].tolist() == [3026, 3026]
    assert table["yield_ratio"].iloc[0] == 0.5
    assert pd.isna(table["own_yield_kg"].iloc[1])
    assert pd.isna(table["own_margin"].iloc[0])


def test_the_debt_of_two_in_a_village_is_hidden():
    frame = homes(10, 10, 10)
    owed = [100.0] * 2 + [0.0] * 8 + [50.0] * 20
    debts = accounts(frame).assign(debt_formal=owed)
    compared = compare_villages(VILLAGES, frame, debts)
    debt = compared[compared["measure"] == "debt_formal"].set_index("village_code")
    assert debt.at["99010101", "hidden"]
    assert debt["hidden"].sum() == 2
