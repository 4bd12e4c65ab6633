"""A picture of the report: a figure that becomes inline SVG with a text alternative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planning_kit.report.markup import element, text

if TYPE_CHECKING:
    from planning_kit.charts.svg import Figure

_CM_PER_INCH = 2.54
_WIDE_FROM_CM = 13.0


@dataclass
class Picture:
    """``figure`` from ``planning_kit.charts``, ``alt`` its message in words, ``caption`` above it.

    ``alt`` says what the picture shows to one who cannot see it, numbers included. It is
    required: raises ``ValueError`` if blank.
    """

    figure: Figure
    alt: str
    caption: str = ""

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a picture needs its text alternative, alt")

    def __repr__(self) -> str:
        return f"Picture({self.caption!r})"

    def to_html(self, prefix: str = "picture") -> str:
        """Return the figure element; ``prefix`` keeps the ids of several pictures apart."""
        from planning_kit.charts.svg import to_svg

        drawing = to_svg(self.figure, prefix=prefix, alt=text(self.alt))
        caption = element("figcaption", text(self.caption)) if self.caption else ""
        wide = " wide" if self.figure.get_figwidth() * _CM_PER_INCH > _WIDE_FROM_CM else ""
        return element("figure", caption + element("div", drawing, class_="picture-box" + wide))

    def _repr_html_(self) -> str:
        return self.to_html()
