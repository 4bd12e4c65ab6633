"""All tambons of the country, and the amphoe of Phetchabun over eight years, rolled up."""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from pathlib import Path

import pandas as pd
import pytest

from planning_kit import areas
from planning_kit.rollup import disagreeing, parts_of, roll_up, trend

DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
POPULATION = DATA / "gazetteer" / "tambon_population_households_2021.csv"
REGISTRATION = DATA / "doae" / "phetchabun_farmer_registration_2561_2568.csv"
FARM_AREA = DATA / "doae" / "phetchabun_farm_area_2566_2568.csv"
PEOPLE = 66_171_439
LEVELS = ("amphoe", "province", "country")
COLUMNS = {"population": "total", "households": "households"}

needs_gazetteer = pytest.mark.skipif(
    not POPULATION.is_file(), reason="../shared/data/gazetteer is not here"
)
needs_doae = pytest.mark.skipif(
    not REGISTRATION.is_file(), reason="../shared/data/doae is not here"
)


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.DictReader(text))


def parts_from(rows: list[dict[str, str]]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "place": row["code6"], "figure": figure, "way": "sum", "unit": unit,
                "period_be": 2564, "value": float(row[column]), "is_endorsed": True,
            }
            for row in rows
            for (figure, column), unit in zip(COLUMNS.items(), ("person", "household"), strict=True)
        ]
    )  # fmt: skip


def by_loop(rows: list[dict[str, str]], column: str, digits: int) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for row in rows:
        found[row["code6"][:digits]] += int(row[column])
    return dict(found)


def values(totals: pd.DataFrame, level: str, figure: str) -> dict[str, float]:
    own = totals[(totals["level"] == level) & (totals["figure"] == figure)]
    return dict(zip(own["place"], own["value"], strict=True))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    return rows_of(POPULATION)


@needs_gazetteer
def test_all_tambons_add_up_to_every_amphoe_province_and_the_nation(rows) -> None:
    found = roll_up(parts_from(rows), LEVELS)
    for figure, column in COLUMNS.items():
        assert values(found.totals, "amphoe", figure) == by_loop(rows, column, 4)
        assert values(found.totals, "province", figure) == by_loop(rows, column, 2)
    assert values(found.totals, "country", "population") == {"TH": PEOPLE}
    assert len(found.at("amphoe")) == 2 * 928 and len(found.at("province")) == 2 * 77
    assert found.totals["in_places"].equals(found.totals["of_places"])
    assert found.left_out.empty and found.conflicts.empty and found.notices.empty
    nation = found.at("country").iloc[1]
    assert len(parts_of(nation, found.counted)) == nation["in_places"] == 7436


@needs_gazetteer
@pytest.mark.parametrize("seed", [1, 2])
def test_in_any_order_and_by_any_steps_it_is_the_same(rows, seed) -> None:
    shuffled = list(rows)
    random.Random(seed).shuffle(shuffled)
    steps = roll_up(parts_from(shuffled), "amphoe").totals
    for level in ("province", "region"):
        steps = roll_up(steps, level, scheme="nesdc6").totals
    by_steps = roll_up(steps, "country", scheme="nesdc6").totals
    pd.testing.assert_frame_equal(by_steps, roll_up(parts_from(rows), "country").totals)


@needs_gazetteer
def test_files_that_come_in_parts_say_how_much_is_there(rows) -> None:
    chance = random.Random(3)
    cut = [row for row in rows if chance.random() < 0.4]
    found = roll_up(parts_from(cut), LEVELS)
    assert values(found.totals, "country", "population")["TH"] == sum(int(r["total"]) for r in cut)
    nation = found.at("country").iloc[1]
    assert (nation["in_places"], nation["of_places"]) == (len(cut), 7436)
    assert len(nation["missing"]) == 7436 - len(cut)
    amphoe = found.at("amphoe").set_index(["figure", "place"])
    there = by_loop(cut, "total", 4)
    bare = [code for code in by_loop(rows, "total", 4) if code not in there]
    assert bare
    assert amphoe.loc["population"].loc[bare, "value"].isna().all()
    assert (amphoe.loc["population"].loc[bare, "in_places"] == 0).all()


@needs_gazetteer
def test_two_files_that_overlap_count_every_tambon_once(rows) -> None:
    both = parts_from(rows[:5000] + rows[3000:])
    found = roll_up(both, "country")
    assert values(found.totals, "country", "population") == {"TH": PEOPLE}
    assert found.left_out["reason"].value_counts().to_dict() == {"sent_twice": 2 * 2000}


def phetchabun(path: Path, column: str) -> pd.DataFrame:
    code = {amphoe.name_th: amphoe.code for amphoe in areas.amphoes("67")}
    return pd.DataFrame(
        [
            {
                "place": code[row["อำเภอ"].strip()], "figure": column, "way": "sum",
                "period_be": int(row["ปี"]), "value": float(row[column].replace(",", "")),
            }
            for row in rows_of(path)
        ]
    )  # fmt: skip


@needs_doae
def test_registration_in_phetchabun_by_amphoe_and_year_gives_a_trend() -> None:
    column = "จำนวนครัวเรือน"
    parts = phetchabun(REGISTRATION, column)
    expected = [tambon.code for tambon in areas.tambons("67")]
    found = roll_up(parts, ["amphoe", "province"], expected=expected)
    table = trend(found.at("amphoe"))
    assert len(table) == 88 and table["place"].nunique() == 11
    told = {
        (amphoe.code, int(row["ปี"])): int(row[column])
        for row in rows_of(REGISTRATION)
        for amphoe in areas.amphoes("67")
        if amphoe.name_th == row["อำเภอ"].strip()
    }
    for row in table.to_dict("records"):
        place, year = row["place"], int(row["period_be"])
        if year == 2561:
            assert row["why_not"] == "first"
        else:
            assert row["change"] == told[place, year] - told[place, year - 1]
    province = trend(found.at("province"))
    # From the printed rows: 88,252 households in 2561 and 101,390 in 2562.
    assert province["value"].iloc[:2].tolist() == [88_252, 101_390]
    assert province["change"].iloc[1] == 13_138
    assert found.conflicts.empty


@needs_doae
def test_two_offices_on_one_area_disagree_and_both_are_shown() -> None:
    registered = phetchabun(REGISTRATION, "เนื้อที่(ไร่)").assign(figure="area", unit="rai")
    surveyed = phetchabun(FARM_AREA, "เนื้อที่").assign(figure="area", unit="rai")
    found = roll_up(registered, "amphoe", expected=[t.code for t in areas.tambons("67")])
    conflicts = disagreeing(found.totals, surveyed)
    assert len(conflicts) == 33 and set(conflicts["kind"]) == {"reported_total"}
    assert all(len(both) == 2 and both[0] != both[1] for both in conflicts["values"])
