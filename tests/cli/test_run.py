import json

import pytest


@pytest.fixture
def listed(kit, tmp_path):
    """Return a function that writes a list of areas, two of which have a workbook."""
    for code in ("730501", "730502"):
        kit("new", "--area", code)

    def write(*codes):
        path = tmp_path / "areas.txt"
        path.write_text("\n".join(codes), encoding="utf-8")
        return path

    return write


def _receipt(tmp_path):
    return json.loads((tmp_path / "out" / "receipt.json").read_text(encoding="utf-8"))


def test_many_reports_one_without_workbook_and_then_the_rest(kit, listed, say_title, tmp_path):
    many = ("run", "--out", tmp_path / "out", "--notebook", say_title, "--resume")
    said = kit(*many, "--areas", listed("730501", "730503", "730502"))
    assert said.code == 1
    assert "730503 [workbook.none-yet]" in said.err and "2 of 3 reports are there" in said.out
    told = _receipt(tmp_path)
    assert [run["state"] for run in told["runs"]] == ["done", "failed", "done"]
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    for run in told["runs"]:
        for name in run["files"]:
            assert (tmp_path / "out" / name).is_file() and name in page

    kit("new", "--area", "730503")
    kit("new", "--area", "730501", "--start", "2576")
    again = kit(*many, "--areas", listed("730501", "730503", "730502"))
    assert again.code == 0 and "3 of 3" in again.out
    # A further plan period is new data of 730501; nothing of 730502 has changed.
    assert [run["state"] for run in _receipt(tmp_path)["runs"]] == ["done", "done", "kept"]


def test_a_manifest_and_the_options_where_it_is_silent(kit, listed, say_title, tmp_path):
    listed()
    path = tmp_path / "many.toml"
    name = say_title.as_posix()
    path.write_text(f'notebook = "{name}"\nareas = ["730501"]\n', encoding="utf-8")
    said = kit("run", path, "--out", tmp_path / "out", "--fiscal-year", "2569", "--workers", "1")
    assert said.code == 0, said.err
    (told,) = _receipt(tmp_path)["runs"]
    assert (told["fiscal_year"], told["plan_start"], told["language"]) == (2569, 2571, "en")


@pytest.mark.parametrize("both", [True, False])
def test_two_lists_or_none_are_refused(kit, tmp_path, both):
    lists = ("many.toml", "--areas", "areas.txt") if both else ()
    said = kit("run", *lists, "--out", tmp_path / "out")
    assert said.code == 1 and "cli.one-list" in said.err and not (tmp_path / "out").exists()


def test_a_list_with_bad_lines_runs_nothing_and_names_them_all(kit, tmp_path):
    path = tmp_path / "areas.txt"
    path.write_text("730502\nบางปลา\n730502\n", encoding="utf-8")
    said = kit("run", "--areas", path, "--out", tmp_path / "out")
    assert said.code == 1 and not (tmp_path / "out").exists()
    assert [("line 2" in line, "line 3" in line) for line in said.err.splitlines()] == [
        (True, False),
        (False, True),
    ]


def test_codes_that_no_tambon_has_fail_and_the_rest_go_on(kit, listed, say_title, tmp_path):
    codes = listed("889999", "730501", "7305", "100205")
    said = kit("run", "--out", tmp_path / "out", "--notebook", say_title, "--areas", codes)
    assert said.code == 1 and "1 of 4 reports are there" in said.out
    states = {run["area"]: run["state"] for run in _receipt(tmp_path)["runs"]}
    assert states == {"889999": "failed", "730501": "done", "7305": "failed", "100205": "failed"}
    assert "889999 [areas.unknown-code]" in said.err
    assert "100205 [areas.abolished-code]" in said.err


def test_an_output_folder_that_cannot_be_written_is_one_sentence(kit, tmp_path):
    areas = tmp_path / "areas.txt"
    areas.write_text("730502\n", encoding="utf-8")
    said = kit("run", "--areas", areas, "--out", areas / "out")
    assert said.code == 1 and "[runs.cannot-write]" in said.err
