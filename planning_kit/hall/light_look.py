"""How the light pages look: one style and one script, small, made of the design tokens."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import jinja2

from planning_kit import design

_TEMPLATES = Path(__file__).parent / "template" / "light"


@cache
def light_files() -> dict[str, tuple[str, bytes]]:
    """Return media type and content by file name; a name changes whenever its content does."""
    tokens = {name: value for name, value in vars(design).items() if name.isupper()}
    source = (_TEMPLATES / "light.css.j2").read_text(encoding="utf-8")
    style = jinja2.Environment(autoescape=False).from_string(source).render(d=tokens)
    script = (_TEMPLATES / "light.js").read_text(encoding="utf-8")
    return {
        _named("css", style): ("text/css; charset=utf-8", style.encode()),
        _named("js", script): ("text/javascript; charset=utf-8", script.encode()),
    }


def name_of(ending: str) -> str:
    """Return the name of the style sheet (``"css"``) or of the script (``"js"``)."""
    return next(name for name in light_files() if name.endswith(f".{ending}"))


def _named(ending: str, content: str) -> str:
    mark = hashlib.sha256(content.encode()).hexdigest()[:12]
    return f"light-{mark}.{ending}"
