"""Every mistake in a mapping is one clear sentence that names it and the nearest right name."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.collect import load_mapping, read_mapped
from planning_kit.errors import KitError

SOUND = """
missing = ["n/a"]
dash = "zero"

[source]
source_code = "X"
title = "survey"
publisher = "somebody"
method = "other"
date_to = "31/12/2568"

[units]
debe = { kilograms = 18 }

[[table]]
record = "production"
from = "crops.csv"
[table.repeat]
first = 1
last = 2
[table.lookup.home]
table = "homes.csv"
key = "PARENT"
its_key = "KEY"
[table.fields]
household_id = { of = "home", column = "KEY" }
season = { column = "s", values = { long = "main" }, otherwise = "second" }
quantity = { column = "kg{n}", unit = "debe", take = "sum" }
quantity_sold = { calculate = "[kg{n}] * 2" }
planted_area = { column = "a", unit = { column = "u", values = { ha = "hectare" } } }

[[table]]
record = "household"
from = "homes.csv"
[table.fields]
household_id = "KEY"
head_age = { column = "age", ranges = [{ to = 45, is = "17_45" }] }
water_sources = { flags = { rain = "w1", well = "w2" } }
[table.place]
names = ["village"]
number = true
tambon_code = "990101"
"""


def error_of(tmp_path: Path, text: str) -> KitError:
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KitError) as caught:
        load_mapping(path)
    return caught.value


def test_the_mapping_without_mistakes_is_read(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(SOUND, encoding="utf-8")
    assert [table.table for table in load_mapping(path).table] == ["crops.csv", "homes.csv"]


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        ('dash = "zero"', 'dash = "nil"', "mapping-unknown-word", "not_stated"),
        ('take = "sum"', 'take = "total"', "mapping-unknown-word", "sum"),
        ('of = "home"', 'of = "homes"', "mapping-unknown-lookup", "home"),
        ('unit = "debe"', 'unit = "debes"', "mapping-unknown-unit", "debe"),
        ('ha = "hectare"', 'ha = "hectar"', "mapping-unknown-unit", "hectare"),
        ("kilograms = 18", "kilogram = 18", "mapping-unknown-key", "kilograms"),
        ("kilograms = 18", "kilograms = 0", "mapping-wrong-value", "kilograms"),
        ("kilograms = 18", "kilograms = 18, rai = 1", "mapping-unit-measure", "debe"),
        ("{ kilograms = 18 }", "{}", "mapping-unit-measure", "debe"),
        ('long = "main"', 'long = "mian"', "mapping-unknown-answer", "main"),
        ('otherwise = "second"', 'otherwise = "x"', "mapping-unknown-answer", "second"),
        ('is = "17_45"', 'is = "17-46"', "mapping-unknown-answer", "17_45"),
        ('rain = "w1"', 'rian = "w1"', "mapping-unknown-answer", "rain"),
        ("[kg{n}] * 2", "[kg{n}] ** 2", "mapping-bad-sum", "quantity_sold"),
        ("first = 1\nlast = 2", "first = 1", "mapping-bad-repeat", "production"),
        ("[table.repeat]\nfirst = 1\nlast = 2", "", "mapping-no-repeat", "kg{n}"),
        ('its_key = "KEY"', 'it_key = "KEY"', "mapping-unknown-key", "its_key"),
        ("number = true", "", "mapping-place-codes", "villages"),
        ('names = ["village"]', "", "mapping-missing-key", "names"),
        ('"990101"', '"9901"', "mapping-place-code", "9901"),
        ('from = "crops.csv"', 'form = "crops.csv"', "mapping-unknown-key", "from"),
        ("missing =", "mising =", "mapping-unknown-key", "missing"),
        ("{ to = 45,", "{ til = 45,", "mapping-unknown-key", "to"),
        ('column = "u", ', 'colum = "u", ', "mapping-unknown-key", "column"),
    ],
)
def test_every_mistake_is_named(tmp_path: Path, old: str, new: str, code: str, named: str) -> None:
    assert SOUND.count(old) >= 1
    error = error_of(tmp_path, SOUND.replace(old, new, 1))
    assert f"collect.{code}" in {part.code for part in getattr(error, "errors", (error,))}
    for language in ("th", "en"):
        said = error.say(language)
        assert named in said
        assert "m.toml" in said


def test_one_mistake_in_a_unit_table_is_one_sentence(tmp_path: Path) -> None:
    error = error_of(tmp_path, SOUND.replace('column = "u", ', 'colum = "u", '))
    lines = error.say("en").splitlines()
    assert len(lines) == 2  # the unknown key, and the key that is now missing
    assert not any("UnitRule" in line or "str" in line.split() for line in lines)


def test_of_many_columns_only_the_nearest_are_named(tmp_path: Path) -> None:
    path = tmp_path / "m.toml"
    path.write_text(
        SOUND.split("[[table]]")[0] + '[[table]]\nrecord = "hazard"\nfields = { crop = "cropp" }\n'
    )
    (tmp_path / "t.csv").write_text(",".join(["crop", *(f"c{n}" for n in range(400))]) + "\n1\n")
    with pytest.raises(KitError) as caught:
        read_mapped(tmp_path / "t.csv", load_mapping(path))
    said = caught.value.say("en")
    assert "“cropp”" in said
    assert "“crop”" in said
    assert len(said) < 250
