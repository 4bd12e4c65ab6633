"""A paper as blocks in order; page and Word file are made from the same blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

BLANK = "........................................"
"""What stands where the records say nothing: a dotted line to write on."""
LINE = "." * 110


@dataclass(frozen=True)
class Block:
    """One part of a paper, in the language in use.

    ``kind``: space, right, center, heading, item, paragraph, line (dotted), table, signature
    or page. ``rows`` are those of a table, the first one its heading; ``widths`` its shares.
    ``role`` stands under a signature.
    """

    kind: str
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Document:
    """A paper: its ``code`` (invitation …), title and blocks; ``is_practice`` if invented.

    ``points`` is the size of its letters in a Word file.
    """

    code: str
    title: str
    blocks: tuple[Block, ...] = field(default=())
    is_practice: bool = False
    points: float = 16.0
