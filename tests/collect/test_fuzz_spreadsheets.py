"""Whatever became of a spreadsheet or a zip: a table or one sentence, nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planning_kit.collect import read_workbook, write_template
from planning_kit.collect.tables import ForeignFile, read_table
from planning_kit.errors import KitError

ROWS = [["ตาราง", None], ["ตำบล", "ครัวเรือน"], ["ก", 12.5], ["ข", -3], ["รวม", 9.5]]
PLACES = st.floats(0, 0.9999)
CHANGES = st.lists(st.tuples(PLACES, st.binary(min_size=1, max_size=4)), min_size=1, max_size=8)
QUIET = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def changed(data: bytes, changes: list[tuple[float, bytes]]) -> bytes:
    new = bytearray(data)
    for where, content in changes:
        at = int(where * len(new))
        new[at : at + len(content)] = content
    return bytes(new)


def outcome(name: str, data: bytes) -> None:
    try:
        file = ForeignFile(Path(name), data)
        for table in file.names[:3]:
            file.table(table)
    except KitError as error:
        assert error.say("th")
        assert error.code.startswith("collect.")


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods", "zip"])
@QUIET
@given(changes=CHANGES)
def test_bytes_changed_anywhere_in_the_file(made, ending: str, changes: list) -> None:
    whole = made.zip({"a.csv": "n,m\n1,2\n"}) if ending == "zip" else getattr(made, ending)(ROWS)
    outcome(f"f.{ending}", changed(whole, changes))


@pytest.mark.parametrize("ending", ["xlsx", "ods", "zip"])
@QUIET
@given(changes=CHANGES, which=PLACES)
def test_bytes_changed_inside_one_part(made, ending: str, changes: list, which: float) -> None:
    whole = made.zip({"a.csv": "n,m\n1,2\n"}) if ending == "zip" else getattr(made, ending)(ROWS)
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = list(parts)[int(which * len(parts))]
    outcome(f"f.{ending}", made.zip(parts | {name: changed(parts[name], changes)}))


@QUIET
@given(
    more=st.lists(
        st.tuples(
            st.sampled_from([6, 0x203, 0x204, 0x205, 0xBD, 0xFD, 0x85, 0xA]), st.binary(max_size=24)
        )
    )
)
def test_any_records_in_an_old_sheet(made, more: list[tuple[int, bytes]]) -> None:
    outcome("f.xls", made.xls(ROWS, *(made.record(kind, body) for kind, body in more)))


@QUIET
@given(
    data=st.binary(max_size=400),
    mark=st.sampled_from([b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x05\x06"]),
)
def test_any_bytes_behind_the_mark_of_a_format(data: bytes, mark: bytes) -> None:
    outcome("f.xlsx", mark + data)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=CHANGES, which=PLACES)
def test_the_template_with_one_part_changed(
    tmp_path: Path, made, changes: list, which: float
) -> None:
    path = tmp_path / "t.xlsx"
    if not (tmp_path / "whole.xlsx").exists():
        write_template(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.xlsx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = list(parts)[int(which * len(parts))]
    path.write_bytes(made.zip(parts | {name: changed(parts[name], changes)}))
    try:
        read_workbook(path)
    except KitError as error:
        assert error.say("th")


NUMBERS = st.integers(-(2**50), 2**50) | st.floats(-1e9, 1e9).map(lambda n: round(n, 3))
TEXTS = st.text("กขคง abc=+@", min_size=1, max_size=8).filter(lambda text: text.strip() == text)


@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    rows=st.lists(
        st.tuples(TEXTS.filter(lambda text: text[0] not in "=+@"), NUMBERS), min_size=1, max_size=6
    )
)
def test_a_written_table_is_read_as_it_was(made, ending: str, rows: list[tuple]) -> None:
    data = getattr(made, ending)([["ชื่อ", "จำนวน"], *map(list, rows)])
    read = read_table(Path(f"f.{ending}"), data)
    numbers = [number for number, _row in read.rows]
    left = [item.place.row for item in read.left_out]
    assert sorted(numbers + left) == list(range(2, len(rows) + 2))
    for number, row in read.rows:
        name, value = rows[number - 2]
        assert row["ชื่อ"] == name
        assert row["จำนวน"] == pytest.approx(value)
        assert isinstance(row["จำนวน"], int) == float(value).is_integer()
