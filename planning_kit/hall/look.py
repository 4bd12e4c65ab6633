"""How the hall looks: the report's own style and fonts, and a little of its own, as files."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import jinja2

from planning_kit import design, report
from planning_kit.report.fonts import WEIGHTS, font_data

TEMPLATES = Path(__file__).parent / "template"
_REPORT_TEMPLATES = Path(report.__file__).parent / "template"
_SCRIPTS = ("hall.js", "papers.js")
_FONT_FACE = (
    "@font-face{{font-family:'{name}';font-weight:{weight};font-display:swap;"
    "src:url({file}) format('woff2')}}\n"
)


@dataclass(frozen=True)
class Kept:
    """A file that pages link to: its name changes whenever its content does."""

    name: str
    media_type: str
    content: bytes


@cache
def files() -> dict[str, Kept]:
    """Return every file of the look by name; made once a process."""
    fonts = [_kept(f"sarabun-{w}", "woff2", "font/woff2", font_data(w)) for w in WEIGHTS]
    faces = "".join(
        _FONT_FACE.format(name=design.FONT, weight=weight, file=font.name)
        for weight, font in zip(WEIGHTS, fonts, strict=True)
    )
    style = _kept("hall", "css", "text/css", (faces + _style()).encode())
    scripts = b"".join((TEMPLATES / name).read_bytes() for name in _SCRIPTS)
    script = _kept("hall", "js", "text/javascript", scripts)
    return {kept.name: kept for kept in (*fonts, style, script)}


def name_of(ending: str) -> str:
    """Return the name of the style sheet (``"css"``) or of the script (``"js"``)."""
    return next(name for name in files() if name.endswith(f".{ending}"))


def _kept(stem: str, ending: str, media_type: str, content: bytes) -> Kept:
    mark = hashlib.sha256(content).hexdigest()[:12]
    return Kept(f"{stem}-{mark}.{ending}", media_type, content)


def _style() -> str:
    loader = jinja2.FileSystemLoader([TEMPLATES, _REPORT_TEMPLATES])
    environment = jinja2.Environment(loader=loader, autoescape=False)
    tokens = {name: value for name, value in vars(design).items() if name.isupper()}
    page = {"page": {"design": tokens}}
    return "\n".join(
        environment.get_template(name).render(resources=page)
        for name in ("style.css.j2", "hall.css.j2", "quiz.css.j2")
    )
