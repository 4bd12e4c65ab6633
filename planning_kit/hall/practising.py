"""Practice may begin again: the data as they were before anybody practised."""

from __future__ import annotations

import asyncio

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.workbook.copies import PracticeCopies


class BeginAgain(Page):
    """Where practice begins again, with the data as they were."""

    async def post(self) -> None:
        """Put the visitor's practice data back, and show the first page."""
        self.need(Action.BEGIN_AGAIN)
        copies: PracticeCopies | None = self.settings["practice_copies"]
        if copies is None:
            raise HTTPError(403)
        try:
            survey_only = self.get_body_argument("what", "") == "survey"
            await asyncio.to_thread(copies.begin_again, self.store_url, survey_only=survey_only)
        except KitError as error:
            raise Refused(400, error) from error
        # What they hold in mind is gone; their pages open anew by themselves.
        await self.house.end_of_session(self.visitor.session)
        self.redirect("/")
