"""A web page cut into tags and texts, in one pass, however it is broken.

The parser of the standard library goes over an unclosed tag again and again, so a small
page made for it can take hours; this one never looks back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})"
    # Possessive (the last +): what was taken is never given back, so a tag without its end is
    # told in one pass. Tried again in every way, one such tag of sixty letters takes for ever.
    r"((?:\"[^\"<]{0,4000}\"|'[^'<]{0,4000}'|[^<>\"']{1,4000}){0,200}+)>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z:-]{1,40})\s{0,9}=\s{0,9}(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_WITHOUT_TEXT = {
    name: re.compile(rf"</{name}\s*>", re.IGNORECASE)
    for name in ("script", "style", "xml", "title", "textarea", "select", "noscript")
}


class Piece(NamedTuple):
    """A tag by its small name (``"/td"`` ends one), or a text (``name`` is empty)."""

    name: str
    text: str


def pieces_of(page: str) -> Iterator[Piece]:
    """Yield the tags and texts of a page; comments, scripts and declarations are passed over.

    The ``text`` of a tag is what stands in it after its name; references such as ``&amp;``
    stay as they are.
    """
    at, end = 0, len(page)
    while at < end:
        begin = page.find("<", at)
        if begin < 0:
            yield Piece("", page[at:])
            return
        if begin > at:
            yield Piece("", page[at:begin])
        if page.startswith(("<!", "<?"), begin):
            mark = "-->" if page.startswith("<!--", begin) else ">"
            close = page.find(mark, begin + 2)
            if close < 0:
                return
            at = close + len(mark)
            continue
        found = _TAG.match(page, begin)
        if found is None:
            yield Piece("", "<")
            at = begin + 1
            continue
        name = found[2].lower()
        yield Piece(found[1] + name, found[3])
        at = found.end()
        if not found[1] and name in _WITHOUT_TEXT and not found[3].endswith("/"):
            over = _WITHOUT_TEXT[name].search(page, at)
            if over is None:
                return
            at = over.end()


def attribute(text: str, name: str) -> str:
    """Return the value of an attribute in the text of a tag, ``""`` where it has none."""
    for found in _ATTRIBUTE.finditer(text):
        if found[1].lower() == name:
            return found[2].strip("\"'")
    return ""
