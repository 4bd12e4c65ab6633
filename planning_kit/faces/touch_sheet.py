"""Sheets to touch: months to paint, counters. Their scripts travel with the package."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from planning_kit.errors import KitError
from planning_kit.faces.tool import Tool
from planning_kit.faces.touch_style import touch_style
from planning_kit.faces.trouble import is_trouble
from planning_kit.language import _

Cells = Mapping[str, Mapping[str, Any]]
"""What was touched: row → cell → value."""
Wrong = dict[str, list[str]]
"""What could not be saved and stays on the page: row → cells."""


def _script(part: str) -> str:
    room = files("planning_kit.faces")
    outbox = (room / "table_page" / "outbox.js").read_text("utf-8")
    own = [(room / "touch_page" / f"{name}.js").read_text("utf-8") for name in ("sender", part)]
    return "\n".join([outbox, *own])


class TouchWidget(anywidget.AnyWidget):
    """What stands on the sheet goes to the page whole; touches come back as small messages."""

    _esm = "export default {}"
    _css = touch_style()
    sheet: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    words: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)


class PainterWidget(TouchWidget):
    """Rows of twelve months."""

    _esm = _script("painter")


class CountersWidget(TouchWidget):
    """Rows of numbers with − and +."""

    _esm = _script("counters")


def listen(
    page: TouchWidget,
    tool: Tool,
    edit: Callable[[Cells], Wrong],
    open_row: Callable[[str], None],
) -> None:
    """Have a tool hear its sheet: every edit is answered, so that the page knows it is saved.

    Where the store is in trouble the page keeps the touches and sends them again.
    """

    def heard(_widget: object, message: Mapping[str, Any], _buffers: object) -> None:
        if message["ask"] == "open":
            open_row(message["id"])
            return
        wrong: Wrong = {}
        tool.conflict.hide()
        try:
            wrong = edit(message["rows"])
        except KitError as error:
            if is_trouble(error):
                tool.line.retrying(error.say())
                page.send({"tell": "trouble", "n": message["n"], "said": error.say()})
                return
            tool.line.no(error.say())
        tool.look_again()
        page.send({"tell": "done", "n": message["n"], "wrong": wrong})

    page.on_msg(heard)


def page_words(**more: Any) -> dict[str, Any]:
    """Return what a sheet itself says, in the language in use."""
    return {"saving": _("Saving …"), "retrying": _("Not saved yet, trying again"), **more}
