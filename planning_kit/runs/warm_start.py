"""Kernels that start from a process which has already imported the stack.

This is a kernel provisioner, jupyter_client's own place for such things: Voila, JupyterLab and
papermill gain by it without knowing, once ``JUPYTER_DEFAULT_PROVISIONER_NAME`` names it. Where
it cannot help (no fork, another interpreter's kernel, ``PLANNING_KIT_START=spawn``) the kernel
starts the plain way, by the class it extends.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from planning_kit.runs.zygote_line import ForkedKernel, ZygoteGone, ZygoteLine

START_VARIABLE = "PLANNING_KIT_START"
# Read by the interpreter or the stack while they start: a kernel that wants another value than
# the zygote had must start by itself.
_READ_AT_START = (
    "PYTHON", "LD_", "MPL", "OMP_", "OPENBLAS_", "MKL_", "BLIS_", "NUMEXPR_", "PYDEVD_", "LC_",
)  # fmt: skip
_READ_AT_START_NAMES = frozenset({"LANG", "LANGUAGE", "HOME", "PLANNING_KIT_LOGS"})
_LAUNCHER = ("-m", "ipykernel_launcher")

_lock = threading.Lock()
_zygotes: dict[frozenset[tuple[str, str]], ZygoteLine] = {}


def can_fork() -> bool:
    """Tell whether kernels can be forked here at all, and nobody has forbidden it."""
    return (
        sys.platform == "linux"
        and hasattr(os, "pidfd_open")
        and os.environ.get(START_VARIABLE, "") != "spawn"
    )


def warm_up(env: Mapping[str, str] | None = None) -> bool:
    """Import the stack now, before an event loop runs; return whether kernels will be forked.

    Takes the seconds that the imports take. ``env`` is what kernels will be started with, by
    default this process's environment.
    """
    if not can_fork():
        return False
    try:
        _zygote(os.environ if env is None else env).wait_until_ready()
    except ZygoteGone:
        return False
    return True


@atexit.register
def cool_down() -> None:
    """End every zygote of this process, and the kernels that came from them."""
    with _lock:
        lines = list(_zygotes.values())
        _zygotes.clear()
    for line in lines:
        line.close()


def _zygote(env: Mapping[str, str]) -> ZygoteLine:
    wanted = frozenset((str.__str__(n), v) for n, v in env.items() if _is_read_at_start(n))
    with _lock:
        line = _zygotes.get(wanted)
        if line is None or not line.is_running():
            line = _zygotes[wanted] = ZygoteLine({str.__str__(n): v for n, v in env.items()})
        return line


def _is_read_at_start(name: str) -> bool:
    return name in _READ_AT_START_NAMES or name.startswith(_READ_AT_START)


class WarmProvisioner(LocalProvisioner):
    """Forks the kernel from the zygote; everything else is as jupyter_client has it."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Launch a kernel: forked where that can be, else the plain way."""
        options = {name: given for name, given in kwargs.items() if name not in _OF_JUPYTER}
        if can_fork() and _is_our_ipykernel(cmd) and set(options) <= _UNDERSTOOD:
            try:
                # In a thread: the first start waits for the imports, the event loop must not.
                kernel = await asyncio.to_thread(_forked, cmd, options)
            except ZygoteGone:
                self.log.warning("planning-kit: no forked kernel came; starting a plain one")
            else:
                # It answers as a Popen does, in all that jupyter_client asks of one.
                self.process, self.pid = cast("subprocess.Popen[bytes]", kernel), kernel.pid
                # Signals go through the zygote, which knows whether the number is still this kernel's.
                self.pgid = None
                self.cwd = kwargs.get("cwd", Path.cwd())
                return self.connection_info
        return await super().launch_kernel(cmd, **kwargs)


_OF_JUPYTER = frozenset({"extra_arguments", "kernel_id"})
_UNDERSTOOD = frozenset({"env", "cwd", "stdout", "stderr"})


def _is_our_ipykernel(cmd: list[str]) -> bool:
    if tuple(cmd[1:3]) != _LAUNCHER:
        return False
    # Not resolved: an environment's interpreter is a link to the one it was made from.
    return Path(cmd[0]).absolute() == Path(sys.executable).absolute()


def _forked(cmd: list[str], options: dict[str, Any]) -> ForkedKernel:
    env = options.get("env")
    env = dict(os.environ) if env is None else env
    with Path(os.devnull).open("wb") as null:
        out = _descriptor(options.get("stdout"), 1, null.fileno())
        err = _descriptor(options.get("stderr"), 2, null.fileno())
        if options.get("stderr") == subprocess.STDOUT:
            err = out
        return _zygote(env).fork(cmd[3:], env, options.get("cwd"), out, err)


def _descriptor(asked: Any, inherited: int, null: int) -> int:
    """Return the descriptor behind what ``Popen`` takes for an output."""
    if asked is None:
        return inherited
    if asked == subprocess.DEVNULL:
        return null
    if asked == subprocess.PIPE:
        # Nobody could read it at our end.
        raise ZygoteGone
    number: int = asked if isinstance(asked, int) else asked.fileno()
    return number
