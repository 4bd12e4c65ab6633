"""A section: title, sentences, tables, pictures and where it all comes from.

Page, Word file and spreadsheet show the same ``Section``, so they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from planning_kit.report.contents import PLACE
from planning_kit.report.markup import anchor, element, text
from planning_kit.report.photo import Photo
from planning_kit.report.picture import Picture
from planning_kit.report.table import Table


class Layout(StrEnum):
    """How a section lies on the page.

    ``COVER`` fills the first sheet; ``CONTENTS`` is filled with links when the page is
    made; ``SHEET`` starts a new sheet (a chapter, the one-page summary); ``LANDSCAPE`` fills
    sheets of its own, turned on their side, for a table too wide to stand; ``FLOW`` goes on.
    """

    COVER = "cover"
    CONTENTS = "contents"
    SHEET = "sheet"
    LANDSCAPE = "landscape"
    FLOW = "flow"


class Numbering(StrEnum):
    """How a chapter is counted when the page is made; no number is typed in a title.

    ``CHAPTER`` by 1, 2, 3 in order of the page; ``APPENDIX`` by letters.
    """

    CHAPTER = "chapter"
    APPENDIX = "appendix"


@dataclass(frozen=True)
class Fact:
    """One figure written large: ``value`` as it is shown, what it counts, and a remark."""

    value: str
    label: str
    note: str = ""


@dataclass
class Section:
    """One section; every text is plain text in the language in use and is escaped here.

    ``key`` is the anchor (small Latin letters, digits, hyphens), unique in the report.
    ``level`` 1-5 is the heading's; ``numbering`` counts a chapter of the book. ``facts``,
    ``sentences`` (a paragraph each), ``pictures``, ``photos``, ``tables``, ``evidence`` (a
    line each), ``notes`` and ``parts`` follow in this order; ``parts`` are sections of their
    own, shown one level down. ``folded`` shows the title alone on a screen until it is touched;
    paper shows the whole. ``on_screen_only`` leaves it out on paper.
    """

    key: str
    title: str
    level: int = 2
    layout: Layout = Layout.FLOW
    numbering: Numbering | None = None
    facts: list[Fact] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    evidence: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    parts: list[Section] = field(default_factory=list)
    folded: bool = False
    on_screen_only: bool = False

    def __repr__(self) -> str:
        return f"Section({self.key!r})"

    def walk(self) -> Iterator[Section]:
        """Yield this section and every part below it, in order of reading."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def _repr_html_(self) -> str:
        return self._html(self.level)

    def _html(self, level: int) -> str:
        key = anchor(self.key)
        title = element(f"h{min(level, 6)}", text(self.title))
        pieces = [self._facts()]
        pieces += [element("p", text(sentence)) for sentence in self.sentences]
        if self.layout == Layout.CONTENTS:
            pieces.append(PLACE)
        pieces += [
            picture.to_html(f"{key}-{number}")
            for number, picture in enumerate(self.pictures, start=1)
        ]
        pieces += [
            photo.to_html(f"{key}-photo-{number}")
            for number, photo in enumerate(self.photos, start=1)
        ]
        pieces += [table._repr_html_() for table in self.tables]
        pieces += [element("p", text(line), class_="evidence") for line in self.evidence]
        pieces += [element("p", text(note), class_="note") for note in self.notes]
        pieces += [part._html(level + 1) for part in self.parts]
        counted = str(self.numbering) if self.numbering else None
        inner = title + "".join(pieces)
        kinds = str(self.layout)
        if self.folded:
            inner = element("details", element("summary", title) + "".join(pieces))
            kinds += " folded"
        if self.on_screen_only:
            kinds += " unprinted"
        return element("section", inner, id=key, class_=kinds, data_number=counted)

    def _facts(self) -> str:
        if not self.facts:
            return ""
        items = "".join(
            element(
                "div",
                element("dt", text(fact.label))
                + element("dd", text(fact.value), class_="value")
                + (element("dd", text(fact.note), class_="remark") if fact.note else ""),
            )
            for fact in self.facts
        )
        return element("dl", items, class_="facts")
