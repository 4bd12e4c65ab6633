"""A notebook as an app: the app's cells alone, its parameters cell filled."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from copy import deepcopy

from nbformat import NotebookNode

import planning_kit
from planning_kit.runs.face import APP_ONLY, REPORT_ONLY, keep_face


def as_app(notebook: NotebookNode, parameters: Mapping[str, object]) -> NotebookNode:
    """Return a copy of ``notebook`` with its app face, filled with checked ``parameters``."""
    return _filled(_with_tools_named(keep_face(notebook, "app")), parameters)


def as_reading(notebook: NotebookNode, parameters: Mapping[str, object]) -> NotebookNode:
    """Return the app to read in: what the report shows, and each tool as a name to open it by.

    A cell with tools is not to be run; what it would open is in its metadata, ``closed_tools``,
    as pairs of a tool and the records that a form or a table is of.
    """
    found = deepcopy(notebook)
    found.cells = [cell for cell in found.cells if not _is_app_chapter(cell)]
    cells: list[NotebookNode] = []
    for cell in _with_tools_named(found).cells:
        at = len(cells)
        if "tool_at" in cell.metadata:
            cell.metadata["closed_tools"] = tools_in(cell.source)
            # What the tool writes is told below it, as it is where the tool is open.
            while at and REPORT_ONLY in cells[at - 1].metadata.get("tags", ()):
                at -= 1
        cells.insert(at, cell)
    found.cells = cells
    return _filled(found, parameters)


def _with_tools_named(notebook: NotebookNode) -> NotebookNode:
    """Give every cell with tools a name, ``tool_at``, that is the same however it is shown."""
    for cell in notebook.cells:
        if cell.cell_type == "code" and (tools := tools_in(cell.source)):
            first, records = tools[0]
            cell.metadata["tool_at"] = "-".join(("tool", first, *records))
    return notebook


def tools_in(source: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the tools of the front door that a cell opens, with the records it names."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        (call.func.attr, tuple(_texts(call)))
        for call in calls
        if isinstance(call.func, ast.Attribute) and call.func.attr in planning_kit.TOOLS
    ]


def _texts(call: ast.Call) -> list[str]:
    """Return the texts of what comes after the workbook: one name, or a tuple of several."""
    asked = ast.walk(call.args[1]) if len(call.args) > 1 else ()
    return [
        one.value for one in asked if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


def _is_app_chapter(cell: NotebookNode) -> bool:
    """Tell whether a cell stands in the app for what the report shows in its own way."""
    is_for_app = APP_ONLY in cell.get("metadata", {}).get("tags", ())
    return is_for_app and cell.cell_type == "code" and not tools_in(cell.source)


def _filled(app: NotebookNode, parameters: Mapping[str, object]) -> NotebookNode:
    from papermill.parameterize import parameterize_notebook

    # papermill looks for tags in every cell, and reads its own notes without asking for them.
    for cell in app.cells:
        cell.metadata.setdefault("tags", [])
    app.metadata.setdefault("papermill", {})
    kernel = app.metadata.kernelspec
    filled: NotebookNode = parameterize_notebook(
        app, dict(parameters), kernel_name=kernel.name, language=kernel.get("language", "python")
    )
    return filled
