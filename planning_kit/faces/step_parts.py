"""What a tool is made of, declared: the page draws it and sends back what people answer.

Every part that can be answered has an ``id``, words with ``|`` between them, by which the tool
knows what was meant. ``said`` are pairs of tone and sentence shown under the part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

Part = dict[str, Any]
Tone = Literal["help", "flag", "error", "total"]
Said = Sequence[tuple[str, str]]


def head(text: str) -> Part:
    """Return a heading."""
    return {"is": "head", "text": text}


def say(text: str, tone: Tone = "help") -> Part:
    """Return a sentence."""
    return {"is": "say", "text": text, "tone": tone}


def group(title: str, parts: Iterable[Part], *, css: str = "", name: str = "") -> Part:
    """Return parts that belong together.

    ``css``: ``card`` with a frame, ``row`` side by side, ``pair`` in two columns where there
    is room, ``steps`` with answers of one width. ``name`` keeps a group that may move.
    """
    return {"is": "group", "id": name or title, "title": title, "css": css, "parts": [*parts]}


def button(name: str, text: str, *, is_main: bool = False, off: bool = False) -> Part:
    """Return a button; it answers ``True`` when pressed."""
    return {"is": "button", "id": name, "text": text, "tone": "main" if is_main else "", "off": off}


def option(value: Any, text: str, note: str = "", *, off: bool = False) -> Part:
    """Return one answer of ``picks`` or ``choice``."""
    return {"value": value, "text": text, "note": note, "off": off}


def picks(
    name: str,
    label: str,
    options: Iterable[Part],
    value: Any,
    *,
    several: bool = False,
    stays: bool = False,
    said: Said = (),
) -> Part:
    """Return a large button an answer; touched again it is taken back unless it ``stays``."""
    given = [*value] if several else value
    return {
        "is": "picks",
        "id": name,
        "label": label,
        "options": [*options],
        "value": given,
        "several": several,
        "stays": stays,
        "said": [*said],
    }


def choice(name: str, label: str, options: Iterable[Part], value: Any, *, said: Said = ()) -> Part:
    """Return a list to choose from."""
    return {
        "is": "list",
        "id": name,
        "label": label,
        "options": [*options],
        "value": "" if value is None else value,
        "said": [*said],
    }


def text(
    name: str, label: str, value: str, *, lines: int = 1, example: str = "", said: Said = ()
) -> Part:
    """Return a box to type into."""
    return {
        "is": "text",
        "id": name,
        "label": label,
        "value": value,
        "lines": lines,
        "example": example,
        "said": [*said],
    }


def count(name: str, label: str, value: Any, *, note: str = "", said: Said = ()) -> Part:
    """Return a counter with large − and +; blank where nothing is stated."""
    shown = "" if value is None else str(value)
    return {
        "is": "count",
        "id": name,
        "label": label,
        "value": shown,
        "note": note,
        "said": [*said],
    }


def sheet(label: str, heads: Sequence[str], rows: Iterable[Part], *, said: Said = ()) -> Part:
    """Return a grid of boxes; ``rows`` have ``text``, ``cells`` and, in bold, ``strong``.

    A cell is ``{"id", "value"}`` to type into, or ``{"text"}``.
    """
    return {
        "is": "sheet",
        "id": label,
        "label": label,
        "heads": [*heads],
        "rows": [*rows],
        "said": [*said],
    }


def order(
    name: str,
    label: str,
    items: Iterable[Part],
    value: Sequence[str],
    words: Mapping[str, str],
    *,
    said: Said = (),
) -> Part:
    """Return an order that is moved by buttons; the answer is the codes in their order.

    ``items`` have ``value``, ``text``, ``note`` and ``places``, those that are no departure;
    ``words`` name the buttons ``up``, ``down``, ``out`` and ``in``.
    """
    return {
        "is": "order",
        "id": name,
        "label": label,
        "items": [*items],
        "value": [*value],
        "words": dict(words),
        "said": [*said],
    }


def strip(name: str, label: str, groups: Iterable[Part], *, said: Said = ()) -> Part:
    """Return cells to paint; ``groups`` have ``head`` and ``cells``.

    A cell has ``id``, ``text``, ``on``, and may be ``part`` (painted in part) or ``busy``.
    """
    return {"is": "strip", "id": name, "label": label, "groups": [*groups], "said": [*said]}
