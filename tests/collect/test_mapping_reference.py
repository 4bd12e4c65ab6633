"""The examples of the reference page are mappings without a mistake."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from planning_kit.collect.mapping import (
    CheckRule,
    FieldRule,
    Filter,
    PlaceRule,
    RepeatRule,
    TableRule,
)
from planning_kit.collect.mapping_file import checked_mapping

PAGE = Path(__file__).parents[2] / "data" / "mappings" / "README.md"
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
SOURCE = {"source_code": "X", "title": "t"}


def test_the_page_has_its_examples() -> None:
    assert len(EXAMPLES) >= 10


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_mapping(example: str) -> None:
    mapping = checked_mapping({"source": SOURCE, **tomllib.loads(example)}, "README.md")
    assert mapping.table


@pytest.mark.parametrize("part", [CheckRule, FieldRule, Filter, PlaceRule, RepeatRule, TableRule])
def test_every_word_of_the_language_is_explained(part: type) -> None:
    words = [info.alias or name for name, info in part.model_fields.items()]
    unexplained = [
        word for word in words if not re.search(rf"`{word}\b|\b{word} =|table\.{word}\b", TEXT)
    ]
    assert unexplained == []
