"""A real provincial plan becomes projects, activities and budget lines, through its mapping only.

The truth is worked out here from the JSON itself; the months are a table written by hand.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from planning_kit import areas
from planning_kit.plan.budget import five_year
from planning_kit.records import Activity, BudgetLine, PlanArea, PlanPeriod, Project, Strategy
from planning_kit.store import Store
from planning_kit.workbook import Workbook, create, import_file

HERE = Path(__file__).resolve()
FILE = HERE.parents[2].parent / "shared" / "data" / "nakhon_pathom" / "budgetRound2_2569.json"
MAPPING = HERE.parents[1] / "mappings" / "nakhon_pathom_budget_plan.toml"

pytestmark = pytest.mark.skipif(not FILE.is_file(), reason="../shared/data is not here")

# The thirteen ways the file writes months of work, read by a person. Fiscal year 2569 is October
# 2568 to September 2569, so April to June are its third quarter and July to September its fourth.
MONTHS = {
    "พ.ค. - มิ.ย. 69": (5, 6),
    "เม.ย. - มิ.ย. 69": (4, 5, 6),
    "เม.ย.-พ.ค.69": (4, 5),
    "พ.ค.-มิ.ย.69": (5, 6),
    "พ.ค-มิ.ย.69": (5, 6),
    "พ.ค. - มิ.ย.69": (5, 6),
    "มิ.ย.-69": (6,),
    "มิ.ย. 69": (6,),
    "พ.ค. 69": (5,),
    "พ.ค.69": (5,),
    "มิ.ย., ก.ค., ส.ค. 69": (6, 7, 8),
    "19-20 พ.ค. 69": (5,),
    "พ.ค. - ก.ค.": (5, 6, 7),
}
# Of these a part was left off or taken for granted, and people are asked to look.
DOUBTFUL = {"19-20 พ.ค. 69", "พ.ค. - ก.ค."}
PROVINCE = "73"


@pytest.fixture(scope="module")
def told() -> dict:
    return json.loads(FILE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("npt") / "plan.sqlite") as store:
        codes = tuple(one.code for one in areas.tambons(PROVINCE))
        area = PlanArea(plan_area_id="NPT", name="จังหวัดนครปฐม", tambon_codes=codes)
        period = PlanPeriod(plan_area_id="NPT", plan_start_be=2569, plan_end_be=2573)
        workbook = create(area, period, store=store, who="ผู้ทดสอบ")
        report = import_file(FILE, area="NPT", store=store, mapping=MAPPING)
        yield workbook, report, store


@pytest.fixture
def workbook(imported) -> Workbook:
    return imported[0]


def own(row: dict) -> tuple[str, str]:
    return row["plan"], row["project"]


def names(workbook: Workbook) -> dict[str, tuple[str, str]]:
    """Return programme and name of each project, by its code."""
    plans = {one.strategy_code: one.name for one in workbook.records(Strategy)}
    return {
        one.project_code: (plans[one.strategy_code], one.name) for one in workbook.records(Project)
    }


def test_every_row_is_an_activity_and_a_budget_line(imported, told) -> None:
    workbook, report, _store = imported
    ids = [row["id"] for row in told["rows"]]
    assert len(ids) == 123 and not report.held_back and not report.left_out
    assert sorted(one.activity_no for one in workbook.records(Activity)) == ids
    assert sorted(one.line_no for one in workbook.records(BudgetLine)) == ids
    read = {name: count["read"] for name, count in report.counts.items()}
    assert read == {"source": 1, "strategy": 5, "project": 15, "activity": 123, "budget_line": 123}


def test_the_money_reconciles_in_all_by_project_and_by_amphoe(workbook, told) -> None:
    rows, lines = told["rows"], workbook.records(BudgetLine)
    assert sum(one.amount for one in lines) == told["meta"]["totalBudget"] == 767_495
    named, by_project = names(workbook), Counter()
    for line in lines:
        by_project[named[line.project_code]] += int(line.amount)
    truth: Counter[tuple[str, str]] = Counter()
    for row in rows:
        truth[own(row)] += row["budget"]
    assert len(by_project) == 15 and by_project == truth
    assert by_project == {own(one): one["budget"] for one in told["projectSummary"]}
    totals = {named[one.project_code]: one.total_cost for one in workbook.records(Project)}
    assert totals == truth
    mine: Counter[str] = Counter()
    for one in workbook.records(Activity):
        amphoe = areas.get(one.area_code[:4]).name_th if one.area_code != PROVINCE else "ส่วนกลาง"
        mine[amphoe] += int(one.amount)
    assert len(mine) == 8
    assert mine == {one["name"]: one["budget"] for one in told["districtSummary"]}


def test_each_line_stands_with_its_project_activity_and_place(workbook, told) -> None:
    named = names(workbook)
    activities = {one.activity_no: one for one in workbook.records(Activity)}
    lines = {one.line_no: one for one in workbook.records(BudgetLine)}
    for row in told["rows"]:
        activity, line = activities[row["id"]], lines[row["id"]]
        assert named[activity.project_code] == named[line.project_code] == own(row)
        assert activity.amount == line.amount == row["budget"]
        assert line.activity_no == row["id"] and line.fiscal_year_be == 2569
        assert " ".join(row["detail"].split()) in activity.name
        assert (activity.output or "") == f"{row['target']} {row['unit']}".strip()
        assert row["paymentPlan"] in (line.item or "")
        digits = 8 if row["village"] else 6 if row["subdistrict"] else 4
        assert len(activity.area_code) == (2 if row["district"] == "ส่วนกลาง" else digits)
        if row["village"]:
            assert int(activity.area_code[6:]) == int(row["village"])


def test_thirteen_shapes_of_months_are_read_and_what_is_doubtful_is_flagged(imported, told) -> None:
    workbook, report, _store = imported
    written = {row["id"]: row["operationPlan"] for row in told["rows"]}
    assert {text for text in written.values() if text} == set(MONTHS)
    for one in workbook.records(Activity):
        text = written[one.activity_no]
        assert (one.months or ()) == (MONTHS[text] if text else ())
    flagged = [one for one in report.findings if one.code.startswith("collect.months-")]
    assert {written[one.row] for one in flagged} == DOUBTFUL
    assert all(written[one.row] in one.say("th") for one in flagged)


def test_the_one_count_that_disagrees_is_reported_in_both_languages(imported, told) -> None:
    _workbook, report, _store = imported
    rows = Counter(own(row) for row in told["rows"])
    wrong = [one for one in told["projectSummary"] if one["activities"] != rows[own(one)]]
    assert [(one["activities"], rows[own(one)]) for one in wrong] == [(15, 14)]
    (finding,) = [one for one in report.findings if "stated-total" in one.code and one.row]
    for language in ("th", "en"):
        said = finding.say(language)
        assert "15" in said and "14" in said and wrong[0]["project"] in said
    # Sum and count of 15 projects, 8 amphoe, and three figures of the whole file were compared.
    compared = [one for one in report.findings if one.code == "validate.stated-totals-compared"]
    assert [one.values["figures"] for one in compared] == [30, 8, 3]


def test_no_owner_and_no_person_is_kept(workbook, told) -> None:
    kept = " ".join(
        str(one.model_dump())
        for kind in (Strategy, Project, Activity, BudgetLine)
        for one in workbook.records(kind)
    )
    assert not any(row["owner"] in kept for row in told["rows"] if ":" in row["owner"])
    assert "(นาง" not in kept
    named = [row for row in told["rows"] if "(นาง" in row["subActivity"]]
    assert len(named) == 2  # the test would say nothing if the file named nobody


def test_the_same_file_twice_adds_nothing(imported) -> None:
    workbook, _report, store = imported
    before = {kind: len(workbook.records(kind)) for kind in (Project, Activity, BudgetLine)}
    again = import_file(FILE, area="NPT", store=store, mapping=MAPPING)
    assert again.before is not None
    assert before == {kind: len(workbook.records(kind)) for kind in before}


def test_an_import_for_the_province_scatters_no_project(tmp_path) -> None:
    with Store.open(tmp_path / "wide.sqlite") as store:
        tambon = PlanArea(plan_area_id="T", name="ตำบลหนึ่ง", tambon_codes=("730120",))
        create(
            tambon,
            PlanPeriod(plan_area_id="T", plan_start_be=2569, plan_end_be=2573),
            store=store,
            who="ผู้ทดสอบ",
        )
        report = import_file(FILE, area=PROVINCE, store=store, mapping=MAPPING, accept_good=True)
        kept = [store.latest(name) for name in ("project", "activity", "budget_line", "strategy")]
        assert kept == [[], [], [], []]
    refused = Counter(one.code for one in report.findings if one.level == "refuse")
    assert refused == {"workbook.which-plan": 5 + 15 + 123 + 123}
    said = next(one.say("th") for one in report.findings if one.level == "refuse")
    assert "นครปฐม" in said and "--area" in said


def test_the_five_year_budget_of_the_area_holds_the_money_by_programme(workbook, told) -> None:
    found = five_year(
        workbook.frame("project"), workbook.frame("budget_line"), workbook.frame("strategy"), 2569
    )
    assert found.total == 767_495 and found.left_out.empty
    truth: Counter[str] = Counter()
    for row in told["rows"]:
        truth[row["plan"]] += row["budget"]
    table = found.table
    rows = table[(table["level"] == "strategy") & (table["fiscal_year_be"] == 2569)]
    assert dict(zip(rows["strategy"], rows["baht"].astype(int), strict=True)) == truth
