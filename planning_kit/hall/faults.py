"""A fault in a page: people see a sentence and a reference; where it happened goes to a log."""

from __future__ import annotations

import logging
import tempfile
import traceback
from pathlib import Path

from planning_kit.errors.log_folder import log_folder, new_reference
from planning_kit.runs.failure import CellFailure, write_log

log = logging.getLogger(__name__)


def keep_cell_failure(failure: CellFailure) -> str:
    """Log where a cell failed, without what its message may quote, and return the reference."""
    reference = new_reference()
    try:
        write_log(failure, log_folder() / _name(reference))
    except OSError:
        # A disk that is full or read-only may be the very fault; another place may do.
        write_log(failure, Path(tempfile.gettempdir()) / _name(reference))
    log.error(
        "planning-kit: %s, cell %s failed, reference %s", failure.notebook, failure.cell, reference
    )
    return reference


def keep_fault(error: BaseException) -> str:
    """Log the places of a fault of the server, not its text, and return the reference."""
    reference = new_reference()
    places = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    text = f"{reference}\n{type(error).__name__}\n{places}"
    try:
        (log_folder() / _name(reference)).write_text(text, encoding="utf-8")
    except OSError:
        (Path(tempfile.gettempdir()) / _name(reference)).write_text(text, encoding="utf-8")
    log.error("planning-kit: %s in a page, reference %s", type(error).__name__, reference)
    return reference


def _name(reference: str) -> str:
    return f"planning-kit-{reference}.log"
