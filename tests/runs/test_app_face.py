"""The two ways of an app: to read, with its tools by name, and with its tools open."""

from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from planning_kit.runs.app_face import as_app, as_reading, tools_in


def notebook():
    cells = [
        new_code_cell("area = '1'", metadata={"tags": ["parameters"]}),
        new_markdown_cell("why", metadata={"tags": ["app-only"]}),
        new_code_cell("kit.problems(workbook)", metadata={"tags": ["report-only"]}),
        new_code_cell("kit.problem_cards(workbook)", metadata={"tags": ["app-only"]}),
        new_code_cell("kit.problem_evidence(workbook)", metadata={"tags": ["app-only"]}),
        new_code_cell("kit.timeline(workbook)"),
    ]
    kernel = {"name": "python3", "language": "python", "display_name": "p"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def sources(made):
    return [cell.source for cell in made.cells if cell.cell_type == "code"][-3:]


def test_to_read_there_is_what_the_report_shows_and_the_name_of_the_tool_above_it():
    made = as_reading(notebook(), {"area": "2"})
    assert sources(made) == [
        "kit.problem_cards(workbook)", "kit.problems(workbook)", "kit.timeline(workbook)"
    ]  # fmt: skip
    closed = [cell.metadata.get("closed_tools") for cell in made.cells]
    assert [one for one in closed if one] == [[("problem_cards", ())]]


def test_with_its_tools_open_the_app_is_as_it_was_written():
    made = as_app(notebook(), {"area": "2"})
    assert sources(made) == [
        "kit.problem_cards(workbook)", "kit.problem_evidence(workbook)", "kit.timeline(workbook)"
    ]  # fmt: skip
    assert not any("closed_tools" in cell.metadata for cell in made.cells)


def test_both_name_a_tool_alike_so_that_one_leads_to_the_other():
    names = [
        [cell.metadata.tool_at for cell in way(notebook(), {}).cells if "tool_at" in cell.metadata]
        for way in (as_app, as_reading)
    ]
    assert names == [["tool-problem_cards"]] * 2


def test_tools_are_found_with_the_records_they_are_of():
    assert tools_in('kit.form(workbook, "household", "03-012")') == [("form", ("household",))]
    several = 'display(kit.attendance(workbook), kit.record_book(workbook, ("a", "b"), kit.x))'
    assert tools_in(several) == [("attendance", ()), ("record_book", ("a", "b"))]
    assert tools_in("kit.cover(workbook)") == []
