"""The id of an imported row is the same on every laptop."""

from __future__ import annotations

from planning_kit.records import Production
from planning_kit.store import record_uuid


def test_the_same_key_gives_the_same_id_for_ever() -> None:
    # Written down once: were it to change, every store would import everything again.
    assert str(record_uuid("990101", "household", ("03-012",))) == EXPECTED
    assert record_uuid("990101", "household", ("03-012",)).version == 5


EXPECTED = "fb9c517f-c2ed-5728-962a-9bbf46188d4c"


def test_plan_area_type_and_each_part_of_the_key_count() -> None:
    keys = {
        record_uuid("990101", "household", ("a", "bc")),
        record_uuid("990101", "household", ("ab", "c")),
        record_uuid("990101", "household", ("abc",)),
        record_uuid("990101", "production", ("abc",)),
        record_uuid("990102", "household", ("abc",)),
        record_uuid("990101", "household", ("abc", None)),
        record_uuid("990101", "household", ("abc", "")),
    }
    assert len(keys) == 7


def test_an_answer_counts_by_its_code() -> None:
    record = Production(
        household_id="1", year_be=2569, season="main", product_kind="annual", product="ข้าว"
    )
    written = record_uuid("a", "production", ("1", 2569, "main", "ข้าว", None))
    assert record_uuid("a", "production", record.natural_key()) == written


def test_a_row_typed_by_hand_gets_an_id_of_its_own() -> None:
    assert record_uuid("a", "hazard", None) != record_uuid("a", "hazard", None)
