"""Who is at work, as kept with every row that is saved."""

from __future__ import annotations

import getpass


def user_name() -> str:
    """Return the name of the account at work, or the kit's where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "planning-kit"
