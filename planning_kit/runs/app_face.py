"""A notebook as an app: the app's cells alone, its parameters cell filled."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat import NotebookNode

from planning_kit.runs.face import keep_face


def as_app(notebook: NotebookNode, parameters: Mapping[str, object]) -> NotebookNode:
    """Return a copy of ``notebook`` with its app face, filled with checked ``parameters``."""
    from papermill.parameterize import parameterize_notebook

    app = keep_face(notebook, "app")
    # papermill looks for tags in every cell, and reads its own notes without asking for them.
    for cell in app.cells:
        cell.metadata.setdefault("tags", [])
    app.metadata.setdefault("papermill", {})
    kernel = app.metadata.kernelspec
    filled: NotebookNode = parameterize_notebook(
        app, dict(parameters), kernel_name=kernel.name, language=kernel.get("language", "python")
    )
    return filled
