"""The few options that Jupyter starts a kernel with, read without the machinery for all others."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from traitlets.config import Config


def plain_options(argv: Sequence[str]) -> Config | None:
    """Return the options as configuration, ``None`` where one of them is not a plain one."""
    config = Config()
    config.HistoryManager.enabled = False
    rest = list(argv)
    while rest:
        option = rest.pop(0)
        name, _is, value = option.partition("=")
        if option == "-f" and rest:
            config.IPKernelApp.connection_file = rest.pop(0)
        elif name == "--log-level" and value in ("CRITICAL", "ERROR"):
            # As a number, which the app keeps: the same again changes nothing.
            config.IPKernelApp.log_level = getattr(logging, value)
        elif name == "--IPKernelApp.parent_handle" and value.isdecimal():
            config.IPKernelApp.parent_handle = int(value)
        else:
            return None
    return config
