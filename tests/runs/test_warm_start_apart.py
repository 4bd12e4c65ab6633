"""A kernel from the zygote shares nothing with the one before it, and nobody else reaches it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from planning_kit.runs import zygotes

pytestmark = pytest.mark.slow


def test_a_kernel_is_forked_with_the_stack_already_there(start):
    kernel = start()
    assert kernel.is_forked
    loaded = kernel.ask(
        "[name in __import__('sys').modules for name in"
        " ('pandas', 'matplotlib.figure', 'planning_kit.report.chapters', 'voila')]"
    )
    assert loaded == [True, True, True, False]


def test_nothing_leaks_from_one_kernel_to_the_next(start, tmp_path):
    first = start()
    assert first.do(
        "import os, sys, matplotlib, pandas, planning_kit, random, numpy, colorsys, "
        "matplotlib.pyplot as plt\n"
        "os.environ['LEFT_BEHIND'] = 'x'; pandas.LEFT_BEHIND = 1; planning_kit.set_language('en')\n"
        f"os.chdir({str(tmp_path)!r}); kept = open('left.txt', 'w'); left = 1\n"
        "plt.figure(); matplotlib.rcParams['font.size'] = 3; random.seed(1); numpy.random.seed(1)\n"
        "from planning_kit.store import Store; store = Store.open('sqlite:///left.db')\n"
    ) == "ok"  # fmt: skip
    second = start()
    assert second.is_forked
    assert second.ask("'LEFT_BEHIND' in __import__('os').environ") is False
    assert second.ask("hasattr(__import__('pandas'), 'LEFT_BEHIND')") is False
    assert second.ask("'left' in globals() or 'colorsys' in __import__('sys').modules") is False
    assert second.ask("__import__('matplotlib').rcParams['font.size']") != 3
    assert second.ask("__import__('matplotlib.pyplot').pyplot.get_fignums()") == []
    assert second.ask("__import__('os').getcwd()") == str(Path.cwd())
    said = "__import__('planning_kit.language').language.current_language()"
    assert second.ask(said) == "th"
    open_files = "[__import__('os').path.realpath(f'/proc/self/fd/{n}') for n in __import__('os').listdir('/proc/self/fd')]"
    assert not [name for name in second.ask(open_files) if name.endswith(("left.txt", ".db"))]


def test_each_kernel_has_its_own_random_numbers(start):
    drawn = "[__import__('random').random(), float(__import__('numpy').random.rand())]"
    one, other = start().ask(drawn), start().ask(drawn)
    assert one[0] != other[0]
    assert one[1] != other[1]


def test_a_kernel_starts_with_the_environment_and_folder_that_are_asked_for(start, tmp_path):
    kernel = start(env={**os.environ, "PLANNING_KIT_STORE": "sqlite:///ก.db"}, cwd=str(tmp_path))
    assert kernel.is_forked
    assert kernel.ask("__import__('os').environ['PLANNING_KIT_STORE']") == "sqlite:///ก.db"
    assert kernel.ask("__import__('os').getcwd()") == str(tmp_path)


def test_a_kernel_has_no_more_files_open_than_one_started_plainly(start, monkeypatch):
    count = "len(__import__('os').listdir('/proc/self/fd'))"
    for _turn in range(2):
        start()
    forked = start().ask(count)
    monkeypatch.setenv(zygotes.START_VARIABLE, "spawn")
    assert forked <= start().ask(count)


def test_the_zygote_listens_nowhere(start):
    zygote = start().ask("__import__('os').getppid()")
    inodes = {
        name[8:-1]
        for fd in Path(f"/proc/{zygote}/fd").iterdir()
        if (name := str(fd.readlink())).startswith("socket:[")
    }
    assert inodes
    # Columns of the kernel's list: …, inode, and a path where a socket has one.
    named = [
        parts[7]
        for line in Path("/proc/net/unix").read_text().splitlines()[1:]
        if (parts := line.split())[6] in inodes and len(parts) > 7
    ]
    assert named == []
    for table in ("tcp", "tcp6"):
        lines = Path(f"/proc/net/{table}").read_text().splitlines()[1:]
        assert not [line for line in lines if line.split()[9] in inodes]
