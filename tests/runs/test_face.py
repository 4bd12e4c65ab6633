import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from planning_kit.runs import keep_face


def _notebook():
    return new_notebook(
        cells=[
            new_markdown_cell("why"),
            new_code_cell("form", metadata={"tags": ["app-only"]}),
            new_code_cell("print", metadata={"tags": ["report-only", "wide"]}),
            new_code_cell("both", metadata={"tags": ["parameters"]}),
        ]
    )


@pytest.mark.parametrize(
    ("face", "kept"), [("report", ["why", "print", "both"]), ("app", ["why", "form", "both"])]
)
def test_each_face_keeps_its_own_cells_and_the_common_ones(face, kept):
    assert [cell.source for cell in keep_face(_notebook(), face).cells] == kept


def test_the_notebook_given_is_not_changed():
    notebook = _notebook()
    keep_face(notebook, "report").cells[0].source = "changed"
    assert [cell.source for cell in notebook.cells] == ["why", "form", "print", "both"]


def test_a_third_face_is_refused():
    with pytest.raises(ValueError, match="poster"):
        keep_face(_notebook(), "poster")
