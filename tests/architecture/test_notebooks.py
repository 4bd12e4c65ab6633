"""Notebooks stay thin: they say why, call the front door, and hold no code of their own."""

import ast
import json
from statistics import median

import pytest

MOST_CELLS, MOST_LINES, MEDIAN_LINES = 25, 6, 2
BANNED = (
    ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.AsyncFor,
    ast.While, ast.Try, ast.With, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp,
)  # fmt: skip


def _text(cell):
    return "".join(cell["source"])


def _lines(cell):
    return [line for line in _text(cell).splitlines() if line.strip()]


def _code_faults(cell) -> list[str]:
    said = [f"{len(_lines(cell))} lines"] if len(_lines(cell)) > MOST_LINES else []
    if any(line.lstrip().startswith(("%", "!", "?")) for line in _lines(cell)):
        return [*said, "a magic"]
    for node in ast.walk(ast.parse(_text(cell))):
        if isinstance(node, BANNED):
            said.append(type(node).__name__)
        if isinstance(node, ast.ImportFrom):
            said.append("imports past the front door")
        if isinstance(node, ast.Import):
            names = [(alias.name, alias.asname) for alias in node.names]
            said += [] if names == [("planning_kit", "kit")] else ["imports past the front door"]
    if cell.get("outputs") or cell.get("execution_count") is not None:
        said.append("stored outputs")
    return said


def _parameter_faults(cells) -> list[str]:
    found = [c for c in cells if "parameters" in c["metadata"].get("tags", [])]
    if len(found) != 1:
        return [f"{len(found)} parameters cells"]
    for step in ast.parse(_text(found[0])).body:
        if not isinstance(step, ast.Assign | ast.AnnAssign):
            return ["a parameters cell that does more than assign"]
        if not isinstance(step.value, ast.Constant):
            return ["a parameter that is no literal"]
    return []


def faults(name: str, text: str) -> list[str]:
    """Say what makes a notebook thicker than it may be."""
    cells = json.loads(text)["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    said = [] if len(cells) <= MOST_CELLS else [f"{len(cells)} cells"]
    if median(len(_lines(cell)) for cell in code) > MEDIAN_LINES:
        said.append("code cells too long on the whole")
    if len(cells) == len(code):
        said.append("no words beside the code")
    said += _parameter_faults(cells)
    for at, cell in enumerate(code, start=1):
        said += [f"code cell {at}: {fault}" for fault in _code_faults(cell)]
    return [f"{name}: {fault}" for fault in said]


def _notebook(*sources, tags=("parameters",), words=1, outputs=()):
    cells = [{"cell_type": "markdown", "metadata": {}, "source": "why"}] * words
    for at, source in enumerate(sources):
        cells.append(
            {
                "cell_type": "code",
                "metadata": {"tags": list(tags) if at == 0 else []},
                "source": source,
                "outputs": list(outputs),
                "execution_count": None,
            }
        )
    return json.dumps({"cells": cells})


def test_there_are_notebooks(tracked):
    assert any(name.startswith("notebooks/") and name.endswith(".ipynb") for name in tracked)


def test_every_notebook_is_thin(tracked):
    found = {n: p for n, p in tracked.items() if n.endswith(".ipynb")}
    assert [line for n, p in found.items() for line in faults(n, p.read_text("utf-8"))] == []


GOOD = 'area = "990101"\nplan_start = 2571'


def test_a_thin_notebook_passes():
    assert faults("n", _notebook(GOOD, "import planning_kit as kit", "kit.cover(workbook)")) == []


@pytest.mark.parametrize(
    "text",
    [
        _notebook(GOOD, "def f():\n    return 1"),
        _notebook(GOOD, "for row in rows:\n    row"),
        _notebook(GOOD, "try:\n    f()\nfinally:\n    g()"),
        _notebook(GOOD, "%matplotlib inline"),
        _notebook(GOOD, "!ls"),
        _notebook(GOOD, "import pandas as pd"),
        _notebook(GOOD, "import planning_kit"),
        _notebook(GOOD, "from planning_kit import report"),
        _notebook(GOOD, "\n".join("abcdefg")),
        _notebook("area = workbook.area"),
        _notebook("print(1)"),
        _notebook(GOOD, tags=()),
        _notebook(GOOD, words=0),
        _notebook(GOOD, words=25),
        _notebook(GOOD, outputs=["x"]),
        _notebook(GOOD + "\na = 1", "a\nb\nc", "a\nb\nc"),
    ],
)
def test_a_thick_notebook_is_caught(text):
    assert faults("n", text)
