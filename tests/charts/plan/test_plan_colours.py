"""Every text on a coloured ground can be read; peaks are darker than the other months."""

from __future__ import annotations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from planning_kit import design
from planning_kit.charts.blocks import tint
from planning_kit.charts.shares import text_on

# A difference in lightness that is seen in grey print: 3 : 1 is asked of graphics by
# WCAG 2.2, 1.4.11; a dot marks the peak as well, so half of that is enough here.
_SEEN = 1.5


def _light(colour: str) -> float:
    rgb = np.array(to_rgb(colour))
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return float(linear @ np.array([0.2126, 0.7152, 0.0722]))


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_light(one), _light(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (design.PAPER, design.ACCENT),
        (design.INK, design.ACCENT_WASH),
        (design.ACCENT, design.ACCENT_WASH),
        (design.INK, design.WARNING_WASH),
        (design.MUTED, design.WARNING_WASH),
        (design.MUTED, design.ACCENT_WASH),
        (design.WARNING, design.WARNING_WASH),
        (design.LOSS, design.PAPER),
        (design.INK, design.SERIES[1]),
        (design.PAPER, design.SERIES[0]),
        (design.INK, tint(design.SERIES[2], 0.8)),
        (design.INK, tint(design.SERIES[1], 0.8)),
        *((text_on(colour), colour) for colour in design.SERIES),
    ],
)
def test_text_is_readable_on_its_ground(text: str, ground: str) -> None:
    # WCAG 2.2, success criterion 1.4.3.
    assert _contrast(text, ground) >= 4.5


@pytest.mark.parametrize("colour", [*design.SERIES[:4], design.LOSS, design.WARNING, design.HIDDEN])
def test_a_peak_is_darker_than_the_months_around_it(colour: str) -> None:
    pale = tint(colour, 0.42)
    assert _light(colour) < _light(pale) < _light(design.PAPER)
    assert _contrast(colour, pale) >= _SEEN
    # Months of it are told from empty ones, which are drawn on the wash.
    assert _contrast(pale, design.WASH) >= 1.2


def test_thinning_keeps_the_ends() -> None:
    assert tint("#00734f", 1) == "#00734f"
    assert tint("#00734f", 0) == "#ffffff"
