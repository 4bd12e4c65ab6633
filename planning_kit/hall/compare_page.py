"""In practice: the visitor's own plan beside the worked plan, with hints where to go on."""

from __future__ import annotations

import asyncio

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.language import _, speaking
from planning_kit.report.chapters.compared_plan import StepCompared, compared_plan
from planning_kit.workbook import open_workbook
from planning_kit.workbook.copies import PracticeCopies


class ComparePage(Page):
    """Advice for learners: what is there, what is missing, what differs, and why that may be right."""

    async def get(self) -> None:
        """Compare the visitor's practice data with those that came with the kit."""
        worked = worked_plan(self)
        if worked is None:
            raise HTTPError(404)
        area, start = self.place_for(Action.OPEN_APP)
        self.keep_language()
        try:
            steps = await asyncio.to_thread(
                compared, area, start, self.store_url, worked, self.language
            )
        except KitError as error:
            raise Refused(400, error) from error
        with speaking(self.language):
            title = _("Our practice plan beside the worked plan")
            self.show("compare.html.j2", title, heading=title, steps=steps,
                      place=self.place_of(area, start))  # fmt: skip


def worked_plan(page: Page) -> str | None:
    """Return where the worked plan lies as it came; ``None`` outside practice, and in a store that is no file."""
    copies: PracticeCopies | None = page.settings["practice_copies"]
    return copies.worked if copies is not None else None


def compared(
    area: str, plan_start: int, own: str, worked: str, language: str
) -> list[tuple[StepCompared, list[str], str, str]]:
    """Return each step with its sentences, why it may be right, and its hint, said in ``language``."""
    with (
        speaking(language),
        open_workbook(area, plan_start, store=own) as yours,
        open_workbook(area, plan_start, store=worked) as example,
    ):
        return [(one, one.said, one.why_right, one.hint) for one in compared_plan(yours, example)]
