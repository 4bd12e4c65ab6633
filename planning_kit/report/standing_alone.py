"""A report stands alone: opening it may fetch nothing, from no place."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.thai.normalize import excerpt

_FETCHING = {
    "action",
    "background",
    "data",
    "formaction",
    "href",
    "manifest",
    "ping",
    "poster",
    "src",
    "srcset",
    "xlink:href",
}
_IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import\s+['\"]?([^'\";\s]*)", re.IGNORECASE)
_ACTIVE = {"script", "iframe", "object", "embed", "base"}


class _Requests(HTMLParser):
    """Collects whatever a browser would fetch, or run, on opening the page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in_style = tag == "style"
        if tag in _ACTIVE:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name in _FETCHING and tag not in ("a", "area"):
                self._address(value or "")
            elif name == "style":
                self._style(value or "")
            elif name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.found.append(f"{name}=")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self._style(data)

    def _style(self, rules: str) -> None:
        for one, other in _IN_STYLE.findall(rules):
            self._address(one or other)

    def _address(self, address: str) -> None:
        if not address.strip().lower().startswith(("data:", "#")):
            self.found.append(address)


def outside_requests(html: str) -> list[str]:
    """Return every address ``html`` would fetch by itself, and every active element in it.

    Links a reader must click are no requests.
    """
    parser = _Requests()
    parser.feed(html)
    parser.close()
    return parser.found


def refuse_outside_requests(html: str) -> None:
    """Raise ``KitError`` (``report.outside-request``) if ``html`` does not stand alone."""
    if found := outside_requests(html):
        raise KitError(
            "report.outside-request",
            N_(
                "The report would fetch or run something that is not in it: {what}. Take it out "
                "of the notebook; a report must open without internet."
            ),
            what=excerpt(found[0]),
        )
