from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.collect import load_mapping
from planning_kit.errors import KitError

SOUND = """
[source]
source_code = "X"
title = "ทะเบียน"
publisher = "อำเภอ"
method = "register"
date_to = "31/12/2568"

[[table]]
record = "hazard"
[table.fields]
year_be = "ปี"
affected_area = { column = "acres", unit = "acre" }
[table.place]
tambon = "ตำบล"
province = { constant = "นครปฐม" }
moo = "หมู่"
[[table.where]]
column = "ปี"
is_not = ["รวม"]
"""


NAMED_PLACE = 'tambon = "ตำบล"\nprovince = { constant = "นครปฐม" }\nmoo = "หมู่"'


def mapping_of(tmp_path: Path, text: str):
    path = tmp_path / "m.toml"
    path.write_text(text, encoding="utf-8")
    return load_mapping(path)


def error_of(tmp_path: Path, text: str) -> KitError:
    with pytest.raises(KitError) as caught:
        mapping_of(tmp_path, text)
    return caught.value


def test_a_sound_mapping_is_read(tmp_path: Path) -> None:
    (table,) = mapping_of(tmp_path, SOUND).table
    assert table.columns() == ("ปี", "acres", "ตำบล", "หมู่")
    assert table.fields["affected_area"].unit == "acre"


@pytest.mark.parametrize(
    ("old", "new", "code", "named"),
    [
        ('"hazard"', '"hazzard"', "collect.mapping-unknown-record", "hazard"),
        ("year_be =", "year_b =", "collect.mapping-unknown-field", "year_be"),
        ('"acre"', '"acer"', "collect.mapping-unknown-unit", "acer"),
        ("is_not", "isnot", "collect.mapping-unknown-key", "is_not"),
        ("unit =", "units =", "collect.mapping-unknown-key", "unit"),
        ("moo =", "mu =", "collect.mapping-unknown-key", "moo"),
        ("[[table]]", "[[tables]]", "collect.mapping-unknown-key", "table"),
        ('title = "', 'tittle = "', "collect.mapping-unknown-field", "title"),
        ('year_be = "ปี"', "year_be = 5", "collect.mapping-wrong-value", "year_be"),
        ('year_be = "ปี"', "year_be = {}", "collect.mapping-one-origin", "year_be"),
        (
            'year_be = "ปี"',
            'year_be = { column = "ปี", unit = "rai" }',
            "collect.mapping-no-unit",
            "year_be",
        ),
        (NAMED_PLACE, 'province = "จว."', "collect.mapping-missing-key", "tambon"),
        ('record = "hazard"', "record = ", "collect.mapping-not-toml", "TOML"),
    ],
)
def test_every_mistake_is_named(tmp_path: Path, old: str, new: str, code: str, named: str) -> None:
    error = error_of(tmp_path, SOUND.replace(old, new, 1))
    assert code in {part.code for part in getattr(error, "errors", (error,))}
    for language in ("th", "en"):
        assert named in error.say(language)
        assert "m.toml" in error.say(language)


def test_several_mistakes_are_told_together(tmp_path: Path) -> None:
    text = SOUND.replace("year_be =", "year_b =").replace('"acre"', '"acer"')
    assert len(error_of(tmp_path, text).say("en").splitlines()) == 2


def test_a_missing_mapping_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        load_mapping(tmp_path / "none.toml")
    assert caught.value.code == "collect.no-such-file"


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", "ก=".encode("cp874")])
def test_bytes_that_are_no_mapping_are_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "m.toml"
    path.write_bytes(content)
    with pytest.raises(KitError):
        load_mapping(path)
