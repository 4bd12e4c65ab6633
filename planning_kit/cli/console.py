"""Writing to the console: Thai everywhere, and no complaint when the reader has gone."""

from __future__ import annotations

import io
import os
import re
import sys

# Signs that command a terminal or turn the writing round; a foreign file may hold them.
_COMMANDS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def speak_utf8() -> None:
    """Make stdout and stderr UTF-8, whatever code page the console of Windows is set to.

    What cannot be shown becomes a question mark instead of an error.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def say(*lines: str) -> None:
    """Write lines to stdout."""
    for line in lines:
        sys.stdout.write(f"{_inert(line)}\n")


def complain(*lines: str) -> None:
    """Write lines to stderr, after whatever stdout still holds back."""
    sys.stdout.flush()
    for line in lines:
        sys.stderr.write(f"{_inert(line)}\n")


def _inert(line: str) -> str:
    """Return a line whose signs are seen and do nothing."""
    return _COMMANDS.sub("�", str(line))


def leave_broken_pipe() -> None:
    """Point stdout to nowhere after its reader left, so that Python's exit stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
