"""An ODK Central export with child tables by KEY and PARENT_KEY: every row accounted for."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from planning_kit.collect import Collected, load_mapping, read_mapped
from planning_kit.validate import AreaScope, Checked, check

FILE = Path(__file__).resolve().parents[2].parent / "shared/data/rhomis/sample-central-data.csv.zip"
MAPPING = Path(__file__).parents[1] / "mappings" / "rhomis.toml"
CROPS, STOCK = "dec-demo-crop_repeat.csv", "dec-demo-livestock_repeat.csv"
PEOPLE, WORK = "dec-demo-hh_pop_repeat.csv", "dec-demo-offfarm_income_repeat.csv"
YIELD = "crop_rep_grp-crop_details-crop_yield"
PRACTICE_TAMBON = "990101"

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="shared/data/rhomis is absent")


@pytest.fixture(scope="module")
def export() -> dict[str, list[dict[str, str]]]:
    with zipfile.ZipFile(FILE) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode("utf-8-sig"))))
            for name in archive.namelist()
        }


@pytest.fixture(scope="module")
def collected() -> Collected:
    return read_mapped(FILE, load_mapping(MAPPING), area=PRACTICE_TAMBON)


@pytest.fixture(scope="module")
def checked(collected: Collected) -> Checked:
    return check(collected, AreaScope.within(PRACTICE_TAMBON))


def test_parents_and_children_are_all_accounted_for(
    export: dict[str, list[dict[str, str]]], collected: Collected, checked: Checked
) -> None:
    assert [len(export[name]) for name in ("dec-demo.csv", PEOPLE, CROPS, STOCK, WORK)] == [
        10,
        28,
        37,
        22,
        36,
    ]
    taken = Counter(raw.place.sheet for raw in collected.rows)
    left = Counter(one.place.sheet for one in collected.left_out)
    assert taken["dec-demo.csv"] == 10
    assert taken[CROPS] + left[CROPS] == 37
    assert taken[STOCK] + left[STOCK] == 22
    asked = ("crop_rep_grp-crop_name", "crop_rep_grp-crop_details-season_grown")
    unnamed = [row for row in export[CROPS] if "no_answer" in [row[name] for name in asked]]
    assert left[CROPS] == len(unnamed) > 0
    assert all(counts["refused"] == 0 for counts in checked.counts().values())
    (unused,) = [note for note in collected.notes if note.code == "collect.table-not-used"]
    assert (unused.values["table"], unused.values["rows"]) == (WORK, 36)


def test_every_child_belongs_to_its_parent(
    export: dict[str, list[dict[str, str]]], collected: Collected
) -> None:
    parent_of = {
        row["KEY"].casefold(): row["PARENT_KEY"] for row in (*export[CROPS], *export[STOCK])
    }
    children = [raw for raw in collected.rows if raw.record == "production"]
    assert len(children) > 50
    for raw in children:
        assert raw.values["household_id"] == parent_of[raw.natural_id or ""]
        assert raw.troubles == {}


def test_persons_are_counted_for_their_household(
    export: dict[str, list[dict[str, str]]], checked: Checked
) -> None:
    sexes = Counter(
        (row["PARENT_KEY"], row["hh_pop_repeat_grp-person_gender"]) for row in export[PEOPLE]
    )
    homes = [row.record for row in checked.rows if row.raw.record == "household"]
    for home in homes:
        assert home.males == sexes[home.household_id, "M"]
        assert home.females == sexes[home.household_id, "F"]
    assert sum(home.males + home.females for home in homes) == 28 - 9


def test_amounts_are_read_in_the_unit_beside_them(
    export: dict[str, list[dict[str, str]]], checked: Checked
) -> None:
    kilograms = {"kg": 1, "tonnes": 1000, "sacks_50kg": 50}
    read = {row.raw.natural_id: row.record for row in checked.rows if row.raw.record != "household"}
    weighed = 0
    for row in export[CROPS]:
        record = read.get(row["KEY"].casefold())
        if record is None:
            continue
        unit, quantity = row[f"{YIELD}_units"], record.quantity
        if unit not in kilograms:
            assert quantity is None
            continue
        weighed += 1
        assert quantity == Decimal(row[YIELD]) * kilograms[unit]
    assert weighed > 10


def test_land_in_acres_and_hectares_by_the_column_beside_it(
    export: dict[str, list[dict[str, str]]], checked: Checked
) -> None:
    begin = "survey_grp-farm_size_grp-land_ownership_group-"
    square_wah = {"acres": Decimal("4046.8564224") / 4, "hectare": Decimal(2500)}
    homes = {
        row.record.household_id: row.record for row in checked.rows if row.raw.record == "household"
    }
    for row in export["dec-demo.csv"]:
        size = square_wah.get(row[f"{begin}unitland_owned"])
        owned = homes[row["KEY"]].land_owned
        if size is None:
            assert owned is None
        else:
            expected = Decimal(row[f"{begin}landowned"]) * size
            assert abs(owned - expected) < Decimal("0.0001")
