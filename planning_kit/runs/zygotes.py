"""The zygotes of this process: one for each environment that kernels are started with."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Mapping

from planning_kit.runs.forked_kernel import LEAN_VARIABLE
from planning_kit.runs.zygote_line import ZygoteGone, ZygoteLine

START_VARIABLE = "PLANNING_KIT_START"
# Read by the interpreter or the stack while they start: a kernel that wants another value than
# the zygote had must start by itself.
_READ_AT_START = (
    "PYTHON", "LD_", "MPL", "OMP_", "OPENBLAS_", "MKL_", "BLIS_", "NUMEXPR_", "PYDEVD_", "LC_",
)  # fmt: skip
_READ_AT_START_NAMES = frozenset({"LANG", "LANGUAGE", "HOME", "PLANNING_KIT_LOGS", LEAN_VARIABLE})

_lock = threading.Lock()
_zygotes: dict[frozenset[tuple[str, str]], ZygoteLine] = {}


def can_fork() -> bool:
    """Tell whether kernels can be forked here at all, and nobody has forbidden it."""
    return (
        sys.platform == "linux"
        and hasattr(os, "pidfd_open")
        and os.environ.get(START_VARIABLE, "") != "spawn"
    )


def begin_warming(env: Mapping[str, str]) -> None:
    """Let a zygote for this environment begin to import the stack, and do not wait for it.

    Light enough to be called before this process imports anything large itself: the two then
    import side by side.
    """
    if can_fork():
        zygote_for(env)


def warm_up(env: Mapping[str, str] | None = None) -> bool:
    """Import the stack now, before an event loop runs; return whether kernels will be forked.

    Takes the seconds that the imports take. ``env`` is what kernels will be started with, by
    default this process's environment.
    """
    if not can_fork():
        return False
    try:
        zygote_for(os.environ if env is None else env).wait_until_ready()
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


def zygote_for(env: Mapping[str, str]) -> ZygoteLine:
    """Return the zygote for kernels with this environment, started now if there is none."""
    wanted = frozenset((str.__str__(n), v) for n, v in env.items() if _is_read_at_start(n))
    with _lock:
        line = _zygotes.get(wanted)
        if line is None or not line.is_running():
            line = _zygotes[wanted] = ZygoteLine({str.__str__(n): v for n, v in env.items()})
        return line


def _is_read_at_start(name: str) -> bool:
    return name in _READ_AT_START_NAMES or name.startswith(_READ_AT_START)
