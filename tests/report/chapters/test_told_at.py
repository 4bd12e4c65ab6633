"""What people told carries its meeting, date and n; where no meeting is named, that is said."""

from __future__ import annotations

import pytest

from planning_kit.language import speaking
from planning_kit.records import PlanArea, record_type
from planning_kit.report.chapters.participation import participation
from planning_kit.report.chapters.problem_evidence import problem_evidence
from planning_kit.report.chapters.timeline import timeline
from planning_kit.store import Store
from planning_kit.workbook import create

FORUM = {"forum_code": "F1", "kind": "tambon_forum", "title": "ประชาคม", "date": "1 พ.ย. 2569",
         "present": 118, "men": 50, "women": 66, "other_sex": 2}  # fmt: skip
SOURCE = {"source_code": "S1", "title": "สำรวจครัวเรือน", "publisher": "สภา", "method": "census",
          "date_to": "30 ก.ย. 2569"}  # fmt: skip
CITED = {"problem_code": "P1", "figure": "own.count", "value": 41, "unit": "บ่อ"}


@pytest.fixture
def saved(tmp_path):
    area = {"plan_area_id": "730502", "name": "ตำบลบางปลา", "tambon_codes": ("730502",)}
    with Store.open(tmp_path / "kit.db") as store:
        made = create(PlanArea.model_validate(area), store=store, who="test", why="test")

        def save(*rows):
            for name, row in rows:
                made.save(record_type(name).model_validate(row), who="test", why="test")
            return made

        yield save


def event(year: int, forum: str | None = None):
    return "timeline_event", {"year_be": year, "event": f"น้ำท่วม {year}", "forum_code": forum}


def test_events_without_a_meeting_say_so(saved):
    with speaking("en"):
        assert timeline(saved(event(2554))).evidence == ["Source: not stated"]


def test_how_many_name_no_meeting_is_told_beside_the_meeting(saved):
    workbook = saved(("forum", FORUM), event(2554, "F1"), event(2560), event(2565))
    with speaking("en"):
        [source, silent] = timeline(workbook).evidence
    assert "118" in source and "2026" in source
    assert silent == "The meeting is not stated for 2 of 3."


def test_women_are_a_share_of_everyone_who_came(saved):
    section = participation(saved(("forum", FORUM)))
    [women] = [fact for fact in section.facts if "%" in fact.value]
    # 66 of 118; of the 116 women and men alone it would be 57%.
    assert women.value == "56%"
    assert "118" in str(women.note)


def test_a_cited_figure_names_its_source_in_words(saved):
    rows = [("source", SOURCE), ("problem", {"problem_code": "P1", "statement": "น้ำไม่พอทำนา"})]
    rows += [("problem_evidence", {**CITED, "source_code": "S1"}),
             ("problem_evidence", {**CITED, "figure": "own.other"})]  # fmt: skip
    with speaking("en"):
        [table] = problem_evidence(saved(*rows)).tables
    assert table.frame["source"].tolist() == ["สำรวจครัวเรือน", "not stated"]
