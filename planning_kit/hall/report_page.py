"""The printed book from the hall: made once for each state of the data, then shown at once."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

from planning_kit.errors import KitError
from planning_kit.hall.address import parameters_of
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.workbooks import look_up
from planning_kit.language import _, speaking
from planning_kit.runs import Job, run_notebook
from planning_kit.runs.known import Known, look_up_workbook
from planning_kit.runs.shelf import book_at

Made = dict[tuple[Job, str], "asyncio.Task[Path]"]


class Press:
    """Makes one book at a time and keeps those whose data have not changed since."""

    def __init__(self, folder: Path, store_url: str) -> None:
        self._folder = folder
        self._store_url = store_url
        self._one_at_a_time = asyncio.Lock()
        self._made: Made = {}

    async def book(self, job: Job) -> asyncio.Task[Path]:
        """Return the making of the book as it now is; raises ``KitError`` for no workbook."""
        known = await asyncio.to_thread(look_up_workbook, job, self._store_url)
        at = (job, known.data_version)
        before = self._made.get(at)
        if before is None or (before.done() and before.exception() is not None):
            self._made[at] = asyncio.ensure_future(self._make(job, known))
        return self._made[at]

    async def _make(self, job: Job, known: Known) -> Path:
        async with self._one_at_a_time:
            # A folder of its own: an older book may just be on its way to somebody.
            folder = self._folder / f"book-{len(self._made)}"
            loop = asyncio.get_running_loop()
            # Not asyncio.to_thread: it lends this loop's context, in which Jupyter keeps the loop.
            return await loop.run_in_executor(None, self._run, job, known, folder)

    def _run(self, job: Job, known: Known, folder: Path) -> Path:
        with speaking(job.language):
            executed = run_notebook(
                job.notebook,
                job.parameters,
                out_dir=folder,
                store_url=self._store_url,
                language=job.language,
                stem=job.stem,
                title=known.title,
                practice=known.practice,
            )
        return executed.files[0]


class ReportPage(Page):
    """The book, or a page that says it is being made and asks again by itself."""

    async def get(self) -> None:
        """Send the book of the address's workbook."""
        self.need(Action.MAKE_REPORT)
        self.keep_language()
        press: Press = self.settings["hall_press"]
        try:
            making = await press.book(await self._job())
            if making.done():
                self._send(making.result())
                return
        except KitError as error:
            raise Refused(400, error) from error
        with speaking(self.language):
            self.show("making.html.j2", _("The plan is being made"))

    async def _job(self) -> Job:
        asked: dict[str, Any] = parameters_of(self.request.query_arguments, self.language)
        self.need_in(Action.MAKE_REPORT, str(asked["area"]), int(asked["plan_start"]))
        with speaking(self.language):
            shown = await asyncio.to_thread(look_up, asked, self.choices.store_url)
        return Job(**asked, notebook=book_at(above=shown.is_above))

    def _send(self, book: Path) -> None:
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.set_header("Cache-Control", "no-store")
        self.set_header("Content-Disposition", f'inline; filename="{book.name}"')
        self.finish(book.read_bytes())
