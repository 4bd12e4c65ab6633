"""Requests to agencies as files: one to download for each agency, its answers back by upload."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from planning_kit.errors import KitError
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.plans_page import Plans
from planning_kit.hall.plans_received import uploaded
from planning_kit.language import N_, _, current_language, speaking
from planning_kit.report.agencies_asked import agencies_asked
from planning_kit.report.xlsx_requests import write_requests
from planning_kit.workbook import open_workbook
from planning_kit.workbook.answering import read_answers, take_answers

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NOT_ASKED = N_("Nothing is asked of this agency any more. Look at the list again.")


class RequestsFile(Page):
    """The file with all that one agency is asked for."""

    async def get(self) -> None:
        """Send it."""
        area, start = self.place_for(Action.MARK_PLAN)
        agency = self.get_query_argument("agency", "")
        try:
            with speaking(self.language):
                name, content = await asyncio.to_thread(
                    requests_file, area, start, self.store_url, agency
                )
        except KitError as error:
            raise Refused(400, error) from error
        self.send_file(name, content, _XLSX)


class TakeAnswers(Plans):
    """Where the file of an agency comes back with its answers."""

    part = "agencies"

    async def post(self) -> None:
        """Take the answers, row by row; the page says what became of each."""
        area, start = self.place_for(Action.TAKE_IN_BUNDLE)
        files = self.request.files.get("file", [])
        name, content = (files[0].filename, files[0].body) if files else ("", b"")
        said: list[str] = []
        wrong: list[str] = []
        with speaking(self.language):
            try:
                said, wrong = await asyncio.to_thread(
                    answers_taken, area, start, self.store_url, name, content, who=self.who()
                )
            except KitError as error:
                wrong = error.say().splitlines()
        if not said:
            self.set_status(400)
        await self.tell(area, start, said, wrong)


def requests_file(area: str, plan_start: int, store_url: str, agency: str) -> tuple[str, bytes]:
    """Return name and content of the file for an agency, in the language in use.

    Raises ``KitError`` ``hall.not-asked``, and as ``open_workbook`` and ``write_requests``.
    """
    with (
        tempfile.TemporaryDirectory(prefix="planning-kit-") as folder,
        open_workbook(area, plan_start, store=store_url) as workbook,
    ):
        asked = next((one for one in agencies_asked([workbook]) if one.code == agency), None)
        if asked is None:
            raise KitError("hall.not-asked", _NOT_ASKED)
        path = Path(folder) / "requests.xlsx"
        write_requests([workbook], agency, path, language=current_language())
        # Header lines are plain letters.
        name = asked.file_name if asked.file_name.isascii() else path.name
        return name, path.read_bytes()


def answers_taken(
    area: str, plan_start: int, store_url: str, name: str, content: bytes, *, who: str
) -> tuple[list[str], list[str]]:
    """Take the answers of an uploaded file; return what is said of it, and of refused rows.

    Raises ``KitError`` ``hall.no-file``, and as ``read_answers`` and ``take_answers``.
    """
    with uploaded(name, content) as path:
        rows = read_answers(path)
        with open_workbook(area, plan_start, store=store_url) as workbook:
            why = _("answers in {file}", file=path.name)
            report = take_answers([workbook], rows, who=who, why=why)
    return report.said(), [finding.line(current_language()) for finding in report.findings]
