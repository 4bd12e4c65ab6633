"""The number of a village (หมู่ที่) within its tambon."""

from __future__ import annotations

import re

from planning_kit.errors import ReadingError
from planning_kit.language import N_
from planning_kit.thai.digits import to_arabic_digits
from planning_kit.thai.normalize import clean, excerpt
from planning_kit.thai.numbers import is_blank

_MOO = re.compile(
    r"(?:(?:หมู่บ้านที่|หมู่บ้าน|หมู่ที่|หมู่|ม\.|moo\b\.?|village\b) ?(?P<named>[0-9]{1,3})"
    r"(?:(?: |,) ?(?:บ้าน|บ\.|ban\b).*)?|(?P<alone>[0-9]{1,3})(?:\.0+)?)",
    re.IGNORECASE,
)


def read_moo(text: str | int | float | None) -> int | None:
    """Read a village number, 1 to 99; ``None`` for a blank or a lone dash.

    ``"หมู่ที่ 3"``, ``"ม.3"``, ``"หมู่ 3 บ้านดอน"``, ``"๓"``, ``3``. Raises
    ``ReadingError`` for everything else; 0 is not a village, since 00 stands for the
    tambon itself in the eight-digit codes.
    """
    if is_blank(text):
        return None
    match = _MOO.fullmatch(to_arabic_digits(clean(str(text))))
    moo = int(match["named"] or match["alone"]) if match else 0
    if isinstance(text, bool) or not 1 <= moo <= 99:
        raise ReadingError(
            "thai.moo-unreadable",
            N_(
                "“{text}” cannot be read as a village number (หมู่ที่). Write หมู่ที่ 3 or just "
                "3, from 1 to 99."
            ),
            text=excerpt(text),
        )
    return moo
