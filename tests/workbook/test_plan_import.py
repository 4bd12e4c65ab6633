"""A planning workbook goes into the store beside the survey, twice without doubling."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from planning_kit.collect import write_template
from planning_kit.records import IndicatorValue, Problem, Project, Taxon, template_types
from planning_kit.store import Store
from planning_kit.workbook import create, import_file, whole_tambon

AREA = "990101"
PROBLEM = {"problem_code": "P01", "statement": "น้ำทำนาไม่พอ", "theme": "น้ำ"}
PROJECT = {
    "project_code": "PJ01",
    "name": "ขุดลอกคลอง",
    "stage": "full",
    "reliance_class": "joint",
    "owner": "กลุ่มผู้ใช้น้ำ",
    "problem_codes": "P01",
    "total_cost": 100,
}
LINE = {
    "project_code": "PJ01",
    "line_no": 1,
    "fiscal_year_be": 2571,
    "funding_source": "อบต.",
    "amount": 100,
}


def plan_file(tmp_path: Path, name: str = "plan.xlsx", **rows: list[dict]) -> Path:
    return write_template(tmp_path / name, book="plan", filled=rows)


def test_what_one_file_brings_the_next_may_name(workbook, store, tmp_path) -> None:
    first = import_file(plan_file(tmp_path, problem=[PROBLEM]), area=AREA, store=store)
    assert first.all_accepted
    more = plan_file(tmp_path, "more.xlsx", project=[PROJECT], budget_line=[LINE])
    assert import_file(more, area=AREA, store=store).all_accepted
    (problem,) = workbook.records(Problem)
    assert problem.theme == "water"
    frame = workbook.frame("budget_line")
    assert list(frame["funding_source"]) == ["local_government"]
    assert list(frame["amount"]) == [100.0]


def test_the_same_file_twice_adds_nothing(workbook, store, tmp_path) -> None:
    path = plan_file(tmp_path, problem=[PROBLEM], project=[PROJECT], budget_line=[LINE])
    import_file(path, area=AREA, store=store)
    again = import_file(path, area=AREA, store=store)
    assert again.before is not None
    assert len(workbook.records(Project)) == 1


def test_a_code_nobody_knows_holds_the_file_back(workbook, store, tmp_path) -> None:
    report = import_file(plan_file(tmp_path, project=[PROJECT]), area=AREA, store=store)
    assert report.held_back
    assert workbook.records(Project) == []


def test_a_year_outside_the_plan_of_this_workbook_is_flagged(workbook, store, tmp_path) -> None:
    year = int(workbook.period.plan_end_be) + 1
    path = plan_file(
        tmp_path,
        problem=[PROBLEM],
        project=[PROJECT],
        budget_line=[{**LINE, "fiscal_year_be": year}],
    )
    report = import_file(path, area=AREA, store=store)
    assert [finding.code for finding in report.findings] == ["validate.year-outside-plan"]
    assert str(year) in report.findings[0].say("th")


def test_a_frozen_baseline_survives_an_import(workbook, store, tmp_path) -> None:
    base = {"indicator_code": "I01", "kind": "baseline", "fiscal_year_be": 2569, "value": 59}
    indicator = {"indicator_code": "I01", "name": "น้ำพอ", "direction": "up"}
    frozen = plan_file(
        tmp_path, indicator=[indicator], indicator_value=[{**base, "is_frozen": True}]
    )
    import_file(frozen, area=AREA, store=store)
    changed = plan_file(tmp_path, "b.xlsx", indicator_value=[{**base, "value": 70}])
    report = import_file(changed, area=AREA, store=store, accept_good=True)
    assert [finding.code for finding in report.findings] == ["validate.frozen-baseline"]
    assert [value.value for value in workbook.records(IndicatorValue)] == [59]


def test_the_lists_of_an_area_are_the_shipped_ones_and_its_own(workbook, store, tmp_path) -> None:
    before = workbook.taxonomy("problem_theme")
    assert len(before) == 9
    own = {"taxonomy": "problem_theme", "code": "elephants", "label_th": "ช้างป่า", "basis": "มติ"}
    retired = {"taxonomy": "problem_theme", "code": "land", "label_th": "ที่ดิน", "is_retired": True}
    path = plan_file(tmp_path, taxon=[own, retired], problem=[{**PROBLEM, "theme": "ช้างป่า"}])
    assert import_file(path, area=AREA, store=store).all_accepted
    after = workbook.taxonomy("problem_theme").set_index("code")
    assert len(after) == 10
    assert after.loc["elephants", "is_own"]
    assert not after.loc["water", "is_own"]
    assert after.loc["land", "is_retired"]
    assert [problem.theme for problem in workbook.records(Problem)] == ["elephants"]
    assert len(workbook.records(Taxon)) == 2
    assert len(workbook.taxonomy("higher_strategy")) == 0


def test_a_store_from_before_the_plan_opens_and_gains_its_tables(tmp_path) -> None:
    file = tmp_path / "old.sqlite"
    with Store.open(file) as store:
        create(whole_tambon(AREA), store=store, who="ผู้ทดสอบ")
    names = [kind.noun.name for kind in template_types("plan")]
    with closing(sqlite3.connect(file)) as connection:
        for name in names:
            connection.execute(f'DROP TABLE "{name}"')
        connection.commit()
    with Store.open(file) as store:
        assert set(store.migrated) == set(names)
        path = plan_file(tmp_path, problem=[PROBLEM])
        assert import_file(path, area=AREA, store=store).all_accepted
        assert [one.record.problem_code for one in store.latest("problem", AREA)] == ["P01"]
