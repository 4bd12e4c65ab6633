"""Figures that may be cited: the same keys for evidence and baselines, worked out by hand here."""

from __future__ import annotations

import datetime as dt

import pytest

import planning_kit as kit
from planning_kit.indicators.declared import indicators_from
from planning_kit.indicators.from_profile import figure_keys
from planning_kit.records import PlanArea, record_type
from planning_kit.records.declared_data import declared_rows
from planning_kit.report.figures import FIGURES, cited, figure_of, figures_of
from planning_kit.store import Store
from planning_kit.workbook import create

MONTHS_SHORT = (0, 0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3)


@pytest.fixture
def book(tmp_path):
    area = {"plan_area_id": "730502", "name": "ตำบลบางปลา", "tambon_codes": ("730502",)}
    source = {"source_code": "S1", "title": "สำรวจ", "publisher": "คณะทำงาน", "method": "random",
              "date_to": "30 ก.ย. 2569"}  # fmt: skip
    with Store.open(tmp_path / "kit.db") as store:
        made = create(PlanArea.model_validate(area), store=store, who="test", why="test")
        _save(made, "source", source)
        for at, months in enumerate(MONTHS_SHORT):
            _household(made, at, months)
        _save(made, "problem", {"problem_code": "P01", "statement": "น้ำไม่พอ"})
        yield made


def _save(book, name, row):
    book.save(record_type(name).model_validate(row), who="test", why="test")


def _household(book, at, months):
    row = {"household_id": f"H{at:03}", "village_code": "73050201", "water_short_months": months,
           "source_code": "S1"}  # fmt: skip
    _save(book, "household", row)


def test_every_default_indicator_finds_its_figure_here():
    declared = indicators_from(declared_rows("indicators", "default_set.csv"))
    assert set(figure_keys(declared)) <= set(FIGURES)


def test_a_figure_carries_n_day_and_source(book):
    found = figure_of(book, "water.short_share")
    # 10 of 16 households are short for a month or more; 25 months in all.
    assert found.value == pytest.approx(10 / 16)
    assert (found.n, found.as_of, found.source_code) == (16, dt.date(2026, 9, 30), "S1")
    assert figure_of(book, "water.short_months_mean").value == pytest.approx(25 / 16)


def test_nothing_is_taken_for_zero(book):
    known = figures_of(book)
    assert set(known) == set(FIGURES)
    assert known["debt.formal_mean"].value is None and known["plan.projects"].value is None


def test_a_cited_figure_stays_as_printed_and_says_when_the_profile_moved(book):
    evidence = cited(book, "P01", "water.short_share")
    assert evidence is not None and float(evidence.value) == 62 and evidence.n == 16
    book.save(evidence, who="test", why="test")
    (row,) = _evidence_rows(book)
    assert "62%" in row[1] and row[-1] == "เท่าเดิม"
    # Five more households short of water: 15 of 21 is 71 %.
    for at in range(16, 21):
        _household(book, at, 3)
    (row,) = _evidence_rows(book)
    assert "62%" in row[1] and "71%" in row[-1]


def _evidence_rows(book):
    section = next(one for one in kit.problems(book).walk() if one.key == "problems-evidence")
    return section.tables[0].cells()


def test_a_hidden_figure_cannot_be_cited(tmp_path):
    area = {"plan_area_id": "730502", "name": "ตำบลบางปลา", "tambon_codes": ("730502",)}
    with Store.open(tmp_path / "kit.db") as store:
        small = create(PlanArea.model_validate(area), store=store, who="test", why="test")
        for at in range(4):
            _save(small, "household", {"household_id": f"H{at}", "village_code": "73050201",
                                       "water_short_months": 3})  # fmt: skip
        assert cited(small, "P01", "water.short_months_mean") is None
