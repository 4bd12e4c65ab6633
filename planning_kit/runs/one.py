"""Run one notebook for one area and write its report."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

from nbformat import NotebookNode

from planning_kit.errors import KitError
from planning_kit.language import N_
from planning_kit.runs.face import Face, keep_face, kept_positions
from planning_kit.runs.failure import (
    CellFailure,
    cell_failed,
    cell_too_slow,
    kernel_died,
    write_log,
)
from planning_kit.runs.kernel import kernel_manager
from planning_kit.runs.kernel_environment import kernel_environment
from planning_kit.runs.parameters import check_parameters
from planning_kit.runs.shelf import notebook_path, read_notebook
from planning_kit.runs.writing import (
    Writer,
    check_browser,
    check_formats,
    default_writers,
    ready_folder,
    write_files,
)

CELL_SECONDS = 900
# What papermill logs is said again, in a sentence, by the error that follows.
logging.getLogger("papermill").addHandler(logging.NullHandler())
_START_SECONDS = 120
_DIED_AT_START = ("Kernel died", "Kernel didn't respond")


@dataclass(frozen=True)
class Executed:
    """A notebook that ran to its end: its files, in the order of the formats, and the time."""

    notebook: str
    area: str
    files: tuple[Path, ...]
    seconds: float


def run_notebook(
    notebook: str | Path,
    parameters: Mapping[str, object],
    *,
    out_dir: Path,
    store_url: str | None = None,
    language: str = "th",
    formats: Sequence[str] = ("html",),
    layouts: Sequence[str] | None = None,
    stem: str | None = None,
    title: str | None = None,
    practice: bool = False,
    face: Face = "report",
    cell_seconds: int = CELL_SECONDS,
    progress: bool = False,
    full_log: bool = False,
    stop: Event | None = None,
    writers: Mapping[str, Writer] | None = None,
) -> Executed:
    """Run ``notebook`` with ``parameters`` in a fresh kernel and write its report.

    Parameters
    ----------
    notebook:
        Name of a shipped notebook (``"06_tambon_plan"``) or the path of one.
    parameters:
        A value for each parameter the notebook declares, and no other.
    out_dir:
        Where the files go; made where missing. Each file appears whole or not at all.
    store_url, language:
        Reach the kernel through its environment only; this process's stays as it is.
    formats:
        Any of ``"html"``, ``"pdf"``, ``"png"`` (the one-page summary as a picture).
    layouts:
        Names or TOML files of the layouts of ผ.01 and ผ.02; ``None`` leaves the choice to the
        environment and the kit.
    stem:
        File name without its ending; ``<notebook>-<area>`` by default.
    practice:
        Whether every page must say that the area is invented.
    full_log:
        Keep the text of foreign exceptions in the log too (``--debug``).
    stop:
        When it is set before the files are written, nothing is written.
    writers:
        How each format is written, by default through ``planning_kit.report``.

    Raises
    ------
    KitError
        ``runs.unknown-notebook``, ``runs.no-browser``, ``runs.unknown-parameter``, ``runs.missing-parameter``,
        ``runs.wrong-parameter-type``, ``runs.cell-failed`` (a log lies in ``out_dir``),
        ``runs.cell-too-slow``, ``runs.kernel-died``, ``runs.cannot-write``, ``runs.stopped``.
    """
    path = notebook_path(notebook)
    whole = read_notebook(path)
    check_parameters(path, parameters)
    if writers is None:
        check_browser(formats)
    writers = writers or default_writers(parameters, store_url, layouts)
    check_formats(formats, writers)
    area = str(parameters.get("area", "–"))
    stem = stem or f"{path.stem}-{area}"
    ready_folder(out_dir)
    log = out_dir / f"{stem}.log"
    log.unlink(missing_ok=True)
    began = time.monotonic()
    run = _Run(path, whole, area, log, face, cell_seconds, progress, full_log)
    executed = run.execute(parameters, kernel_environment(store_url, language, layouts))
    if stop is not None and stop.is_set():
        raise stopped(path.stem, area)
    files = write_files(
        executed,
        {form: out_dir / f"{stem}.{form}" for form in formats},
        title=title or f"{path.stem} {area}",
        language=language,
        practice=practice,
        writers=writers,
    )
    return Executed(path.stem, area, files, time.monotonic() - began)


def stopped(notebook: str, area: str) -> KitError:
    """Return the ``KitError`` ``runs.stopped``: someone ended the command."""
    return KitError(
        "runs.stopped",
        N_("Notebook {notebook}, area {area} was stopped before it was done. Run it again."),
        notebook=notebook,
        area=area,
    )


@dataclass(frozen=True)
class _Run:
    """One execution, with what its error messages need to know."""

    path: Path
    whole: NotebookNode
    area: str
    log: Path
    face: Face
    cell_seconds: int
    progress: bool
    full_log: bool

    def execute(
        self, parameters: Mapping[str, object], environment: Mapping[str, str]
    ) -> NotebookNode:
        from nbclient.exceptions import CellTimeoutError, DeadKernelError
        from papermill.exceptions import PapermillExecutionError

        try:
            return self._papermill(keep_face(self.whole, self.face), dict(parameters), environment)
        except PapermillExecutionError as error:
            failure = CellFailure(
                notebook=self.path.stem,
                area=self.area,
                cell=_cell_number(self.whole, self.face, error.cell_index, bool(parameters)),
                kind=str(error.ename),
                message=str(error.evalue),
                traceback=tuple(error.traceback),
            )
            write_log(failure, self.log, with_message=self.full_log)
            raise cell_failed(failure, self.log) from error
        except CellTimeoutError as error:
            raise cell_too_slow(self.path.stem, self.area, self.cell_seconds) from error
        except RuntimeError as error:
            # A kernel that dies while it starts is reported by a plain RuntimeError.
            if isinstance(error, DeadKernelError) or str(error).startswith(_DIED_AT_START):
                raise kernel_died(self.path.stem, self.area) from error
            raise

    def _papermill(
        self,
        notebook: NotebookNode,
        parameters: dict[str, object],
        environment: Mapping[str, str],
    ) -> NotebookNode:
        import papermill

        bar: Any = {"desc": self.area, "disable": None, "leave": False} if self.progress else False
        execute: Callable[..., NotebookNode] = papermill.execute_notebook
        return execute(
            _as_papermill_wants(notebook),
            # No output file: papermill would save it after every cell, a quarter second in all.
            None,
            parameters=parameters,
            kernel_name="python3",
            language="python",
            progress_bar=bar,
            start_timeout=_START_SECONDS,
            execution_timeout=self.cell_seconds,
            kernel_manager_class=kernel_manager(environment),
        )


def _as_papermill_wants(notebook: NotebookNode) -> NotebookNode:
    for cell in notebook.cells:
        cell.metadata.setdefault("tags", [])
    return notebook


def _cell_number(whole: NotebookNode, face: Face, index: int, parameterized: bool) -> int:
    """Return the number, from 1, of a cell in the notebook a person opens.

    papermill counts in the notebook without the other face and puts a cell of its own
    behind the one tagged ``parameters``.
    """
    kept = kept_positions(whole, face)
    tagged = [
        at
        for at, position in enumerate(kept)
        if "parameters" in whole.cells[position].metadata.get("tags", ())
    ]
    if parameterized and tagged and index > tagged[0]:
        index -= 1
    return kept[min(index, len(kept) - 1)] + 1
