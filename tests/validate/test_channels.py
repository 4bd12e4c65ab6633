"""Channels and steps as people write them, the ladders, and who has an ordinance."""

from __future__ import annotations

import pytest

from planning_kit.validate import State


def project(code="PJ01", **more):
    needed = {
        "project_code": code,
        "name": f"โครงการ {code}",
        "stage": "full",
        "reliance_class": "joint",
        "owner": "กลุ่มผู้ใช้น้ำ",
    }
    return "project", {**needed, **more}


def step(status, date="1 พ.ย. 2569", **more):
    return "project_status", {"project_code": "PJ01", "date": date, "status": status, **more}


def line(kind="ordinance"):
    values = {"project_code": "PJ01", "line_no": 1, "fiscal_year_be": 2571, "amount": 5}
    return "budget_line", {**values, "funding_source": "codi", "kind": kind}


def codes(row) -> list[str]:
    return [finding.code for finding in row.findings]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("พอช.", "codi"),
        ("พอช", "codi"),
        ("อบต.", "local_gov"),
        ("อบจ.", "pao"),
        ("องค์การบริหารส่วนตำบลหรือเทศบาล", "local_gov"),
        ("done by the community itself", "self"),
        ("LOCAL_GOV", "local_gov"),
    ],
)
def test_a_channel_is_read_from_its_name_or_alias(judged, said: str, code: str) -> None:
    row = judged(project(channel=said)).rows[0]
    assert (row.record.channel, codes(row)) == (code, [])
    assert row.raw.values["channel"] == said  # what was written stays beside it


def test_an_unknown_channel_is_kept_and_flagged_with_the_choices(judged) -> None:
    row = judged(project(channel="ท่านผู้ว่า")).rows[0]
    assert (row.state, row.record.channel) == (State.FLAGGED, "ท่านผู้ว่า")
    for language in ("th", "en"):
        said = row.findings[0].say(language)
        assert "ท่านผู้ว่า" in said and "loan_fund" in said


def test_a_step_is_read_from_its_name(judged) -> None:
    checked = judged(project(channel="codi"), step("ส่งแล้ว"))
    assert (checked.rows[1].record.status, codes(checked.rows[1])) == ("sent", [])


def test_a_step_of_another_ladder_is_flagged(judged) -> None:
    # Only local government has an ordinance, so no CODI project can have come into one.
    checked = judged(project(channel="codi"), step("in_ordinance"))
    assert codes(checked.rows[1]) == ["validate.step-not-on-ladder"]
    assert "พอช." in checked.rows[1].findings[0].say("th")
    assert codes(judged(project(channel="local_gov"), step("in_ordinance")).rows[1]) == []


@pytest.mark.parametrize("reason", [None, "ไม่มีงบ"])
def test_a_refusal_needs_its_reason(judged, reason: str | None) -> None:
    row = judged(project(channel="codi"), step("refused", reason=reason)).rows[1]
    assert codes(row) == ([] if reason else ["validate.step-without-reason"])
    assert row.is_kept


@pytest.mark.parametrize(
    ("channel", "is_kept"),
    [
        ("self", False),
        ("codi", False),
        ("local_gov", True),
        ("pao", True),
        ("province", False),
        ("department", False),
        ("loan_fund", False),
        ("private", False),
        ("พอช.", False),
        (None, True),
    ],
)
def test_only_local_government_has_ordinance_money(judged, channel, is_kept: bool) -> None:
    row = judged(project(channel=channel), line()).rows[1]
    assert row.is_kept is is_kept
    assert codes(row) == ([] if is_kept else ["validate.ordinance-elsewhere"])
    # Planned and spent money is for every channel.
    for kind in ("plan", "spent", None):
        assert judged(project(channel=channel), line(kind)).rows[1].is_kept


def test_a_project_handed_on_to_local_government_may_have_it(judged) -> None:
    moved = step("sent", channel="local_gov")
    assert judged(project(channel="codi"), moved, line()).rows[2].is_kept
    back = step("sent", "2 พ.ย. 2569", channel="codi")
    assert not judged(project(channel="local_gov"), moved, back, line()).rows[3].is_kept


def test_the_channel_of_a_project_kept_before_counts(judged) -> None:
    held = {"project": [project(channel="codi")[1]]}
    row = judged(line(), held=held, known={"project": {"PJ01"}}).rows[0]
    assert codes(row) == ["validate.ordinance-elsewhere"]
