"""A notebook becomes a page cell by cell: each part is sent as soon as it is worked out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from voila.notebook_renderer import NotebookRenderer

from planning_kit.hall.faults import keep_cell_failure
from planning_kit.runs.cell_errors import CellError, cell_error
from planning_kit.runs.failure import CellFailure
from planning_kit.runs.shelf import read_notebook

WIDGET = "application/vnd.jupyter.widget-view+json"


class NoFiles:
    """Stands where Voila looks for pictures beside a notebook: there are no files here."""

    def file_exists(self, path: str) -> bool:
        """Tell that the file is not there."""
        return False


class AppRenderer(NotebookRenderer):
    """Voila's renderer, which starts its kernel only when the first words are on their way."""

    def __init__(self, start_kernel: Callable[[], Awaitable[str]], **known: Any) -> None:
        super().__init__(contents_manager=NoFiles(), **known)
        self._start_kernel = start_kernel
        self.kernel_id = ""
        self.has_widgets = False

    async def load_notebook(self, path: str) -> NotebookNode:
        """Read the notebook itself, past Voila's file service."""
        return read_notebook(Path(path))

    async def _jinja_kernel_start(
        self, nb: NotebookNode, kernel_id: Any, kernel_future: Any
    ) -> str:
        await self.request_handler.flush()
        self.kernel_id = await self._start_kernel()
        kernel = self.request_handler.kernel_manager.get_kernel(self.kernel_id)
        started: str = await super()._jinja_kernel_start(nb, self.kernel_id, kernel)
        return started

    async def _jinja_cell_generator(
        self, nb: NotebookNode, kernel_id: str
    ) -> AsyncIterator[NotebookNode]:
        """Yield every cell as it is shown; raises what a page that is gone raises."""
        has_shown = False
        for number, cell in enumerate(nb.cells, start=1):
            if cell.cell_type == "code":
                await self.request_handler.flush()
                error = await self._run(cell, number)
                if error is not None:
                    cell.outputs = []
                    cell.metadata["trouble"] = self._trouble(error, number)
                has_shown |= bool(cell.outputs)
                self.has_widgets |= any(WIDGET in o.get("data", {}) for o in cell.outputs)
            yield cell
            # Where the workbook itself did not open, every later cell would fail for that.
            if "trouble" in cell.metadata and (error is None or error.is_end or not has_shown):
                break
        await self._cleanup_resources()

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
