"""A closed list of answers, each with its stored code and its wording in Thai and English."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from planning_kit.language import Words


class Choices(StrEnum):
    """Base of every answer list: ``OWN = "own", "ของตนเอง", "own land"``.

    The member equals its stored code; ``.words`` is its wording.
    """

    words: Words

    def __new__(cls, code: str, th: str, en: str) -> Self:
        """Make a member from its stored code and its two wordings."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.words = Words(th, en)
        return member

    @classmethod
    def of(cls, code: str) -> Self:
        """Return the member whose stored code is ``code``. Raises ``KeyError`` for another."""
        for member in cls:
            if member.value == code:
                return member
        raise KeyError(f"{cls.__name__} has no answer {code!r}")

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the member that ``text`` names by code or by wording, or ``None``.

        Spaces and letter case do not count, because people type them freely.
        """
        wanted = _plain(text)
        for member in cls:
            if wanted in (_plain(member.value), _plain(member.words.th), _plain(member.words.en)):
                return member
        return None


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
