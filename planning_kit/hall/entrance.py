"""Signing in: the PIN is set once with a key only the starter saw, then asked for."""

from __future__ import annotations

import asyncio
import hmac
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated

from planning_kit.errors import KitError
from planning_kit.hall.identity import new_visitor
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Role
from planning_kit.hall.tries import Tries
from planning_kit.language import N_, _, speaking


class _Entrance(Page):
    @property
    def keys(self) -> HallKeys:
        """Return the hall's keys."""
        keys: HallKeys = self.settings["hall_keys"]
        return keys

    def let_in(self) -> None:
        """Give the browser a session of its own, as facilitator, and show the first page."""
        self.application.settings["cookie_secret"] = self.keys.cookie_secret
        self.identity_provider.set_login_cookie(self, new_visitor(Role.FACILITATOR))
        self.redirect("/")

    def ask(self, *, first: bool, wrong: str = "", status: int = 200) -> None:
        """Show the form."""
        self.set_status(status)
        title = _("Facilitator, please sign in")
        self.show("login.html.j2", title, first=first, wrong=wrong)


class SignIn(_Entrance):
    """Where the facilitator types the PIN."""

    @allow_unauthenticated
    def get(self) -> None:
        """Ask for the PIN."""
        self.keep_language()
        if not self.keys.has_pin:
            raise Refused(403, _no_pin_yet())
        with speaking(self.language):
            self.ask(first=False)

    @allow_unauthenticated
    async def post(self) -> None:
        """Check the PIN, a few times only."""
        tries: Tries = self.settings["hall_tries"]
        with speaking(self.language):
            if tries.is_paused():
                self.ask(first=False, wrong=_paused(tries), status=429)
                return
            # Counted before it is checked: tries sent all at once must not slip through.
            tries.was_wrong()
            typed = self.get_body_argument("pin", "")
            if await asyncio.to_thread(self.keys.is_pin, typed):
                tries.was_right()
                self.let_in()
                return
            wrong = _paused(tries) if tries.is_paused() else _("That is not the PIN. Try again.")
            self.ask(first=False, wrong=wrong, status=403)


class FirstPin(_Entrance):
    """Where the PIN is set, by whoever has the address that the starting command showed."""

    @allow_unauthenticated
    def get(self, key: str) -> None:
        """Ask for a PIN."""
        self._check(key)
        with speaking(self.language):
            self.ask(first=True)

    @allow_unauthenticated
    async def post(self, key: str) -> None:
        """Set the PIN and sign in."""
        self._check(key)
        with speaking(self.language):
            pin = self.get_body_argument("pin", "")
            if pin != self.get_body_argument("again", ""):
                wrong = _("The two PINs are not the same. Type both again.")
                self.ask(first=True, wrong=wrong, status=400)
                return
            try:
                await asyncio.to_thread(self.keys.set_pin, pin)
            except KitError as error:
                self.ask(first=True, wrong=error.say(), status=400)
                return
            self.let_in()

    def _check(self, key: str) -> None:
        if self.keys.has_pin or not hmac.compare_digest(key, self.settings["hall_first_key"]):
            raise Refused(403, _no_pin_yet())


class SignOut(Page):
    """Where a facilitator leaves."""

    def post(self) -> None:
        """Forget the browser."""
        self.clear_cookie(self.identity_provider.get_cookie_name(self))
        self.redirect("/login")


def _no_pin_yet() -> KitError:
    return KitError(
        "hall.no-pin",
        N_(
            "Use the address that the command planning-kit serve showed on this computer; it is "
            "good until the PIN is set."
        ),
    )


def _paused(tries: Tries) -> str:
    return _("Too many wrong tries. Try again in {seconds} seconds.", seconds=tries.seconds_left())


def first_pin_path(settings: dict[str, Any]) -> str:
    """Return the path at which the PIN can be set once."""
    return f"/first-pin/{settings['hall_first_key']}"
