"""What a fork of the zygote does to become the kernel that was asked for."""

from __future__ import annotations

import os
import signal
import socket
import sys
import types
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_SET_PDEATHSIG = 1
LEAN_VARIABLE, LEAN = "PLANNING_KIT_KERNEL", "lean"
"""What the environment of a kernel says that nobody will debug or type into."""


@dataclass
class Request:
    """What a kernel is started with, and the ends that lead to whoever asked for it."""

    argv: list[str]
    env: dict[str, str]
    cwd: str | None
    line: socket.socket
    out: int
    err: int


def become_kernel(request: Request, zygote: int) -> None:
    """Turn this fork into the kernel that was asked for; returns when the kernel ends."""
    os.setsid()
    _die_with_the_zygote(zygote)
    request.line.close()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for descriptor, target in ((nothing, 0), (request.out, 1), (request.err, 2)):
        os.dup2(descriptor, target)
        os.close(descriptor)
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(request.env)
    if request.cwd:
        os.chdir(request.cwd)
    _forget_the_past()
    # The parent a kernel watches is the one that forked it.
    os.environ["JPY_PARENT_PID"] = str(zygote)
    _run_ipykernel([*request.argv, f"--IPKernelApp.parent_handle={zygote}"])


def _die_with_the_zygote(zygote: int) -> None:
    import ctypes

    ctypes.CDLL(None, use_errno=True).prctl(_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != zygote:
        os._exit(1)


def _forget_the_past() -> None:
    """Give this kernel its own random numbers, clock zone and main module."""
    import time

    import numpy as np

    np.random.seed()
    time.tzset()
    sys.modules["__main__"] = types.ModuleType("__main__")


def _run_ipykernel(argv: list[str]) -> None:
    sys.argv = ["ipykernel_launcher", *argv]
    app = _kernel_app().instance()
    app.initialize(argv)
    import_module("planning_kit.faces.comm_target").open_comm_target()
    app.start()


def _kernel_app() -> Any:
    if is_lean():
        from planning_kit.runs.lean_kernel import LeanKernelApp

        return LeanKernelApp
    from ipykernel.kernelapp import IPKernelApp

    return IPKernelApp


def is_lean() -> bool:
    """Tell whether this process, or what it forks, is to be lean."""
    return os.environ.get(LEAN_VARIABLE) == LEAN
