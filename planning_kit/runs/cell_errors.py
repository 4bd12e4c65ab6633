"""What a cell that ran in somebody else's loop ended with, in the kit's own terms."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class CellError:
    """A cell that failed: its exception's class and text, and the lines Jupyter printed.

    ``is_end`` is true where no later cell can run: the kernel is gone or never answers.
    """

    kind: str
    message: str
    traceback: tuple[str, ...]
    is_end: bool = False


def cell_error(error: Exception) -> CellError | None:
    """Return what ``error`` says of a cell; ``None`` if it is not about a cell."""
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    if isinstance(error, CellExecutionError):
        lines = tuple(str(error.traceback).splitlines())
        return CellError(str(error.ename), str(error.evalue), lines)
    if isinstance(error, CellTimeoutError | DeadKernelError):
        return CellError(type(error).__name__, "", (), is_end=True)
    return None
