"""A council endorses the plan from the command line, and photos are kept with it."""

import hashlib
import json
import re

import pytest
from PIL import Image

from planning_kit.records import Forum, Project
from planning_kit.workbook import open_workbook


@pytest.fixture
def plan(kit, store):
    assert kit("new", "--area", "990101").code == 0
    meeting = Forum(
        forum_code="F06", kind="council_meeting", title="ประชุมสภา", date="20 พ.ย. 2569",
        members=43, members_present=30, votes_for=29, votes_against=0,
    )  # fmt: skip
    project = Project(
        project_code="PJ01", name="ขุดลอกคลอง", stage="adopted", reliance_class="self", owner="สภา"
    )

    def save(*records):
        with open_workbook("990101", store=store) as workbook:
            for record in records:
                workbook.save(record, who="ผู้ทดสอบ", why="ทดสอบ")

    save(meeting, project)
    return save


def test_endorse_prints_the_fingerprint_and_the_list_tells_what_changed(kit, plan):
    said = kit("endorse", "--area", "990101", "--meeting", "F06")
    assert said.code == 0
    [fingerprint] = re.findall(r"\b[0-9a-f]{64}\b", said.out)
    listed = kit("endorse", "--area", "990101", "--list")
    assert fingerprint in listed.out
    assert "as it was endorsed" in listed.out
    plan(Project(project_code="PJ01", name="ขุดลอกคลองและทำฝาย", stage="adopted",
                 reliance_class="self", owner="สภา"))  # fmt: skip
    changed = kit("endorse", "--area", "990101", "--list").out
    assert "from ขุดลอกคลอง to ขุดลอกคลองและทำฝาย" in changed


def test_without_a_meeting_nothing_is_endorsed_and_the_code_says_so(kit, plan):
    assert kit("endorse", "--area", "990101").code != 0
    said = kit("endorse", "--area", "990101", "--meeting", "F99")
    assert said.code != 0
    assert "F99" in said.err
    assert "No version" in kit("endorse", "--area", "990101", "--list").out


def test_attach_keeps_a_picture_and_refuses_what_is_none(kit, plan, tmp_path):
    picture = tmp_path / "map.png"
    Image.new("RGB", (30, 20)).save(picture)
    asked = ("attach", "--area", "990101", "--kind", "resource_map", "--caption", "แผนที่หมู่ 3")
    assert kit(*asked, picture).code == 0
    picture.write_text("no picture")
    said = kit(*asked, picture)
    assert said.code != 0
    assert "map.png" in said.err


def test_the_frozen_text_gives_the_fingerprint_to_anybody(kit, plan, tmp_path):
    kit("endorse", "--area", "990101", "--meeting", "F06")
    path = tmp_path / "v1.json"
    said = kit("endorse", "--area", "990101", "--text", path)
    assert said.code == 0
    assert hashlib.sha256(path.read_bytes()).hexdigest() in said.out
    assert kit("endorse", "--area", "990101", "--text", path).code == 1  # never written over
    assert kit("endorse", "--area", "990101", "--text", tmp_path / "x", "--version", "7").code == 1


def test_the_old_version_is_kept_and_what_changed_is_listed(kit, plan, tmp_path):
    kit("endorse", "--area", "990101", "--meeting", "F06")
    plan(Project(project_code="PJ01", name="ขุดลอกคลองและทำฝาย", stage="adopted",
                 reliance_class="self", owner="สภา"))  # fmt: skip
    plan(Forum(forum_code="F07", kind="council_meeting", title="ประชุมสภา 2", date="20 ม.ค. 2570",
               members=43, members_present=30, votes_for=29, votes_against=0))  # fmt: skip
    amended = ("--amendment", "change", "--reason", "ที่ประชุมเห็นควร")
    assert kit("endorse", "--area", "990101", "--meeting", "F07", *amended).code == 0
    listed = kit("endorse", "--area", "990101", "--list").out
    assert "Changed since version 1" in listed and "ขุดลอกคลองและทำฝาย" in listed
    assert "as it was endorsed" in listed
    old = tmp_path / "v1.json"
    assert kit("endorse", "--area", "990101", "--text", old, "--version", "1").code == 0
    names = [one["name"] for one in json.loads(old.read_text("utf-8"))["records"]["project"]]
    assert names == ["ขุดลอกคลอง"]


def test_what_must_still_be_mended_is_said_with_its_count(kit, plan):
    plan(Project(project_code="PJ02", name="ฝาย", stage="adopted", reliance_class="joint",
                 owner="สภา", channel="codi", total_cost=500))  # fmt: skip
    said = kit("endorse", "--area", "990101", "--meeting", "F06")
    # The cost of 500 baht has no budget lines: the one thing that must be mended.
    assert said.code == 0 and "1 points" in said.err
    assert "Version 1" in said.out
