"""A photo of the report: the kept bytes stand in the page itself, nothing is fetched."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from planning_kit.report.markup import element, text

IMAGES = ("image/jpeg", "image/png")
"""Kinds of file that may stand in a page; an SVG could carry a script, so it may not."""


@dataclass
class Photo:
    """``content`` of ``media_type`` (one of ``IMAGES``), with ``alt`` and what stands under it.

    Raises ``ValueError`` for another kind of file or a blank ``alt``.
    """

    content: bytes
    media_type: str
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if self.media_type not in IMAGES:
            raise ValueError(f"a photo of {self.media_type!r} cannot stand in a page")
        if not self.alt.strip():
            raise ValueError("a photo needs its text alternative, alt")

    def __repr__(self) -> str:
        return f"Photo({self.caption!r})"

    def to_html(self, prefix: str = "photo") -> str:
        """Return the figure element; ``prefix`` is its id."""
        address = f"data:{self.media_type};base64,{base64.b64encode(self.content).decode()}"
        shown = f'<img src="{address}" alt="{text(self.alt)}" loading="lazy">'
        caption = element("figcaption", text(self.caption)) if self.caption else ""
        return element("figure", shown + caption, id=prefix, class_="photo")
