import openpyxl


def test_a_blank_workbook_is_written_and_its_place_said(kit, tmp_path):
    path = tmp_path / "forms" / "survey.xlsx"
    said = kit("template", "--out", path)
    assert said.code == 0 and str(path) in said.out
    assert len(openpyxl.load_workbook(path).sheetnames) > 5


def test_a_file_that_may_be_filled_in_is_not_replaced(kit, tmp_path):
    path = tmp_path / "survey.xlsx"
    path.write_bytes(b"filled in by a team")
    said = kit("template", "--out", path)
    assert said.code == 1 and "cli.file-exists" in said.err
    assert path.read_bytes() == b"filled in by a team"
    assert kit("template", "--out", path, "--overwrite").code == 0


def test_another_kind_of_file_is_refused(kit, tmp_path):
    said = kit("template", "--out", tmp_path / "survey.csv")
    assert said.code == 1 and "cli.not-xlsx" in said.err


def test_the_example_of_an_areas_template_lies_in_that_tambon(kit, tmp_path):
    from openpyxl import load_workbook

    kit("new", "--area", "730502", "--start", "2571")
    path = tmp_path / "t.xlsx"
    assert kit("template", "--out", path, "--area", "730502").code == 0
    said = {str(cell.value) for page in load_workbook(path) for row in page for cell in row}
    assert "73050203" in said and "99010103" not in said
