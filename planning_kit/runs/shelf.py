"""Which notebooks the kit has, and reading one."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.shipped import shipped

BOOK = "06_tambon_plan"
SYNTHESIS = "07_synthesis"
"""The notebook of a province, a region or the nation; no tambon has one."""


def notebook_names() -> tuple[str, ...]:
    """Return the names of a tambon's notebooks, in reading order; empty if none is shipped."""
    try:
        folder = shipped("notebooks")
    except FileNotFoundError:
        return ()
    return tuple(sorted({path.stem for path in folder.glob("*.ipynb")} - {SYNTHESIS}))


def notebooks_at(*, above: bool) -> tuple[str, ...]:
    """Return the notebooks that suit a workbook: of a tambon, or of a place above it."""
    own = (SYNTHESIS,) if above else notebook_names()
    return own if notebook_names() else ()


def book_at(*, above: bool) -> str:
    """Return the notebook that is printed: the tambon's plan, or plans put together."""
    return SYNTHESIS if above else BOOK


def notebook_path(notebook: str | Path) -> Path:
    """Return the file of a shipped notebook by name, or of one given by its path.

    A ``Path``, or a text that ends in ``.ipynb``, is a path; any other text is a name.
    Raises ``KitError`` ``runs.unknown-notebook`` and names those there are.
    """
    if isinstance(notebook, Path) or notebook.endswith(".ipynb"):
        path = Path(notebook)
        if path.is_file():
            return path.resolve()
    elif notebook in (*notebook_names(), SYNTHESIS):
        return shipped("notebooks", f"{notebook}.ipynb")
    raise KitError(
        "runs.unknown-notebook",
        N_("There is no notebook {notebook}. Choose one of: {known}."),
        notebook=str(notebook),
        known=", ".join((*notebook_names(), SYNTHESIS)),
    )


def read_notebook(path: Path) -> NotebookNode:
    """Return the notebook in a file.

    Raises ``KitError`` ``runs.bad-notebook`` if it is none, ``runs.no-kernel-named`` if it
    does not say in what language it is written.
    """
    try:
        notebook = nbformat.read(path, as_version=4)
    except (ValueError, KeyError, AttributeError, nbformat.ValidationError) as error:
        raise KitError(
            "runs.bad-notebook",
            N_("{file} is not a notebook that can be read. Take a fresh copy of it."),
            file=path.name,
        ) from error
    if not notebook.metadata.get("kernelspec", {}).get("name"):
        raise KitError(
            "runs.no-kernel-named",
            N_("{file} does not say which kernel it is for. Open and save it once in JupyterLab."),
            file=path.name,
        )
    return notebook
