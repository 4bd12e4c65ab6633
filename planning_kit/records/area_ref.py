"""A record of another plan area, named “AREA/CODE”: "670101/P01" is problem P01 of 670101.

Codes are short and each workbook's own, so above the tambon a code says nothing without its area.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

_REF = re.compile(r"([0-9A-Za-z][0-9A-Za-z_-]{0,39})/(\S(?:.*\S)?)")


class AreaRef(NamedTuple):
    """A plan area's id and the code of one of its records."""

    area: str
    code: str

    def __str__(self) -> str:
        return f"{self.area}/{self.code}"


def area_ref(area: object, code: object) -> str:
    """Return "AREA/CODE"."""
    return f"{area}/{code}"


def read_ref(text: object) -> AreaRef | None:
    """Return the parts of "AREA/CODE", ``None`` where a text is not of that shape.

    A code may hold a stroke itself; the first one parts it from its area.
    """
    found = _REF.fullmatch(str(text).strip()) if text is not None else None
    return AreaRef(found[1], found[2]) if found else None


def not_refs(texts: Iterable[object]) -> tuple[str, ...]:
    """Return those of ``texts`` that are no "AREA/CODE", in their order."""
    return tuple(str(text) for text in texts if read_ref(text) is None)
