"""A way of the TOWS table against the fields of the items it follows from."""

from __future__ import annotations

import pytest

ITEMS = [("S1", "strength"), ("W1", "weakness"), ("O1", "opportunity"), ("T1", "threat")]


def item(code, quadrant, linked=""):
    return "swot_item", {
        "item_code": code,
        "quadrant": quadrant,
        "statement": f"ข้อ {code}",
        "linked_codes": linked,
    }


@pytest.mark.parametrize(
    ("way", "linked", "strange"),
    [
        ("so", "S1, O1", []),
        ("wt", "W1, T1", []),
        ("so", "S1, T1", ["T1"]),
        ("so", "W1, T1", ["W1", "T1"]),
        ("wo", "S1, O1", ["S1"]),
    ],
)
def test_a_way_follows_from_the_fields_in_its_name(judged, way, linked, strange) -> None:
    *_items, row = judged(*(item(*one) for one in ITEMS), item("X1", way, linked)).rows
    assert row.is_kept
    if not strange:
        assert row.findings == []
        return
    (finding,) = row.findings
    assert finding.code == "validate.swot-way-elsewhere"
    said = finding.say("th")
    assert [code for code in ("S1", "W1", "O1", "T1") if f"{code} (" in said] == sorted(
        strange, key=["S1", "W1", "O1", "T1"].index
    )
