"""TOML that people write (mappings, questions, manifests), read without trusting its size or depth."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from planning_kit.language import N_, Words, translate

# Long ones that people write have 50 KB.
MOST_TOML_BYTES = 1024 * 1024
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_TWICE = ("twice", "Duplicate", "overwrite", "redefine")
# Each step of a.b.c… is kept as a path of its own, so a long chain fills the memory.
_STEP = r"""(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+"""
_LONG_CHAIN = re.compile(rf"(?<![\w-]){_STEP}(?:\.[ \t]*+{_STEP}){{40}}")


class TomlFault(Exception):
    """Where a text stops being TOML: ``where`` says it in both languages."""

    def __init__(self, message_id: str, **values: object) -> None:
        super().__init__(message_id, values)
        said = [translate(message_id, language).format(**values) for language in ("th", "en")]
        self.where = Words(*said)


def toml_of(data: bytes) -> dict[str, Any]:
    """Return what the bytes of a TOML file say.

    Raises ``TomlFault``, and nothing else, for bytes that are no UTF-8, no TOML, more than
    ``MOST_TOML_BYTES``, or nested so deep that only a trick explains it.
    """
    if len(data) > MOST_TOML_BYTES:
        most = MOST_TOML_BYTES // (1024 * 1024)
        raise TomlFault(N_("it is bigger than {most} MB, as no such file is"), most=most)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        raise TomlFault(
            N_("line {row} is no text in UTF-8; save the file as UTF-8 (in Notepad: Save As)"),
            row=row,
        ) from error
    chain = _LONG_CHAIN.search(text)
    if chain is not None:
        row = text.count("\n", 0, chain.start()) + 1
        raise TomlFault(N_("in line {row} names are nested too deep"), row=row)
    return _parsed(text)


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _fault(str(error)) from error
    except RecursionError as error:
        raise TomlFault(N_("brackets are nested too deep")) from error
    except ValueError as error:
        # Of all values only a number too long to be one gets here.
        raise TomlFault(N_("a number in it is too long")) from error


def _fault(told: str) -> TomlFault:
    place = _PLACE.search(told)
    if place is None:
        return TomlFault(N_("it ends too early; close the last bracket or quotation mark"))
    row, at = place.groups()
    if any(word in told for word in _TWICE):
        return TomlFault(N_("line {row} says again what was said above; keep one"), row=row)
    return TomlFault(
        N_("line {row}, character {at}: check quotation marks, brackets and the sign = there"),
        row=row,
        at=at,
    )
