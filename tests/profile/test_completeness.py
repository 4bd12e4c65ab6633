"""How complete rows are, against counts made by hand."""

from __future__ import annotations

import math

from planning_kit.profile.completeness import COMPLETENESS, completeness, share_stated
from planning_kit.records import record_type, to_frame

PRODUCTION, VILLAGE = record_type("production"), record_type("village")


def rows(count, **answers):
    base = {"season": "main", "product_kind": "annual", "product": "ข้าว", "year_be": 2569}
    return to_frame(PRODUCTION, [{**base, "household_id": str(n), **answers} for n in range(count)])


def of(table, field):
    return table.set_index("field").loc[field]


def test_a_share_is_stated_over_asked_and_zero_is_an_answer():
    frame = rows(10)
    frame.loc[:5, "quantity"] = 0.0
    table = completeness(frame, PRODUCTION)
    assert list(table.columns) == list(COMPLETENESS)
    assert tuple(of(table, "quantity")[["asked", "stated", "share"]]) == (10, 6, 0.6)
    assert of(table, "price")["share"] == 0


def test_what_only_follows_an_answer_is_asked_of_those_alone():
    frame = rows(12)
    frame.loc[:6, "product_kind"] = "perennial"
    frame.loc[:4, "bearing_area"] = 400.0
    bearing = of(completeness(frame, PRODUCTION), "bearing_area")
    assert (bearing["asked"], bearing["stated"]) == (7, 5)
    assert bearing["share"] == 5 / 7


def test_keys_required_fields_sources_and_notes_do_not_count():
    fields = set(completeness(rows(6), PRODUCTION)["field"])
    assert fields.isdisjoint({"household_id", "product", "plot", "source_code", "note"})


def test_few_answers_of_households_are_hidden_and_public_ones_are_not():
    frame = rows(10)
    frame.loc[:3, "price"] = 9.0
    hidden = of(completeness(frame, PRODUCTION), "price")
    assert hidden["hidden"] and math.isnan(hidden["share"]) and math.isnan(hidden["stated"])
    villages = to_frame(VILLAGE, [{"village_code": "99010101", "households": 5}])
    shown = of(completeness(villages, VILLAGE), "households")
    assert not shown["hidden"] and shown["share"] == 1


def test_the_share_of_a_record_is_all_answers_over_all_asked_for():
    # Of a village: name, households, farm households, males, females, area, farm area.
    villages = to_frame(
        VILLAGE,
        [
            {"village_code": "99010101", "name": "ก", "households": 5, "males": 0},
            {"village_code": "99010102", "name": "ข", "note": "ไม่นับ"},
        ],
    )
    assert share_stated(villages, VILLAGE) == 4 / 14
    assert math.isnan(share_stated(villages[:0], VILLAGE))


def test_a_type_without_optional_answers_has_no_share_rather_than_zero():
    source, period = record_type("source"), record_type("plan_period")
    row = {"source_code": "S1", "title": "ทะเบียน", "publisher": "อบต.", "method": "register"}
    for kind, frame in ((source, to_frame(source, [row])), (period, to_frame(period, []))):
        assert completeness(frame, kind).empty
        assert math.isnan(share_stated(frame, kind))
