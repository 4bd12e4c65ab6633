"""The only door to papermill and kernels: one notebook, or many, run to files and a receipt."""

from planning_kit.runs.face import keep_face
from planning_kit.runs.job import Job, Outcome, State
from planning_kit.runs.one import Executed, run_notebook
from planning_kit.runs.receipt import Receipt

__all__ = ["Executed", "Job", "Outcome", "Receipt", "State", "keep_face", "run_notebook"]
