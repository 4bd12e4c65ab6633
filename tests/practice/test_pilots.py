"""The invented pilots: one in each pilot province, consistent in themselves, the same every time."""

from __future__ import annotations

import hashlib
import json

import pytest

from planning_kit import areas
from planning_kit.practice.pilot_stages import STAGES
from planning_kit.practice.pilots import pilot_tambons
from planning_kit.records import record_type


@pytest.fixture(scope="module")
def pilots():
    return pilot_tambons()


def test_each_lies_in_a_pilot_province_of_its_own(pilots):
    codes = [str(one.plan_area.plan_area_id) for one in pilots]
    assert [code[:2] for code in codes] == [one.area.code for one in areas.pilot_provinces()]
    assert all(areas.get(code).level is areas.Level.TAMBON for code in codes)
    assert all("สมมติ" in str(one.plan_area.note) for one in pilots)


def test_they_have_come_to_every_stage(pilots):
    stages = [one.stage for one in pilots]
    assert set(stages) == set(STAGES)
    assert sum(STAGES.index(stage) >= STAGES.index("endorsed") for stage in stages) == 19


def test_every_row_is_a_record_and_names_what_is_there(pilots):
    for one in pilots:
        place = str(one.plan_area.plan_area_id)
        known = {
            name: {record_type(name).model_validate(row).natural_key()[0] for row in one.rows.get(name, [])}
            for name in ("village", "household", "problem", "project")
        }  # fmt: skip
        assert all(str(code).startswith(place) for code in known["village"])
        for name, rows in one.rows.items():
            for row in rows:
                record = record_type(name).model_validate(row)
                for link in record.noun.links:
                    if link.to not in known or link.when is not None:
                        continue
                    named = getattr(record, link.field)
                    codes = named if isinstance(named, tuple) else (named,)
                    lost = {code for code in codes if code} - known[link.to]
                    assert not lost, (place, name, link.field, lost)


def test_money_of_lines_is_the_money_of_projects(pilots):
    for one in pilots:
        for project in one.rows.get("project", []):
            lines = [
                row["amount"]
                for row in one.rows["budget_line"]
                if row["project_code"] == project["project_code"]
            ]
            if lines and project.get("total_cost"):
                assert sum(lines) == project["total_cost"], project["project_code"]


def test_they_are_the_same_every_time(pilots):
    def mark(found):
        text = json.dumps(
            [one.rows for one in found], ensure_ascii=False, sort_keys=True, default=str
        )
        return hashlib.sha256(text.encode()).hexdigest()

    assert mark(pilots) == mark(pilot_tambons())
    assert len({json.dumps(one.rows.get("household"), default=str) for one in pilots}) == 25
