"""The wire between a page and its kernel: the page's own kernel only, and no code over it."""

from __future__ import annotations

from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated
from jupyter_server.services.kernels.handlers import KernelHandler
from tornado.web import HTTPError
from voila.tornado.kernel_websocket_handler import (
    VoilaKernelWebsocketHandler,
    read_header_from_binary_message,
)

from planning_kit.hall.lan import NamedRight
from planning_kit.hall.page import Page
from planning_kit.hall.permissions import Action

ALLOWED_MESSAGES = (
    "comm_open",
    "comm_close",
    "comm_msg",
    "comm_info_request",
    "kernel_info_request",
)
"""What a page may say to its kernel: move its widgets, and nothing that runs code or ends it."""
_NOT_FOR_PAGES = frozenset({"stream", "error", "execute_input", "execute_reply"})


class KernelSocket(NamedRight, VoilaKernelWebsocketHandler):
    """A page's wire to its kernel; the authorizer lets it reach none but its own."""

    _opened = False

    @property
    def ping_timeout(self) -> float:
        """How long a page may be silent, in milliseconds.

        Tornado asks before the wire is open, and wants no more than the interval. After that
        it is three pings: with one, a page that answers is cut off as often as not, since the
        next ping is due a moment later than its answer is old.
        """
        return float(self.ping_interval * (1 if self.ping_callback is None else 3))

    async def open(self, kernel_id: str) -> None:
        """Connect, and tell the house that the page is there."""
        self.settings["kernel_house"].page_opened(kernel_id)
        self._opened = True
        await super().open(kernel_id)

    def on_close(self) -> None:
        """Let go, and tell the house that the page is gone."""
        if self._opened:
            self.settings["kernel_house"].page_closed(self.kernel_id)
        super().on_close()

    def write_message(self, message: Any, binary: bool = False) -> Any:
        """Send on what widgets need; what a program prints, or where it fails, stays here."""
        header = message.get("header") if isinstance(message, dict) else None
        if isinstance(message, bytes):
            header = read_header_from_binary_message(message)
        if header and header.get("msg_type") in _NOT_FOR_PAGES:
            return None
        return super().write_message(message, binary)


class OwnKernel(NamedRight, KernelHandler):
    """Tells a page that its kernel lives. Nobody may end or change one this way."""

    def delete(self, kernel_id: str) -> None:
        """Refuse."""
        raise HTTPError(405)

    def write_error(self, status_code: int, **known: Any) -> None:
        """Say the number alone."""
        self.finish({"status": status_code})


class LeavePage(Page):
    """Where a page says that it is closing; its kernel then ends soon."""

    def post(self, kernel_id: str) -> None:
        """Let the kernel end, if it is the visitor's own."""
        self.need(Action.OPEN_APP)
        # A kernel that ended meanwhile has no owner, and nothing is left to do.
        if self.house.owner(kernel_id) not in (None, self.visitor.session):
            raise HTTPError(403)
        self.house.page_left(kernel_id)
        self.set_status(204)
        self.finish()


class Alive(Page):
    """Where every open page asks, every few seconds, whether server and kernel are there."""

    @allow_unauthenticated
    def get(self) -> None:
        """Answer yes or no; whoever is not signed in learns that alone."""
        kernel_id = self.get_query_argument("kernel", "")
        owner = self.house.owner(kernel_id) if kernel_id else None
        session = getattr(self.current_user, "session", None)
        self.set_header("Cache-Control", "no-store")
        self.finish(
            {"known": session is not None, "kernel": owner is not None and owner == session}
        )
