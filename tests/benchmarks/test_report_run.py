"""How long one report takes beside what users would otherwise run: papermill and nbconvert bare.

``make bench`` prints the ratios; the README here keeps them. Both sides run in this one
session on the same notebook, data and machine, so the ratio travels where seconds do not.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import papermill
import pytest
from nbconvert.exporters import HTMLExporter

from planning_kit.practice import practice_period, practice_plan_area, write_practice_workbook
from planning_kit.runs import Job, run_notebook
from planning_kit.runs.batch import run_many
from planning_kit.runs.shelf import notebook_path
from planning_kit.store import Store
from planning_kit.workbook import create, import_file

PARAMETERS = {"area": "990101", "plan_start": 2571, "fiscal_year": 2570, "language": "th"}
ROUNDS = 3


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("bench")
    write_practice_workbook(folder / "survey.xlsx")
    url = f"sqlite:///{(folder / 'kit.db').as_posix()}"
    with Store.open(url) as opened:
        create(practice_plan_area(), practice_period(), store=opened, who="bench", why="bench")
        import_file(folder / "survey.xlsx", area="990101", store=opened)
    return url


def _best(work: Callable[[], object]) -> float:
    """Return the quickest of a few rounds: what the machine's other work adds is left out."""
    times = []
    for _round in range(ROUNDS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def test_one_report_costs_no_more_than_papermill_and_nbconvert_bare(
    store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANNING_KIT_STORE", store)
    source = notebook_path("06_tambon_plan")

    def bare() -> None:
        done = tmp_path / "bare.ipynb"
        papermill.execute_notebook(source, done, PARAMETERS, progress_bar=False)
        page, _resources = HTMLExporter().from_filename(str(done))
        (tmp_path / "bare.html").write_text(page, encoding="utf-8")

    def kit() -> None:
        run_notebook("06_tambon_plan", PARAMETERS, out_dir=tmp_path, store_url=store)

    ours, theirs = _best(kit), _best(bare)
    print(
        f"\none report: kit {ours:.1f} s, papermill + nbconvert {theirs:.1f} s, ratio {ours / theirs:.2f}"
    )
    assert ours <= theirs * 1.1


def test_two_workers_are_quicker_than_one(store: str, tmp_path: Path) -> None:
    jobs = [
        Job("990101", 2571, 2570, language, notebook)
        for notebook in ("00_start", "01_profile")
        for language in ("th", "en")
    ]

    def batch(workers: int) -> float:
        began = time.perf_counter()
        receipt = run_many(
            jobs, out_dir=tmp_path / str(workers), store_url=store, workers=workers, progress=False
        )
        assert receipt.all_good
        return time.perf_counter() - began

    one, two = batch(1), batch(2)
    print(f"\nfour reports: one worker {one:.1f} s, two {two:.1f} s, ratio {two / one:.2f}")
    assert two < one
