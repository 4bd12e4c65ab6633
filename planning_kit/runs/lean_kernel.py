"""A forked kernel that only answers a page: no debugger, no history, no command line to parse.

Whatever a forked kernel touches, even only to read it, is copied for it, since every reading
counts a reference. The stock start goes through every loaded module and every option of the
program for the sake of people who debug and type; thirty pages at once pay for that thirty times.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType, SimpleNamespace
from typing import Any

import ipykernel.ipkernel
import IPython.core.shellapp
import zmq
from ipykernel.compiler import XCachingCompiler
from ipykernel.ipkernel import IPythonKernel
from ipykernel.kernelapp import IPKernelApp
from ipykernel.zmqshell import ZMQInteractiveShell

from planning_kit.runs.kernel_options import plain_options


class LeanKernel(IPythonKernel):
    """The stock kernel without the list of modules that only a debugger asks for."""

    debugger = None

    def __init__(self, **known: Any) -> None:
        if ZMQInteractiveShell.initialized():
            known["user_ns"] = ZMQInteractiveShell.instance().user_ns
        with _no_modules_listed(ipykernel.ipkernel):
            super().__init__(**known)
        shell: Any = self.shell
        shell.parent = shell.kernel = self
        # Said of the process that it was made in, and gone since.
        shell.init_environment()
        shell.init_sys_modules()


@contextmanager
def _no_modules_listed(where: ModuleType) -> Iterator[None]:
    stand_in = SimpleNamespace(**{**vars(sys), "modules": {}})
    setattr(where, "sys", stand_in)  # noqa: B010
    try:
        yield
    finally:
        setattr(where, "sys", sys)  # noqa: B010


class LeanKernelApp(IPKernelApp):
    """The stock start of a kernel, without what pages have no use for."""

    kernel_class = LeanKernel
    _is_ready = False

    def get_ready(self) -> None:
        """Do, before kernels are forked, what each of them would do alike when it starts."""
        self.parse_command_line(["--log-level=CRITICAL"])
        # Otherwise a record is made of every word, and its handler then says none of them.
        self.log.setLevel(self.log_level)
        self.default_extensions = []
        # The address is worked out from all networks, to be replaced by that of the file.
        assert self.ip
        self.init_profile_dir()
        self.init_config_files()
        self.load_config_file()
        self._is_ready = True
        ZMQInteractiveShell.instance(
            parent=self,
            profile_dir=self.profile_dir,
            user_ns={},
            compiler_class=XCachingCompiler,
        )
        for base in zmq.Socket.mro():
            # The first question makes an empty answer, and Python then forgets what it knows of
            # every class that comes from the same base.
            getattr(base, "__annotations__", None)

    def init_config_files(self) -> None:
        """Look for configuration once."""
        if not self._is_ready:
            super().init_config_files()

    def load_config_file(self, *suppress_errors: Any) -> None:
        """Read configuration once."""
        if not self._is_ready:
            super().load_config_file(*suppress_errors)

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Take the few options that Jupyter starts kernels with; any other goes the stock way."""
        found = plain_options(argv or ())
        if found is None:
            ZMQInteractiveShell.clear_instance()
            super().parse_command_line(argv)
            return
        self.update_config(found)

    def init_connection_file(self) -> None:
        """Read where to listen; leave the file alone where it says all."""
        super().init_connection_file()
        ports = (self.shell_port, self.iopub_port, self.stdin_port, self.control_port, self.hb_port)
        self._is_told_where = all(ports)

    def write_connection_file(self, **more: Any) -> None:
        """Say where to listen, unless it was said: whoever said it may just be reading it."""
        if not self._is_told_where:
            super().write_connection_file(**more)

    def init_pdb(self) -> None:
        """Leave the debugger alone: nobody can type into it."""

    def _run_startup_files(self) -> None:
        """Run none: what somebody starts their own IPython with is no part of a page."""

    def init_code(self) -> None:
        """Run what is to run first, without the list of modules that only ``%reset`` asks for."""
        with _no_modules_listed(IPython.core.shellapp):
            super().init_code()
