"""Which language the kit speaks now: one default for the process, or one for a block of code."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

LANGUAGES = ("th", "en")

# A kernel runs each cell in its own context, so what one cell sets must live outside it.
_process_default = "th"
_for_this_block: ContextVar[str | None] = ContextVar("planning_kit_language", default=None)


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise ValueError(f"language must be one of {LANGUAGES}, not {language!r}")
    return language


def current_language() -> str:
    """Return ``"th"`` or ``"en"``: the block's language, else the process's."""
    return _for_this_block.get() or _process_default


def set_language(language: str) -> None:
    """Set the language of the whole process. Raises ``ValueError`` for an unknown one."""
    global _process_default
    _process_default = _known(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak ``language`` inside a ``with`` block, then return to what was spoken before."""
    token = _for_this_block.set(_known(language))
    try:
        yield
    finally:
        _for_this_block.reset(token)
