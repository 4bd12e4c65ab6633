"""Where a page asks a kernel for all its widgets at once."""

from __future__ import annotations

import ipywidgets


def open_comm_target() -> None:
    """Let this kernel's pages ask; to be called once its shell is there.

    ipywidgets does it when it is imported, if there is a kernel then; where it was imported
    before the kernel was forked, a page would ask for its widgets one by one and may give up.
    """
    ipywidgets.register_comm_target()
