"""What a bundle may not bring: handovers and papers that would break a report read later."""

from __future__ import annotations

import json
import zipfile

import pytest

from planning_kit.errors import KitError
from planning_kit.store import Store
from planning_kit.workbook.bundle_manifest import read_manifest
from planning_kit.workbook.bundle_writing import write_bundle
from planning_kit.workbook.exchange import BundleKind, export_bundle, import_bundle
from planning_kit.workbook.freezing import fingerprint_of, text_of

NOT_PARTS = ("bundle.json", "README.txt")


@pytest.fixture
def brought(workbook, tmp_path):
    """Import a bundle whose parts were changed by somebody who mended every fingerprint."""

    def bring(kind, change):
        path = tmp_path / "a.zip"
        export_bundle(workbook, path, kind=kind)
        with zipfile.ZipFile(path) as opened:
            parts = {name: opened.read(name) for name in opened.namelist()}
        manifest = read_manifest(parts["bundle.json"], path.name)
        parts = {name: content for name, content in parts.items() if name not in NOT_PARTS}
        change(parts)
        write_bundle(path, manifest, parts)
        with Store.open(tmp_path / "other.sqlite") as other:
            return import_bundle(path, store=other, who="a")

    return bring


@pytest.fixture
def refused(brought):
    """See that such a bundle is refused in a sentence, and return the code."""

    def code(kind, change) -> str:
        with pytest.raises(KitError) as error:
            brought(kind, change)
        assert error.value.say("th") != error.value.say("en")
        return error.value.code

    return code


@pytest.mark.parametrize(
    "changed",
    [
        {"plan_start_be": 10**20}, {"version": -1}, {"version": 1}, {"title": {"th": "ก"}},
        {"tambons": "990101"}, {"tambons": ["../.."]}, {"is_practice": "no"}, {"plan": {}},
        {"endorsed": {"date": "soon"}}, {"figures": [{"household_id": "01-001"}]},
        {"figures": [{"value": 1}]}, {"plan__project": [{"project_code": ["x"]}]},
        {"plan__plan_period": [{"plan_start_be": "many"}]},
    ],
)  # fmt: skip
def test_a_handover_that_would_take_the_province_s_report_along_is_refused(refused, changed):
    def change(parts):
        content = json.loads(parts["handover.json"])
        for name, value in changed.items():
            *within, last = name.split("__")
            at = content
            for one in within:
                at = at[one]
            at[last] = value
        parts["handover.json"] = text_of(content).encode()

    assert refused(BundleKind.HANDOVER, change) == "bundle.bad-content"


BATCH = {"import_id": "00000000-0000-0000-0000-000000000009", "file_name": "a.xlsx",
         "fingerprint": "f", "mapping": "", "saved_by": "a",
         "saved_at": "2026-11-30T00:00:00+00:00", "counts": {"household": {"read": 1}}}  # fmt: skip
FINDING = {"import_id": BATCH["import_id"], "area_id": "990101", "level": "flag", "code": "x.y",
           "message_id": "Look at {value}", "values": {"value": 3}, "from_sheet": "a",
           "column_heading": "", "field": "", "value": "3"}  # fmt: skip


def papers(**lines):
    def change(parts):
        for name, line in lines.items():
            parts[f"papers/{name}.jsonl"] = json.dumps(line).encode() + b"\n"

    return change


def test_papers_that_a_kit_wrote_come_in(brought):
    report = brought(BundleKind.FULL, papers(import_batch=BATCH, finding=FINDING))
    assert report.merged.papers["finding"] == 1


@pytest.mark.parametrize(
    ("batch", "finding"),
    [
        ({"counts": 5}, {}), ({"counts": {"household": {"read": "x"}}}, {}),
        ({"counts": {"drone_flight": {}}}, {}), ({}, {"values": 5}),
        ({}, {"message_id": "{value.__class__.__mro__}"}), ({}, {"message_id": "{value!r}"}),
        ({}, {"message_id": "{value:>999999999}"}), ({}, {"message_id": "{gone}"}),
        ({}, {"message_id": "{"}), ({}, {"record_type": "drone_flight"}),
    ],
)  # fmt: skip
def test_papers_that_would_break_a_report_later_are_refused(refused, batch, finding):
    change = papers(import_batch=BATCH | batch, finding=FINDING | finding)
    assert refused(BundleKind.FULL, change) == "bundle.bad-content"


@pytest.mark.parametrize("content", ["5", "[]", '{"records": 5}', '{"records": {"x": []}}'])
def test_an_endorsed_plan_that_is_none_is_refused(refused, content):
    plan = {"area_id": "990101", "plan_start_be": 2571, "version": 1, "content": content,
            "fingerprint": fingerprint_of(content), "frozen_at": "2026-11-30T00:00:00+00:00"}  # fmt: skip
    assert refused(BundleKind.FULL, papers(frozen_plan=plan)) == "bundle.bad-content"
