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

Maker = Callable[..., Any]
Chapter = Maker | tuple[Any, ...]
"""A function of the front door that makes a section, or ``None`` where there is none; or a
tuple of it with what it is given after the workbook."""


def redrawn(workbook: Workbook, chapters: Sequence[Chapter]) -> list[tuple[str, str]]:
    """Return anchor and HTML of every section as it is now, blank where there is none.

    One that cannot be made is the sentence that says why.
    """
    found = []
    for chapter in chapters:
        make, *given = chapter if isinstance(chapter, tuple) else (chapter,)
        # A chapter that may be missing has its own name as its anchor.
        anchor = str(make.__name__).replace("_", "-")
        try:
            section = make(workbook, *given)
        except KitError as error:
            found.append((anchor, f'<section id="{anchor}"><p>{escape(error.say())}</p></section>'))
            continue
        if section is None:
            found.append((anchor, ""))
        else:
            found.append((str(section.key), str(section._repr_html_())))
    return found
