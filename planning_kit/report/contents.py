"""The contents page, filled from the sections that really are in the report."""

from __future__ import annotations

import re
from collections.abc import Mapping

from planning_kit.language import Words, _
from planning_kit.report.markup import text

PLACE = '<nav data-contents="here"></nav>'
ANCHOR = "report-contents"
_SECTION = re.compile(
    r'<section\b(?P<attributes>[^>]*\bid="(?P<id>[^"]+)"[^>]*)>\s*(?:<details>\s*<summary>\s*)?'
    r"<h(?P<level>[1-6])>(?P<title>.*?)</h(?P=level)>",
    re.DOTALL,
)
_NOT_LISTED = re.compile(r'class="(?:cover|contents)"')
_DEEPEST = 3
_COUNTED = re.compile(
    r'<section\b[^>]*\bdata-number="(chapter|appendix)"[^>]*>\s*<h[1-6]>', re.DOTALL
)
_LINK = re.compile(r'<a href="#(?P<id>[^"]+)">(?P<words>.*?)</a>', re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')
_FOLDED = re.compile(
    r'<section\b[^>]*\bid="([^"]+)"[^>]*>\s*<details>\s*<summary>.*?</summary>', re.DOTALL
)
_LETTERS = Words("กขคงจฉชซญดตถ", "ABCDEFGHIJKL")


def number_chapters(html: str) -> str:
    """Return the page with its chapters counted in order, and its appendices by letter."""
    counts = {"chapter": 0, "appendix": 0}

    def counted(found: re.Match[str]) -> str:
        kind = found[1]
        counts[kind] += 1
        if kind == "chapter":
            return f"{found[0]}{counts[kind]}. "
        letter = str(_LETTERS)[counts[kind] - 1 : counts[kind]] or str(counts[kind])
        return found[0] + text(_("Appendix {letter}:", letter=letter)) + " "

    return _COUNTED.sub(counted, html)


def unlink_absent(html: str) -> str:
    """Return the page without links to what is not in it: a chapter may stand in another."""
    there = set(_ID.findall(html))
    return _LINK.sub(lambda found: found[0] if found["id"] in there else found["words"], html)


def fill_contents(html: str) -> str:
    """Return the page with its contents list: every section of level 2 and 3, as links.

    A page without a place for it comes back as it is. Raises ``ValueError`` where two
    sections share a key, since a link could then lead to the wrong one.
    """
    seen: set[str] = set()
    items = []
    for found in _SECTION.finditer(html):
        if found["id"] in seen:
            raise ValueError(f"two sections of the report have the key {found['id']!r}")
        seen.add(found["id"])
        if _NOT_LISTED.search(found["attributes"]) or int(found["level"]) > _DEEPEST:
            continue
        kinds = f"level-{found['level']}"
        kinds += " unprinted" if "unprinted" in found["attributes"] else ""
        items.append(f'<li class="{kinds}"><a href="#{found["id"]}">{found["title"]}</a></li>')
    return html.replace(PLACE, f'<nav id="{ANCHOR}"><ol>{"".join(items)}</ol></nav>', 1)


def lead_into_folds(html: str) -> str:
    """Return the page with links to what is folded leading inside it: then a browser opens it."""
    folded = set(_FOLDED.findall(html))
    html = _FOLDED.sub(lambda found: f'{found[0]}<span id="{found[1]}-inside"></span>', html)

    def led(found: re.Match[str]) -> str:
        to = found["id"]
        return found[0].replace(f"#{to}", f"#{to}-inside", 1) if to in folded else found[0]

    return _LINK.sub(led, html)


def with_page_numbers(html: str, pages: Mapping[str, int]) -> str:
    """Return the page with sheet numbers in its contents list, for the sections in ``pages``."""
    start = html.find(f'<nav id="{ANCHOR}">')
    end = html.find("</nav>", start)
    if start < 0 or not pages:
        return html

    def numbered(found: re.Match[str]) -> str:
        at = pages.get(found["id"])
        if not at:
            return found[0]
        return found[0].replace("</a>", f'<span class="page">{at}</span></a>')

    return html[:start] + _LINK.sub(numbered, html[start:end]) + html[end:]
