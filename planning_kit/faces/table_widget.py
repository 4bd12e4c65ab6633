"""The grid itself: an anywidget whose script travels with the package and fetches nothing."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from planning_kit.faces.table_style import table_style

# In this order: each part may name what stands in the parts before it.
_PARTS = ("clipboard_text", "outbox", "rows", "grid", "editor", "keyboard", "panels", "page")


def page_script() -> str:
    """Return the script of the page, one module made of its parts."""
    folder = files("planning_kit.faces") / "table_page"
    return "\n".join((folder / f"{part}.js").read_text("utf-8") for part in _PARTS)


class TableWidget(anywidget.AnyWidget):
    """Columns and wordings go to the page once; rows and edits travel as small messages."""

    _esm = page_script()
    _css = table_style()
    columns: traitlets.List[Any] = traitlets.List().tag(sync=True)
    shelf: traitlets.Unicode[str, str | bytes] = traitlets.Unicode().tag(sync=True)
    words: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
