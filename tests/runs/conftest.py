"""Tiny notebooks, so that these tests stand without the chapters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

PARAMETERS = 'area = "990101"\nplan_start = 2571\nfiscal_year = 2570\nlanguage = "th"'

Maker = Callable[..., Path]


@pytest.fixture
def notebook_file(tmp_path: Path) -> Maker:
    """Return a function that writes a notebook: parameters, then the cells given."""

    def write(
        *cells: str | tuple[str, str], name: str = "tiny", parameters: str = PARAMETERS
    ) -> Path:
        kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
        nodes = [new_code_cell(parameters, metadata={"tags": ["parameters"]})]
        for cell in cells:
            source, *tags = (cell,) if isinstance(cell, str) else cell
            nodes.append(new_code_cell(source, metadata={"tags": tags}))
        notebook = new_notebook(cells=nodes, metadata={"kernelspec": kernel})
        path = tmp_path / f"{name}.ipynb"
        nbformat.write(notebook, path)
        return path

    return write


@pytest.fixture
def text_writers() -> Mapping[str, Callable[..., None]]:
    """Return writers that put what a notebook printed into the file."""

    def write(notebook: NotebookNode, path: Path, **said: Any) -> None:
        printed = [
            output["text"]
            for cell in notebook.cells
            for output in cell.get("outputs", ())
            if output["output_type"] == "stream"
        ]
        path.write_text(f"{said['title']}\n{''.join(printed)}", encoding="utf-8")

    return {"html": write}


@pytest.fixture
def markdown() -> Callable[..., NotebookNode]:
    """Return a maker of Markdown cells."""
    return new_markdown_cell
