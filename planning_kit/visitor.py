"""Who opened the page: the hall tells its kernels, and a tool asks before it does what is not
everybody's. The environment of a kernel is set by the server; no page can change it."""

from __future__ import annotations

import os

ROLE_VARIABLE = "PLANNING_KIT_ROLE"
_FACILITATOR = "facilitator"


def is_facilitator() -> bool:
    """Tell whether the facilitator is at work; in a notebook of one's own, always."""
    return os.environ.get(ROLE_VARIABLE, _FACILITATOR) == _FACILITATOR
