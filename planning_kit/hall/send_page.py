"""The plan on its way to the province, and the back-up, as files to download."""

from __future__ import annotations

import asyncio

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.outbox import Outbox, back_up
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.plans_page import Plans
from planning_kit.hall.report_page import Press
from planning_kit.hall.workbooks import look_up
from planning_kit.language import _, speaking
from planning_kit.runs import Job
from planning_kit.runs.job import year_before
from planning_kit.runs.shelf import BOOK


class SendPlan(Page):
    """Where the file for the province is made; a page asks again by itself until it is there."""

    async def get(self) -> None:
        """Make the book, then the file around it, and go where it is downloaded."""
        area, start = self.place_for(Action.TAKE_AWAY_BUNDLE)
        self.keep_language()
        job = Job(area, start, year_before(start), self.language, BOOK)
        try:
            await self._refuse_above(job)
            press: Press = self.settings["hall_press"]
            making = await press.book(job)
            if not making.done():
                with speaking(self.language):
                    self.show("making.html.j2", _("The plan is being made"))
                return
            outbox: Outbox = self.settings["hall_outbox"]
            await outbox.make(area, start, making.result(), self.language)
        except KitError as error:
            raise Refused(400, error) from error
        self.redirect(f"/plans?{self.place_of(area, start)}#send")

    async def _refuse_above(self, job: Job) -> None:
        """Refuse a place above the tambon: its file is made of plans, not of a workbook."""
        with speaking(self.language):
            shown = await asyncio.to_thread(look_up, job.parameters, self.choices.store_url)
        if shown.is_above:
            raise HTTPError(404)


class HandedFile(Page):
    """The file that was made, to be downloaded."""

    async def get(self) -> None:
        """Send it."""
        area, start = self.place_for(Action.TAKE_AWAY_BUNDLE)
        outbox: Outbox = self.settings["hall_outbox"]
        try:
            name, content = outbox.content(area, start, self.get_query_argument("file", ""))
        except KitError as error:
            raise Refused(400, error) from error
        self.send_file(name, content)


class BackUp(Plans):
    """Where the whole workbook is taken away, locked."""

    part = "back-up"

    async def post(self) -> None:
        """Send it, or say under the form what is wrong."""
        area, start = self.place_for(Action.TAKE_AWAY_BUNDLE)
        passphrase, again = (
            self.get_body_argument(name, "", strip=False) for name in ("new", "again")
        )
        try:
            with speaking(self.language):
                name, content = await asyncio.to_thread(
                    back_up, area, start, self.store_url, passphrase, again
                )
        except KitError as error:
            self.set_status(400)
            with speaking(self.language):
                wrong = error.say().splitlines()
            await self.tell(area, start, wrong=wrong)
            return
        self.send_file(name, content)
