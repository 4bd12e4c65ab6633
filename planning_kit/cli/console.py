"""Writing to the console: Thai everywhere, and no complaint when the reader has gone."""

from __future__ import annotations

import io
import os
import sys


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
        sys.stdout.write(f"{line}\n")


def complain(*lines: str) -> None:
    """Write lines to stderr, after whatever stdout still holds back."""
    sys.stdout.flush()
    for line in lines:
        sys.stderr.write(f"{line}\n")


def leave_broken_pipe() -> None:
    """Point stdout to nowhere after its reader left, so that Python's exit stays quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
