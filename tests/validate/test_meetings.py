"""People counted beyond those present, and years that cannot be, are pointed out."""

from __future__ import annotations

import pytest

from planning_kit.validate import State

PERIOD = {"plan_area_id": "990101", "plan_start_be": 2571, "plan_end_be": 2575}
VILLAGES = [{"village_code": f"9901010{n}", "name": f"บ้าน {n}"} for n in (1, 2)]
HELD = {"plan_period": [PERIOD], "village": VILLAGES}


def forum(date: str = "1/11/2569", **more):
    needed = {"forum_code": "F1", "kind": "tambon_forum", "title": "ประชาคม", "date": date}
    return "forum", {**needed, "present": 118, **more}


def came(by: str, name: str, present: int):
    return "attendance", {"forum_code": "F1", "by": by, "name": name, "present": present}


def said(checked) -> list[str]:
    return [finding.say("en") for row in checked.rows for finding in row.findings]


def test_one_group_above_those_present_is_flagged_with_both_counts(judged) -> None:
    checked = judged(forum(), came("farmer_group", "กลุ่มผู้ใช้น้ำ", 500), held=HELD)
    assert checked.rows[1].state is State.FLAGGED
    [sentence] = said(checked)
    assert "500" in sentence and "118" in sentence and "กลุ่มผู้ใช้น้ำ" in sentence


def test_villages_together_above_those_present_are_flagged_once(judged) -> None:
    rows = [came("village", "99010101", 60), came("village", "99010102", 59)]
    [sentence] = said(judged(forum(), *rows, held=HELD))
    assert sentence.startswith("The villages together have 119 people at meeting F1, but 118")
    rows = [came("village", "99010101", 60), came("village", "99010102", 58)]
    assert said(judged(forum(), *rows, held=HELD)) == []


@pytest.mark.parametrize(
    ("date", "flags"), [("1/11/2569", 0), ("1/11/2561", 0), ("1/11/2559", 1), ("12/11/2669", 1)]
)
def test_a_meeting_of_another_age_is_flagged(judged, date: str, flags: int) -> None:
    found = said(judged(forum(date), held=HELD))
    assert len(found) == flags
    if flags:
        assert date[-4:] in found[0] and "2571–2575" in found[0]


def test_an_event_after_the_plan_is_flagged(judged) -> None:
    events = [("timeline_event", {"year_be": year, "event": "น้ำท่วม"}) for year in (2554, 2599)]
    [sentence] = said(judged(*events, held=HELD))
    assert "2599" in sentence and "2575" in sentence


def poll(**weights):
    needed = {"poll_code": "V1", "title": "จัดลำดับ", "about": "problem", "method": "criteria"}
    return "poll", {**needed, "option_codes": "P1", **weights}


PROBLEM = ("problem", {"problem_code": "P1", "statement": "น้ำไม่พอทำนา"})


def test_weights_that_do_not_sum_say_their_sum_and_a_missing_one_is_named(judged) -> None:
    weights = {"weight_size": 40, "weight_severity": 30, "weight_ease": 30}
    row = judged(PROBLEM, poll(**weights, weight_concern=30)).rows[1]
    assert row.state is State.REFUSED
    assert [finding.say("en") for finding in row.findings] == [
        "The four weights add up to 130, not 100; correct them"
    ]
    [missing] = judged(PROBLEM, poll(**weights)).rows[1].findings
    assert (missing.field, missing.level.value) == ("weight_concern", "refuse")
    assert "“น้ำหนักความตระหนัก”" in missing.say("th")
    assert "“Weight of concern”" in missing.say("en")
