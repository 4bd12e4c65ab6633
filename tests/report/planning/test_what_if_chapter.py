"""What if one household, or a technology: worked out from ten growers by hand."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import planning_kit as kit
from planning_kit.language import speaking
from planning_kit.records import PlanPeriod
from planning_kit.report.chapters.what_if import what_if


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    from planning_kit.practice import write_practice_workbook
    from planning_kit.store import Store
    from planning_kit.workbook import create, import_file, whole_tambon

    folder = tmp_path_factory.mktemp("practice")
    write_practice_workbook(folder / "survey.xlsx")
    with Store.open(folder / "s.db") as store, speaking("en"):
        period = PlanPeriod(plan_area_id="990101", plan_start_be=2571, plan_end_be=2575)
        workbook = create(whole_tambon("990101"), period, store=store, who="test")
        import_file(folder / "survey.xlsx", area="990101", store=store)
        yield workbook


def test_one_household_moves_a_fifth_of_the_median_area(practice) -> None:
    with speaking("en"):
        section = what_if(practice)
        (home,) = [part for part in section.parts if part.key == "what-if-household"]
    table = section.tables[0]
    rows = {row["product"]: row for row in table.frame.to_dict("records")}
    crop = next(iter(rows))
    production = practice.frame("production")
    own = production[production["product"] == crop].groupby("household_id")["planted_area"].sum()
    median = float(own[own > 0].median()) / 400
    others = [row["margin_after"] for name, row in rows.items() if name != crop]
    gain = 0.2 * median * (sum(others) / len(others) - rows[crop]["margin_after"])
    said = home.sentences[0].replace(",", "")
    assert f"{abs(gain):.0f}" in said and ("more" in said) is (gain >= 0)


def test_a_technology_is_tried_from_the_front_door(practice) -> None:
    with speaking("en"):
        crop = str(what_if(practice).tables[0].frame["product"].iloc[0])
        section = what_if(practice, technology=kit.Technology(crop, extra_cost_rai=100))
    row = SimpleNamespace(**section.tables[0].frame.iloc[0].to_dict())
    assert row.margin_after == pytest.approx(row.margin_before - 100)
    assert "technology" in section.title.casefold() and section.parts == []
