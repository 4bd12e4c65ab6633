"""A cell that failed: people see a sentence and a reference; where it happened goes to a log."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

from planning_kit.errors.log_folder import log_folder, new_reference
from planning_kit.hall.fault_log import log_name
from planning_kit.runs.failure import CellFailure, write_log

log = logging.getLogger(__name__)


def keep_cell_failure(failure: CellFailure) -> str:
    """Log where a cell failed, without what its message may quote, and return the reference."""
    reference = new_reference()
    try:
        write_log(failure, log_folder() / log_name(reference))
    except OSError:
        # A disk that is full or read-only may be the very fault; another place may do.
        write_log(failure, Path(tempfile.gettempdir()) / log_name(reference))
    log.error(
        "planning-kit: %s, cell %s failed, reference %s", failure.notebook, failure.cell, reference
    )
    return reference
