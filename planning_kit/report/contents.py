"""The contents page, filled from the sections that really are in the report."""

from __future__ import annotations

import re

PLACE = '<nav data-contents="here"></nav>'
ANCHOR = "report-contents"
_SECTION = re.compile(
    r'<section\b(?P<attributes>[^>]*\bid="(?P<id>[^"]+)"[^>]*)>\s*'
    r"<h(?P<level>[1-6])>(?P<title>.*?)</h(?P=level)>",
    re.DOTALL,
)
_NOT_LISTED = re.compile(r'class="(?:cover|contents)"')
_DEEPEST = 3


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
        items.append(
            f'<li class="level-{found["level"]}"><a href="#{found["id"]}">{found["title"]}</a></li>'
        )
    return html.replace(PLACE, f'<nav id="{ANCHOR}"><ol>{"".join(items)}</ol></nav>', 1)
