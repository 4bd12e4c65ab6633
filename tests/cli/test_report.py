import pytest

from planning_kit.cli.layouts import checked_layouts
from planning_kit.cli.options import formats
from planning_kit.report import browser
from planning_kit.runs.job import FORMATS
from planning_kit.runs.kernel_environment import kernel_environment
from planning_kit.shipped import shipped


def test_a_report_is_one_page_and_its_path_is_said(kit, say_title, tmp_path):
    kit("new", "--area", "730502")
    said = kit("report", "--area", "730502", "--out", tmp_path / "out", "--notebook", say_title)
    assert said.code == 0, said.err
    (page,) = (tmp_path / "out").iterdir()
    assert said.out.strip() == str(page) and page.name == "730502-2571-tiny-en.html"
    text = page.read_text(encoding="utf-8")
    # The kernel opened the store of this process, and 2570 is the year before the plan.
    assert "Tambon Bang Pla, Amphoe Bang Len, Nakhon Pathom Province</strong> 2570" in text


def test_the_report_speaks_the_language_asked_for(kit, say_title, tmp_path, store, monkeypatch):
    kit("new", "--area", "730502")
    monkeypatch.delenv("PLANNING_KIT_STORE")
    said = kit(
        *("report", "--area", "730502", "--out", tmp_path / "out", "--notebook", say_title),
        *("--language", "th", "--store", store, "--fiscal-year", "2569"),
    )
    assert said.code == 0, said.err
    page = (tmp_path / "out" / "730502-2571-tiny-th.html").read_text(encoding="utf-8")
    assert "ตำบลบางปลา อำเภอบางเลน จังหวัดนครปฐม</strong> 2569" in page


def test_a_failing_cell_fails_the_command_and_says_which(kit, notebook, tmp_path):
    kit("new", "--area", "730502")
    path = notebook("kit.open_workbook('730501')", name="bad")
    said = kit("report", "--area", "730502", "--out", tmp_path / "out", "--notebook", path)
    assert said.code == 1 and said.out == ""
    assert said.err.startswith("Error [runs.cell-failed]: Notebook bad, area 730502, cell 3: ")
    assert "730501" in said.err
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".log"]


@pytest.mark.parametrize(
    ("area", "start", "code"),
    [
        ("730501", "2571", "workbook.none-yet"),
        ("889999", "2571", "areas.unknown-code"),
        ("730502", "2580", "workbook.no-such-period"),
    ],
)
def test_an_area_without_workbook_is_said_before_anything_runs(
    kit, say_title, tmp_path, area, start, code
):
    kit("new", "--area", "730502")
    out = tmp_path / "out"
    said = kit("report", "--area", area, "--start", start, "--out", out, "--notebook", say_title)
    assert said.code == 1 and code in said.err and not out.exists()


def test_the_formats_offered_are_those_the_runs_write():
    assert set(formats("HTML, pdf,html,XLSX, png")) == set(FORMATS)


def test_a_layout_that_is_not_there_is_told_before_the_report_runs(kit, say_title, tmp_path):
    kit("new", "--area", "730502")
    where = ("--area", "730502", "--out", tmp_path / "out", "--notebook", say_title)
    said = kit("report", *where, "--layout", "pp09")
    assert said.code != 0 and "pp09" in said.err and "pp02_later_entry" in said.err
    assert not (tmp_path / "out").exists()


def test_a_layout_of_ones_own_reaches_the_kernel_by_its_full_path(tmp_path, monkeypatch):
    own = tmp_path / "ours.toml"
    own.write_bytes((shipped("data", "layouts") / "pp02.toml").read_bytes())
    monkeypatch.chdir(tmp_path)
    asked = checked_layouts(["ours.toml", "pp01"])
    assert asked == (str(own.resolve()), "pp01")
    assert kernel_environment(None, "th", asked)["PLANNING_KIT_LAYOUT"] == f"{own.resolve()},pp01"
    assert "PLANNING_KIT_LAYOUT" not in kernel_environment(None, "th", checked_layouts(None))


@pytest.mark.parametrize(
    ("language", "words"), [("th", "แต่ไม่พบในเครื่องนี้"), ("en", "none was found")]
)
def test_without_a_browser_a_print_is_refused_before_the_book_runs(
    kit, say_title, tmp_path, monkeypatch, language, words
):
    monkeypatch.setattr(browser, "find_browser", lambda: None)
    kit("new", "--area", "730502")
    where = ("--area", "730502", "--out", tmp_path / "out", "--notebook", say_title)
    said = kit("report", *where, "--format", "html,pdf", "--language", language)
    assert said.code != 0 and words in said.err and "--format html" in said.err
    # No file is named that is gone again.
    assert ".part-" not in said.err and not (tmp_path / "out").exists()
