"""A picture of the report: a figure that becomes inline SVG with a text alternative."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from planning_kit.language import N_, _
from planning_kit.report.markup import element, text

if TYPE_CHECKING:
    from planning_kit.charts.svg import Figure

_CM_PER_INCH = 2.54
_WIDE_FROM_CM = 13.0
_PX_PER_INCH = 96
_SMALLEST = 0.9
"""A wide picture shrinks no further: its 9 pt letters stay 11 px high on a phone."""
SWIPE = N_("Swipe the picture sideways to see the rest of it")


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
        return element("figure", caption + self._box(drawing))

    def _box(self, drawing: str) -> str:
        inches = self.figure.get_figwidth()
        if inches * _CM_PER_INCH <= _WIDE_FROM_CM:
            return element("div", drawing, class_="picture-box")
        # A box that scrolls must be reachable with the keyboard.
        return element(
            "div",
            drawing,
            class_="picture-box wide",
            style=f"--least:{inches * _PX_PER_INCH * _SMALLEST:.0f}px",
            tabindex="0",
            role="region",
            aria_label=self.caption or _("Picture"),
            data_hint=_(SWIPE),
        )

    def _repr_html_(self) -> str:
        return self.to_html()
