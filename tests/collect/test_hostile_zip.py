"""Packed files that lie about their size, their names or what is in them."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from planning_kit.collect.safe_zip import SafeZip, repacked
from planning_kit.errors import KitError


def code_of(data: bytes) -> str:
    with pytest.raises(KitError) as caught:
        parts = SafeZip(data, "t.zip")
        for name in parts.names:
            parts.read(name)
    assert "t.zip" in caught.value.say("th")
    return caught.value.code


def packed(*parts: tuple[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, content in parts:
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def test_honest_parts_are_read_and_packed_again() -> None:
    content = [("a/ก.csv", b"n\n1\n"), ("b.csv", b"x" * 5000)]
    parts = SafeZip(packed(*content), "t.zip")
    assert [(name, parts.read(name)) for name in parts.names] == content
    again = SafeZip(repacked(content), "t.zip")
    assert [(name, again.read(name)) for name in again.names] == content


@pytest.mark.parametrize(
    "name", ["../a.csv", "a/../../b.csv", "/etc/a.csv", "C:/a.csv", "..\\a.csv"]
)
def test_names_that_point_outside_are_refused(name: str) -> None:
    assert code_of(packed((name, b"n"))) == "collect.unsafe-file"


def test_a_part_without_a_name_is_refused() -> None:
    data = packed(("a", b"n"))
    central = data.index(b"PK\x01\x02")
    without = bytearray(data)
    struct.pack_into("<H", without, central + 28, 0)
    del without[central + 46]
    struct.pack_into("<I", without, len(without) - 10, 46)
    assert code_of(bytes(without)) == "collect.unsafe-file"


def test_two_parts_of_one_name_are_refused() -> None:
    assert code_of(packed(("a.csv", b"1"), ("a.csv", b"2"))) == "collect.unsafe-file"
    assert code_of(packed(("a.csv", b"1"), ("A.CSV", b"2"))) == "collect.unsafe-file"


def test_what_grows_beyond_measure_is_refused_by_what_it_says() -> None:
    assert code_of(packed(("a.csv", bytes(20_000_000)))) == "collect.unpacks-too-big"
    assert code_of(packed(*((f"{n}.csv", b"") for n in range(5_001)))) == "collect.unpacks-too-big"


def test_what_says_it_is_small_and_is_not_is_found_out() -> None:
    data = bytearray(packed(("a.csv", bytes(20_000_000))))
    central = data.index(b"PK\x01\x02")
    for at in (22, central + 24):
        struct.pack_into("<I", data, at, 100)
    assert code_of(bytes(data)) == "collect.unpacks-too-big"


def test_many_parts_over_one_heap_of_data_are_refused() -> None:
    data = bytearray(packed(("a.csv", b"1" * 999), ("b.csv", b"2" * 999)))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 4)
    struct.pack_into("<I", data, second + 42, 0)
    assert code_of(bytes(data)) == "collect.unsafe-file"


def test_a_changed_byte_is_found_by_its_sum() -> None:
    data = bytearray(packed(("a.csv", b"n\n12345\n")))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        info = archive.infolist()[0]
    struct.pack_into("<I", data, data.index(b"PK\x01\x02") + 16, info.CRC ^ 1)
    assert code_of(bytes(data)) == "collect.broken-file"


def test_other_ways_of_packing_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.csv", b"n\n1\n")
    assert code_of(buffer.getvalue()) == "collect.broken-file"
