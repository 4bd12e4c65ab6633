"""Totals that a file states of its own rows are compared, never imported, whatever they hold."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit import validate
from planning_kit.collect import Collected, read_mapped
from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.errors import KitErrors
from planning_kit.validate import AreaScope, Level

BASE = {
    "source": {"source_code": "S", "title": "t", "method": "other"},
    "file": {"path": "rows"},
    "table": [
        {
            "record": "problem",
            "fields": {"problem_code": "id", "statement": "what"},
            "where": [{"column": "what", "is_not": ["total"]}],
        }
    ],
}
BY_AREA = {"from": "sums", "by": {"name": "area"}, "sum": {"baht": "money"}, "count": "n"}


def mapping(*checks: dict):
    return checked_mapping({**BASE, "check": list(checks)}, "m.toml")


def row(number: int, area: str, money: object, what: str = "flood") -> dict:
    return {"id": f"P{number}", "area": area, "money": money, "what": what}


def read(tmp_path: Path, content: dict, *checks: dict) -> Collected:
    path = tmp_path / "file.json"
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return read_mapped(path, mapping(*checks))


def found(collected: Collected) -> list:
    checked = validate.check(collected, AreaScope.within("990101"))
    return [one for one in checked.remarks if one.level is Level.FLAG]


ROWS = [row(1, "ก", 10), row(2, "ก", "2,5"), row(3, "ข", 7), row(4, "ข", 99, "total")]


def test_figures_that_agree_are_told_and_nothing_is_flagged(tmp_path) -> None:
    rows = [row(1, "ก", 10), row(2, "ก", "1,500"), row(3, "ข", 7), row(4, "ข", 99, "total")]
    # A total row of the rows themselves (99) is left out by the mapping and is in no sum.
    sums = [{"name": " ก ", "baht": "1,510", "n": 2}, {"name": "ข", "baht": 7.0, "n": "๑"}]
    collected = read(tmp_path, {"rows": rows, "sums": sums}, BY_AREA)
    assert found(collected) == []
    assert len(collected.rows) == 3
    checked = validate.check(collected, AreaScope.within("990101"))
    assert any("4 of 4" in one.say("en") for one in checked.remarks)
    assert any("4 จาก 4" in one.say("th") for one in checked.remarks)


def test_each_figure_that_disagrees_is_named_with_both_numbers(tmp_path) -> None:
    rows = [row(1, "ก", 10), row(2, "ก", 5), row(3, "ข", 7)]
    sums = [{"name": "ก", "baht": 16, "n": 3}, {"name": "ข", "baht": 7, "n": 1}]
    flags = found(read(tmp_path, {"rows": rows, "sums": sums}, BY_AREA))
    assert [(one.sheet, one.row) for one in flags] == [("sums", 1), ("sums", 1)]
    assert "16" in flags[0].say("th") and "15" in flags[0].say("th")
    assert "3" in flags[1].say("th") and "2 แถว" in flags[1].say("th")


def test_an_entry_without_rows_and_rows_without_an_entry_are_both_said(tmp_path) -> None:
    content = {"rows": [row(1, "ก", 10)], "sums": [{"name": "ค", "baht": 4, "n": None}]}
    flags = found(read(tmp_path, content, BY_AREA))
    assert [one.code for one in flags] == [
        "validate.stated-total-no-rows",
        "validate.no-stated-total",
    ]
    assert "“ค”" in flags[0].say("th") and "“ก”" in flags[1].say("th")


def test_one_object_states_totals_of_all_rows(tmp_path) -> None:
    check = {"from": "meta.all", "count": "n", "distinct": {"areas": ["area"]}}
    rows = [row(1, "ก", 1), row(2, "ก", 1), row(3, "ข", 1)]
    content = {"rows": rows, "meta": {"all": {"n": 3, "areas": 3, "title": "x"}}}
    flags = found(read(tmp_path, content, check))
    assert [one.code for one in flags] == ["validate.stated-total-differs"]
    assert "2" in flags[0].say("en") and "the whole file" in flags[0].say("en")


def test_a_figure_that_is_no_number_is_said_and_a_blank_one_is_not_compared(tmp_path) -> None:
    rows = [row(1, "ก", 1), row(2, "ข", 1)]
    sums = [{"name": "ก", "baht": "มาก", "n": ""}, {"name": "ข", "baht": None, "n": 1}]
    flags = found(read(tmp_path, {"rows": rows, "sums": sums}, BY_AREA))
    assert [one.code for one in flags] == ["validate.stated-total-no-number"]
    assert "มาก" in flags[0].say("th")


def test_a_sheet_of_totals_is_compared_too(tmp_path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "rows"
    for line in (["id", "area", "money", "what"], ["P1", "ก", 5, "a"], ["P2", "ก", 6, "b"]):
        sheet.append(line)
    other = book.create_sheet("sums")
    for line in (["name", "baht", "n"], ["ก", 12, 2]):
        other.append(line)
    path = tmp_path / "file.xlsx"
    book.save(path)
    base = {**BASE, "file": {"sheet": "rows"}, "check": [BY_AREA]}
    collected = read_mapped(path, checked_mapping(base, "m.toml"))
    assert [one.code for one in found(collected)] == ["validate.stated-total-differs"]


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ({"from": "sums", "by": ["area"]}, "collect.mapping-check-nothing"),
        ({"by": ["area"], "count": "n"}, "collect.mapping-missing-key"),
        ({"from": "sums", "summ": {"a": "b"}}, "collect.mapping-unknown-key"),
    ],
)
def test_a_mistake_in_a_check_is_one_sentence(check: dict, code: str) -> None:
    with pytest.raises(KitErrors) as caught:
        mapping(check)
    assert [one.code for one in caught.value.errors] == [code]
    assert "m.toml" in caught.value.say("th")


CELLS = st.one_of(
    st.none(), st.integers(-50, 10_000), st.floats(), st.text(max_size=6), st.booleans()
)
AREAS = st.sampled_from(["ก", "ข", " ค ", ""])


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(st.tuples(AREAS, st.integers(0, 10_000)), min_size=1, max_size=12),
    wrong=st.dictionaries(st.integers(0, 11), st.integers(1, 9), max_size=3),
)
def test_exactly_the_altered_figures_are_flagged(tmp_path_factory, rows, wrong) -> None:
    money: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for area, baht in rows:
        money[area.strip()] += baht
        number[area.strip()] += 1
    sums = [
        {"name": name, "baht": money[name] + wrong.get(at, 0), "n": number[name]}
        for at, name in enumerate(money)
    ]
    content = {"rows": [row(i, *one) for i, one in enumerate(rows)], "sums": sums}
    flags = found(read(tmp_path_factory.mktemp("x"), content, BY_AREA))
    altered = [at + 1 for at in range(len(sums)) if wrong.get(at)]
    assert [one.row for one in flags] == altered


@settings(max_examples=80, deadline=None)
@given(sums=st.lists(st.fixed_dictionaries({"name": CELLS, "baht": CELLS, "n": CELLS}), min_size=1))
def test_no_list_of_totals_stops_an_import_or_changes_it(tmp_path_factory, sums) -> None:
    content = {"rows": [row(1, "ก", 10), row(2, "ข", "?")], "sums": sums}
    text = json.dumps(content, ensure_ascii=False, allow_nan=True)
    path = tmp_path_factory.mktemp("x") / "file.json"
    path.write_text(text, encoding="utf-8", errors="replace")
    collected = read_mapped(path, mapping(BY_AREA))
    assert [raw.values["problem_code"] for raw in collected.rows] == ["P1", "P2"]
    for one in validate.check(collected, AreaScope.within("990101")).remarks:
        assert one.say("th") and one.say("en")
