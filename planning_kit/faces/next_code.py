"""Codes that people need not think up: the next of its sort."""

from __future__ import annotations

import re
from collections.abc import Iterable


def next_code(taken: Iterable[str], prefix: str, width: int) -> str:
    """Return the code after the highest of its sort: ``P16`` after ``P15``."""
    found = (re.fullmatch(rf"{re.escape(prefix)}0*(\d+)", code) for code in taken)
    highest = max((int(one[1]) for one in found if one), default=0)
    return f"{prefix}{highest + 1:0{width}}"
