"""On which sheet of a print each linked place of the page lies, and how many sheets there are.

A browser notes in the PDF where every link within the page leads, by the anchor's name. Its
PDFs keep those notes as plain text; another printer's may not, and then nothing is found.
"""

from __future__ import annotations

import re

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_CATALOGUE = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Pages (\d+) 0 R")
_PLACES = re.compile(rb"/Dests (\d+) 0 R")
_PLACE = re.compile(rb"/([^\s/\[\]()<>]+)\s*\[(\d+) 0 R")


def pages_of_anchors(pdf: bytes) -> dict[str, int]:
    """Return the sheet, counted from 1, of every anchor that a link of the page leads to.

    Empty where the PDF does not say it in the way described above.
    """
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    catalogue = next((body for body in objects.values() if _CATALOGUE.search(body)), b"")
    root, places = _PAGES.search(catalogue), _PLACES.search(catalogue)
    if root is None or places is None:
        return {}
    sheets = {page: at for at, page in enumerate(_in_order(objects, int(root[1])), start=1)}
    found = _PLACE.findall(objects.get(int(places[1]), b""))
    return {name.decode("ascii", "replace"): sheets.get(int(page), 0) for name, page in found}


def count_pages(pdf: bytes) -> int:
    """Return how many sheets a PDF has; 0 where it does not say it as a browser does."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    catalogue = next((body for body in objects.values() if _CATALOGUE.search(body)), b"")
    root = _PAGES.search(catalogue)
    return len(_in_order(objects, int(root[1]))) if root else 0


def _in_order(objects: dict[int, bytes], node: int) -> list[int]:
    kids = _KIDS.search(objects.get(node, b""))
    if kids is None:
        return [node]
    return [page for kid in _REFERENCE.findall(kids[1]) for page in _in_order(objects, int(kid))]
