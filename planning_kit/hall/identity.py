"""Who is here: a signed cookie holds a badge, and nothing else about a person."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User

from planning_kit.hall.badge import DAYS, Badge
from planning_kit.hall.join_codes import JoinCodes
from planning_kit.hall.permissions import Role

_NOBODY = Badge(Role.VIEWER, "")


@dataclass
class Visitor(User):
    """One browser, and the badge it wears."""

    badge: Badge = _NOBODY

    @property
    def role(self) -> Role:
        """What it is here as."""
        return self.badge.role

    @property
    def session(self) -> str:
        """What tells it from every other browser."""
        return self.badge.session


def wearing(badge: Badge) -> Visitor:
    """Return the visitor who wears a badge."""
    return Visitor(username=str(badge.role), badge=badge)


def new_visitor(role: Role) -> Visitor:
    """Return a visitor whom nobody has seen before."""
    return wearing(Badge.new(role))


class HallIdentity(IdentityProvider):
    """Reads the visitor from the cookie; in practice, newcomers at this computer facilitate."""

    @property
    def auth_enabled(self) -> bool:
        """Tell whether a newcomer must sign in."""
        room: Any = self.parent
        return not room.choices.practice

    async def get_user(self, handler: Any) -> User | None:
        """Return the visitor of the cookie; a newcomer only where nobody signs in."""
        known = self.get_user_cookie(handler)
        visitor = known if isinstance(known, Visitor) else None
        if visitor is None and not self.auth_enabled and _is_here(handler):
            visitor = new_visitor(Role.FACILITATOR)
            self.set_login_cookie(handler, visitor)
        return visitor

    def get_handlers(self) -> list[tuple[str, object]]:
        """Return nothing: the hall lists its own pages, signing in and out among them."""
        return []

    def get_cookie_name(self, handler: Any) -> str:
        """Return the name of the cookie of this hall."""
        room: Any = self.parent
        return cookie_name(room.port)

    def set_login_cookie(self, handler: Any, user: User) -> None:
        """Set the signed cookie; scripts cannot read it, other sites cannot send it."""
        handler.set_signed_cookie(
            self.get_cookie_name(handler),
            self.user_to_cookie(user),
            expires_days=None,
            httponly=True,
            samesite="Strict",
            secure=handler.request.protocol == "https",
        )

    def get_user_cookie(self, handler: Any) -> User | None:
        """Return the visitor whose cookie this server signed within a day; else ``None``."""
        name = self.get_cookie_name(handler)
        signed = handler.get_signed_cookie(name, max_age_days=DAYS)
        return self.user_from_cookie(signed.decode()) if signed else None

    def user_to_cookie(self, user: User) -> str:
        """Return what the cookie says."""
        if not isinstance(user, Visitor):
            raise TypeError("only the hall's own visitors get a cookie")
        return user.badge.said()

    def user_from_cookie(self, cookie_value: str) -> User | None:
        """Return the visitor a cookie tells of; ``None`` once the code it came with was ended."""
        badge = Badge.read(cookie_value)
        if badge is None:
            self.log.warning("planning-kit: a cookie that tells of nobody was ignored")
            return None
        return wearing(badge) if self._is_good(badge) else None

    def _is_good(self, badge: Badge) -> bool:
        room: Any = self.parent
        codes: JoinCodes | None = room.join_codes if badge.code_id else None
        return codes is None or codes.is_good(badge.code_id)


def cookie_name(port: int) -> str:
    """Return a name of its own for each hall: browsers keep one jar for all ports."""
    return f"planning-kit-{port}"


def _is_here(handler: Any) -> bool:
    """Tell whether the browser runs on this very computer."""
    return ip_address(handler.request.remote_ip.partition("%")[0]).is_loopback
