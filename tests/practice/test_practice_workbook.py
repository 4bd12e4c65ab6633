"""The practice workbook is an Excel file such as a field team hands in, and reads back whole."""

from collections import Counter

import pytest

from planning_kit.collect import read_workbook
from planning_kit.practice import (
    DELIBERATE_FLAWS,
    practice_plan_area,
    practice_rows,
    write_practice_workbook,
)
from planning_kit.records import record_type
from planning_kit.validate import AreaScope, check


@pytest.fixture(scope="module", params=["th", "en"])
def collected(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("practice") / "ตำบลทุ่งฝึกหัด.xlsx"
    write_practice_workbook(path, language=request.param)
    return read_workbook(path)


def test_every_row_comes_back_from_excel_as_it_was(collected):
    assert collected.left_out == []
    for name, rows in practice_rows().items():
        kind = record_type(name)
        read = [raw for raw in (*collected.sources, *collected.rows) if raw.record == name]
        assert len(read) == len(rows), name
        for written, raw in zip(rows, read, strict=True):
            assert kind.model_validate(raw.values) == kind.model_validate(written)


def test_the_checks_find_the_deliberate_flaws_and_nothing_else(collected):
    checked = check(collected, AreaScope.of(practice_plan_area()))
    assert {row.state for row in checked.rows} == {"accepted", "flagged"}
    found = Counter(finding.code for row in checked.rows for finding in row.findings)
    assert found == {flaw.check: flaw.rows for flaw in DELIBERATE_FLAWS}
    flagged = sum(row.state == "flagged" for row in checked.rows)
    assert flagged == sum(flaw.rows for flaw in DELIBERATE_FLAWS)


def test_an_answer_outside_the_list_is_refused_not_written(monkeypatch, tmp_path):
    rows = practice_rows()
    rows["household"][0]["head_sex"] = "unheard-of"
    monkeypatch.setattr("planning_kit.practice.sheet.practice_rows", lambda: rows)
    with pytest.raises(ValueError, match="unheard-of"):
        write_practice_workbook(tmp_path / "a.xlsx")
    assert not (tmp_path / "a.xlsx").exists()
