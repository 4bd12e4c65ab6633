"""Make one report of a batch and turn whatever happens into an outcome."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

from planning_kit.errors import KitError
from planning_kit.language import speaking
from planning_kit.runs.failure import unexpected
from planning_kit.runs.fingerprint import fingerprint
from planning_kit.runs.job import Job, Outcome, State, failed
from planning_kit.runs.known import Known
from planning_kit.runs.one import Executed, stopped
from planning_kit.runs.shelf import notebook_path

_ATTEMPTS = 2


def interrupted(job: Job) -> Outcome:
    """Return the outcome of a job that a person stopped, or that was never begun."""
    return replace(failed(job, stopped(job.notebook, job.area)), state=State.INTERRUPTED)


@dataclass
class Maker:
    """Makes reports into one folder; may be called from several threads at once.

    ``earlier`` holds the outcomes of an earlier batch that may be kept, by job.
    """

    out_dir: Path
    store_url: str | None
    full_log: bool
    look_up: Callable[[Job, str | None], Known]
    run: Callable[..., Executed]
    earlier: dict[Job, Outcome]
    language: str
    stop: Event = field(default_factory=Event)

    def make(self, job: Job) -> Outcome:
        """Make the report of ``job``, or keep an earlier one; never raises an ``Exception``.

        A thread does not inherit the language spoken where it was started. Its whole context
        must not be copied either: Jupyter keeps its event loop there, one per thread.
        """
        with speaking(self.language):
            return self._make(job)

    def _make(self, job: Job) -> Outcome:
        known, attempts = Known(), 0
        try:
            known = self.look_up(job, self.store_url)
            mark = fingerprint(
                notebook_path(job.notebook),
                job.parameters,
                formats=job.formats,
                data_version=known.data_version,
            )
            if known.data_version and (kept := self._kept(job, mark)):
                return kept
            while True:
                attempts += 1
                try:
                    return self._done(job, known, mark, attempts)
                except KitError as error:
                    if not self._is_worth_another(error, attempts):
                        raise
        except KitError as error:
            if self.stop.is_set():
                return interrupted(job)
            return self._failed(job, error, known, attempts)
        except Exception as error:  # noqa: BLE001 - one failure never stops the rest
            log = self.out_dir / f"{job.stem}.log"
            return self._failed(job, unexpected(error, job.area, log), known, attempts)

    def _is_worth_another(self, error: KitError, attempts: int) -> bool:
        died = error.code == "runs.kernel-died"
        return died and attempts < _ATTEMPTS and not self.stop.is_set()

    def _done(self, job: Job, known: Known, mark: str, attempts: int) -> Outcome:
        began = time.monotonic()
        executed = self.run(
            job.notebook,
            job.parameters,
            out_dir=self.out_dir,
            store_url=self.store_url,
            language=job.language,
            formats=job.formats,
            stem=job.stem,
            title=known.title or None,
            practice=known.practice,
            full_log=self.full_log,
            stop=self.stop,
        )
        return Outcome(
            job,
            State.DONE,
            title=known.title,
            files=tuple(path.name for path in executed.files),
            seconds=round(time.monotonic() - began, 2),
            attempts=attempts,
            fingerprint=mark,
        )

    def _failed(self, job: Job, error: KitError, known: Known, attempts: int) -> Outcome:
        log = self.out_dir / f"{job.stem}.log"
        return failed(
            job,
            error,
            title=known.title,
            attempts=attempts,
            log=log.name if log.exists() else "",
        )

    def _kept(self, job: Job, mark: str) -> Outcome | None:
        before = self.earlier.get(job)
        if before is None or not before.state.is_good or before.fingerprint != mark:
            return None
        if not all((self.out_dir / name).is_file() for name in before.files):
            return None
        return replace(before, state=State.KEPT)
