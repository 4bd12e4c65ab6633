"""A kernel from the zygote lives and dies as one that was started by itself."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planning_kit.runs import zygotes
from planning_kit.runs.kernel import WARM_START

pytestmark = pytest.mark.slow

PATIENCE = 60
needs_fork = pytest.mark.skipif(not zygotes.can_fork(), reason="kernels are not forked here")


def gone(pid: int) -> bool:
    """Wait until a process is gone, or is a dead body that nobody has fetched yet."""
    status = Path(f"/proc/{pid}/status")
    for _turn in range(PATIENCE * 10):
        try:
            if "State:\tZ" in status.read_text():
                return True
        except (FileNotFoundError, ProcessLookupError):
            return True
        time.sleep(0.1)
    return False


def test_an_interrupt_stops_the_cell_and_leaves_the_kernel(start):
    kernel = start()
    kernel.do("kept = 7")
    endless = "import time; print('on'); time.sleep(600)"
    asked = kernel.client.execute(endless, stop_on_error=False)
    while kernel.client.get_iopub_msg(timeout=PATIENCE)["msg_type"] != "stream":
        continue
    kernel.manager.interrupt_kernel()
    reply = kernel.client.get_shell_msg(timeout=PATIENCE)
    assert reply["parent_header"]["msg_id"] == asked
    assert reply["content"]["ename"] == "KeyboardInterrupt"
    assert kernel.ask("kept") == 7


def test_a_restart_gives_a_new_kernel_that_knows_nothing(start):
    kernel = start()
    kernel.do("kept = 7")
    before = kernel.ask("__import__('os').getpid()")
    kernel.manager.restart_kernel(now=True)
    kernel.client.wait_for_ready(timeout=PATIENCE)
    assert kernel.is_forked
    assert kernel.ask("__import__('os').getpid()") != before
    assert kernel.ask("'kept' in globals()") is False


def test_a_death_is_noticed_with_how_it_came(start):
    kernel = start()
    pid = kernel.ask("__import__('os').getpid()")
    process = kernel.manager.provisioner.process
    assert kernel.manager.is_alive()
    os.kill(pid, signal.SIGSEGV)
    assert gone(pid)
    assert process.wait(PATIENCE) == -signal.SIGSEGV
    assert not kernel.manager.is_alive()


def test_a_shutdown_ends_the_process(start):
    kernel = start()
    pid = kernel.ask("__import__('os').getpid()")
    kernel.manager.shutdown_kernel()
    assert gone(pid)


def test_the_zygote_dead_kernels_die_and_the_next_start_has_a_new_one(start):
    first = start()
    pid = first.ask("__import__('os').getpid()")
    parent = first.ask("__import__('os').getppid()")
    os.kill(parent, signal.SIGKILL)
    assert gone(pid)
    assert not first.manager.is_alive()
    second = start()
    assert second.is_forked
    assert second.ask("__import__('os').getppid()") != parent


SERVER = """
import sys, time
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="python3")
print(manager.provisioner.process.pid, type(manager.provisioner.process).__name__, flush=True)
time.sleep(600)
"""


@needs_fork
def test_kernels_die_with_a_server_that_is_killed():
    server = subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True)
    pid, kind = server.stdout.readline().split()
    assert kind == "ForkedKernel"
    assert not gone_already(int(pid))
    server.kill()
    server.wait()
    server.stdout.close()
    assert gone(int(pid))


def gone_already(pid: int) -> bool:
    return not Path(f"/proc/{pid}").exists()


UNGUARDED = """
from pathlib import Path
Path("ran.txt").open("a").write("x")
from jupyter_client.manager import start_new_kernel
manager, client = start_new_kernel(kernel_name="python3")
print(type(manager.provisioner.process).__name__)
manager.shutdown_kernel(now=True)
"""


@needs_fork
def test_a_script_without_a_guard_is_not_run_again(tmp_path):
    (tmp_path / "script.py").write_text(UNGUARDED, "utf-8")
    done = subprocess.run(
        [sys.executable, "script.py"], cwd=tmp_path, capture_output=True, text=True,
        timeout=PATIENCE * 2, check=True,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "JUPYTER_DEFAULT_PROVISIONER_NAME": WARM_START,
        },
    )  # fmt: skip
    assert done.stdout.strip() == "ForkedKernel"
    assert (tmp_path / "ran.txt").read_text() == "x"


@needs_fork
def test_a_file_that_lies_about_is_not_taken_for_a_library(tmp_path):
    # dateutil imports six; people name their files as they like.
    (tmp_path / "six.py").write_text("open('ran.txt', 'a').write('x')", "utf-8")
    code = "from planning_kit.runs.zygotes import warm_up; print(warm_up())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, capture_output=True, text=True,
        timeout=PATIENCE * 2, check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
    )  # fmt: skip
    assert done.stdout.strip() == "True"
    assert not (tmp_path / "ran.txt").exists()


@pytest.mark.parametrize("why", ["forced", "another interpreter", "another start variable"])
def test_it_falls_back_to_a_plain_start(start, why, tmp_path, monkeypatch):
    if why == "forced":
        monkeypatch.setenv(zygotes.START_VARIABLE, "spawn")
        kernel = start()
    elif why == "another interpreter":
        other = tmp_path / "python"
        other.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
        other.chmod(0o755)
        folder = tmp_path / "kernels" / "python3"
        folder.mkdir(parents=True)
        argv = [str(other), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
        told = {"argv": argv, "display_name": "Python", "language": "python"}
        (folder / "kernel.json").write_text(json.dumps(told))
        monkeypatch.setenv("JUPYTER_PATH", str(tmp_path))
        kernel = start()
    else:
        kernel = start(stderr=subprocess.PIPE)
    assert isinstance(kernel.manager.provisioner.process, subprocess.Popen)
    assert kernel.ask("1 + 1") == 2
