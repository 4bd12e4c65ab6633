"""Kernels that start from a process which has already imported the stack.

This is a kernel provisioner, jupyter_client's own place for such things: Voila, JupyterLab and
papermill gain by it without knowing, once ``JUPYTER_DEFAULT_PROVISIONER_NAME`` names it. Where
it cannot help (no fork, another interpreter's kernel, ``PLANNING_KIT_START=spawn``) the kernel
starts the plain way, by the class it extends.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning import LocalProvisioner

from planning_kit.runs.zygote_line import ForkedKernel, ZygoteGone
from planning_kit.runs.zygotes import can_fork, zygote_for

_LAUNCHER = ("-m", "ipykernel_launcher")


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
        return zygote_for(env).fork(cmd[3:], env, options.get("cwd"), out, err)


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
