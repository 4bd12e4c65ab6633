"""Both languages are whole: Thai pages hold no English word, English ones no Thai but names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.comparison import comparison
from planning_kit.report.chapters.environment import environment
from planning_kit.report.chapters.groups import groups
from planning_kit.report.chapters.hazards import hazards
from planning_kit.report.chapters.income import income
from planning_kit.report.chapters.inequality import inequality
from planning_kit.report.chapters.villages import villages

CHAPTERS = [comparison, environment, groups, hazards, income, inequality, villages]
ALLOWED = {"n", "GAP", "PGS", "UTM"}
TYPED = {
    "source": ("title", "publisher"),
    "village": ("name",),
    "hazard": ("crop", "crop_group"),
    "group": ("name", "products", "results", "needs"),
    "natural_resource": ("name", "keeper", "issue"),
    "capital": ("name", "description", "potential"),
    "crop_budget": ("product",),
}


def words(section: Any) -> Iterator[str]:
    """Yield every text of a section that a reader sees."""
    for one in section.walk():
        yield from (one.title, *one.sentences, *one.evidence, *one.notes)
        for picture in one.pictures:
            yield from (picture.caption, picture.alt)
        for table in one.tables:
            yield from (table.caption, table.note)
            yield from (column.label for column in table.columns)
            yield from (cell for row in table.cells() for cell in row)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_thai_page_holds_no_english_word(chapter: Callable[[Any], Any], practice: Any) -> None:
    said = "\n".join(words(chapter(practice)))
    assert set(re.findall(r"[A-Za-z]+", said)) <= ALLOWED
    assert "{" not in said


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_english_page_holds_no_thai_but_names(chapter: Callable[[Any], Any], practice: Any) -> None:
    with speaking("en"):
        said = "\n".join(words(chapter(practice)))
    names = {
        str(getattr(row, field))
        for record, fields in TYPED.items()
        for row in practice.records(record)
        for field in fields
        if getattr(row, field)
    }
    for name in sorted(names, key=len, reverse=True):
        said = said.replace(name, "")
    assert re.findall(r"[\u0e00-\u0e7f]+", said) == []
    assert "{" not in said
