"""Many reports at once: none stops the others, and the receipt tells the truth."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path

from tqdm import tqdm

from planning_kit.errors import KitError
from planning_kit.language import N_, _, current_language
from planning_kit.runs.index_page import write_index
from planning_kit.runs.job import Job, Outcome
from planning_kit.runs.kernel import kill_running_kernels
from planning_kit.runs.known import Known, look_up_workbook
from planning_kit.runs.making import Maker, interrupted
from planning_kit.runs.one import Executed, run_notebook
from planning_kit.runs.receipt import Receipt, earlier_outcomes
from planning_kit.runs.writing import ready_folder

_MOST_WORKERS = 4
_WRITES_PER_BATCH = 50
# On Windows an endless wait does not hear Ctrl-C.
_LISTEN_SECONDS = 0.5


def default_workers() -> int:
    """Return how many kernels to run side by side: one per core, at most four."""
    return max(1, min(_MOST_WORKERS, os.cpu_count() or 1))


def run_many(
    jobs: Sequence[Job],
    *,
    out_dir: Path,
    store_url: str | None = None,
    workers: int | None = None,
    resume: bool = False,
    language: str = "th",
    progress: bool = True,
    full_log: bool = False,
    look_up: Callable[[Job, str | None], Known] = look_up_workbook,
    run: Callable[..., Executed] = run_notebook,
    on_outcome: Callable[[Outcome], None] | None = None,
) -> Receipt:
    """Make every report of ``jobs`` and leave ``receipt.json`` and ``index.html``.

    Each runs in a kernel process of its own, ``workers`` of them at a time. A failure is
    written down and the rest go on; a kernel that died is tried once more. With ``resume``,
    reports that an earlier batch made in ``out_dir`` from the same notebook, parameters and
    data are kept. The first Ctrl-C lets running reports end and starts no other, a second
    stops them; the receipt is written either way, with ``interrupted`` set.

    Parameters
    ----------
    language:
        Of the index page; each job has its own for its report.
    look_up:
        Gives the title and the data version of a job's area, or raises ``KitError``.
    run:
        What makes one report; :func:`run_notebook`.
    on_outcome:
        Told of each outcome as it comes, on the calling thread.

    Raises
    ------
    KitError
        ``runs.nothing-to-do``, ``runs.same-report-twice``, ``runs.cannot-write``. What goes
        wrong with one report is in the receipt instead.
    """
    _check(jobs)
    ready_folder(out_dir)
    earlier = {outcome.job: outcome for outcome in earlier_outcomes(out_dir)} if resume else {}
    maker = Maker(out_dir, store_url, full_log, look_up, run, earlier, current_language())
    batch = _Batch(list(jobs), maker, Receipt(dt.datetime.now(dt.UTC), len(jobs)), on_outcome)
    with tqdm(total=len(jobs), disable=None if progress else True, unit=_(" reports")) as bar:
        batch.go(workers or default_workers(), bar)
    write_index(batch.receipt, out_dir, language)
    return batch.receipt


def _check(jobs: Sequence[Job]) -> None:
    if not jobs:
        raise KitError(
            "runs.nothing-to-do", N_("No area is listed, so there is nothing to run. Add one.")
        )
    seen: set[str] = set()
    for job in jobs:
        # Folded, because some disks hold A and a for one name.
        stem = job.stem.casefold()
        if stem in seen:
            raise KitError(
                "runs.same-report-twice",
                N_("The report {notebook} of {area} is asked for twice. Leave one out."),
                notebook=job.notebook,
                area=job.area,
            )
        seen.add(stem)


@dataclass
class _Batch:
    """The jobs under way, and the receipt that grows as they end."""

    jobs: list[Job]
    maker: Maker
    receipt: Receipt
    on_outcome: Callable[[Outcome], None] | None
    under_way: dict[Future[Outcome], Job] = field(default_factory=dict)

    def go(self, workers: int, bar: tqdm) -> None:
        """Run every job, or those already running when a person asks to stop."""
        self.receipt.write(self.maker.out_dir)
        with ThreadPoolExecutor(workers, thread_name_prefix="report") as pool:
            try:
                for job in self.jobs:
                    self.under_way[pool.submit(self.maker.make, job)] = job
                while self.under_way:
                    self._collect(bar)
            except KeyboardInterrupt:
                self._stop()
        self._close()

    def _collect(self, bar: tqdm) -> None:
        done, _rest = wait(self.under_way, _LISTEN_SECONDS, return_when=FIRST_COMPLETED)
        for future in done:
            del self.under_way[future]
            self.receipt.outcomes.append(future.result())
            bar.update()
            # Not after each: a receipt of thousands would be written thousands of times.
            if len(self.receipt.outcomes) % max(1, len(self.jobs) // _WRITES_PER_BATCH) == 0:
                self.receipt.write(self.maker.out_dir)
            if self.on_outcome is not None:
                self.on_outcome(self.receipt.outcomes[-1])

    def _stop(self) -> None:
        self.receipt.interrupted = True
        running = [future for future in self.under_way if not future.cancel()]
        try:
            while wait(running, _LISTEN_SECONDS).not_done:
                continue
        except KeyboardInterrupt:
            self.maker.stop.set()
            kill_running_kernels()
            wait(running)
        self.receipt.outcomes.extend(future.result() for future in running)

    def _close(self) -> None:
        told = {outcome.job: outcome for outcome in self.receipt.outcomes}
        self.receipt.outcomes = [told.get(job) or interrupted(job) for job in self.jobs]
        self.receipt.finished = dt.datetime.now(dt.UTC)
        self.receipt.write(self.maker.out_dir)
