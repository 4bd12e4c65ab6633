import openpyxl


def _village(moo, **more):
    code = f"7305020{moo}"
    return {"village_code": code, "name": f"บ้าน {moo}", "source_code": "S1", **more}


def _mended(path, new, **cells):
    """Write other values into the first row of a workbook to mend, and save it elsewhere."""
    book = openpyxl.load_workbook(path)
    page = next(
        sheet
        for sheet in book
        if sheet.sheet_state == "visible" and "planning_kit:village" in [c.value for c in sheet[6]]
    )
    columns = {cell.value: cell.column for cell in page[6] if cell.value}
    for name, value in cells.items():
        page.cell(8, columns[name]).value = value
    book.save(new)
    return new


def test_refused_rows_are_written_out_mended_and_imported(kit, filled, rows_kept, tmp_path):
    kit("new", "--area", "730502")
    path, book = filled(_village(1), _village(2, households=-5)), tmp_path / "to mend.xlsx"
    said = kit("import", path, "--area", "730502", "--accept-good", "--mend", book)
    assert said.code == 1 and str(book) in said.out and rows_kept() == 1
    mended = _mended(book, tmp_path / "mended.xlsx", households=5)
    assert kit("import", mended, "--area", "730502", "--who", "secretary").code == 0
    assert rows_kept() == 2
    told = kit("refused", "--area", "730502")
    assert told.code == 0 and "survey.xlsx" in told.out and "still to be mended 0" in told.out
    assert "mended.xlsx (secretary)" in told.out and "-5" in told.out


def test_rows_refused_before_can_be_had_later(kit, filled, rows_kept, tmp_path):
    kit("new", "--area", "730502")
    kit(
        "import",
        filled(_village(1), _village(2, households=-5)),
        "--area",
        "730502",
        "--accept-good",
    )
    book = tmp_path / "later.xlsx"
    assert kit("refused", "--area", "730502", "--out", book).code == 0
    mended = _mended(book, tmp_path / "mended.xlsx", households=5)
    assert kit("import", mended, "--area", "730502").code == 0
    assert rows_kept() == 2
    said = kit("refused", "--area", "730502", "--import", 9, "--out", tmp_path / "x.xlsx")
    assert said.code == 1 and "[cli.no-such-import]" in said.err
    said = kit("refused", "--area", "730502", "--out", tmp_path / "x.xlsx")
    assert said.code == 1 and "[workbook.nothing-to-mend]" in said.err


def test_what_was_mended_already_is_not_overwritten(kit, filled, tmp_path):
    kit("new", "--area", "730502")
    path, book = filled(_village(2, households=-5)), tmp_path / "mend.xlsx"
    book.write_bytes(b"half a day of work")
    said = kit("import", path, "--area", "730502", "--mend", book)
    assert said.code == 1 and "[cli.file-exists]" in said.err
    assert book.read_bytes() == b"half a day of work"
    said = kit("import", path, "--area", "730502", "--mend", path)
    assert said.code == 1 and "[cli.same-file]" in said.err
    assert kit("import", path, "--area", "730502", "--mend", book, "--overwrite").code == 1
    assert openpyxl.load_workbook(book).sheetnames


def test_the_way_back_speaks_of_a_mapping_only_where_one_was_used(kit, filled, tmp_path):
    kit("new", "--area", "730502")
    path = filled(_village(1), _village(2, households=-5))
    said = kit("import", path, "--area", "730502", "--accept-good", "--mend", tmp_path / "m.xlsx")
    assert "by the same command." in said.out and "--mapping" not in said.out


def test_the_history_of_mended_rows_is_short_unless_all_of_it_is_asked_for(kit, filled, tmp_path):
    kit("new", "--area", "730502")
    bad = _village(1, households=-5)
    many = [{**bad, "village_code": f"730502{moo:02d}"} for moo in range(1, 26)]
    book = tmp_path / "mend.xlsx"
    kit("import", filled(*many), "--area", "730502", "--accept-good", "--mend", book)
    opened = openpyxl.load_workbook(book)
    page = next(sheet for sheet in opened if "planning_kit:village" in [c.value for c in sheet[6]])
    column = next(cell.column for cell in page[6] if cell.value == "households")
    for row in range(8, 33):
        page.cell(row, column).value = 5
    opened.save(tmp_path / "mended.xlsx")
    assert kit("import", tmp_path / "mended.xlsx", "--area", "730502").code == 0
    told = kit("refused", "--area", "730502").out
    assert told.count("came in mended") == 20 and "and 5 rows mended earlier" in told
    assert kit("refused", "--area", "730502", "--all").out.count("came in mended") == 25
    told = kit("refused", "--area", "730502", "--import", 1, "--all").out
    assert told.startswith("1. ") and told.count("came in mended") == 25
    said = kit("refused", "--area", "730502", "--import", 2)
    assert said.code == 1 and "[cli.no-such-import]" in said.err


def test_an_output_that_excel_holds_open_does_not_hide_what_was_imported(
    kit, filled, rows_kept, tmp_path, monkeypatch
):
    kit("new", "--area", "730502")
    path = filled(_village(1), _village(2, households=-5))

    def held(*_):
        raise PermissionError(13, "in use")

    monkeypatch.setattr("pathlib.Path.replace", held)
    out = tmp_path / "mend.xlsx"
    said = kit("import", path, "--area", "730502", "--accept-good", "--mend", out)
    assert said.code == 1 and rows_kept() == 1 and not out.exists()
    assert "survey.xlsx: imported" in said.out
    first, second = said.err.splitlines()
    assert "Refused rows: 1" in first and "[collect.cannot-write]" in second


def test_nothing_to_mend_is_said_and_no_file_is_made(kit, filled, tmp_path):
    kit("new", "--area", "730502")
    said = kit("import", filled(_village(1)), "--area", "730502", "--mend", tmp_path / "m.xlsx")
    assert said.code == 0 and "nothing to mend" in said.out
    assert not (tmp_path / "m.xlsx").exists()
    assert kit("import", filled(_village(1)), "--area", "730502", "--mend-flagged").code == 1
