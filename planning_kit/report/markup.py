"""Text on its way into HTML: invisible characters out, everything escaped."""

from __future__ import annotations

import re
from html import escape

from planning_kit.thai.normalize import clean

_UNSAFE = re.compile(r"[^a-z0-9]+")
_COUNT = re.compile(r"\bn = (?=\d)")


def text(value: object) -> str:
    """Return ``value`` as inert HTML text in its one normal spelling; “n = 40” stays on one line."""
    return _COUNT.sub("n\u00a0=\u00a0", escape(clean(str(value))))


def lines(value: object) -> str:
    """Return ``value`` as inert HTML text that keeps its line breaks."""
    return "<br>".join(text(line) for line in str(value).splitlines())


def anchor(key: str) -> str:
    """Return ``key`` as an HTML id: small Latin letters, digits and hyphens."""
    return _UNSAFE.sub("-", key.casefold()).strip("-") or "section"


def element(name: str, inner: str, **attributes: str | None) -> str:
    """Return one element; ``class_`` is class, ``data_x`` is data-x, ``None`` is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{inner}</{name}>"
