"""Cards, signs and scenes to cut out, whose texts stand in the lesson; and the case as groups get it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from planning_kit.course.markdown import listed_texts
from planning_kit.language import Words
from planning_kit.records import record_type
from planning_kit.records.taxonomies import shipped_taxa
from planning_kit.report.paper_form_blanks import answers_of

ANSWER = "คำตอบที่ดี"
"""The heading in a group case of what only the facilitator reads."""
SOURCES = ("from", "says", "answers")
"""Where the texts of a set may come from, one of them: see ``course/README.md``."""
_HEADING = re.compile(r"^(#{2,4}) +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True)
class CardSet:
    """Cards of one kind, a set for each ``group`` or for the ``room``.

    ``is_large``: a sign for the wall, read from the last row. ``is_mixed``: groups put them in
    order, so they are printed in another one and without numbers.
    """

    code: str
    title: Words
    each: str
    texts: tuple[str, ...]
    is_large: bool = False
    is_mixed: bool = False


def parts_of(markdown: str) -> Iterator[tuple[str, str]]:
    """Yield each heading with what stands below it; what stands before the first is under ""."""
    before, *rest = _HEADING.split(markdown)
    yield "", before.strip()
    for _level, heading, said in zip(rest[::3], rest[1::3], rest[2::3], strict=True):
        yield heading, said.strip()


def case_for_groups(markdown: str, cut_out: Collection[str]) -> str:
    """Return a group case without its answer and without what is ``cut_out`` as cards."""
    kept = ((heading, said) for heading, said in parts_of(markdown)
            if heading != ANSWER and heading not in cut_out)  # fmt: skip
    return "\n\n".join(f"### {heading}\n\n{said}" if heading else said for heading, said in kept)


def texts_of(row: Mapping[str, Any], texts: Collection[str]) -> tuple[str, ...]:
    """Return the texts of a ``[[cards]]``; ``texts`` are the Markdown of lesson and handout.

    ``from``: the items of the list, or the first column of the table, that comes first under
    this heading. ``says``: the texts themselves. ``answers``: the answers of a record's field.
    ``()`` where there are none.
    """
    if "says" in row:
        return tuple(map(str, row["says"]))
    if "answers" in row:
        return tuple(_answers(str(row["answers"])))
    parts = (part for text in texts for part in parts_of(text))
    said = next((said for heading, said in parts if heading == row.get("from")), "")
    return tuple(listed_texts(said))


def _answers(name: str) -> list[str]:
    record, _dot, field = name.partition(".")
    try:
        spec = record_type(record).field(field)
    except KeyError:
        return []
    if spec.taxonomy:
        taxa = shipped_taxa(spec.taxonomy)
        return [str(one.label_th) for one in taxa if one.code and not one.is_retired]
    return [words.th for _code, words in answers_of(spec)]
