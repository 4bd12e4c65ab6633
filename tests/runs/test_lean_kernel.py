"""A kernel of the hall: what it leaves out, and what a page must find in it all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from jupyter_client.connect import write_connection_file

from planning_kit.runs.forked_kernel import LEAN, LEAN_VARIABLE
from planning_kit.runs.kernel_options import plain_options

OPEN_AND_WRITE = """
import sys
from planning_kit.runs.lean_kernel import LeanKernelApp
app = LeanKernelApp(connection_file=sys.argv[1])
app.init_connection_file()
app.write_connection_file()
print(app.shell_port)
"""


def test_the_options_jupyter_starts_a_kernel_with_are_read():
    asked = ["--log-level=CRITICAL", "-f", "/tmp/k.json", "--IPKernelApp.parent_handle=77"]
    found = plain_options(asked)
    assert found.IPKernelApp == {
        "log_level": 50,
        "connection_file": "/tmp/k.json",
        "parent_handle": 77,
    }
    assert found.HistoryManager.enabled is False


@pytest.mark.parametrize("more", ["--pylab", "-f", "--IPKernelApp.parent_handle=x", "--debug"])
def test_any_other_option_goes_the_stock_way(more):
    assert plain_options(["-f", "/tmp/k.json", more]) is None


def test_it_knows_no_debugger_and_answers_for_all_its_widgets_at_once(start, monkeypatch):
    monkeypatch.setenv(LEAN_VARIABLE, LEAN)
    kernel = start()
    assert kernel.is_forked
    assert kernel.ask("type(get_ipython().kernel).__name__") == "LeanKernel"
    assert kernel.ask("'debugpy.server' in __import__('sys').modules") is False
    targets = "list(get_ipython().kernel.comm_manager.targets)"
    assert "jupyter.widget.control" in kernel.ask(targets)
    # Its modules are all there, whatever was hidden from its own start.
    assert kernel.ask("'pandas' in __import__('sys').modules") is True
    assert kernel.ask("__import__('ipykernel.ipkernel').ipkernel.sys.__name__") == "sys"


def test_a_stock_kernel_that_was_forked_answers_for_its_widgets_too(start):
    kernel = start()
    targets = "list(get_ipython().kernel.comm_manager.targets)"
    assert kernel.is_forked and "jupyter.widget.control" in kernel.ask(targets)


def test_two_kernels_made_ready_together_share_nothing_of_a_page(start, monkeypatch):
    monkeypatch.setenv(LEAN_VARIABLE, LEAN)
    one, other = start(), start()
    one.ask("globals().update(mine=1) or __import__('builtins').__dict__.update(ours=1)")
    assert other.ask("'mine' in globals() or hasattr(__import__('builtins'), 'ours')") is False
    session = "get_ipython().kernel.session.session"
    assert one.ask(session) != other.ask(session)
    # Made before the fork, and yet of this kernel.
    assert one.ask("get_ipython().kernel is get_ipython().parent") is True
    assert one.ask("__import__('__main__').__dict__ is get_ipython().user_ns") is True
    assert one.ask("__import__('os').environ['PAGER']") == "cat"


def test_a_file_that_says_where_to_listen_is_left_alone(tmp_path):
    told = tmp_path / "kernel.json"
    write_connection_file(str(told), transport="tcp", key=b"k", signature_scheme="hmac-sha256")
    as_told = told.read_bytes(), told.stat().st_mtime_ns, told.stat().st_ino
    # In a process of its own: what imports a kernel here makes progress bars think they are in one.
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_WRITE, str(told)], check=True, capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )  # fmt: skip
    # Jupyter reads it again as soon as the kernel has a number; it must never be empty then.
    now = told.read_bytes(), told.stat().st_mtime_ns, told.stat().st_ino
    assert now == as_told and int(done.stdout)
