"""The page of a tool: an anywidget whose script travels with the package and fetches nothing."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from planning_kit.faces.step_style import step_style
from planning_kit.language import _

# In this order: each may name what stands in those before it.
_SCRIPTS = ("outbox", "parts", "typed", "placed", "page")


def step_script() -> str:
    """Return the script of the page, one module made of its parts."""
    folder = files("planning_kit.faces") / "step_page"
    return "\n".join((folder / f"{part}.js").read_text("utf-8") for part in _SCRIPTS)


class StepWidget(anywidget.AnyWidget):
    """What a tool says and what people answer travel as small messages."""

    _esm = step_script()
    _css = step_style()
    words: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)


def step_words() -> dict[str, str]:
    """Return what the page says by itself, in the language in use."""
    return {
        "reading": _("Reading the records …"),
        "saving": _("Saving …"),
        "retrying": _("Not saved yet, trying again"),
    }
