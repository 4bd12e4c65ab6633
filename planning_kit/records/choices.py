"""A closed list of answers, each with its stored code and its wording in Thai and English."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Any, Self

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
        return _said_by(cls).get(_plain(text))


@cache
def _said_by(kind: type[Choices]) -> dict[str, Any]:
    """Return what each wording means; one that two members share means the first of them."""
    known: dict[str, Any] = {}
    for member in kind:
        for text in (member.value, member.words.th, member.words.en):
            known.setdefault(_plain(text), member)
    return known


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()
