"""Join codes on the first page: shown, made anew, ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tornado.web import HTTPError

from planning_kit.errors import KitError
from planning_kit.hall.join_codes import LENGTHS, JoinCodes
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action, Role
from planning_kit.language import N_, _
from planning_kit.report.qr import qr_svg

_TITLES = {
    Role.PARTICIPANT: N_("For everybody in the room: vote and write cards, without a name"),
    Role.RECORDER: N_("For those who write down: open the workbook and type ballots"),
    Role.VIEWER: N_("For the projector: it only shows"),
}
_WRITING = N_("For those who write down: open the workbook")
EVERYWHERE = tuple(_TITLES)
ABOVE = (Role.RECORDER,)
"""Whom a code lets in: above the tambon there are no cards, no votes and no wall."""


class GiveCode(Page):
    """Where the facilitator makes a code, or ends one."""

    async def post(self) -> None:
        """Do it, and show the first page again; whoever had an ended code is out."""
        area, start = self.place_for(Action.GIVE_CODES)
        codes: JoinCodes = self.settings["join_codes"]
        role = self._role()
        before = codes.of(area, start).get(role)
        try:
            if self.get_body_argument("what", "") == "make":
                codes.make(role, area, start, self.get_body_argument("forum_code", "")[:40])
            else:
                codes.end(role, area, start)
        except KitError as error:
            raise Refused(400, error) from error
        if before is not None:
            await self.house.end_of_code(before.code_id)
        self.redirect(f"/?{self.place_of(area, start)}#people")

    def _role(self) -> Role:
        asked = self.get_body_argument("role", "")
        found = [role for role in LENGTHS if role == asked]
        if not found:
            raise HTTPError(400)
        return found[0]


def codes_shown(
    page: Page, area: str, plan_start: int, roles: Sequence[Role] = EVERYWHERE
) -> list[dict[str, Any]]:
    """Return a line for each role: what it is for, its code now, and the address that holds it."""
    codes: JoinCodes = page.settings["join_codes"]
    made = codes.of(area, plan_start)
    lines = []
    for role in roles:
        title = _TITLES[role] if roles == EVERYWHERE else _WRITING
        code = made.get(role)
        address = page.light_address(f"/join/{code.code}") if code else ""
        shown = code.shown if code else ""
        picture = qr_svg(address, _(title)) if address else ""
        lines.append(
            {"role": str(role), "title": _(title), "code": shown, "address": address, "qr": picture}
        )
    return lines
