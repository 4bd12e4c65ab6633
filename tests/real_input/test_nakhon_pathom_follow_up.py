"""A real provincial budget followed up by owner, amphoe and month, in the province's workbook.

Sums are worked out here from the JSON itself, months by a table written by hand.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planning_kit import areas
from planning_kit.language import speaking
from planning_kit.records import PlanPeriod, Project, ProjectProgress
from planning_kit.report.chapters.activities_by import activities_by
from planning_kit.store import Store
from planning_kit.workbook import create, import_file
from planning_kit.workbook.higher_places import higher_place
from planning_kit.workbook.saving import save_answers

HERE = Path(__file__).resolve()
FILE = HERE.parents[2].parent / "shared" / "data" / "nakhon_pathom" / "budgetRound2_2569.json"
MAPPING = HERE.parents[1] / "mappings" / "nakhon_pathom_budget_plan.toml"

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="../shared/data is not here")

# The last month of each way of writing, read by a person.
LAST = {
    "พ.ค. - มิ.ย. 69": "June 2026", "เม.ย. - มิ.ย. 69": "June 2026", "เม.ย.-พ.ค.69": "May 2026",
    "พ.ค.-มิ.ย.69": "June 2026", "พ.ค-มิ.ย.69": "June 2026", "พ.ค. - มิ.ย.69": "June 2026",
    "มิ.ย.-69": "June 2026", "มิ.ย. 69": "June 2026", "พ.ค. 69": "May 2026",
    "พ.ค.69": "May 2026", "มิ.ย., ก.ค., ส.ค. 69": "August 2026", "19-20 พ.ค. 69": "May 2026",
    "พ.ค. - ก.ค.": "July 2026", "": "not told",
}  # fmt: skip
DOUBTFUL = {"19-20 พ.ค. 69", "พ.ค. - ก.ค."}
# The third quarter of fiscal year 2569 ends on 30 June 2026; its reports are due 15 days later.
BEFORE_DUE, AFTER_DUE = date(2026, 7, 10), date(2026, 7, 20)
BAHT, SILENT, SPENT = (
    "Planned (baht)",
    "Planned, over and not reported (baht)",
    "Spent as reported (baht)",
)


@pytest.fixture(scope="module")
def rows() -> list[dict]:
    return json.loads(FILE.read_text(encoding="utf-8"))["rows"]


@pytest.fixture(scope="module")
def province(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("npt") / "plan.sqlite") as store:
        area = higher_place("province", "73")
        period = PlanPeriod(plan_area_id="73", plan_start_be=2569, plan_end_be=2573)
        workbook = create(area, period, store=store, who="ผู้ทดสอบ")
        report = import_file(FILE, area="73", store=store, mapping=MAPPING)
        assert not report.held_back
        yield workbook


def tables(workbook, day: date) -> dict:
    with speaking("en"):
        section = activities_by(workbook, day)
        return {part.key: part.tables[0].to_frame() for part in section.parts} | {"said": section}


def column(table, name: str) -> dict:
    return dict(zip(table.iloc[:, 0], table[name], strict=True))


def sums(rows: list[dict], key) -> Counter:
    found: Counter[str] = Counter()
    for row in rows:
        found[key(row)] += row["budget"]
    return found


def owner(row: dict) -> str:
    return row["owner"].split(":")[0].strip()


def amphoe(row: dict) -> str:
    if row["district"] == "ส่วนกลาง":
        return "Nakhon Pathom Province as a whole"
    (found,) = [one for one in areas.amphoes("73") if one.name_th == row["district"]]
    return found.title("en")


def test_the_money_of_every_owner_amphoe_and_month_is_that_of_the_file(province, rows) -> None:
    found = tables(province, AFTER_DUE)
    for part, key, groups in (
        ("activities-by-owner", owner, 12),
        ("activities-by-place", amphoe, 8),
        ("activities-by-month", lambda row: LAST[row["operationPlan"]], 5),
    ):
        truth = sums(rows, key)
        assert len(truth) == groups
        assert column(found[part], BAHT) == {
            **truth, "All": 767_495,
            # Work goes on in April, but none is to be finished then.
            **({"April 2026": None} if "month" in part else {}),
        }  # fmt: skip
        counted = Counter(map(key, rows))
        told = column(found[part], "Activities")
        assert {name: told[name] for name in counted} == counted and told["All"] == 123
    summary = json.loads(FILE.read_text(encoding="utf-8"))["ownerSummary"]
    assert sums(rows, owner) == {one["name"]: one["budget"] for one in summary}


def test_over_and_silent_is_late_only_when_its_report_was_due(province, rows) -> None:
    over = [row for row in rows if LAST[row["operationPlan"]] in ("May 2026", "June 2026")]
    before, after = (
        tables(province, day)["activities-by-month"] for day in (BEFORE_DUE, AFTER_DUE)
    )
    assert column(before, "Over, report not yet due")["All"] == len(over) == 115
    assert column(before, "Report late")["All"] == 0
    assert column(after, "Report late")["All"] == 115 and "Over, report not yet due" not in after
    assert column(after, SILENT)["All"] == sum(row["budget"] for row in over)
    # July, August and those without a month have time until then, or until the year's end.
    assert column(after, "Time not over") == {
        "April 2026": 0, "May 2026": 0, "June 2026": 0, "July 2026": 1, "August 2026": 1,
        "not told": 6, "All": 8,
    }  # fmt: skip


def test_zero_that_is_reported_is_not_the_same_as_nothing(province, rows) -> None:
    first, second = rows[0], rows[1]
    nobody = tables(province, AFTER_DUE)["activities-by-owner"]
    assert column(nobody, SPENT)["All"] is None
    codes = {one.name: one.project_code for one in province.records(Project)}
    for row, work, spent in ((first, 100, first["budget"]), (second, 0, 0)):
        answers = {
            "project_code": codes[row["project"]], "activity_no": row["id"], "fiscal_year_be": 2569,
            "quarter": 3, "physical": work, "spent": spent, "reported_on": "5 ก.ค. 2569",
        }  # fmt: skip
        assert save_answers(province, ProjectProgress, answers, who="a", why="b").is_saved
    found = tables(province, AFTER_DUE)
    owners = found["activities-by-owner"]
    assert column(owners, SPENT)[owner(first)] == first["budget"]
    assert column(owners, SPENT)[owner(second)] == 0
    assert column(owners, SPENT)["อำเภอบางเลน"] is None
    assert column(owners, "Reported")["All"] == 2
    assert column(owners, "Report late")["All"] == 113
    assert "2 activities tell what was spent: 3,800 baht together." in found["said"].sentences


def test_what_is_not_clear_stands_apart_and_is_still_counted(province, rows) -> None:
    unclear = [r for r in rows if not r["operationPlan"] or r["operationPlan"] in DOUBTFUL]
    found = tables(province, AFTER_DUE)["activities-unclear"]
    assert len(found) == len(unclear) == 8
    assert sum(found[BAHT]) == sum(row["budget"] for row in unclear)
    why = Counter(found["What is not clear"])
    assert why == {"no month is told": 6, "its months were read with a doubt": 2}
