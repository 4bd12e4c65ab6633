"""A fault in a page: people see a sentence and a reference; where it happened goes to a log."""

from __future__ import annotations

import logging
import tempfile
import traceback
from pathlib import Path

from planning_kit.errors.log_folder import log_folder, new_reference

log = logging.getLogger(__name__)


def keep_fault(error: BaseException) -> str:
    """Log the places of a fault of the server, not its text, and return the reference."""
    reference = new_reference()
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    text = f"{reference}\n{type(error).__name__}\n{places}"
    try:
        (log_folder() / log_name(reference)).write_text(text, encoding="utf-8")
    except OSError:
        (Path(tempfile.gettempdir()) / log_name(reference)).write_text(text, encoding="utf-8")
    log.error("planning-kit: %s in a page, reference %s", type(error).__name__, reference)
    return reference


def log_name(reference: str) -> str:
    """Return the name of the log that a reference leads to."""
    return f"planning-kit-{reference}.log"
