"""A kernel of the hall: what it leaves out, and what a page must find in it all the same."""

import pytest

from planning_kit.runs.forked_kernel import LEAN, LEAN_VARIABLE
from planning_kit.runs.kernel_options import plain_options


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
