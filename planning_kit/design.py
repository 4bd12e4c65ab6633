"""Design tokens: the few colours, sizes and spaces of everything the kit shows.

Charts, the report page, apps, slides and Word styles all read them here, so that they
look like one family. The colours of data follow Okabe and Ito (2008, "Color Universal
Design"), darkened where they must carry text; a test simulates three kinds of colour
blindness and measures every pair, and the contrast of every text (WCAG 2.2, 4.5 : 1).
"""

from __future__ import annotations

FONT = "Sarabun"
FONT_STACK = f"{FONT}, 'Noto Sans Thai', 'Leelawadee UI', Thonburi, sans-serif"

# --- neutral -----------------------------------------------------------------------
PAPER = "#FFFFFF"
INK = "#1F2A30"
MUTED = "#55626B"
RULE = "#D5DBDD"
WASH = "#F3F6F4"

# --- the kit's own colour, and what it says about data --------------------------------
ACCENT = "#00614A"
ACCENT_WASH = "#E4F0EB"
LOSS = "#A13A00"
WARNING = "#6B4300"
WARNING_WASH = "#FFF1D0"

SERIES = ("#00734F", "#E69F00", "#56B4E9", "#6B2A6E", "#D9C9A3")
"""Colours of data in order of use; the first alone wherever one is enough."""
QUIET = "#A9B5B4"
"""Data that stands beside the message: last year, the province, the whole."""
HIDDEN = "#7C8A90"
"""Outline and hatching of what is hidden to protect people."""

# --- text: px on screen (16 = body), pt on paper and in charts -------------------------
SCREEN_TEXT = 17
SCREEN_SMALL = 16
PAPER_TEXT = 11.0
PAPER_SMALL = 9.0
PAPER_TITLE = 26.0
CHART_TEXT = 10.0
CHART_SMALL = 9.0
HEADING_SCALE = (2.0, 1.55, 1.25, 1.08)
"""Heading sizes h1 to h4 as multiples of the body text."""
LINE_HEIGHT = 1.65
"""Thai needs room for two floors of marks above the line and one below."""

# --- measures ------------------------------------------------------------------------
LINE_LENGTH_CH = 68
SPACE = 8
"""The unit of white space in px; every gap is a multiple."""
RADIUS = 6
CHART_WIDTH_CM = 11.0
PAGE = "A4"
PAGE_MARGINS_CM = (2.5, 2.0, 2.2, 3.0)
"""Top, right, bottom, left: the left one leaves room for binding."""
