"""The Markdown of lessons: rendered, its links found and led to where they go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import mistune

_PLUGINS = ["table"]
_HTML = {"block_html", "inline_html"}


def rendered(
    text: str,
    lead: Callable[[str], str],
    picture: Callable[[str, str], str] | None = None,
    *,
    lower: int = 0,
    by_line: bool = False,
) -> str:
    """Return Markdown as HTML; ``lead`` gives the address of a link's target, "" for none.

    ``picture`` gives a picture as HTML by its file and what it shows; without it none is shown.
    Headings stand ``lower`` by so many levels than they are written. ``by_line`` keeps the lines
    of a paragraph apart.
    """

    class Renderer(mistune.HTMLRenderer):
        def link(self, text: str, url: str, title: str | None = None) -> str:
            address = lead(url)
            return f'<a href="{mistune.escape(address)}">{text}</a>' if address else text

        def heading(self, text: str, level: int, **attrs: Any) -> str:
            return f"<h{level + lower}>{text}</h{level + lower}>\n"

        def softbreak(self) -> str:
            return "<br>\n" if by_line else "\n"

        def image(self, text: str, url: str, title: str | None = None) -> str:
            if picture is None:
                return ""
            shown = picture(url, text)
            return f'<figure class="picture">{shown}<figcaption>{text}</figcaption></figure>'

        def table(self, text: str) -> str:
            return f'<div class="table-box full"><table>{text}</table></div>\n'

    found = mistune.create_markdown(renderer=Renderer(escape=True), plugins=_PLUGINS)(text)
    return str(found)


def link_targets(text: str) -> list[str]:
    """Return what the links of a text lead to, in order."""
    return [one["attrs"]["url"] for one in _tokens(text) if one["type"] == "link"]


def holds_html(text: str) -> bool:
    """Tell whether there is HTML or a picture in a text, of which neither is printed."""
    return any(one["type"] in _HTML | {"image"} for one in _tokens(text))


def plain_lines(text: str) -> list[str]:
    """Return the words of each paragraph, list item, heading and cell, without marks."""
    lines: list[str] = []
    line = ""
    for one in _tokens(text):
        if one["type"] in ("text", "codespan"):
            line += one["raw"]
        elif one["type"] in ("softbreak", "linebreak"):
            line += "\n"
        elif one["type"] not in ("strong", "emphasis", "link", *_HTML):
            lines, line = [*lines, line], ""
    return [one.strip() for one in (*lines, line) if one.strip()]


def listed_texts(text: str) -> list[str]:
    """Return the items of the first list, or the first column of the first table.

    Where there is neither, all quotes together are one text, a line for each.
    """
    blocks: Any = mistune.create_markdown(renderer=None, plugins=_PLUGINS)(text)
    for one in blocks:
        if one["type"] == "list":
            return [_words(item) for item in one["children"]]
        if one["type"] == "table":
            _head, body = one["children"]
            return [_words(row["children"][0]) for row in body["children"]]
    quotes = [_words(one) for one in blocks if one["type"] == "block_quote"]
    return ["\n".join(quotes)] if quotes else []


def _words(token: dict[str, Any]) -> str:
    said = (one["raw"] for one in _walked([token]) if one["type"] in ("text", "codespan"))
    return "".join(said).strip()


def _tokens(text: str) -> Iterator[dict[str, Any]]:
    parsed = mistune.create_markdown(renderer=None, plugins=_PLUGINS)(text)
    yield from _walked(parsed)  # type: ignore[arg-type]


def _walked(tokens: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for one in tokens:
        yield one
        yield from _walked(one.get("children", []))
