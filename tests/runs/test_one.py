import os
import sys
from threading import Event

import pytest

from planning_kit.errors import KitError
from planning_kit.runs import run_notebook

GOOD = {"area": "730502", "plan_start": 2571, "fiscal_year": 2570, "language": "en"}


@pytest.fixture
def run(tmp_path, text_writers):
    def go(path, **options):
        options = {"out_dir": tmp_path / "out", "writers": text_writers, **options}
        return run_notebook(path, GOOD, **options)

    return go


def _names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_report_has_its_parameters_store_and_language_and_this_python(
    run, notebook_file, tmp_path, monkeypatch
):
    monkeypatch.setenv("PLANNING_KIT_STORE", "sqlite:///not-this.db")
    path = notebook_file(
        "import os, sys, planning_kit",
        "print(area, plan_start, language, sep='|')",
        "print(os.environ['PLANNING_KIT_STORE'], os.environ['PLANNING_KIT_LANGUAGE'])",
        "print(sys.executable)",
        ("raise SystemError('the app')", "app-only"),
        ("print('the report')", "report-only"),
    )
    store = "postgresql://u:p$HOME${x}@host/db"
    done = run(path, store_url=store, language="en", stem="book", title="The title")
    assert done.files == (tmp_path / "out" / "book.html",)
    lines = done.files[0].read_text(encoding="utf-8").splitlines()
    assert lines == [
        "The title",
        "730502|2571|en",
        f"{store} en",
        sys.executable,
        "the report",
    ]
    assert os.environ["PLANNING_KIT_STORE"] == "sqlite:///not-this.db"
    assert _names(tmp_path / "out") == ["book.html"]


def test_a_kit_error_in_a_cell_keeps_its_own_sentence_and_names_area_and_cell(
    run, notebook_file, tmp_path
):
    path = notebook_file(
        ("raise SystemError", "app-only"),
        "from planning_kit import areas, set_language",
        "set_language(language); areas.get('889999')",
        name="chapter",
    )
    with pytest.raises(KitError) as caught:
        run(path, stem="book")
    assert caught.value.code == "runs.cell-failed"
    said = caught.value.say("en")
    # Cells are counted as a person sees them: parameters 1, app 2, import 3, get 4.
    assert said.startswith("Notebook chapter, area 730502, cell 4: No area has the code 889999")
    assert _names(tmp_path / "out") == ["book.log"]


def test_another_error_is_named_and_its_text_kept_out_of_sentence_and_log(
    run, notebook_file, tmp_path
):
    path = notebook_file(
        "who = 'นาย' + 'สมชาย'",
        "def read(row):\n    secret = row\n    raise ValueError(f'cannot read {row}')",
        "read(who)",
    )
    with pytest.raises(KitError) as caught:
        run(path, stem="book")
    log = (tmp_path / "out" / "book.log").read_text(encoding="utf-8")
    said = caught.value.say("en")
    assert "cell 4 stopped with ValueError" in said and "book.log" in said
    assert "นายสมชาย" not in said + log
    assert "raise ValueError" in log and "read(who)" in log
    with pytest.raises(KitError):
        run(path, stem="book", full_log=True)
    assert "นายสมชาย" in (tmp_path / "out" / "book.log").read_text(encoding="utf-8")


def test_an_older_log_goes_when_the_report_is_made(run, notebook_file, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "book.log").write_text("old")
    run(notebook_file("print(1)"), stem="book")
    assert _names(tmp_path / "out") == ["book.html"]


def test_a_kernel_that_dies_is_said_to_have_died(run, notebook_file):
    with pytest.raises(KitError) as caught:
        run(notebook_file("import os; os._exit(1)"))
    assert caught.value.code == "runs.kernel-died"


def test_a_cell_that_never_ends_is_stopped(run, notebook_file):
    with pytest.raises(KitError) as caught:
        run(notebook_file("import threading; threading.Event().wait()"), cell_seconds=1)
    assert caught.value.code == "runs.cell-too-slow"


def test_wrong_parameters_are_refused_before_anything_is_written(notebook_file, tmp_path):
    with pytest.raises(KitError) as caught:
        run_notebook(notebook_file(), {**GOOD, "plan_start": "2571"}, out_dir=tmp_path / "out")
    assert caught.value.code == "runs.wrong-parameter-type"
    assert not (tmp_path / "out").exists()


def test_a_report_half_written_leaves_the_old_one(run, notebook_file, tmp_path):
    old = tmp_path / "out" / "book.html"
    old.parent.mkdir()
    old.write_text("old")

    def break_off(notebook, path, **said):
        path.write_text("half")
        raise KitError("report.broken", "It broke off")

    with pytest.raises(KitError, match="It broke off"):
        run(notebook_file(), stem="book", writers={"html": break_off})
    assert old.read_text() == "old"
    assert _names(tmp_path / "out") == ["book.html"]


def test_nothing_is_written_after_a_stop(run, notebook_file, tmp_path):
    stop = Event()
    stop.set()
    with pytest.raises(KitError) as caught:
        run(notebook_file(), stop=stop)
    assert caught.value.code == "runs.stopped"
    assert _names(tmp_path / "out") == []


@pytest.mark.parametrize("notebook", ["no_such", "no/such.ipynb"])
def test_a_notebook_that_is_not_there_names_those_that_are(run, notebook):
    with pytest.raises(KitError) as caught:
        run(notebook)
    assert caught.value.code == "runs.unknown-notebook"
    assert "06_tambon_plan" in caught.value.say("en")


def test_a_file_that_is_no_notebook_and_one_without_kernel_are_refused(run, tmp_path):
    path = tmp_path / "bad.ipynb"
    for content, code in (
        ("not json", "runs.bad-notebook"),
        (
            '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
            "runs.no-kernel-named",
        ),
    ):
        path.write_text(content)
        with pytest.raises(KitError) as caught:
            run(path)
        assert caught.value.code == code


def test_an_output_folder_that_cannot_be_is_one_sentence(run, notebook_file, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    with pytest.raises(KitError) as caught:
        run(notebook_file(), out_dir=blocked / "out")
    assert caught.value.code == "runs.cannot-write"


def test_a_format_this_version_lacks_is_refused(run, notebook_file):
    with pytest.raises(KitError) as caught:
        run(notebook_file(), formats=("docx",))
    assert caught.value.code == "runs.unknown-format"
