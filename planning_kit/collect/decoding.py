"""Bytes into Thai text: UTF-8, UTF-16 with its mark, or the old Thai code page."""

from __future__ import annotations

import codecs

from planning_kit.errors import KitError
from planning_kit.language import N_

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# cp874 is TIS-620 with the few characters that Windows added.
THAI_CODE_PAGE = "cp874"


def decode(data: bytes, encoding: str | None, file: str) -> str:
    """Return the text of a file, in the encoding named or else the one found.

    Raises ``KitError`` ``collect.unknown-encoding`` for a name that is no encoding, and
    ``collect.wrong-encoding`` where the bytes are not in it.
    """
    chosen = [encoding] if encoding else [_found_by_mark(data) or "utf-8", THAI_CODE_PAGE]
    if b"\x00" in data and chosen[0] != "utf-16" and not encoding:
        raise _not_text(file)
    for name in chosen:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
        except LookupError as error:
            raise KitError(
                "collect.unknown-encoding",
                N_("“{encoding}” is not an encoding; write utf-8, cp874 or tis-620 in the mapping"),
                encoding=name,
            ) from error
    raise _not_text(file)


def _found_by_mark(data: bytes) -> str | None:
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def _not_text(file: str) -> KitError:
    return KitError(
        "collect.wrong-encoding",
        N_(
            "“{file}” is not text in UTF-8 or TIS-620; save it as CSV UTF-8, or name its "
            "encoding in the mapping"
        ),
        file=file,
    )
