"""The sections of the report that a tool changes, made anew after it has saved.

A notebook hands the tool its chapters (``kit.hand_count(workbook, kit.priorities)``): what
stands on the page is replaced there, so that tool and report show the same section.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from planning_kit.errors import KitError
from planning_kit.workbook import Workbook

Chapter = Callable[[Workbook], Any]
"""A function of the front door that makes a section, or ``None`` where there is none."""


def redrawn(workbook: Workbook, chapters: Sequence[Chapter]) -> list[tuple[str, str]]:
    """Return anchor and HTML of every section that can be made now.

    One that cannot is replaced by the sentence that says why.
    """
    found = []
    for chapter in chapters:
        try:
            section = chapter(workbook)
        except KitError as error:
            found.append(("", f"<p>{escape(error.say())}</p>"))
            continue
        if section is not None:
            found.append((str(section.key), str(section._repr_html_())))
    return found
