"""Where logs of faults lie, and the reference by which a person can name one."""

from __future__ import annotations

import datetime as dt
import os
import secrets
from pathlib import Path

LOGS_VARIABLE = "PLANNING_KIT_LOGS"


def log_folder() -> Path:
    """Return the folder in ``PLANNING_KIT_LOGS``, else the user's own for logs; made if missing.

    Raises ``OSError`` where it can be neither found nor made.
    """
    from platformdirs import user_log_path

    chosen = os.environ.get(LOGS_VARIABLE)
    folder = Path(chosen) if chosen else user_log_path("planning-kit", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def new_reference() -> str:
    """Return a short name for one fault: the day and four signs, easy to read out."""
    return f"{dt.datetime.now(dt.UTC):%Y%m%d}-{secrets.token_hex(2)}"
