"""What is found does not depend on the order in which the rows come."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning_kit.collect import Collected, Place, RawRow
from planning_kit.records import record_type
from planning_kit.validate import AreaScope, check

_HOMES = st.fixed_dictionaries(
    {
        "household_id": st.sampled_from([f"h{n}" for n in range(8)]),
        "village_code": st.sampled_from(["99010101", "99010102", "73050201"]),
        "males": st.integers(0, 2),
        "females": st.integers(0, 2),
        "head_sex": st.sampled_from(["male", "female"]),
        "land_owned": st.sampled_from(["0", "5-0-0", "8-2-0"]),
        "is_farm_household": st.booleans(),
        "consent_given": st.sampled_from([None, True]),
    }
)
_HARVESTS = st.fixed_dictionaries(
    {
        "household_id": st.sampled_from([f"h{n}" for n in range(9)]),
        "year_be": st.sampled_from([2568, 2569, 2570]),
        "season": st.just("main"),
        "product_kind": st.just("annual"),
        "product": st.sampled_from(["ข้าว", "อ้อย"]),
        "plot": st.integers(1, 3),
        "planted_area": st.sampled_from(["1-0-0", "20-0-0"]),
        "quantity": st.sampled_from([500, 550, 600, 9000]),
        "quantity_unit": st.just("kg"),
    }
)
_FIGURES = st.fixed_dictionaries(
    {
        "area_code": st.sampled_from(["99", "990101"]),
        "measure": st.just("households"),
        "year_be": st.just(2568),
        "value": st.sampled_from([300, 400, 500]),
        "source_code": st.sampled_from(["S1", "S2", "S3"]),
    }
)
_VILLAGES = st.fixed_dictionaries(
    {
        "village_code": st.sampled_from(["99010101", "99010102"]),
        "households": st.sampled_from([1, 150]),
        "source_code": st.just("S1"),
    }
)
_GROUPS = st.fixed_dictionaries(
    {
        "name": st.sampled_from(["กลุ่มทอผ้าบ้านดอน", "กลุ่มทอผาบ้านดอน", "ทอผ้า บ้านดอน"]),
        "kind": st.just("occupation"),
        "village_code": st.sampled_from([None, "99010101"]),
    }
)
_FLOODS = st.fixed_dictionaries(
    {
        "year_be": st.just(2567),
        "village_code": st.just("99010101"),
        "crop": st.just("ข้าว"),
        "affected_area": st.sampled_from(["2-0-0", "3-0-0", "900-0-0"]),
    }
)
_BY_RECORD = {
    "household": _HOMES,
    "production": _HARVESTS,
    "reference_figure": _FIGURES,
    "village": _VILLAGES,
    "group": _GROUPS,
    "hazard": _FLOODS,
}
_ROW = st.one_of([st.tuples(st.just(name), values) for name, values in _BY_RECORD.items()])
_SOURCE = {"title": "ก", "publisher": "ข", "method": "census", "date_to": "30/9/2569"}


def _collected(rows):
    sources = [
        RawRow("source", Place("แหล่งข้อมูล", n), {"source_code": f"S{n}", **_SOURCE}, {})
        for n in (1, 2, 3)
    ]
    return Collected("f", "f.xlsx", sources, rows)


def _raw(name, number, values):
    values = {"source_code": "S1", **values}
    return RawRow(name, Place(str(record_type(name).noun.title.th), number), values, {})


def _found(rows):
    checked = check(_collected(rows), AreaScope(tambon_codes=frozenset({"990101"})))
    return sorted(
        (finding.sheet, finding.row or 0, finding.code, finding.field, finding.say("en"))
        for finding in checked.findings
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(_ROW, min_size=2, max_size=40), st.randoms(use_true_random=False))
def test_shuffled_rows_give_the_same_findings(given_rows, random) -> None:
    rows = [_raw(name, number, values) for number, (name, values) in enumerate(given_rows, start=8)]
    expected = _found([replace(row) for row in rows])
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert _found(shuffled) == expected


def test_the_practice_of_many_rules_at_once_is_not_empty() -> None:
    # Without this the property above could hold because nothing is ever found.
    rows = [
        _raw("household", 8, {"household_id": "h1", "village_code": "99010101", "males": 0}
             | {"females": 1, "head_sex": "male"}),
        _raw("household", 9, {"household_id": "h1", "village_code": "99010101", "males": 1}),
        _raw("group", 8, {"name": "กลุ่มทอผ้าบ้านดอน", "kind": "occupation"}),
        _raw("group", 9, {"name": "กลุ่มทอผาบ้านดอน", "kind": "occupation"}),
    ]  # fmt: skip
    codes = {code for _sheet, _row, code, _field, _said in _found(rows)}
    assert {
        "validate.head-not-among-members",
        "validate.two-versions",
        "validate.alike-name",
    } <= codes


@pytest.mark.parametrize("reverse", [False, True])
def test_of_two_copies_the_later_row_is_marked_whatever_comes_first(reverse) -> None:
    flood = {"year_be": 2567, "village_code": "99010101", "crop": "ข้าว"}
    rows = [_raw("hazard", 8, flood), _raw("hazard", 9, flood)]
    found = _found(rows[::-1] if reverse else rows)
    assert [(row, code) for _sheet, row, code, *_rest in found] == [(9, "validate.exact-copy")]
