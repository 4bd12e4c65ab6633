"""The server's end of the zygote: start it, ask it for kernels, hear how they end."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence

from planning_kit.runs.zygote import LONGEST_REQUEST, READY

_PRELOAD_SECONDS = 120
_FORK_SECONDS = 30
_SLICE_SECONDS = 0.05


class ZygoteGone(Exception):
    """There is no zygote to ask, or it did not answer: start the plain way."""


class ForkedKernel:
    """A kernel that the zygote forked, with what jupyter_client asks of a ``Popen``."""

    stdin = stdout = stderr = None

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._heard = b""
        self._lock = threading.Lock()
        self.returncode: int | None = None
        self.pid = self._number_within(_FORK_SECONDS)

    def _number_within(self, seconds: float) -> int:
        said = self._next_line(seconds)
        if not said:
            raise ZygoteGone
        return int(said)

    def _next_line(self, seconds: float | None) -> bytes | None:
        """Return the next line; ``b""`` if the zygote is gone, ``None`` if it is silent."""
        while b"\n" not in self._heard:
            if not select.select([self._line], [], [], seconds)[0]:
                return None
            try:
                more = self._line.recv(64)
            except ConnectionError:
                more = b""
            if not more:
                return b""
            self._heard += more
        said, _newline, self._heard = self._heard.partition(b"\n")
        return said

    def poll(self) -> int | None:
        """Return the exit code as ``Popen`` gives it, ``None`` while the kernel runs."""
        return self._ended_within(0)

    def _ended_within(self, seconds: float | None) -> int | None:
        with self._lock:
            if self.returncode is None:
                said = self._next_line(seconds)
                if said is not None:
                    # A zygote that is gone has taken its kernels along.
                    self.returncode = int(said or -signal.SIGKILL)
                    self._line.close()
            return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code; raises ``subprocess.TimeoutExpired``."""
        begun = time.monotonic()
        # In slices, so that another thread may send a signal meanwhile.
        while (ended := self._ended_within(_SLICE_SECONDS)) is None:
            if timeout is not None and time.monotonic() - begun >= timeout:
                raise subprocess.TimeoutExpired(f"kernel {self.pid}", timeout)
        return ended

    def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel and its own children; to an ended one, nothing."""
        with self._lock, contextlib.suppress(ConnectionError):
            if self.returncode is None:
                self._line.sendall(b"%d\n" % signum)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)


def _plain(text: str) -> str:
    return str.__str__(text)


class ZygoteLine:
    """One zygote, started when first asked for."""

    def __init__(self, env: Mapping[str, str]) -> None:
        self.env = dict(env)
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-m", "planning_kit.runs.zygote", str(theirs.fileno())],
                env=self.env,
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                # A session of its own: Ctrl-C reaches the server, which then lets go.
                start_new_session=True,
            )
        self._control = ours
        self._ready = threading.Lock()
        self._is_ready = False

    def wait_until_ready(self) -> None:
        """Return when everything is imported; raises ``ZygoteGone`` if it never will be."""
        with self._ready:
            if self._is_ready:
                return
            self._control.settimeout(_PRELOAD_SECONDS)
            try:
                said = self._control.recv(len(READY))
            except OSError as error:
                raise ZygoteGone from error
            if said != READY:
                raise ZygoteGone
            self._is_ready = True

    def fork(
        self, argv: Sequence[str], env: Mapping[str, str], cwd: str | None, out: int, err: int
    ) -> ForkedKernel:
        """Return a new kernel; raises ``ZygoteGone`` where none came.

        Parameters
        ----------
        argv:
            What follows ``ipykernel_launcher`` on the command line.
        env, cwd:
            The kernel's whole environment, and the folder it starts in.
        out, err:
            Descriptors of this process that become its standard and error output.
        """
        self.wait_until_ready()
        # Voila's environment has names that are enumerations: text alone may reach the child,
        # or it would import all of Voila to read them.
        asked = {
            "argv": [_plain(word) for word in argv],
            "env": {_plain(name): _plain(value) for name, value in env.items()},
            "cwd": None if cwd is None else os.fspath(cwd),
        }
        message = json.dumps(asked).encode()
        if len(message) > LONGEST_REQUEST:
            raise ZygoteGone
        ours, theirs = socket.socketpair()
        with theirs:
            try:
                socket.send_fds(self._control, [message], [theirs.fileno(), out, err])
            except OSError as error:
                ours.close()
                raise ZygoteGone from error
        return ForkedKernel(ours)

    def is_running(self) -> bool:
        """Tell whether the zygote still lives."""
        return self.process.poll() is None

    def close(self) -> None:
        """End the zygote and every kernel it forked."""
        self._control.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
