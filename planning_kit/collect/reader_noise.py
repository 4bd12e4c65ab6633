"""Keeps what a reader in another language prints of its own faults off the person's screen."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_ERROR_OUTPUT = 2


@contextmanager
def quiet() -> Iterator[None]:
    """Send error output nowhere inside the ``with`` block.

    Rust prints a fault before Python can catch it; the person gets our sentence instead.
    """
    try:
        kept = os.dup(_ERROR_OUTPUT)
    except OSError:
        # A program without a console has no error output to keep clean.
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _ERROR_OUTPUT)
        yield
    finally:
        os.dup2(kept, _ERROR_OUTPUT)
        os.close(kept)
        os.close(nowhere)
