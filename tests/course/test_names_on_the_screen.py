"""What a step tells to press or to look for on the screen is called so there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from planning_kit.language.catalogue import CATALOGUES
from planning_kit.records import record_types, shipped_taxa
from planning_kit.records.declared_lists import DeclaredList, declared_names

COURSE = Path(__file__).resolve().parents[2] / "course"
NAMED = re.compile(r"(?:กด|แตะ|เลือก|เปิด|ข้อ|หัวข้อ|ตาราง|ช่อง|แถว|ไปที่|แล้ว|และ)\s*“\[?([^”\]{]+)")
BEFORE_A_NAME = re.compile(r"^(?:เปิดเครื่องมือ: |\d+\. |P\d\d: )")


@pytest.fixture(scope="module")
def on_the_screen() -> set[str]:
    """Every Thai wording of pages, forms, their fields, and the answers offered."""
    said: set[str] = set()
    for file in (CATALOGUES / "th").glob("*.po"):
        with file.open("rb") as texts:
            said.update(str(message.string) for message in read_po(texts, locale="th"))
    for kind in record_types():
        said.add(kind.noun.title.th)
        for spec in kind.fields():
            said.add(spec.label.th)
            said.update(one.words.th for one in spec.choices or ())
    said.update(words.th for name in DeclaredList for words in declared_names(name).values())
    said.update(one.label_th for one in shipped_taxa("agency"))
    return said


def test_names_of_the_steps_stand_on_the_screen(on_the_screen):
    named = [
        (place.parent.name, BEFORE_A_NAME.sub("", name))
        for place in sorted(COURSE.glob("*/episode.toml"))
        for step in tomllib.loads(place.read_text(encoding="utf-8"))["step"]
        if step.get("app") or step.get("quiz")
        for name in NAMED.findall(step["do"])
    ]
    assert len(named) > 50
    assert [one for one in named if one[1] not in on_the_screen] == []
