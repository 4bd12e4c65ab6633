"""The hook by which jupyter_server asks the hall's table before kernels are touched."""

from __future__ import annotations

from typing import Any

from jupyter_server.auth.authorizer import Authorizer

from planning_kit.hall.permissions import Action, may


class HallAuthorizer(Authorizer):
    """Lets a visitor touch the kernels of the own session, and no other resource at all."""

    def is_authorized(self, handler: Any, user: Any, action: str, resource: str) -> bool:
        """Answer for jupyter_server, whose pages and sockets ask this before they act."""
        if resource != "kernels" or not may(user.role, Action.OPEN_APP):
            return False
        owner = handler.settings["kernel_house"].owner(handler.path_kwargs.get("kernel_id", ""))
        return owner is not None and owner == user.session
