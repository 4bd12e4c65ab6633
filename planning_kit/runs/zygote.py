"""A process that has imported the whole stack and forks a kernel whenever it is asked to.

Run as ``python -m planning_kit.runs.zygote FD`` by :mod:`planning_kit.runs.zygote_line`, which
holds the other end of socket ``FD``. The socket was inherited, never named, so nobody else can
reach it. Each request is one message with three descriptors: the line of the new kernel, its
standard output and its error output. Over that line the kernel's number goes out, then how it
ended; signals come in. When the socket closes, the server is gone and every kernel goes with it.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import selectors
import signal
import socket
import sys
import threading
from importlib import import_module
from typing import Any

from planning_kit.runs.forked_kernel import Request, become_kernel, is_lean
from planning_kit.runs.no_holes import fill_holes

READY = b"ready"
LONGEST_REQUEST = 1 << 17
# What a kernel would otherwise import while it starts or runs its first cells.
_DEBUGGER = ("debugpy.server.api",)
_STACK = (
    "bdb",
    "faulthandler",
    "IPython.core.completerlib",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "tornado.platform.asyncio",
    "psutil",
    "pydoc",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipykernel.debugger",
    "ipywidgets",
    "pandas",
    "matplotlib.figure",
    "matplotlib.backends.backend_svg",
    "planning_kit.faces.comm_target",
)


def preload() -> None:
    """Import the stack and everything behind the kit's front door, then freeze it for forking."""
    import planning_kit

    if is_lean():
        # Where it is absent, ipykernel does without: it would make every kernel larger.
        sys.modules["debugpy"] = None  # type: ignore[assignment]
    for name in (*_STACK, *(("planning_kit.runs.lean_kernel",) if is_lean() else _DEBUGGER)):
        import_module(name)
    for name in planning_kit.__all__:
        getattr(planning_kit, name)
    import_module("planning_kit.runs.warm_caches").fill()
    if is_lean():
        import_module("planning_kit.runs.lean_kernel").LeanKernelApp.instance().get_ready()
    gc.collect()
    # Objects that no collection touches again stay shared between the kernels.
    gc.freeze()
    fill_holes()


class Zygote:
    """The loop that forks and reaps; it ends when the server is gone, or inside a new kernel."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control
        self._watch = selectors.DefaultSelector()
        self._watch.register(control, selectors.EVENT_READ, self._asked)
        self._living: dict[int, tuple[int, socket.socket]] = {}
        self._become: Request | None = None
        self._alone = False

    def serve(self) -> Request | None:
        """Return what the caller must become, in the child; ``None`` when all is over."""
        while not self._alone:
            for key, _mask in self._watch.select():
                key.data(key)
                if self._become is not None:
                    return self._become
        for pid in self._living:
            _send_signal(pid, signal.SIGKILL)
        return None

    def _asked(self, _key: selectors.SelectorKey) -> None:
        request = _received(self._control)
        if request is None:
            self._alone = True
            return
        pid = os.fork()
        if pid == 0:
            self._let_go()
            self._become = request
            return
        os.close(request.out)
        os.close(request.err)
        pidfd = os.pidfd_open(pid)
        self._living[pid] = (pidfd, request.line)
        self._watch.register(pidfd, selectors.EVENT_READ, lambda _key: self._ended(pid))
        self._watch.register(request.line, selectors.EVENT_READ, lambda _key: self._signalled(pid))
        _tell(request.line, pid)

    def _let_go(self) -> None:
        """In the child: nothing of the zygote's or of another kernel's stays open."""
        self._watch.close()
        self._control.close()
        for pidfd, line in self._living.values():
            os.close(pidfd)
            line.close()

    def _ended(self, pid: int) -> None:
        pidfd, line = self._living.pop(pid)
        _pid, status = os.waitpid(pid, 0)
        self._watch.unregister(pidfd)
        os.close(pidfd)
        with contextlib.suppress(KeyError):
            self._watch.unregister(line)
        _tell(line, os.waitstatus_to_exitcode(status))
        line.close()

    def _signalled(self, pid: int) -> None:
        _pidfd, line = self._living[pid]
        try:
            asked = line.recv(64)
        except ConnectionError:
            asked = b""
        if not asked:
            # Whoever asked for this kernel listens no more; it lives on as long as the server.
            self._watch.unregister(line)
        for number in asked.split():
            _send_signal(pid, int(number))


def _received(control: socket.socket) -> Request | None:
    try:
        message, descriptors, _flags, _address = socket.recv_fds(control, LONGEST_REQUEST, 3)
    except ConnectionError:
        # The server ended before it had read that this zygote is ready.
        return None
    if not message:
        return None
    asked: dict[str, Any] = json.loads(message)
    line, out, err = descriptors
    return Request(asked["argv"], asked["env"], asked["cwd"], socket.socket(fileno=line), out, err)


def _tell(line: socket.socket, number: int) -> None:
    # Whoever asked may be gone already; then nobody wants to know.
    with contextlib.suppress(ConnectionError):
        line.sendall(f"{number}\n".encode())


def _send_signal(pid: int, number: int) -> None:
    try:
        os.killpg(pid, number)
    except ProcessLookupError:
        # It has not begun a session of its own yet, or it has just ended and waits to be reaped.
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def main() -> None:
    """Preload, say so, and serve until the server is gone."""
    # Ctrl-C in the terminal is for the server, which then lets its kernels go.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=int(sys.argv[1]))
    preload()
    if threading.active_count() > 1:
        raise SystemExit("a thread was left running by what was preloaded")
    # A server that ended while this was preloading waits for nothing; serving then ends at once.
    with contextlib.suppress(ConnectionError):
        control.send(READY)
    zygote = os.getpid()
    request = Zygote(control).serve()
    if request is not None:
        become_kernel(request, zygote)


if __name__ == "__main__":
    main()
