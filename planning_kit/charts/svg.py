"""A figure as inline SVG: text stays text, ids are its own, and the same data give the same bytes."""

from __future__ import annotations

import re
from io import StringIO

from matplotlib.figure import Figure

from planning_kit.charts.style import chart_style

__all__ = ["Figure", "to_svg"]

_METADATA = {"Date": None, "Creator": None, "Type": None, "Format": None}
_PROLOGUE = re.compile(r"\A.*?(?=<svg )", re.DOTALL)
_OPENING = re.compile(r"<svg .*?>", re.DOTALL)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_REFERENCE = re.compile(r'url\(#([^)]*)\)|href="#([^"]*)"')
_SPACE_BETWEEN = re.compile(r">\s*\n\s*<")


def to_svg(figure: Figure, *, prefix: str, alt: str) -> str:
    """Return ``figure`` as one ``<svg>`` element for an HTML page.

    ``alt`` is already escaped text; it becomes the accessible name. ``prefix`` starts every
    id, so that pictures on one page never borrow from each other. The picture carries its
    size in pt and shrinks with its box.
    """
    out = StringIO()
    with chart_style():
        figure.savefig(out, format="svg", metadata=_METADATA)
    drawing = _COMMENT.sub("", _PROLOGUE.sub("", out.getvalue(), count=1))
    drawing = _SPACE_BETWEEN.sub("><", drawing.strip())
    drawing = re.sub(r"<metadata>.*?</metadata>", "", drawing, flags=re.DOTALL)
    drawing = _own_ids(drawing, prefix)
    width, height = _size(drawing)
    title = f"{prefix}-title"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'role="img" aria-labelledby="{title}" viewBox="0 0 {width} {height}" '
        f'width="{width}pt" height="{height}pt"><title id="{title}">{alt}</title>'
    )
    return _OPENING.sub(lambda _found: opening, drawing, count=1)


def _own_ids(drawing: str, prefix: str) -> str:
    used = {one or other for one, other in _REFERENCE.findall(drawing)}
    drawing = _ID.sub(
        lambda found: f' id="{prefix}-{found[1]}"' if found[1] in used else "", drawing
    )
    drawing = re.sub(r"url\(#", f"url(#{prefix}-", drawing)
    return re.sub(r'href="#', f'href="#{prefix}-', drawing)


def _size(drawing: str) -> tuple[str, str]:
    found = _SIZE.search(drawing)
    if found is None:
        raise ValueError("the drawing states no size")
    return found[1], found[2]
