"""The printed report: the page as PDF, printed by a browser that is already on the machine."""

from __future__ import annotations

import tempfile
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.report.browser import find_browser, made_by_browser
from planning_kit.report.contents import with_page_numbers
from planning_kit.report.pdf_pages import pages_of_anchors

__all__ = ["find_browser", "print_pdf"]

# Bookmarks for the reader's side bar, and tags, so that a voice can read the book aloud.
_BOOK = ("--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf")


def print_pdf(html_path: Path | str, pdf_path: Path | str) -> Path:
    """Print the page at ``html_path`` to ``pdf_path`` and return it.

    A4, with page numbers and margins as the page itself asks for, and bookmarks. A page with
    a contents list is printed twice: the first print tells on which sheet each chapter begins,
    the second has the numbers in the list. Raises ``KitError`` where no browser is installed
    (``report.no-browser``) or it does not print (``report.not-printed``).
    """
    page, out = Path(html_path), Path(pdf_path)
    browser = find_browser()
    if browser is None:
        raise KitError(
            "report.no-browser",
            N_(
                "A PDF needs Chrome, Edge or Chromium, and none was found on this machine. "
                "Install one, or open {page} in any browser and print it from there."
            ),
            page=str(page),
        )
    made_by_browser(browser, page, out, "--print-to-pdf", *_BOOK)
    numbers = pages_of_anchors(out.read_bytes())
    text = page.read_text(encoding="utf-8")
    numbered = with_page_numbers(text, numbers)
    if numbered != text:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            again = Path(folder, "numbered.html")
            again.write_text(numbered, encoding="utf-8", newline="\n")
            made_by_browser(browser, again, out, "--print-to-pdf", *_BOOK)
    return out
