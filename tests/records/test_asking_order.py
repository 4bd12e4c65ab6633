"""In which order people are asked, and whom a question is for."""

from __future__ import annotations

import pytest

from planning_kit.records import Household, Production, template_types
from planning_kit.records.asking_order import asking_order, is_asked


@pytest.mark.parametrize("kind", template_types())
def test_every_field_is_asked_once(kind):
    asked = [spec.name for section in asking_order(kind) for spec in section.fields]
    assert sorted(asked) == sorted(spec.name for spec in kind.fields())


def test_consent_comes_first_and_the_note_last():
    sections = asking_order(Household)
    assert sections[0].fields[0].name == "consent_given"
    assert [spec.name for spec in sections[-1].fields] == ["note", "source_code"]


@pytest.mark.parametrize(
    ("answer", "asked"),
    [(None, False), ("", False), ("annual", False), ("livestock", True), ("fish", True)],
)
def test_animals_are_counted_only_of_those_who_keep_them(answer, asked):
    spec = Production.field("animals")
    assert is_asked(Production, spec, {"product_kind": answer}) is asked
    assert is_asked(Production, Production.field("product"), {})
