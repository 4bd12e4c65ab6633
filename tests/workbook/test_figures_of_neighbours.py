"""Published figures of a whole province: each workbook takes those of its own areas."""

from __future__ import annotations

from pathlib import Path

import pytest

from planning_kit.workbook import create, import_file, open_workbook, whole_tambon

MAPPING = """
[source]
source_code = "D1"
title = "ทะเบียนเกษตรกร"
publisher = "กรมส่งเสริมการเกษตร"
method = "register"
date_to = "2025-12-31"

[[table]]
record = "reference_figure"
[table.fields]
area_code = "area"
year_be = { constant = "2568" }
measure = { constant = "farm_households" }
value = "households"
"""


@pytest.fixture
def figures(tmp_path: Path) -> tuple[Path, Path]:
    """Write figures of one province and two of its amphoes, and their mapping."""
    table, mapping = tmp_path / "f.csv", tmp_path / "m.toml"
    table.write_text("area,households\n67,900\n6701,500\n6702,400\n", encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    return table, mapping


def test_a_neighbours_figure_is_of_another_area_and_no_mistake(store, figures) -> None:
    create(whole_tambon("670101"), store=store, who="x")
    table, mapping = figures
    report = import_file(table, area="67", store=store, mapping=mapping)
    counts = report.counts["reference_figure"]
    assert (counts["new"], counts["elsewhere"], counts["refused"]) == (2, 1, 0)
    kept = open_workbook("670101", store=store).frame("reference_figure")
    assert sorted(kept["area_code"]) == ["67", "6701"]


def test_figures_for_which_there_is_no_workbook_at_all_are_refused(store, figures) -> None:
    table, mapping = figures
    report = import_file(table, area="67", store=store, mapping=mapping)
    assert report.total("refused") == 3 and report.held_back
    assert {found.code for found in report.findings if found.level == "refuse"} == {
        "workbook.no-workbook-for-figure"
    }
