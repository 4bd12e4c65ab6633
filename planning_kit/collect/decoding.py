"""Bytes into Thai text: UTF-8, UTF-16 with or without its mark, or the old Thai code page."""

from __future__ import annotations

import codecs
import re

from planning_kit.errors import KitError
from planning_kit.language import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# cp874 is TIS-620 with the few characters that Windows added.
THAI_CODE_PAGE = "cp874"
# Signs that no text holds; a picture or a program is full of them.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
_SAMPLE = 64 * 1024
_LEAST_ZEROS = 2
_MOST_CONTROL_SHARE = 0.01


def decode(data: bytes, encoding: str | None, file: str) -> str:
    """Return the text of a file, in the encoding named or else the one found.

    Raises ``KitError`` ``collect.unknown-encoding`` for a name that is no encoding, and
    ``collect.wrong-encoding`` where the bytes are not in it.
    """
    return _decoded(data, encoding, file)[0]


def encoding_of(data: bytes, encoding: str | None, file: str) -> str:
    """Return the name of the encoding that fits; raises what ``decode`` raises."""
    return _decoded(data, encoding, file)[1]


def _decoded(data: bytes, encoding: str | None, file: str) -> tuple[str, str]:
    for name in (encoding,) if encoding else _candidates(data):
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        except (LookupError, ValueError) as error:
            raise _unknown(name) from error
        if not isinstance(text, str):
            # "hex" and "zip" are codecs too, but no encodings of text.
            raise _unknown(name)
        if encoding or not _is_nonsense(text):
            return text, name
    raise _not_text(file)


def _candidates(data: bytes) -> tuple[str, ...]:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if marked is not None:
        return (marked,) if marked == "utf-16" else (marked, THAI_CODE_PAGE)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        # In UTF-16 each comma and line end has a zero byte, always on the same side.
        low, high = sample[0::2].count(0), sample[1::2].count(0)
        if low + high < _LEAST_ZEROS:
            return ()
        return ("utf-16-le",) if low == 0 else ("utf-16-be",) if high == 0 else ()
    return ("utf-8", THAI_CODE_PAGE)


def _is_nonsense(text: str) -> bool:
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) > _MOST_CONTROL_SHARE * len(sample)


def _unknown(name: str) -> KitError:
    return KitError(
        "collect.unknown-encoding",
        N_("“{encoding}” is not an encoding; write utf-8, cp874 or tis-620 in the mapping"),
        encoding=name,
    )


def _not_text(file: str) -> KitError:
    return KitError(
        "collect.wrong-encoding",
        N_(
            "“{file}” is not text in UTF-8 or TIS-620; save it as CSV UTF-8, or name its "
            "encoding in the mapping"
        ),
        file=file,
    )
