"""The first page: the workbook, how far its plan has come, and the doors to its parts."""

from __future__ import annotations

import asyncio
from typing import Any

from planning_kit.errors import KitError
from planning_kit.hall.address import parameters_of
from planning_kit.hall.codes_page import codes_shown
from planning_kit.hall.light_quiz import has_quiz
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.hall.vote_board import forums_at
from planning_kit.hall.workbooks import (
    Listed,
    found_tambons,
    listed,
    make_workbook,
    notebook_titles,
    steps_of,
)
from planning_kit.language import _, speaking
from planning_kit.runs.shelf import notebook_names
from planning_kit.workbook.plan_areas import DEFAULT_START_BE


class Front(Page):
    """The first page of the hall."""

    async def get(self) -> None:
        """Show the workbook of the address, else the one the hall was started for."""
        self.need(Action.SEE_PROGRESS)
        self.keep_language()
        try:
            with speaking(self.language):
                await self._show()
        except KitError as error:
            raise Refused(400, error) from error

    async def _show(self) -> None:
        store = self.store_url
        badge = self.visitor.badge
        workbooks = await asyncio.to_thread(listed, store)
        # Whoever came with a code sees the one workbook it was made for, and no other's name.
        workbooks = [one for one in workbooks if badge.is_for(one.area, one.plan_start)]
        chosen = self._chosen(workbooks)
        known: dict[str, Any] = {"open": None, "practice": self.choices.practice}
        if chosen is not None:
            area, start = chosen
            self.need_in(Action.SEE_PROGRESS, area, start)
            shown, steps = await asyncio.to_thread(steps_of, area, start, store)
            known |= {"open": shown, "steps": steps, "doors": self._doors(area, start)}
            known["practice"] = shown.practice or self.choices.practice
            if self.may(Action.MAKE_REPORT):
                known["report"] = f"/report?{self.place_of(area, start)}"
            known["wall"] = f"/projector?{self.place_of(area, start)}"
            if self.may(Action.RUN_VOTES):
                known["votes"] = f"/votes?{self.place_of(area, start)}"
            if self.choices.practice and self.may(Action.ANSWER_QUIZ) and has_quiz():
                known["quiz"] = f"/quiz?{self.place_of(area, start)}"
            if self.may(Action.SEE_CLASS) and has_quiz():
                known["class_report"] = f"/class?{self.place_of(area, start)}"
            if self.choices.practice and self.may(Action.OPEN_APP):
                known["compare"] = f"/compare?{self.place_of(area, start)}"
            known["may_begin_again"] = self.may(Action.BEGIN_AGAIN)
            known["may_open_room"] = self.may(Action.OPEN_ROOM)
            if self.may(Action.GIVE_CODES):
                known["codes"] = codes_shown(self, area, start)
                known["forums"] = await asyncio.to_thread(forums_at, area, start, store)
                known |= {"area": area, "plan_start": start, "has_light": self.light_address("/")}
        known["workbooks"] = [
            {"title": one.title, "address": f"/?{self.place_of(one.area, one.plan_start)}"}
            for one in workbooks
            if (one.area, one.plan_start) != chosen
        ]
        known["may_make"] = self.may(Action.MAKE_WORKBOOK)
        self.show("front.html.j2", _("Tambon planning workbook"), **known)

    def _chosen(self, workbooks: list[Listed]) -> tuple[str, int] | None:
        asked = self.request.query_arguments
        if "area" in asked or "plan_start" in asked:
            given = parameters_of(asked, self.language)
            return str(given["area"]), int(str(given["plan_start"]))
        wanted = (self.choices.area, self.choices.plan_start)
        for one in workbooks:
            if one.area == wanted[0] and wanted[1] in (None, one.plan_start):
                return one.area, one.plan_start
        only = workbooks[0] if len(workbooks) == 1 else None
        return (only.area, only.plan_start) if only else None

    def _doors(self, area: str, start: int) -> list[dict[str, str]]:
        if not self.may(Action.OPEN_APP):
            return []
        return [
            {"title": title, "address": f"/app/{name}?{self.place_of(area, start)}"}
            for name, title in notebook_titles(notebook_names())
        ]


class NewWorkbook(Page):
    """Where a tambon is found and its workbook made."""

    async def get(self) -> None:
        """Show which tambons fit what was typed."""
        self.need(Action.MAKE_WORKBOOK)
        self.keep_language()
        place = self.get_query_argument("place", "")[:80]
        with speaking(self.language):
            known = {"place": place, "found": await asyncio.to_thread(found_tambons, place)}
            start = self.choices.plan_start or DEFAULT_START_BE
            self.show("new.html.j2", _("Make a new workbook"), plan_start=start, **known)

    async def post(self) -> None:
        """Make the workbook and show it."""
        self.need(Action.MAKE_WORKBOOK)
        try:
            with speaking(self.language):
                asked = parameters_of(self._typed(), self.language)
                area, start = str(asked["area"]), int(str(asked["plan_start"]))
                who = str(self.visitor.role)
                made = await asyncio.to_thread(
                    make_workbook, area, start, self.choices.store_url, who
                )
        except KitError as error:
            raise Refused(400, error) from error
        self.redirect(f"/?{self.place_of(made, start)}")

    def _typed(self) -> dict[str, list[bytes]]:
        """Return the form's fields, without the key that shows it is ours."""
        return {n: typed for n, typed in self.request.body_arguments.items() if n != "_xsrf"}
