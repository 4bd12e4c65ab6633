"""A question that an area asked later is not in what was said before."""

from __future__ import annotations

from planning_kit.records import Household, LocalQuestion, extended
from planning_kit.validate.differing_fields import differing_fields


def test_an_older_statement_says_nothing_about_a_newer_question() -> None:
    asked = LocalQuestion(
        code="x_bees",
        about="household",
        kind="integer",
        label_th="จำนวนรังผึ้ง",
        privacy="grouped",
        position=1,
        scope_code="670112",
    )
    same = {"household_id": "1", "village_code": "67011201"}
    new = extended(Household, [asked]).model_validate({**same, "males": 2, "x_bees": 5})
    old = Household.model_validate({**same, "males": 3})
    assert [spec.name for spec in differing_fields(new, old)] == ["males"]
