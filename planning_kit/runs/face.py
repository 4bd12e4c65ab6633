"""A notebook has two faces, the report and the app: this keeps one and drops the other.

There is no second mechanism. The batch and Voila's prelaunch hook both call it before
anything runs, because a cell dropped only from the page would still be executed.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Literal

from nbformat import NotebookNode

Face = Literal["report", "app"]

REPORT_ONLY = "report-only"
APP_ONLY = "app-only"
_DROPPED_TAG = {"report": APP_ONLY, "app": REPORT_ONLY}


def keep_face(notebook: NotebookNode, face: Face) -> NotebookNode:
    """Return a copy of ``notebook`` without the cells tagged for the other face.

    Parameters
    ----------
    notebook:
        Not changed.
    face:
        ``"report"`` drops the cells tagged ``app-only``, ``"app"`` those tagged
        ``report-only``; untagged cells belong to both. Raises ``ValueError`` for another.
    """
    kept = deepcopy(notebook)
    kept.cells = [kept.cells[at] for at in kept_positions(notebook, face)]
    return kept


def kept_positions(notebook: NotebookNode, face: Face) -> list[int]:
    """Return which cells (counted from 0) :func:`keep_face` keeps, in their order."""
    if face not in _DROPPED_TAG:
        raise ValueError(f"face must be one of {sorted(_DROPPED_TAG)}, not {face!r}")
    dropped = _DROPPED_TAG[face]
    return [
        at
        for at, cell in enumerate(notebook.cells)
        if dropped not in cell.get("metadata", {}).get("tags", ())
    ]
