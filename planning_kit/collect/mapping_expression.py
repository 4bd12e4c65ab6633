"""Sums over columns: ``[bags] * [kg a bag] - 10``, with + − × ÷, brackets and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai import clean, to_arabic_digits
from planning_kit.thai.normalize import excerpt

# A column whose name holds spaces, dots or signs stands in square brackets.
_TOKEN = re.compile(r"\s*(?:\[([^\]]+)\]|([0-9]+(?:\.[0-9]+)?)|([^\W\d]\w*)|([-+*/×÷−()]))")
_SIGNS = {"×": "*", "÷": "/", "−": "-"}
_SHOWN = {"*": "×", "/": "÷", "-": "−"}
_DEEPEST = 50
_MOST_WORDS = 200

Read = Callable[[str], Decimal | None]


@dataclass(frozen=True)
class _Number:
    value: Decimal

    def work_out(self, read: Read) -> Decimal | None:
        return self.value

    def columns(self) -> tuple[str, ...]:
        return ()


@dataclass(frozen=True)
class _Column:
    name: str

    def work_out(self, read: Read) -> Decimal | None:
        return read(self.name)

    def columns(self) -> tuple[str, ...]:
        return (self.name,)


@dataclass(frozen=True)
class _Operation:
    sign: str
    left: Expression
    right: Expression

    def work_out(self, read: Read) -> Decimal | None:
        left, right = self.left.work_out(read), self.right.work_out(read)
        if left is None or right is None:
            return None
        if self.sign == "/":
            return _divided(left, right)
        return {"+": left + right, "-": left - right, "*": left * right}[self.sign]

    def columns(self) -> tuple[str, ...]:
        return (*self.left.columns(), *self.right.columns())


Expression = _Number | _Column | _Operation


def _divided(left: Decimal, right: Decimal) -> Decimal | None:
    # Nothing divided by nothing (no sales in no bags) states nothing.
    if right == 0 and left == 0:
        return None
    if right == 0:
        raise KitError(
            "collect.divided-by-zero",
            N_("The mapping divides {number} by zero; check the figures of this row"),
            number=left,
        )
    return left / right


@cache
def parse(text: str) -> Expression:
    """Return the expression written in ``text``.

    Raises ``KitError`` ``collect.mapping-bad-sum`` for anything but numbers, columns,
    + − × ÷ (also ``* /``) and brackets.
    """
    reader = _Reader(text)
    found = reader.sum_of(0)
    if reader.tokens:
        raise _bad(text, reader.tokens[0][1])
    return found


@cache
def columns_in(text: str) -> tuple[str, ...]:
    """Return the columns an expression reads; none where it cannot be read at all."""
    try:
        return tuple(dict.fromkeys(parse(text).columns()))
    except KitError:
        return ()


def as_heading(text: str) -> str:
    """Return an expression as a person reads it: “bags × kg a bag − 10”."""
    try:
        tokens = _tokens(text)
    except KitError:
        return text
    words = (_SHOWN.get(word, word) if kind == "sign" else word for kind, word in tokens)
    return " ".join(words).replace("( ", "(").replace(" )", ")")


class _Reader:
    """Reads by the usual order: brackets, then × ÷, then + −."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _tokens(text)

    def sum_of(self, depth: int) -> Expression:
        left = self._product(depth)
        while self._next_sign() in ("+", "-"):
            left = _Operation(self._taken(), left, self._product(depth))
        return left

    def _product(self, depth: int) -> Expression:
        left = self._single(depth)
        while self._next_sign() in ("*", "/"):
            left = _Operation(self._taken(), left, self._single(depth))
        return left

    def _single(self, depth: int) -> Expression:
        if not self.tokens or depth > _DEEPEST:
            raise _bad(self.text, "")
        kind, word = self.tokens.pop(0)
        if kind == "number":
            return _Number(Decimal(word))
        if kind == "column":
            return _Column(word)
        if word == "-":
            return _Operation("-", _Number(Decimal(0)), self._single(depth + 1))
        if word != "(":
            raise _bad(self.text, word)
        inner = self.sum_of(depth + 1)
        if self._next_sign() != ")":
            raise _bad(self.text, self.tokens[0][1] if self.tokens else "")
        self._taken()
        return inner

    def _next_sign(self) -> str:
        return self.tokens[0][1] if self.tokens and self.tokens[0][0] == "sign" else ""

    def _taken(self) -> str:
        return self.tokens.pop(0)[1]


def _tokens(text: str) -> list[tuple[str, str]]:
    text = to_arabic_digits(text).rstrip()
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise _bad(text, text[at:].strip()[:20])
        bracketed, number, name, sign = match.groups()
        if number is not None:
            found.append(("number", number))
        elif sign is not None:
            found.append(("sign", _SIGNS.get(sign, sign)))
        else:
            found.append(("column", clean(bracketed or name)))
        at = match.end()
        if len(found) > _MOST_WORDS:
            raise _bad(text, "…")
    return found


def _bad(text: str, at: str) -> KitError:
    return KitError(
        "collect.mapping-bad-sum",
        N_(
            "“{text}” cannot be worked out (at “{at}”); use columns in square brackets, numbers, "
            "+ - * / and round brackets"
        ),
        text=excerpt(text),
        at=at or "…",
    )
