"""The first page: the workbook, how far its plan has come, and the doors to its parts."""

from __future__ import annotations

import asyncio
from typing import Any

from planning_kit.errors import KitError
from planning_kit.hall.address import parameters_of
from planning_kit.hall.codes_page import ABOVE, EVERYWHERE, codes_shown
from planning_kit.hall.compare_page import worked_plan
from planning_kit.hall.level_front import level_front_of
from planning_kit.hall.light_quiz import has_quiz
from planning_kit.hall.making_workbooks import found_above, found_tambons, make_workbook
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.paper_page import ADDRESS as PAPERS
from planning_kit.hall.permissions import Action
from planning_kit.hall.unsettled import unsettled, unsettled_said, where_to_settle
from planning_kit.hall.vote_board import forums_at
from planning_kit.hall.workbooks import (
    Listed,
    listed,
    notebook_titles,
    steps_of,
    tool_doors,
)
from planning_kit.language import _, speaking
from planning_kit.runs.shelf import SYNTHESIS, notebook_path, notebooks_at
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
            above = any(o.is_above for o in workbooks if (o.area, o.plan_start) == chosen)
            known |= await self._opened(*chosen, above)
        known["workbooks"] = self._listed(
            [o for o in workbooks if (o.area, o.plan_start) != chosen]
        )
        known["may_make"] = self.may(Action.MAKE_WORKBOOK)
        self.show("front.html.j2", _("Tambon planning workbook"), **known)

    async def _opened(self, area: str, start: int, above: bool) -> dict[str, Any]:
        """Return what is shown of the workbook that is open."""
        self.need_in(Action.SEE_PROGRESS, area, start)
        place = self.place_of(area, start)
        opened = level_front_of if above else steps_of
        shown, standing = await asyncio.to_thread(opened, area, start, self.store_url)
        known: dict[str, Any] = {"open": shown, "board" if above else "steps": standing}
        known["doors"] = self._doors(area, start, above)
        known |= await self._unsettled(area, start, above)
        known["practice"] = shown.practice or self.choices.practice
        if self.may(Action.MAKE_REPORT):
            known["report"] = f"/report?{place}"
        if self.may(Action.OPEN_APP) and not self.choices.practice:
            known["plans"] = f"/plans?{place}"
        if self.may(Action.TAKE_AWAY_BUNDLE) and not above:
            known["send"] = f"/plans?{place}#send"
        if self.may(Action.OPEN_APP) and not above:
            known["course"] = f"/course?{place}"
        known["wall"] = "" if above else f"/projector?{place}"
        if self.may(Action.RUN_VOTES) and not above:
            known["votes"] = f"/votes?{place}"
        if not above:
            known |= self._course(place)
        known["may_begin_again"] = self.may(Action.BEGIN_AGAIN)
        known["may_open_room"] = self.may(Action.OPEN_ROOM)
        if self.may(Action.GIVE_CODES):
            roles = ABOVE if above else EVERYWHERE
            known["codes"] = codes_shown(self, area, start, roles)
            known["forums"] = await asyncio.to_thread(forums_at, area, start, self.store_url)
            known |= {"area": area, "plan_start": start, "has_light": self.light_address("/")}
        return known

    async def _unsettled(self, area: str, start: int, above: bool) -> dict[str, str]:
        """Return what is said of records with two versions, and where the facilitator settles."""
        if not self.may(Action.OPEN_APP):
            return {}
        number = await asyncio.to_thread(unsettled, area, start, self.store_url)
        if not number:
            return {}
        where = where_to_settle(self.place_of(area, start), above=above)
        may_settle = self.may(Action.SETTLE_VERSIONS)
        return {"unsettled": unsettled_said(number), "settle": where if may_settle else ""}

    def _course(self, place: str) -> dict[str, str]:
        """Return the addresses of the course’s pages for those who may open them."""
        known = {}
        if self.may(Action.SEE_CLASS) and has_quiz():
            known["class_report"] = f"/class?{place}"
            known["papers"] = f"{PAPERS}?{place}"
        if worked_plan(self) and self.may(Action.OPEN_APP):
            known["compare"] = f"/compare?{place}"
        if self.choices.practice and self.may(Action.ANSWER_QUIZ) and has_quiz():
            known["quiz"] = f"/quiz?{place}"
        return known

    def _listed(self, workbooks: list[Listed]) -> list[dict[str, Any]]:
        """Return the other workbooks: those above the tambon apart, each group with its heading."""
        groups = []
        for above, title in ((True, _("Provinces, regions, nation")), (False, _("Tambons"))):
            listed = [
                {"title": one.title, "address": f"/?{self.place_of(one.area, one.plan_start)}"}
                for one in workbooks
                if one.is_above is above
            ]
            if listed:
                groups.append({"title": title, "listed": listed})
        return groups

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

    def _doors(self, area: str, start: int, above: bool) -> list[dict[str, str]]:
        if not self.may(Action.OPEN_APP):
            return []
        place = self.place_of(area, start)
        doors = [
            {"title": title, "address": f"/app/{name}?{place}"}
            for name, title in notebook_titles(notebooks_at(above=above))
        ]
        if above:
            path = notebook_path(SYNTHESIS)
            doors += [
                {"title": title, "address": f"/tools/{SYNTHESIS}?{place}#{at}"}
                for at, title in tool_doors(path)
            ]
        return doors


class NewWorkbook(Page):
    """Where a tambon is found and its workbook made."""

    async def get(self) -> None:
        """Show which tambons fit what was typed."""
        self.need(Action.MAKE_WORKBOOK)
        self.keep_language()
        place = self.get_query_argument("place", "")[:80]
        with speaking(self.language):
            known = {
                "place": place,
                "found": await asyncio.to_thread(found_tambons, place),
                "above": await asyncio.to_thread(found_above, place),
            }
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
