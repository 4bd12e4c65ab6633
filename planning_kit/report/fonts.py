"""Sarabun inside the page: cut down to the letters a report can hold, as woff2 in base64."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from io import BytesIO

import fontpkg_sarabun
from fontTools import subset
from fontTools.ttLib import TTFont

from planning_kit import design

WEIGHTS = {400: "Regular", 700: "Bold"}
_LETTERS = (
    range(0x20, 0x7F),
    range(0xA0, 0x100),
    range(0x0E01, 0x0E5C),
    range(0x2010, 0x2028),
    range(0x2030, 0x203B),
    (0x20AC, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265, 0x25CC),
)


@cache
def font_data(weight: int) -> bytes:
    """Return Sarabun of ``weight`` (400 or 700) as woff2: Thai, Latin and punctuation.

    The same bytes every time; made once a process. Raises ``KeyError`` for another weight.
    """
    options = subset.Options()
    options.layout_features = ["*"]
    options.flavor = "woff2"
    options.hinting = False
    options.notdef_outline = True
    path = fontpkg_sarabun.ROOT / "files" / f"Sarabun-{WEIGHTS[weight]}.ttf"
    with TTFont(path, recalcTimestamp=False) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[letter for letters in _LETTERS for letter in letters])
        cutter.subset(font)
        out = BytesIO()
        font.flavor = "woff2"
        font.save(out)
    return out.getvalue()


@cache
def font_faces() -> str:
    """Return the ``@font-face`` rules of the page, fonts included."""
    return "\n".join(
        f"@font-face{{font-family:'{design.FONT}';font-weight:{weight};font-style:normal;"
        f"src:url(data:font/woff2;base64,{b64encode(font_data(weight)).decode('ascii')}) "
        "format('woff2')}"
        for weight in WEIGHTS
    )
