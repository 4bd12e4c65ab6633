"""What the environment of a kernel says: its store, its language, which kit it imports."""

from __future__ import annotations

import os
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import planning_kit
from planning_kit.runs.forked_kernel import LEAN, LEAN_VARIABLE

STORE_VARIABLE = "PLANNING_KIT_STORE"
LANGUAGE_VARIABLE = "PLANNING_KIT_LANGUAGE"
LAYOUT_VARIABLE = "PLANNING_KIT_LAYOUT"


def kernel_environment(
    store_url: str | None, language: str, layouts: Sequence[str] | None = None
) -> dict[str, str]:
    """Return what a kernel's environment has beside or in place of this process's.

    The process's own ``os.environ`` stays as it is: kernels are started from threads.
    """
    added = {LANGUAGE_VARIABLE: language, "PYTHONUTF8": "1", LEAN_VARIABLE: LEAN}
    if store_url is not None:
        added[STORE_VARIABLE] = store_url
    if layouts is not None:
        added[LAYOUT_VARIABLE] = ",".join(layouts)
    # Silences debugpy's warning about frozen modules, one per kernel.
    added["PYDEVD_DISABLE_FILE_VALIDATION"] = "1"
    home = Path(planning_kit.__file__).resolve().parent.parent
    if str(home) not in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        # A clone that is not installed: the kernel must import the same kit as we do.
        old = os.environ.get("PYTHONPATH")
        added["PYTHONPATH"] = f"{home}{os.pathsep}{old}" if old else str(home)
    return added
