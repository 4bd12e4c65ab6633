"""The only door to papermill and kernels: one notebook, or many, run to files and a receipt.

Names are fetched when first asked for: a zygote must begin before its server imports all this.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from planning_kit.runs.face import keep_face
    from planning_kit.runs.job import Job, Outcome, State
    from planning_kit.runs.one import Executed, run_notebook
    from planning_kit.runs.receipt import Receipt

__all__ = ["Executed", "Job", "Outcome", "Receipt", "State", "keep_face", "run_notebook"]

_ROOMS = {
    "keep_face": "face",
    "Job": "job",
    "Outcome": "job",
    "State": "job",
    "Executed": "one",
    "run_notebook": "one",
    "Receipt": "receipt",
}


def __getattr__(name: str) -> object:
    if name not in _ROOMS:
        raise AttributeError(f"{__name__} has no {name!r}")
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
