"""Area codes: text of 2, 4, 6 or 8 digits, never numbers."""

from __future__ import annotations

import re

from planning_kit.areas.area import Level
from planning_kit.errors import ReadingError
from planning_kit.language import N_

LEVEL_OF_LENGTH = {2: Level.PROVINCE, 4: Level.AMPHOE, 6: Level.TAMBON, 8: Level.VILLAGE}

_CODE = re.compile(r"(?:[0-9]{2}){1,4}")
_HIGHEST_MOO = 99


def read_code(code: object) -> str:
    """Return an area code as plain text of 2, 4, 6 or 8 Arabic digits.

    Thai digits and spaces around the code are read. Raises ``ReadingError``
    ``areas.code-not-text`` for a number, ``areas.not-a-code`` for any other text.
    """
    if not isinstance(code, str):
        raise ReadingError(
            "areas.code-not-text",
            N_(
                "Area codes are text, not numbers: {code} came as a number. "
                'Put it in quotation marks ("{code}"), or set the column to text in Excel.'
            ),
            code=code,
        )
    from planning_kit.thai.digits import to_arabic_digits

    digits = to_arabic_digits(code.strip())
    if not _CODE.fullmatch(digits):
        raise ReadingError(
            "areas.not-a-code",
            N_(
                "“{code}” is not an area code: a province has 2 digits, an amphoe 4, "
                "a tambon 6 and a village 8."
            ),
            code=code,
        )
    return digits


def looks_like_code(text: str) -> bool:
    """Tell whether ``text`` has the shape of an area code, in Thai or Arabic digits."""
    from planning_kit.thai.digits import to_arabic_digits

    return _CODE.fullmatch(to_arabic_digits(text.strip())) is not None


def village_code(tambon_code: str, moo: int) -> str:
    """Return the 8-digit code of village number ``moo`` (1 to 99) of a tambon.

    Only the form is checked here, not whether the tambon exists.
    Raises ``ReadingError`` for a code that is not a tambon's, or a moo out of range.
    """
    digits = read_code(tambon_code)
    if len(digits) != 6:
        raise ReadingError(
            "areas.not-a-tambon-code",
            N_("“{code}” is not a tambon code: a tambon has 6 digits."),
            code=tambon_code,
        )
    if isinstance(moo, bool) or not isinstance(moo, int) or not 1 <= moo <= _HIGHEST_MOO:
        raise ReadingError(
            "areas.bad-village-number",
            N_(
                "Village number {moo} of tambon {code} is not possible: "
                "a village (moo) has a whole number from 1 to 99."
            ),
            moo=moo,
            code=digits,
        )
    return f"{digits}{moo:02d}"


def split_village_code(code: str) -> tuple[str, int]:
    """Return the tambon code and the village number of an 8-digit village code.

    Raises ``ReadingError`` for another length, and for village 00, which marks the
    tambon itself in the national code standard.
    """
    digits = read_code(code)
    if len(digits) != 8:
        raise ReadingError(
            "areas.not-a-village-code",
            N_("“{code}” is not a village code: a village has 8 digits."),
            code=code,
        )
    tambon, moo = digits[:6], int(digits[6:])
    if moo == 0:
        raise ReadingError(
            "areas.village-zero",
            N_(
                "Village code {code} ends in 00, which marks the whole tambon. "
                "Give the tambon code {tambon}, or the village's own number."
            ),
            code=digits,
            tambon=tambon,
        )
    return tambon, moo
