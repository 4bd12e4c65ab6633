"""What a cookie says of a browser: a role, a session, and for which workbook. No person."""

from __future__ import annotations

import json
import secrets
from dataclasses import asdict, dataclass
from typing import Self

from planning_kit.hall.permissions import Role

DAYS = 1
"""For how long a badge is good: a workshop day."""


@dataclass(frozen=True)
class Badge:
    """``session`` tells one browser from every other, ``role`` is what it is here as.

    ``code_id`` names the join code it came with; with the code the badge ends. ``area`` and
    ``plan_start`` are the one workbook it is good for; a facilitator's is good for all.
    """

    role: Role
    session: str
    area: str = ""
    plan_start: int = 0
    code_id: str = ""

    @classmethod
    def new(cls, role: Role, area: str = "", plan_start: int = 0, code_id: str = "") -> Self:
        """Return the badge of a browser that nobody has seen before."""
        # The code's id in front lets the end of a code end the kernels of its sessions.
        session = f"{code_id}.{secrets.token_urlsafe(18)}"
        return cls(role, session, area, plan_start, code_id)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """Return the badge that a cookie tells of, ``None`` for one that tells of nobody."""
        try:
            said = json.loads(text)
            role, session = Role(said["role"]), str(said["session"])
            return cls(
                role, session, str(said["area"]), int(said["plan_start"]), str(said["code_id"])
            )
        except (ValueError, KeyError, TypeError):
            return None

    def said(self) -> str:
        """Return what the cookie says."""
        return json.dumps(asdict(self))

    def is_for(self, area: str, plan_start: int) -> bool:
        """Tell whether the badge is good for a workbook, named as its join code names it."""
        return not self.code_id or (self.area, self.plan_start) == (area, plan_start)
