"""The decision, the plan of work and the grid of money: as the page drives them, to the store."""

from __future__ import annotations

import pytest

import planning_kit as kit
from planning_kit.faces.redrawn import redrawn
from planning_kit.records.activity import Activity
from planning_kit.records.budget import BudgetLine
from planning_kit.records.decision import Decision
from planning_kit.records.poll import Poll
from planning_kit.records.project import Project
from planning_kit.records.season import CalendarEntry
from planning_kit.records.vote_total import VoteTotal


def kept(workbook, kind):
    """Return the records that stand, by natural key."""
    return {one.natural_key(): one for one in workbook.records(kind)}


# --- the decision -----------------------------------------------------------------------------
@pytest.fixture
def voted(planned):
    """Return the workbook with 9 hands for P2 and 5 each for P1 and P3."""
    rules = {"title": "ลำดับ", "about": "problem", "method": "hands", "forum_code": "F1"}
    options = ("P1", "P2", "P3")
    planned.save(Poll(poll_code="V01", option_codes=options, **rules), who="a", why="b")
    hands(planned, P1=5, P2=9, P3=5)
    return planned


def hands(workbook, **counts):
    """Write down how many hands each problem got."""
    for code, votes in counts.items():
        total = VoteTotal(poll_code="V01", option_code=code, votes=votes, voters=20)
        workbook.save(total, who="a", why="b")


def test_nothing_is_decided_until_the_meeting_says_so(voted, drive):
    tool = drive(kit.decision_recorder(voted))
    assert tool.part("adopted")["value"] == ["P2", "P1", "P3"]
    tool.answer(("field|votes_for", 18))
    assert kept(voted, Decision) == {} and tool.standing[0] == "late"
    tool.answer(("record", True))
    one = kept(voted, Decision)["D01",]
    assert (one.adopted_codes, one.computed_codes) == (("P2", "P1", "P3"),) * 2
    assert (one.about, one.poll_code, one.forum_code) == ("problem_order", "V01", "F1")
    assert (str(one.date), one.method, one.votes_for) == ("2026-10-24", "ยกมือ", 18)
    assert one.follows_computed is True and tool.standing[0] == "saved"


def test_a_departure_needs_its_reason(voted, drive):
    tool = drive(kit.decision_recorder(voted))
    tool.answer(("adopted", ["P1", "P2", "P3"]), ("record", True))
    assert kept(voted, Decision) == {}
    assert "เหตุผล" in tool.text() and tool.has("field|reason")
    tool.answer(("field|reason", "น้ำมาก่อน"), ("field|dissent", "หมู่ 2 เห็นต่าง"))
    tool.answer(("record", True))
    one = kept(voted, Decision)["D01",]
    assert (one.adopted_codes, one.reason) == (("P1", "P2", "P3"), "น้ำมาก่อน")
    assert (one.follows_computed, one.dissent) == (False, "หมู่ 2 เห็นต่าง")
    # From then on each change is saved at once, but never without the reason.
    tool.answer(("field|votes_against", 2))
    assert kept(voted, Decision)["D01",].votes_against == 2
    tool.answer(("field|reason", ""))
    assert kept(voted, Decision)["D01",].reason == "น้ำมาก่อน"
    assert tool.standing[0] == "late"


@pytest.mark.parametrize(
    ("adopted", "is_apart"),
    [
        (["P2", "P3", "P1"], False),  # P1 and P3 share their place
        (["P2"], False),  # only the first place is ordered
        (["P2", "P3"], False),
        (["P1", "P3"], True),  # the first is left out
        (["P3", "P2", "P1"], True),
    ],
)
def test_what_is_a_departure(voted, drive, adopted, is_apart):
    tool = drive(kit.decision_recorder(voted))
    tool.answer(("adopted", adopted))
    assert tool.has("field|reason") is is_apart


def test_counting_again_never_touches_a_decision(voted, drive):
    tool = drive(kit.decision_recorder(voted))
    tool.answer(("record", True))
    hands(voted, P1=20, P2=1)
    tool.answer(("field|votes_abstain", 1))
    one = kept(voted, Decision)["D01",]
    assert (one.computed_codes, one.adopted_codes) == (("P2", "P1", "P3"),) * 2
    assert one.follows_computed is True and one.votes_abstain == 1
    assert "นับวันนี้ได้ลำดับต่าง" in tool.text()


def test_a_new_decision_leaves_the_one_that_stands(voted, drive):
    tool = drive(kit.decision_recorder(voted))
    tool.answer(("record", True))
    tool.answer(("decision", "new"))
    tool.answer(("adopted", ["P3", "P2", "P1"]), ("field|reason", "คุยใหม่"))
    assert list(kept(voted, Decision)) == [("D01",)]
    tool.answer(("record", True))
    found = kept(voted, Decision)
    assert found["D01",].adopted_codes == ("P2", "P1", "P3")
    assert found["D02",].adopted_codes == ("P3", "P2", "P1")


# --- the plan of work ----------------------------------------------------------------------------
def worked(workbook, **more):
    """Write down an activity of PJ1."""
    given = {"activity_no": 1, "name": "ขุด", "fiscal_year_be": 2571, "months": (10,)}
    workbook.save(Activity(project_code="PJ1", **given | more), who="a", why="b")


def test_a_quarter_is_painted_and_a_further_year_is_its_own_record(planned, drive):
    worked(planned, responsible="กลุ่ม")
    tool = drive(kit.gantt_editor(planned))
    tool.answer(("paint|1|2571|1-2-3", True))
    assert kept(planned, Activity)["PJ1", 1].months == (10, 1, 2, 3)
    tool.answer(("paint|1|2573|4-5-6", True))
    later = kept(planned, Activity)["PJ1", 2]
    assert (later.name, later.fiscal_year_be, later.months) == ("ขุด", 2573, (4, 5, 6))
    assert later.responsible == "กลุ่ม"
    tool.answer(("paint|1|2573|4-5-6", False))
    assert list(kept(planned, Activity)) == [("PJ1", 1)]


def test_what_has_money_stays_when_its_months_are_wiped_out(planned, drive):
    worked(planned)
    worked(planned, activity_no=2, fiscal_year_be=2572, amount=5000)
    tool = drive(kit.gantt_editor(planned))
    cells = {c["id"]: c for g in tool.part("strip|1")["groups"] for c in g["cells"]}
    assert cells["paint|1|2571|10-11-12"]["part"] is True
    tool.answer(("paint|1|2572|10-11-12", False))
    found = kept(planned, Activity)
    assert (found["PJ1", 2].months, found["PJ1", 2].amount) == (None, 5000)
    assert "2572" in tool.text()


def test_work_in_harvest_is_said_until_it_is_meant_so(planned, drive):
    rice = CalendarEntry(kind="crop", name="ข้าวนาปี", months=(7, 8, 9, 10, 11), peak_months=(11,))
    planned.save(rice, who="a", why="b")
    worked(planned, months=(9,))
    tool = drive(kit.gantt_editor(planned))
    assert "ข้าวนาปี" not in tool.text()
    tool.answer(("year", 2571))
    tool.answer(("paint|1|2571|11", True))
    assert "พ.ย." in tool.text() and "ข้าวนาปี" in tool.text()
    tool.answer(("season|1", True))
    assert kept(planned, Activity)["PJ1", 1].works_in_season is True
    assert "ข้าวนาปี" not in tool.text()


def test_an_activity_is_added_renamed_and_taken_out(planned, drive):
    tool = drive(kit.gantt_editor(planned))
    tool.answer(("add", "สำรวจ"))
    assert kept(planned, Activity)["PJ1", 1].name == "สำรวจ"
    tool.answer(("name|1", "สำรวจคลอง"), ("paint|1|2571|7-8-9", True))
    one = kept(planned, Activity)["PJ1", 1]
    assert (one.name, one.months) == ("สำรวจคลอง", (7, 8, 9))
    tool.answer(("gone|1", True))
    assert kept(planned, Activity) == {}
    tool.answer(("paint|1|2571|7-8-9", True))
    assert tool.standing[0] == "late"


# --- the grid of money -----------------------------------------------------------------------------
def line(workbook, **more):
    """Write down a budget line of PJ1."""
    given = {"line_no": 1, "fiscal_year_be": 2571, "funding_source": "pao", "amount": 40_000}
    workbook.save(BudgetLine(project_code="PJ1", **given | more), who="a", why="b")


def rows(tool):
    """Return the grid as people read it."""
    found = {}
    for row in tool.part("งบประมาณของ PJ1")["rows"]:
        found[row["text"]] = [cell.get("value", cell.get("text")) for cell in row["cells"]]
    return found


def test_amounts_are_typed_into_the_grid_and_add_up(planned, drive):
    line(planned)
    tool = drive(kit.budget_editor(planned))
    tool.answer(("source", "codi"))
    tool.answer(("amount|codi|0|2572|", "๑๒,๕๐๐"))
    one = kept(planned, BudgetLine)["PJ1", 2]
    assert (one.funding_source, one.fiscal_year_be, one.amount) == ("codi", 2572, 12_500)
    assert rows(tool)["รวมทุกแหล่ง"] == ["40,000", "12,500", "", "", "", "52,500"]


def test_cost_and_sum_apart_are_said_and_mended_with_one_touch(planned, drive):
    line(planned)
    tool = drive(kit.budget_editor(planned))
    assert "20,000" in tool.text()
    tool.answer(("sum", True))
    assert kept(planned, Project)["PJ1",].total_cost == 40_000
    assert not tool.has("sum")


def test_an_emptied_box_takes_the_line_out_and_may_be_filled_again(planned, drive):
    line(planned, item="ค่ารถ|ขุด", activity_no=1)
    tool = drive(kit.budget_editor(planned))
    box = "amount|pao|1|2571|ค่ารถ|ขุด"
    tool.answer((box, ""))
    assert kept(planned, BudgetLine) == {}
    tool.answer((box, "7000"))
    [one] = kept(planned, BudgetLine).values()
    assert (one.amount, one.item, one.activity_no) == (7000, "ค่ารถ|ขุด", 1)


def test_what_is_no_amount_stays_in_its_box_and_counts_for_nothing(planned, drive):
    line(planned)
    tool = drive(kit.budget_editor(planned))
    tool.answer(("amount|pao|0|2571|", "สี่หมื่นกว่า"))
    assert kept(planned, BudgetLine)["PJ1", 1].amount == 40_000
    assert rows(tool)["ทั้งก้อน"][0] == "สี่หมื่นกว่า"
    assert "สี่หมื่นกว่า" in tool.said("งบประมาณของ PJ1") and tool.standing[0] == "late"


# --- the sections of the page ------------------------------------------------------------------------
def test_the_section_shown_after_saving_is_that_of_the_report(planned, drive):
    line(planned)
    tool = drive(kit.budget_editor(planned, kit.five_year_budget))
    assert tool.redraw() == [], "nothing was saved, so nothing is drawn"
    told = tool.answer(("amount|pao|0|2571|", "90000"))
    assert told["changed"] is True
    [(key, html)] = tool.redraw()
    assert (key, html) == ("budget", kit.five_year_budget(planned)._repr_html_())
    assert "90,000" in html


def test_a_section_that_is_no_more_is_told_as_gone(planned):
    found = redrawn(planned, [kit.ballots_to_look_at, (kit.action_plan, 2572)])
    assert found[0] == ("ballots-to-look-at", "")
    assert "2572" in found[1][1]
