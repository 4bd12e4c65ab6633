"""The practice plan goes through the planning workbook into the kit, and agrees with its profile."""

from collections import Counter
from datetime import date

import pytest

from planning_kit.cli.demo_plan import endorse_practice_plan
from planning_kit.collect import read_workbook
from planning_kit.indicators.from_profile import baseline_values, figure_keys
from planning_kit.language import speaking
from planning_kit.plan.finance import appraise
from planning_kit.practice import (
    DELIBERATE_NOTICES,
    practice_period,
    practice_pictures,
    practice_plan_area,
    practice_plan_rows,
    write_practice_plan,
    write_practice_workbook,
)
from planning_kit.records import Indicator, IndicatorValue, ProblemEvidence, record_type
from planning_kit.report.chapters.indicator_baselines import declared_indicators
from planning_kit.report.chapters.plan_checks import findings
from planning_kit.report.chapters.plan_names import PlanNames
from planning_kit.report.figures import cited, figures_of
from planning_kit.workbook import attached, create, import_file, open_workbook, versions


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    folder = tmp_path_factory.mktemp("practice")
    store = f"sqlite:///{(folder / 'practice.db').as_posix()}"
    survey, plan = folder / "survey.xlsx", folder / "plan.xlsx"
    write_practice_workbook(survey)
    write_practice_plan(plan)
    create(practice_plan_area(), practice_period(), store=store, who="test", why="").close()
    reports = [import_file(file, area="990101", store=store, who="test") for file in (survey, plan)]
    return store, reports[1]


@pytest.fixture
def workbook(imported):
    with open_workbook("990101", store=imported[0]) as found:
        yield found


def test_every_row_comes_back_from_the_english_workbook_as_it_was(tmp_path):
    path = tmp_path / "plan.xlsx"
    write_practice_plan(path, language="en")
    collected = read_workbook(path)
    assert collected.left_out == []
    for name, rows in practice_plan_rows().items():
        kind = record_type(name)
        # Entries of lists stand there by name; importing reads them as codes.
        named = {spec.name for spec in kind.fields() if spec.taxonomy or spec.declared}
        read = [raw for raw in collected.rows if raw.record == name]
        assert len(read) == len(rows), name
        for written, raw in zip(rows, read, strict=True):
            came, went = kind.model_validate(raw.values), kind.model_validate(written)
            assert came.model_dump(exclude=named) == went.model_dump(exclude=named)


def test_the_plan_is_taken_in_without_a_row_refused_or_to_be_checked(imported, workbook):
    report = imported[1]
    assert report.findings == []
    for name, rows in practice_plan_rows().items():
        kind = record_type(name)
        written = {record.natural_key(): record for record in map(kind.model_validate, rows)}
        kept = {record.natural_key(): record for record in workbook.records(kind)}
        assert kept == written, name


def test_the_figures_behind_the_problems_are_those_of_the_profile(workbook):
    with speaking("th"):
        for kept in workbook.records(ProblemEvidence):
            now = cited(workbook, kept.problem_code, kept.figure)
            assert now is not None, kept.figure
            for name in ("value", "n", "as_of", "source_code"):
                assert getattr(kept, name) == getattr(now, name), (kept.figure, name)


def test_the_baselines_are_those_that_the_profile_works_out(workbook):
    declared = declared_indicators()
    figures = figures_of(workbook, figure_keys(declared))
    worked = baseline_values(figures, declared, 2569).set_index("indicator_code")["value"]
    places = {one.indicator_code: one.places for one in workbook.records(Indicator)}
    kept = {
        row.indicator_code: row
        for row in workbook.records(IndicatorValue)
        if row.kind == "baseline"
    }
    assert set(kept) == {one.code for one in declared}
    for code, value in worked.dropna().items():
        assert float(kept[code].value) == pytest.approx(value, abs=0.51 * 10 ** -places[code])
    assert all(row.is_frozen for row in kept.values())


def test_projects_carried_out_are_told_as_the_steps_of_the_projects_have_it():
    rows = practice_plan_rows()
    told = [row for row in rows["indicator_value"] if row["kind"] == "actual"]
    ends = [row for row in rows["project_status"] if row["status"] in ("done", "reported")]
    assert [row["value"] for row in told if row["indicator_code"] == "IN15"] == [0] and not ends


def test_every_indicator_has_a_target_for_each_year_that_goes_its_way(workbook):
    directions = {one.indicator_code: one.direction for one in workbook.records(Indicator)}
    values = {}
    for row in workbook.records(IndicatorValue):
        if row.kind != "actual":
            values.setdefault(row.indicator_code, {})[row.fiscal_year_be] = row.value
    for code, by_year in values.items():
        assert sorted(by_year) == [2569, 2571, 2572, 2573, 2574, 2575]
        told = [by_year[year] for year in sorted(by_year)]
        assert told == sorted(told, reverse=directions[code] == "down"), code


def test_the_checks_of_the_plan_find_the_deliberate_notice_and_nothing_else(workbook):
    found = findings(workbook, PlanNames(workbook), date(2026, 11, 22))
    assert Counter(row["code"] for row in found) == {
        flaw.check: flaw.rows for flaw in DELIBERATE_NOTICES
    }


@pytest.mark.parametrize(("project", "rate"), [("PJ11", 7), ("PJ12", 6)])
def test_both_income_projects_pay_but_not_whatever_happens(workbook, project, rate):
    items = workbook.frame("cash_item")
    found = appraise(items[items["project_code"] == project], rate)
    assert found.returns.npv > 0
    assert rate / 100 < found.returns.irr < 0.6
    assert 4 < found.returns.payback_quarters <= 20
    assert 0.6 < found.break_even.yield_factor < 1
    assert 0.8 < found.break_even.price_factor < 1
    assert found.not_stated == ()
    invested = items[(items["project_code"] == project) & (items["kind"] == "investment")]
    cost = workbook.frame("project").set_index("project_code")["total_cost"][project]
    assert invested["amount"].sum() <= cost


def test_the_demo_endorses_it_once_with_its_map_and_emblem(imported, workbook):
    said = endorse_practice_plan(imported[0])
    assert endorse_practice_plan(imported[0]) == said
    (version,) = versions(workbook)
    assert version.number == 1 and version.is_whole and version.fingerprint in said
    kept = attached(workbook)
    assert {str(record.kind) for record, _file in kept} == {"resource_map", "logo"}


def test_the_pictures_are_small_enough_to_travel():
    for one in practice_pictures():
        assert 0 < one.path.stat().st_size <= 150_000
