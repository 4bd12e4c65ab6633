"""The colours of data keep apart for colour-blind eyes, and every text can be read."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from planning_kit import design
from planning_kit.charts.shares import text_on

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# sRGB to CIE XYZ, D65 (IEC 61966-2-1).
XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
# A difference of 10 in CIE L*a*b* is seen at a glance; bars side by side need more.
LEAST_DIFFERENCE = 25


def _linear(colour: str) -> np.ndarray:
    rgb = np.array(to_rgb(colour))
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    scaled = XYZ @ np.clip(linear, 0, 1) / np.array([0.95047, 1.0, 1.08883])
    x, y, z = np.where(scaled > 216 / 24389, np.cbrt(scaled), (24389 / 27 * scaled + 16) / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def _contrast(one: str, other: str) -> float:
    light = sorted(float(XYZ[1] @ _linear(colour)) for colour in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


@pytest.mark.parametrize("kind", BLINDNESS)
def test_series_can_be_told_apart(kind: str) -> None:
    seen = {colour: _lab(BLINDNESS[kind] @ _linear(colour)) for colour in design.SERIES}
    close = {
        (one, other): round(float(np.linalg.norm(seen[one] - seen[other])))
        for one, other in combinations(design.SERIES, 2)
    }
    assert min(close.values()) >= LEAST_DIFFERENCE, close


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (design.INK, design.PAPER),
        (design.INK, design.WASH),
        (design.MUTED, design.PAPER),
        (design.ACCENT, design.PAPER),
        (design.ACCENT, design.ACCENT_WASH),
        (design.LOSS, design.PAPER),
        (design.WARNING, design.WARNING_WASH),
        (design.WARNING, design.PAPER),
        *((text_on(colour), colour) for colour in design.SERIES),
    ],
)
def test_text_is_readable(text: str, ground: str) -> None:
    # WCAG 2.2, success criterion 1.4.3.
    assert _contrast(text, ground) >= 4.5
