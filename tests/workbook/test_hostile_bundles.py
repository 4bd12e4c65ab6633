"""Bundles that are broken, foreign, too new or made to harm: one sentence, and nothing changed."""

from __future__ import annotations

import io
import json
import random
import shutil
import struct
import zipfile
from dataclasses import replace

import pytest

from planning_kit.errors import KitError
from planning_kit.records import Household
from planning_kit.store import Store
from planning_kit.workbook import create, whole_tambon
from planning_kit.workbook.bundle_manifest import read_manifest
from planning_kit.workbook.bundle_writing import _fingerprints
from planning_kit.workbook.exchange import BundleKind, export_bundle, import_bundle

HOMES = "revisions/household.jsonl"


@pytest.fixture(scope="module")
def honest(tmp_path_factory):
    """Make one honest full bundle of a small workbook, read many times."""
    folder = tmp_path_factory.mktemp("honest")
    with create(whole_tambon("990101"), store=folder / "a.sqlite", who="a") as workbook:
        for number in range(3):
            home = Household(household_id=f"01-00{number}", village_code="99010101", males=number)
            workbook.save(home, who="a", why="b")
        export_bundle(workbook, folder / "full.zip")
        export_bundle(workbook, folder / "handover.zip", kind=BundleKind.HANDOVER)
    Store.open(folder / "empty.sqlite").close()
    return folder


@pytest.fixture
def store(honest, tmp_path):
    with Store.open(shutil.copy(honest / "empty.sqlite", tmp_path / "kit.sqlite")) as opened:
        yield opened


@pytest.fixture
def refused(store, tmp_path):
    """Import bytes, see that they are refused and nothing is changed, and return the code."""

    def code(data: bytes) -> str:
        path = tmp_path / "ชุด.zip"
        path.write_bytes(data)
        with pytest.raises(KitError) as error:
            import_bundle(path, store=store, who="a", ask=lambda: None)
        thai, english = error.value.say("th"), error.value.say("en")
        assert "\n" not in thai + english
        assert "ชุด.zip" in thai or error.value.code in ("bundle.changed", "bundle.incomplete")
        assert thai != english
        assert store.latest("plan_area") == []
        assert store.handovers() == []
        return error.value.code

    return code


def parts_of(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def packed(parts, **more) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", **more) as archive:
        for name, content in parts.items() if isinstance(parts, dict) else parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def remade(path, changed: dict[str, bytes | None], **more) -> bytes:
    """Return a bundle with changed parts and all fingerprints mended, as somebody clever would."""
    parts = {**parts_of(path), **changed}
    manifest = read_manifest(parts.pop("bundle.json"), "x")
    parts = {name: content for name, content in parts.items() if content is not None}
    manifest = replace(manifest, files=_fingerprints(parts), **more)
    return packed({**parts, "bundle.json": manifest.as_file()})


def line_with(path, name: str, at: int = 0, **changed) -> dict[str, bytes]:
    """Return a part in which one line says something else."""
    lines = [json.loads(line) for line in parts_of(path)[name].splitlines()]
    for key, value in changed.items():
        inside, _, field = key.partition("__")
        if field:
            lines[at][inside][field] = value
        else:
            lines[at][key] = value
    text = "".join(json.dumps(line) + "\n" for line in lines)
    return {name: text.encode()}


def test_the_honest_one_is_taken_and_mended_fingerprints_alone_change_nothing(honest, store):
    path = store.url.removeprefix("sqlite:///").replace("kit.sqlite", "again.zip")
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(remade(honest / "full.zip", {}))
    assert import_bundle(path, store=store, who="a").is_new
    assert len(store.latest("household")) == 3


@pytest.mark.parametrize("share", [0.0, 0.3, 0.99])
def test_a_half_written_file_is_refused(honest, refused, share):
    data = (honest / "full.zip").read_bytes()
    assert refused(data[: int(len(data) * share)]) == "bundle.broken"


def test_a_file_of_another_sort_is_refused(refused):
    assert refused(b"%PDF-1.7 not a zip at all") == "bundle.broken"
    assert refused(packed({"a.csv": "1,2"})) == "bundle.no-manifest"
    assert refused(packed({"bundle.json": "[]"})) == "bundle.no-manifest"
    assert refused(packed({"bundle.json": "{"})) == "bundle.no-manifest"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/passwd", "C:/x.txt", "a/../../b", "a\\..\\b"])
def test_a_path_that_points_outside_is_refused(honest, refused, name):
    assert refused(packed({**parts_of(honest / "full.zip"), name: b"x"})) == "bundle.unsafe"


def test_links_and_two_parts_of_one_name_are_refused(honest, refused):
    parts = parts_of(honest / "full.zip")
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    assert refused(packed([*parts.items(), (link, "/etc/passwd")])) == "bundle.unsafe"
    with pytest.warns(UserWarning, match="Duplicate"):
        twice = packed([*parts.items(), (HOMES, b"")])
    assert refused(twice) == "bundle.unsafe"


def test_a_bomb_is_refused_before_it_goes_off(honest, refused):
    parts = {**parts_of(honest / "full.zip"), "bomb.txt": b"0" * 60_000_000}
    assert refused(packed(parts, compression=zipfile.ZIP_DEFLATED)) == "bundle.too-big"


def test_a_lie_about_the_size_is_refused(honest, refused):
    data = bytearray((honest / "full.zip").read_bytes())
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 7)
    assert refused(bytes(data)) in ("bundle.broken", "bundle.too-big")


@pytest.mark.parametrize("name", ["README.txt", HOMES, "tables/household.csv", "bundle.json"])
def test_a_changed_file_is_found_by_its_fingerprint(honest, refused, name):
    parts = parts_of(honest / "full.zip")
    parts[name] = parts[name].replace(b"0", b"1", 1)
    assert refused(packed(parts)) == "bundle.tampered"


def test_a_file_too_many_or_too_few_is_found(honest, refused):
    parts = parts_of(honest / "full.zip")
    assert refused(packed({**parts, "more.txt": b"x"})) == "bundle.tampered"
    del parts[HOMES]
    assert refused(packed(parts)) == "bundle.tampered"


def test_what_a_newer_kit_made_is_told_apart_from_damage(honest, refused):
    path = honest / "full.zip"
    manifest = json.loads(parts_of(path)["bundle.json"])
    newer = json.dumps({**manifest, "format": 2, "kit": "9.0.0"}).encode()
    assert refused(packed({**parts_of(path), "bundle.json": newer})) == "bundle.newer"
    unknown = {"revisions/drone_flight.jsonl": b"{}\n"}
    assert refused(remade(path, unknown, kit="9.0.0")) == "bundle.newer"
    wider = line_with(path, HOMES, values__drones=3)
    assert refused(remade(path, wider, kit="9.0.0")) == "bundle.newer"
    other = json.dumps({**manifest, "kind": "weather"}).encode()
    assert refused(packed({**parts_of(path), "bundle.json": other})) == "bundle.unknown-kind"


@pytest.mark.parametrize(
    "changed",
    [
        {"values__males": "many"}, {"values__males": 10**15}, {"values__males": True},
        {"values__males": -1}, {"values__drones": 1}, {"values__land_owned": "1e999999"},
        {"values__land_owned": 3400}, {"values__note": "a\0b"}, {"values__note": "\ud800"},
        {"values__village_code": None}, {"values__water_sources": "canal"}, {"values": []},
        {"revision_id": "1"}, {"saved_at": "yesterday"}, {"saved_at": "0001-01-01T00:00:00+00:00"},
        {"row_state": "holy"}, {"is_deleted": True}, {"is_deleted": "no"}, {"saved_by": None},
        {"area_id": "730502"}, {"local_answers": {"males": 3}}, {"more": 1}, {"from_row": "x"},
    ],
)  # fmt: skip
def test_a_revision_that_no_kit_wrote_is_refused(honest, refused, changed):
    data = remade(honest / "full.zip", line_with(honest / "full.zip", HOMES, **changed))
    assert refused(data) == "bundle.bad-content"


@pytest.mark.parametrize(
    "text",
    [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b"NaN", b'{"a":1,"a":2}', b"\xff\xfe",
     b"{}", b"null", b'"x"', b"1e999"],
)  # fmt: skip
def test_json_made_to_harm_is_refused(honest, refused, text):
    data = remade(honest / "full.zip", {HOMES: text + b"\n"})
    assert refused(data) == "bundle.bad-content"


@pytest.mark.parametrize(("changed", "code"), [
    ({"parent_id": "00000000-0000-0000-0000-000000000001"}, "bundle.incomplete"),
    ({"import_id": "00000000-0000-0000-0000-000000000001"}, "bundle.incomplete"),
])  # fmt: skip
def test_a_revision_that_hangs_on_nothing_is_refused(honest, refused, changed, code):
    data = remade(honest / "full.zip", line_with(honest / "full.zip", HOMES, **changed))
    assert refused(data) == code


def test_a_household_in_a_handover_is_refused(honest, refused):
    path = honest / "handover.zip"
    content = json.loads(parts_of(path)["handover.json"])
    for part in ("plan", "since"):
        content[part]["household"] = [{"household_id": "01-001"}]
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        assert refused(remade(path, {"handover.json": text.encode()})) == "bundle.bad-content"
    for text in (b"{}", b"[]", b'{"format":1}'):
        assert refused(remade(path, {"handover.json": text})) == "bundle.bad-content"


def test_any_damage_at_all_is_a_sentence_or_does_no_harm(honest, store, tmp_path):
    data, chance = (honest / "full.zip").read_bytes(), random.Random(7)
    path = tmp_path / "damaged.zip"
    for _try in range(60):
        broken = bytearray(data)
        for _spot in range(chance.randint(1, 4)):
            broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        path.write_bytes(broken)
        try:
            import_bundle(path, store=store, who="a")
        except KitError as error:
            assert error.code.startswith("bundle."), error.code
    assert {one.record.males for one in store.latest("household")} <= {0, 1, 2}
