import pytest

from planning_kit.records import Household
from planning_kit.report.browser import find_browser
from planning_kit.runs.shelf import notebook_names
from planning_kit.workbook import open_workbook


@pytest.mark.slow
def test_the_demo_reports_the_whole_way_of_an_invented_tambon_and_can_be_run_again(
    kit, tmp_path, monkeypatch
):
    folder = tmp_path / "ที่ฝึก"
    first = kit("demo", "--out", folder)
    assert first.code == 0, first.err
    pages = sorted(folder.glob("*.html"))
    assert [page.name for page in pages] == [
        f"990101-2571-{name}-en.html" for name in notebook_names()
    ]
    printed = {path.suffix for path in folder.glob("990101-2571-06_tambon_plan-en.*")}
    if find_browser() is None:
        assert printed == {".html"} and "none was found" in first.out
    else:
        assert printed == {".html", ".pdf", ".png"}
    assert all(str(page) in first.out for page in pages)
    assert "planning-kit new --area" in first.out
    assert all("invented" in page.read_text(encoding="utf-8") for page in pages)
    # The demo has a database of its own; the user's stays untouched.
    assert not (tmp_path / "kit.db").exists()
    store = f"sqlite:///{(folder / 'practice.db').as_posix()}"
    with open_workbook("990101", store=store) as workbook:
        households = len(workbook.records(Household))
    assert households > 200
    # Again: what is asked is whether it doubles anything; the pages would be the same.
    monkeypatch.setattr("planning_kit.cli.demo._reports", lambda *_given, **_said: [])
    assert kit("demo", "--out", folder).code == 0
    with open_workbook("990101", store=store) as workbook:
        assert len(workbook.records(Household)) == households
