"""One picture of the plan on as many sheets as it needs: what it says is told once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from planning_kit.language import _
from planning_kit.report.picture import Picture

if TYPE_CHECKING:
    from planning_kit.charts.svg import Figure


def picture_sheets(figures: Sequence[Figure], alt: str, caption: str) -> list[Picture]:
    """Return the sheets of one picture; the text alternative stands with the first."""
    further = _("{caption}, continued", caption=caption)
    return [
        Picture(figure, f"{caption}. {alt}" if at == 0 else further, further if at else caption)
        for at, figure in enumerate(figures)
    ]


def pictured(figures: Sequence[Figure], caption: str, alt: str) -> list[Picture]:
    """Return the same as ``picture_sheets``, asked for in the order in which it is read."""
    return picture_sheets(figures, alt, caption)
