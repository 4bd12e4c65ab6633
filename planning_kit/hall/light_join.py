"""Joining: a code typed or scanned becomes a badge, for one role and one workbook."""

from __future__ import annotations

from urllib.parse import urlencode

from tornado.web import create_signed_value

from planning_kit.hall.badge import DAYS, Badge
from planning_kit.hall.join_codes import JoinCode
from planning_kit.hall.light_page import LightPage
from planning_kit.hall.permissions import Action, Role, may
from planning_kit.hall.tries import CodeTries
from planning_kit.language import _, speaking


class Join(LightPage):
    """Where a join code is typed, or arrives in an address that was scanned."""

    def get(self, code: str = "") -> None:
        """Ask for the code; one in the address is taken at once."""
        with speaking(self.language):
            if code:
                self._try(code)
            else:
                self._ask()

    def post(self, code: str = "") -> None:
        """Take what was typed."""
        with speaking(self.language):
            self._try(self.get_body_argument("code", ""))

    def _try(self, typed: str) -> None:
        tries: CodeTries = self.settings["code_tries"]
        device = self.request.remote_ip or ""
        if tries.is_shut(device):
            self._ask(_("Too many wrong tries. Wait five minutes, or ask the facilitator."), 429)
            return
        found = self.codes.typed(typed)
        if found is None:
            tries.was_wrong(device)
            self._ask(_("There is no such code now. Look at the wall and type it again."), 403)
            return
        self._let_in(found)

    def _ask(self, wrong: str = "", status: int = 200) -> None:
        self.set_status(status)
        self.show("join.html.j2", _("Join in"), wrong=wrong)

    def _let_in(self, code: JoinCode) -> None:
        badge: Badge | None = self.current_user
        if badge is None or badge.code_id != code.code_id:
            # The same phone keeps its badge, so that it does not vote twice.
            badge = Badge.new(code.role, code.area, code.plan_start, code.code_id)
            self.keep_on_phone(self.cookie_name, badge.said())
            if may(code.role, Action.SEE_PROGRESS):
                self._wear_in_hall(badge)
        self.redirect(hall_address(self, "/projector", badge) if code.role is Role.VIEWER else "/")

    def _wear_in_hall(self, badge: Badge) -> None:
        """Let the hall's own pages know the browser too, unless its facilitator uses it."""
        name = f"planning-kit-{self.choices.hall_port}"
        signed = self.get_signed_cookie(name, max_age_days=DAYS)
        known = Badge.read(signed.decode()) if signed else None
        if known is None or known.role is not Role.FACILITATOR:
            self.keep_on_phone(name, badge.said())


class Leave(LightPage):
    """Where somebody leaves, on a phone that another person will use."""

    def post(self) -> None:
        """Forget the browser."""
        self.clear_cookie(self.cookie_name)
        self.redirect("/join")


class LightHello(LightPage):
    """Where the hall sends its test phone, to see that it reaches these pages too."""

    def get(self) -> None:
        """Send it back."""
        self.redirect(f"{_hall_of(self)}/hello?back=1")


def hall_address(page: LightPage, path: str, badge: Badge) -> str:
    """Return the address of one of the hall's own pages, as the visitor's browser reaches it."""
    where = urlencode({"area": badge.area, "plan_start": badge.plan_start})
    return f"{_hall_of(page)}{path}?{where}"


def _hall_of(page: LightPage) -> str:
    host = page.request.host_name
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{page.choices.hall_port}"


def hall_cookie(page: LightPage, badge: Badge) -> str:
    """Return the cookie with which the hall answers these pages for a visitor."""
    name = f"planning-kit-{page.choices.hall_port}"
    secret = page.settings["light_secret"].now()
    return f"{name}={create_signed_value(secret, name, badge.said()).decode()}"
