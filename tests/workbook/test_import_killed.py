"""An import killed at a moment nobody chose: all of it is there, or nothing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from planning_kit.records import Household
from planning_kit.store import Store
from planning_kit.workbook import import_file, open_workbook

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parents[2]
# Says when everything is loaded, so that the blow falls into the work and not before it.
WORKS = """
import sys
import planning_kit.collect, openpyxl, sqlalchemy.dialects.sqlite
from planning_kit.workbook import import_file
file, url = sys.argv[1:]
import_file(file, area="990101", store=url, dry_run=True)
print("go", flush=True)
import_file(file, area="990101", store=url, who="x")
print("done", flush=True)
"""
ROWS = 60


def test_killed_at_any_moment_it_is_all_there_or_nothing(
    workbook, store: Store, filled, household, tmp_path: Path
) -> None:
    moment = random.Random(2569)
    longest = 0.0
    for turn in range(6):
        rows = [household(f"{turn}-{n:03}", note="x" * 200) for n in range(ROWS)]
        path = filled(f"{turn}.xlsx", household=rows)
        before = len(workbook.records(Household))
        program = subprocess.Popen(
            [sys.executable, "-c", WORKS, path, store.url],
            env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert program.stdout is not None and program.stdout.readline() == "go\n"
        begun = time.monotonic()
        if turn == 0:
            # Unharmed, to learn how long it takes.
            assert program.wait(120) == 0
            longest = time.monotonic() - begun
        else:
            try:
                program.wait(moment.uniform(0, longest))
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait(60)
        program.stdout.close()
        with Store.open(tmp_path / "kit.sqlite") as again:
            there = open_workbook("990101", store=again)
            now = len(there.records(Household))
            assert now in (before, before + ROWS)
            # Its papers are there exactly where its rows are.
            names = {batch.file_name for batch in again.imports()}
            assert (path.name in names) == (now == before + ROWS)
            report = import_file(path, area="990101", store=again)
            assert report.total("new") == (ROWS if now == before else 0)
            assert len(there.records(Household)) == before + ROWS
