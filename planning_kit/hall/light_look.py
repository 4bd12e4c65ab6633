"""How the light pages look: one style, one script and one font, small."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import jinja2

from planning_kit import design
from planning_kit.report.fonts import font_data

_WEIGHT = 400
_TEMPLATES = Path(__file__).parent / "template" / "light"


@cache
def light_files() -> dict[str, tuple[str, bytes]]:
    """Return media type and content by file name; a name changes whenever its content does."""
    # One weight: a phone makes its own bold, and a second file would weigh as much as all else.
    font = font_data(_WEIGHT)
    font_name = _named("woff2", font)
    tokens = {name: value for name, value in vars(design).items() if name.isupper()}
    source = (_TEMPLATES / "light.css.j2").read_text(encoding="utf-8")
    style = (
        jinja2.Environment(autoescape=False).from_string(source).render(d=tokens, font=font_name)
    )
    script = (_TEMPLATES / "light.js").read_text(encoding="utf-8")
    return {
        font_name: ("font/woff2", font),
        _named("css", style.encode()): ("text/css; charset=utf-8", style.encode()),
        _named("js", script.encode()): ("text/javascript; charset=utf-8", script.encode()),
    }


def name_of(ending: str) -> str:
    """Return the name of the style sheet (``"css"``) or of the script (``"js"``)."""
    return next(name for name in light_files() if name.endswith(f".{ending}"))


def _named(ending: str, content: bytes) -> str:
    mark = hashlib.sha256(content).hexdigest()[:12]
    return f"light-{mark}.{ending}"
