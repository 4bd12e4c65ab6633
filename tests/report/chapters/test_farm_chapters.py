"""What holds for every chapter on the place, its people and its farms."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from planning_kit.language import speaking
from planning_kit.report.chapters.diversity import diversity
from planning_kit.report.chapters.land import land
from planning_kit.report.chapters.margins import margins
from planning_kit.report.chapters.people import people
from planning_kit.report.chapters.place import place
from planning_kit.report.chapters.production import production
from planning_kit.report.chapters.season import season
from planning_kit.report.chapters.standards import standards
from planning_kit.report.chapters.water import water

CHAPTERS = (place, people, land, water, production, margins, diversity, standards, season)
ALLOWED = {"n", "GAP", "PGS", "Moo"}
THAI = re.compile(r"[\u0e00-\u0e7f]")


def own_words(section: Any) -> list[str]:
    """Return every text that the package wrote: no cells, for people's crop names are there."""
    said = [section.title, *section.notes]
    for table in section.tables:
        said += [table.caption, table.note, *(column.label for column in table.columns)]
    said += [picture.caption for picture in section.pictures]
    return said + [word for inner in section.parts for word in own_words(inner)]


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_thai_page_holds_no_english(practice: Any, chapter: Callable[[Any], Any]) -> None:
    section = chapter(practice)
    sentences = [s for one in section.walk() for s in (*one.sentences, *one.evidence)]
    english = re.findall(r"[A-Za-z]+", " ".join([*own_words(section), *sentences]))
    assert set(english) <= ALLOWED


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_english_page_holds_no_thai_of_its_own(
    practice: Any, chapter: Callable[[Any], Any]
) -> None:
    with speaking("en"):
        words = own_words(chapter(practice))
    assert [word for word in words if THAI.search(word)] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_part_with_figures_names_its_source(
    practice: Any, chapter: Callable[[Any], Any]
) -> None:
    for one in chapter(practice).walk():
        if one.tables or one.pictures:
            assert any(line.startswith("ที่มา:") and "n = " in line for line in one.evidence)


@pytest.mark.parametrize("chapter", CHAPTERS[1:])
def test_the_way_of_sampling_is_said_once(practice: Any, chapter: Callable[[Any], Any]) -> None:
    notes = [note for one in chapter(practice).walk() for note in one.notes]
    assert sum("300 จาก 1,052 ครัวเรือน" in note for note in notes) == 1


def test_keys_are_unique_across_the_chapters(practice: Any) -> None:
    keys = [one.key for chapter in CHAPTERS for one in chapter(practice).walk()]
    assert len(keys) == len(set(keys))
