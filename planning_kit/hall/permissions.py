"""Who may do what in the hall: the one table, and Voila's hook that asks it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from jupyter_server.auth.authorizer import Authorizer


class Role(StrEnum):
    """What a visitor is here as."""

    FACILITATOR = "facilitator"
    RECORDER = "recorder"
    PARTICIPANT = "participant"
    VIEWER = "viewer"


class Action(StrEnum):
    """What pages and sockets let a visitor do."""

    SEE_PROGRESS = "see-progress"
    OPEN_APP = "open-app"
    MAKE_REPORT = "make-report"
    MAKE_WORKBOOK = "make-workbook"


_MAY: Mapping[Role, frozenset[Action]] = {
    Role.FACILITATOR: frozenset(Action),
    Role.RECORDER: frozenset({Action.SEE_PROGRESS, Action.OPEN_APP}),
    Role.PARTICIPANT: frozenset(),
    Role.VIEWER: frozenset({Action.SEE_PROGRESS}),
}


_NOT_IN_PRACTICE = frozenset({Action.MAKE_WORKBOOK})


def may(role: Role, action: Action, *, practice: bool = False) -> bool:
    """Tell whether a visitor in ``role`` may do ``action``, in practice or with real workbooks."""
    return action in _MAY[role] and not (practice and action in _NOT_IN_PRACTICE)


class HallAuthorizer(Authorizer):
    """Lets a visitor touch the kernels of the own session, and no other resource at all."""

    def is_authorized(self, handler: Any, user: Any, action: str, resource: str) -> bool:
        """Answer for jupyter_server, whose pages and sockets ask this before they act."""
        if resource != "kernels" or not may(user.role, Action.OPEN_APP):
            return False
        owner = handler.settings["kernel_house"].owner(handler.path_kwargs.get("kernel_id", ""))
        return owner is not None and owner == user.session
