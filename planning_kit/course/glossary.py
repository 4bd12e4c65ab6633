"""The words of planning, explained plainly: ``course/glossary.toml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from planning_kit.language import Words
from planning_kit.records.toml_file import toml_of
from planning_kit.shipped import shipped

GLOSSARY_FILE = "glossary.toml"


@dataclass(frozen=True)
class Term:
    """A word of planning and what it means."""

    code: str
    word: Words
    means: Words


@cache
def glossary() -> dict[str, Term]:
    """Return the terms by code, in the order of the file."""
    said = toml_of(shipped("course", GLOSSARY_FILE).read_bytes())
    return {code: Term(code, Words(**one["word"]), Words(**one["means"]))
            for code, one in said.items()}  # fmt: skip
