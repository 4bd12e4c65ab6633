"""A forked kernel that only answers a page: no debugger, no history, no command line to parse.

Whatever a forked kernel touches, even only to read it, is copied for it, since every reading
counts a reference. The stock start goes through every loaded module and every option of the
program for the sake of people who debug and type; thirty pages at once pay for that thirty times.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import ipykernel.ipkernel
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp

from planning_kit.runs.kernel_options import plain_options


class LeanKernel(IPythonKernel):
    """The stock kernel without the list of modules that only a debugger asks for."""

    debugger = None

    def __init__(self, **known: Any) -> None:
        with _no_modules_listed():
            super().__init__(**known)


@contextmanager
def _no_modules_listed() -> Iterator[None]:
    stand_in = SimpleNamespace(**{**vars(sys), "modules": {}})
    setattr(ipykernel.ipkernel, "sys", stand_in)  # noqa: B010
    try:
        yield
    finally:
        setattr(ipykernel.ipkernel, "sys", sys)  # noqa: B010


class LeanKernelApp(IPKernelApp):
    """The stock start of a kernel, without what pages have no use for."""

    kernel_class = LeanKernel

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Take the few options that Jupyter starts kernels with; any other goes the stock way."""
        found = plain_options(argv or ())
        if found is None:
            super().parse_command_line(argv)
            return
        self.update_config(found)

    def init_pdb(self) -> None:
        """Leave the debugger alone: nobody can type into it."""
