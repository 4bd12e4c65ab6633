"""What a report says of the units and rates of a mapping: in full, in both languages."""

from __future__ import annotations

from planning_kit.collect.mapping_file import checked_mapping
from planning_kit.collect.mapping_told import units_told
from planning_kit.language import speaking
from planning_kit.report.chapters.finding_sentences import general
from planning_kit.workbook.quality import FindingKind


def test_units_and_rates_are_told_with_their_figures() -> None:
    fields = {
        "price": {"column": "p", "unit": "shilling"},
        "planted_area": {"column": "a", "unit": "ubwato"},
    }
    units = {
        "shilling": {"baht": "0.0088", "note": "2018"},
        "ubwato": {"square_metres": 400},
        "unused": {"kilograms": 1},
    }
    whole = {"source": {"source_code": "S", "title": "t"}, "units": units}
    table = {"record": "production", "fields": fields}
    (told,) = units_told(checked_mapping(whole | {"table": [table]}, "m"), "f.csv")
    kind = FindingKind("note", told.code, "", told.message_id, told.values, 1)
    with speaking("en"):
        assert general(kind) == (
            "“f.csv”: the mapping reads 1 shilling as 0.0088 baht (2018); "
            "1 ubwato as 400 square metres"
        )
    with speaking("th"):
        said = general(kind)
    assert "1 shilling เท่ากับ 0.0088 บาท (2018)" in said and "…" not in said
