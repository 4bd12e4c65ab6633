from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from planning_kit.errors import KitError
from planning_kit.runs import run_notebook
from planning_kit.runs.kernel import kill_running_kernels

GOOD = {"area": "730502", "plan_start": 2571, "fiscal_year": 2570, "language": "en"}


def test_a_kernel_writes_nothing_to_the_console(notebook_file, tmp_path, text_writers, capfd):
    run_notebook(notebook_file("1 + 1"), GOOD, out_dir=tmp_path / "out", writers=text_writers)
    said = capfd.readouterr()
    assert (said.out, said.err) == ("", "")


def test_a_kernel_of_the_same_name_elsewhere_is_not_used(
    notebook_file, tmp_path, text_writers, monkeypatch
):
    other = tmp_path / "jupyter" / "kernels" / "python3"
    other.mkdir(parents=True)
    (other / "kernel.json").write_text(
        '{"argv": ["no-such-python"], "display_name": "x", "language": "python"}'
    )
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "jupyter"))
    path = notebook_file("print('here')")
    done = run_notebook(path, GOOD, out_dir=tmp_path / "out", writers=text_writers)
    assert "here" in done.files[0].read_text(encoding="utf-8")


def test_running_kernels_can_be_ended_at_once(notebook_file, tmp_path, text_writers):
    begun = tmp_path / "begun"
    path = notebook_file(
        f"from pathlib import Path; Path({str(begun)!r}).touch()",
        "import threading; threading.Event().wait()",
    )
    options = {"out_dir": tmp_path / "out", "writers": text_writers}
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(run_notebook, path, GOOD, **options)
        for _turn in range(1200):
            if begun.exists() or running.done():
                break
            Event().wait(0.05)
        kill_running_kernels()
        with pytest.raises(KitError) as caught:
            running.result()
    assert caught.value.code == "runs.kernel-died"
