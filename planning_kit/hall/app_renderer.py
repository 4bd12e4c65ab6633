"""A notebook becomes a page cell by cell: each part is sent as soon as it is worked out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from voila.notebook_renderer import NotebookRenderer

from planning_kit.hall.faults import keep_cell_failure
from planning_kit.hall.kept_cells import WIDGET, Opening, Outputs, leaves_nothing
from planning_kit.runs.cell_errors import CellError, cell_error
from planning_kit.runs.failure import CellFailure
from planning_kit.runs.shelf import read_notebook


class NoFiles:
    """Stands where Voila looks for pictures beside a notebook: there are no files here."""

    def file_exists(self, path: str) -> bool:
        """Tell that the file is not there."""
        return False


class AppRenderer(NotebookRenderer):
    """Voila's renderer, which starts its kernel only when a cell must really run.

    ``opening`` knows what the cells of such a page showed before.
    """

    def __init__(
        self,
        start_kernel: Callable[[], Awaitable[str]],
        opening: Opening,
        **known: Any,
    ) -> None:
        super().__init__(contents_manager=NoFiles(), **known)
        self._start_kernel = start_kernel
        self._opening = opening
        self._not_run_yet: list[tuple[NotebookNode, int]] = []
        self.kernel_id = ""
        self.has_widgets = False

    async def load_notebook(self, path: str) -> NotebookNode:
        """Read the notebook itself, past Voila's file service."""
        return read_notebook(Path(path))

    async def _jinja_kernel_start(
        self, nb: NotebookNode, kernel_id: Any, kernel_future: Any
    ) -> str:
        """Start none yet: a page that only shows what was worked out before needs none."""
        self._on_page = nb
        return ""

    async def _started(self) -> None:
        if self.kernel_id:
            return
        try:
            await self._start_once()
        except RuntimeError:
            # It died before it answered: where kernels have ports, somebody may have taken one.
            await self._start_once()

    async def _start_once(self) -> None:
        self.kernel_id = await self._start_kernel()
        kernel = self.request_handler.kernel_manager.get_kernel(self.kernel_id)
        await super()._jinja_kernel_start(self._on_page, self.kernel_id, kernel)

    async def _jinja_cell_generator(
        self, nb: NotebookNode, kernel_id: str
    ) -> AsyncIterator[NotebookNode]:
        """Yield every cell as it is shown; raises what a page that is gone raises."""
        has_shown = False
        for number, cell in enumerate(nb.cells, start=1):
            error = None
            if "closed_tools" in cell.metadata:
                cell.outputs = []
            elif cell.cell_type == "code":
                await self.request_handler.flush()
                error = await self._shown(cell, number)
                if error is not None:
                    cell.outputs = []
                    cell.metadata["trouble"] = self._trouble(error, number)
                has_shown |= bool(cell.outputs)
                if any(WIDGET in output.get("data", {}) for output in cell.outputs):
                    self.has_widgets = True
                    cell.metadata["kernel_id"] = self.kernel_id
            yield cell
            # Where the workbook itself did not open, every later cell would fail for that.
            if error is not None and (error.is_end or not has_shown):
                break
        if self.kernel_id:
            await self._cleanup_resources()

    async def _shown(self, cell: NotebookNode, number: int) -> CellError | None:
        """Fill in what the cell shows, by running it only where nobody has before."""
        failed: list[CellError] = []
        has_run = False

        async def run() -> Outputs | None:
            nonlocal has_run
            has_run = True
            error = await self._run_what_is_due(cell, number)
            if error is not None:
                failed.append(error)
                return None
            return list(cell.outputs)

        cell.outputs = await self._opening.outputs(cell.source, run)
        if not has_run and not leaves_nothing(cell.source, cell.outputs):
            self._not_run_yet.append((cell, number))
        return failed[0] if failed else None

    async def _run_what_is_due(self, cell: NotebookNode, number: int) -> CellError | None:
        await self._started()
        while self._not_run_yet:
            before, its_number = self._not_run_yet.pop(0)
            error = await self._run(before, its_number)
            if error is not None:
                return error
        return await self._run(cell, number)

    async def _run(self, cell: NotebookNode, number: int) -> CellError | None:
        try:
            await self.executor.async_execute_cell(cell, number - 1, store_history=False)
        except Exception as error:
            known = cell_error(error)
            if known is None:
                raise
            return known
        return None

    def _trouble(self, error: CellError, number: int) -> dict[str, str]:
        """Return what the page says of a failed cell: the kit's own sentence, or a reference."""
        failure = CellFailure(
            notebook=Path(self.notebook_path).stem,
            area=str(self.notebook.metadata["planning_kit"]["area"]),
            cell=number,
            kind=error.kind,
            message=error.message,
            traceback=error.traceback,
        )
        reference = keep_cell_failure(failure)
        return {"reference": reference, "sentence": error.message if failure.is_kit_error else ""}
