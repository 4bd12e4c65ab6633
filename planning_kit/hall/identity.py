"""Who is here: a signed cookie holds a session and a role, and nothing else about a person."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from typing import Any

from jupyter_server.auth.identity import IdentityProvider, User

from planning_kit.hall.permissions import Role

_MAX_DAYS = 1


@dataclass
class Visitor(User):
    """One browser: ``session`` tells it from every other, ``role`` is what it is here as."""

    role: Role = Role.VIEWER
    session: str = ""


def new_visitor(role: Role) -> Visitor:
    """Return a visitor whom nobody has seen before."""
    return Visitor(username=str(role), role=role, session=secrets.token_urlsafe(18))


class HallIdentity(IdentityProvider):
    """Reads the visitor from the cookie; in practice it makes newcomers facilitators."""

    @property
    def auth_enabled(self) -> bool:
        """Tell whether a newcomer must sign in."""
        room: Any = self.parent
        return not room.choices.practice

    async def get_user(self, handler: Any) -> User | None:
        """Return the visitor of the cookie; a newcomer only where nobody signs in."""
        known = self.get_user_cookie(handler)
        visitor = known if isinstance(known, Visitor) else None
        if visitor is None and not self.auth_enabled:
            visitor = new_visitor(Role.FACILITATOR)
            self.set_login_cookie(handler, visitor)
        return visitor

    def get_handlers(self) -> list[tuple[str, object]]:
        """Return nothing: the hall lists its own pages, signing in and out among them."""
        return []

    def get_cookie_name(self, handler: Any) -> str:
        """Return a name of its own for each port: browsers keep one jar for all ports."""
        room: Any = self.parent
        return f"planning-kit-{room.port}"

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
        signed = handler.get_signed_cookie(name, max_age_days=_MAX_DAYS)
        return self.user_from_cookie(signed.decode()) if signed else None

    def user_to_cookie(self, user: User) -> str:
        """Return what the cookie says."""
        if not isinstance(user, Visitor):
            raise TypeError("only the hall's own visitors get a cookie")
        return json.dumps({"session": user.session, "role": str(user.role)})

    def user_from_cookie(self, cookie_value: str) -> User | None:
        """Return the visitor a cookie tells of; ``None`` for one that tells of nobody."""
        try:
            said = json.loads(cookie_value)
            role = Role(said["role"])
            return Visitor(username=str(role), role=role, session=str(said["session"]))
        except (ValueError, KeyError, TypeError):
            self.log.warning("planning-kit: a cookie that tells of nobody was ignored")
            return None
