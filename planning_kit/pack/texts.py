"""Papers of the pack that are plain text: ``course/pack/*.md``, with what is filled in by the kit."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from planning_kit.course.markdown import rendered
from planning_kit.pack.links import GLOSSARY
from planning_kit.pack.page import book, part
from planning_kit.report.markup import anchor, element, text
from planning_kit.shipped import shipped

FOLDER = "pack"
PAPERS = ("room", "wifi", "checklists", "consent", "after_action", "field_assignment")
"""The papers that are pages of their own."""


@cache
def pack_text(name: str) -> tuple[str, str]:
    """Return title and Markdown of a paper; its first line is the title."""
    said = shipped("course", FOLDER, f"{name}.md").read_text("utf-8")
    title, _line, rest = said.partition("\n")
    return title.removeprefix("# ").strip(), rest.strip()


def text_part(name: str, up: str = "", besides: Mapping[str, str] | None = None) -> str:
    """Return a paper as a part of a book; ``besides`` is HTML for its ``{places}``."""
    title, said = pack_text(name)
    html = rendered(said, lambda target: _lead(target, up), _picture)
    html = html.replace("<li>☐ ", '<li class="check">☐ ')
    for place, inner in (besides or {}).items():
        html = html.replace(f"<p>{{{place}}}</p>", inner)
    return part(anchor(name), title, html)


def text_page(name: str, besides: Mapping[str, str] | None = None) -> str:
    """Return a paper as a page of its own."""
    large = element("div", text_part(name, "../", besides), class_="big")
    return book([large], pack_text(name)[0], practice=False)


def _lead(target: str, up: str) -> str:
    kind, _colon, name = target.partition(":")
    if kind == "term":
        return f"{up}{GLOSSARY}#{anchor(name)}"
    if kind == "paper":
        return f"{up}papers/{name}.html"
    return f"{up}{target}"


def _picture(name: str, shows: str) -> str:
    """Return a picture of the folder as HTML that holds it whole; drawings take the page's letters."""
    file = Path(shipped("course", FOLDER, name))
    if file.suffix == ".svg":
        return element("div", file.read_text("utf-8"), role="img", aria_label=shows)
    data = b64encode(file.read_bytes()).decode("ascii")
    return f'<img src="data:image/png;base64,{data}" alt="{text(shows)}">'
