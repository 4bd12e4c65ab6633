"""1,527 foreign households through a mapping file only; every total worked out again with csv."""

from __future__ import annotations

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from planning_kit.collect import Collected, load_mapping, read_mapped
from planning_kit.language import speaking
from planning_kit.validate import AreaScope, Checked, check

FILE = Path(__file__).resolve().parents[2].parent / "shared/data/uganda_maize/farmers.csv"
MAPPING = Path(__file__).parents[1] / "mappings" / "uganda_maize.toml"
# 1 international acre is 4,046.8564224 m²; a square wah is 4 m².
SQUARE_WAH_PER_ACRE = Decimal("4046.8564224") / 4
BAHT_PER_SHILLING = Decimal("0.0088")
PRACTICE_TAMBON = "990101"

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="shared/data/uganda_maize is absent")


@pytest.fixture(scope="module")
def farmers() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def collected() -> Collected:
    return read_mapped(FILE, load_mapping(MAPPING), area=PRACTICE_TAMBON)


@pytest.fixture(scope="module")
def checked(collected: Collected) -> Checked:
    return check(collected, AreaScope.within(PRACTICE_TAMBON))


def stated(cell: str) -> Decimal | None:
    return None if cell in ("", "n/a", "999") else Decimal(cell)


def product(*cells: str) -> Decimal | None:
    numbers = [stated(cell) for cell in cells]
    if None in numbers:
        return None
    total = Decimal(1)
    for number in numbers:
        total *= number or Decimal(0)
    return total


def total(rows: list, field: str) -> Decimal:
    return sum((Decimal(getattr(row, field) or 0) for row in rows), Decimal(0))


def records(checked: Checked, name: str, **wanted: object) -> list:
    found = [row.record for row in checked.rows if row.raw.record == name and row.is_kept]
    return [one for one in found if all(getattr(one, k) == v for k, v in wanted.items())]


def test_every_row_becomes_a_household_and_its_harvests(
    farmers: list[dict[str, str]], collected: Collected, checked: Checked
) -> None:
    assert len(farmers) == 1527
    assert collected.left_out == []
    homes = [raw for raw in collected.rows if raw.record == "household"]
    assert [raw.values["household_id"] for raw in homes] == [row["ID"] for row in farmers]
    bean_plots = [
        cell
        for row in farmers
        for name, cell in row.items()
        if name.startswith("hh.maize.beans.plotb.") and name.endswith("..q69") and cell != "n/a"
    ]
    assert checked.counts()["household"]["read"] == 1527
    assert checked.counts()["production"]["read"] == 1527 + len(bean_plots)
    assert all(counts["refused"] == 0 for counts in checked.counts().values())


def test_members_are_those_of_the_file(farmers: list[dict[str, str]], checked: Checked) -> None:
    homes = records(checked, "household")
    assert total(homes, "males") + total(homes, "females") == sum(
        int(row["hh.maize.q28"]) for row in farmers
    )
    assert total(homes, "females") == sum(int(row["hh.maize.q28a"]) for row in farmers)
    assert total(homes, "members_under_15") == sum(int(row["hh.maize.q28b"]) for row in farmers)
    # The respondent’s schooling is the head’s only where the head answered; “g” (other) and
    # others’ answers are not stated.
    level = Counter(row["hh.maize.q27"] for row in farmers if row["q1"] == "Yes")
    assert Counter(one.head_schooling for one in homes) == {
        None: 1527 - sum(level[code] for code in "abcdef"),
        "none": level["a"],
        "primary": level["b"] + level["c"],
        "lower_secondary": level["d"],
        "upper_secondary": level["e"],
        "higher": level["f"],
    }


def test_ages_fall_into_their_groups(farmers: list[dict[str, str]], checked: Checked) -> None:
    ages = [int(row["hh.maize.q24"]) for row in farmers if row["q1"] == "Yes"]
    told = Counter(one.head_age for one in records(checked, "household"))
    assert told["17_45"] == sum(17 <= age <= 45 for age in ages)
    assert told["46_59"] == sum(46 <= age <= 59 for age in ages)
    assert told["60_up"] == sum(60 <= age < 999 for age in ages)


def test_the_area_of_all_plots_is_that_of_the_file(
    farmers: list[dict[str, str]], checked: Checked
) -> None:
    for crop, prefix, plots in (("Maize", "plot", 6), ("Beans", "beans.plotb", 4)):
        question = "q42" if crop == "Maize" else "q69"
        acres = sum(
            (
                stated(row[f"hh.maize.{prefix}.{n}..{question}"]) or Decimal(0)
                for row in farmers
                for n in range(1, plots + 1)
            ),
            Decimal(0),
        )
        assert acres > 1000
        grown = records(checked, "production", product=crop)
        assert total(grown, "planted_area") == acres * SQUARE_WAH_PER_ACRE


def test_output_and_sales_of_maize_are_those_of_the_file(
    farmers: list[dict[str, str]], checked: Checked
) -> None:
    maize = {one.household_id: one for one in records(checked, "production", product="Maize")}
    assert len(maize) == 1527
    money_by_price, money_by_sales = Decimal(0), Decimal(0)
    for row in farmers:
        one = maize[row["ID"]]
        assert one.quantity == product(row["hh.maize.q95"], row["hh.maize.q96"])
        bags = "0" if row["hh.maize.q101"] == "No" else row["hh.maize.q101a"]
        assert one.quantity_sold == product(bags, row["hh.maize.q96"])
        sales = [
            (row[f"hh.maize.transaction.{n}..q101e"], row[f"hh.maize.transaction.{n}..q101d"])
            for n in range(1, 10)
            if row[f"hh.maize.transaction.{n}..q101e"] != "n/a"
        ]
        known = sales and all("999" not in sale for sale in sales) and row["hh.maize.q96"] != "999"
        assert (one.price is not None) == bool(known)
        if one.price is not None:
            kilograms = sum(Decimal(sale[1]) for sale in sales) * Decimal(row["hh.maize.q96"])
            money_by_price += one.price * kilograms
            money_by_sales += sum(Decimal(sale[0]) for sale in sales) * BAHT_PER_SHILLING
    assert money_by_sales > 2_000_000
    assert abs(money_by_price / money_by_sales - 1) < Decimal("0.00001")


def test_beans_are_weighed_on_the_plot_that_was_drawn(
    farmers: list[dict[str, str]], checked: Checked
) -> None:
    weighed = Decimal(0)
    for row in farmers:
        drawn = row["hh.maize.beans.plot_select1"]
        has_plot = drawn in "1234" and row[f"hh.maize.beans.plotb.{drawn}..q69"] != "n/a"
        if has_plot:
            bags, each = row["hh.maize.beans.bean.q93"], row["hh.maize.beans.bean.q94"]
            weighed += product(bags, each) or 0
    assert weighed > 10_000
    assert total(records(checked, "production", product="Beans"), "quantity") == weighed


def test_the_64_villages_are_numbered_and_told(
    farmers: list[dict[str, str]], collected: Collected, checked: Checked
) -> None:
    place = ("distID", "subID", "parID", "vilID")
    of_file = Counter(tuple(row[name] for name in place) for row in farmers)
    of_kit = Counter(one.village_code for one in records(checked, "household"))
    assert sorted(of_kit) == [f"990101{moo:02}" for moo in range(1, 65)]
    assert sorted(of_kit.values()) == sorted(of_file.values())
    (told,) = [note for note in collected.notes if note.code == "collect.places-numbered"]
    assert "1 / 1 / 1 / 1 = 99010101" in str(told.values["places"])


def test_what_is_not_taken_over_is_told(collected: Collected) -> None:
    with speaking("en"):
        said = {note.code: note.message_id.format(**note.values) for note in collected.notes}
    assert "1 shilling as 0.0088 baht" in said["collect.unit-of-the-mapping"]
    assert "“hh.maize.q96” 6" in said["collect.codes-not-stated"]
    assert "hh.maize.q36" not in said["collect.codes-not-stated"]
    assert "“date”" in said["collect.columns-not-used"]
