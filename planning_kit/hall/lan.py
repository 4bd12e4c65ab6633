"""The network of the room: this computer's addresses in it, and the door that phones come by."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from typing import Any

import tornado.httpserver
import tornado.netutil

from planning_kit.errors import KitError
from planning_kit.language import N_

HOTSPOT = "192.168.137.1"
"""The address a Windows computer has in the hotspot it makes; eight devices may join that one."""
_QUEUE = 512


def own_addresses() -> list[str]:
    """Return this computer's IPv4 addresses in private networks, those of a Wi-Fi first."""
    import psutil

    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    found = {
        address.address
        for name, addresses in psutil.net_if_addrs().items()
        for address in addresses
        if name in up and address.family == socket.AF_INET and _is_private(address.address)
    }
    return sorted(found, key=lambda one: (not one.startswith("192.168."), one))


def _is_private(text: str) -> bool:
    address = ipaddress.ip_address(text)
    return address.is_private and not (address.is_loopback or address.is_link_local)


class RoomDoor:
    """Lets the phones of the room reach the hall and its light pages, or only this computer.

    ``light_listen``, where there are light pages, tells them at which address they listen beside
    this computer's own ("" for none). Closed until somebody opens it.
    """

    def __init__(self, app: Any, port: int) -> None:
        self._app = app
        self._port = port
        self.light_listen: Callable[[str], None] | None = None
        self._server: tornado.httpserver.HTTPServer | None = None
        self.host = ""

    def open(self, host: str) -> None:
        """Listen at one of this computer's addresses.

        Raises ``KitError`` ``hall.no-such-address`` for an address this computer has not (any
        more), ``hall.room-port-taken`` where another program listens there.
        """
        if host not in own_addresses():
            raise KitError(
                "hall.no-such-address",
                N_("This computer is not at {host} any more. Look at the addresses again."),
                host=host,
            )
        self.close()
        try:
            sockets = tornado.netutil.bind_sockets(self._port, host, backlog=_QUEUE)
        except OSError as error:
            raise KitError(
                "hall.room-port-taken",
                N_("Another program uses port {port} at {host}. Close it, or start with --port."),
                port=self._port,
                host=host,
            ) from error
        self._server = tornado.httpserver.HTTPServer(self._app)
        self._server.add_sockets(sockets)
        self._now_at(host)

    def close(self) -> None:
        """Listen to this computer alone; what phones have open says that the hall is gone."""
        if self._server is not None:
            self._server.stop()
            self._server = None
            self._now_at("")

    def _now_at(self, host: str) -> None:
        self.host = host
        if self.light_listen is not None:
            self.light_listen(host)

    def is_ours(self, host: str) -> bool:
        """Tell whether a request names this computer, and not a name made to lead here."""
        named = host.strip("[]")
        return named in ("localhost", "127.0.0.1", "::1") or (named != "" and named == self.host)


class NamedRight:
    """For jupyter_server's handlers: a request is answered only under an address that is open."""

    settings: dict[str, Any]
    request: Any

    def check_host(self) -> bool:
        """Tell whether the request names this computer as it can be reached now."""
        door: RoomDoor | None = self.settings.get("room_door")
        host = str(self.request.host_name)
        return door.is_ours(host) if door else host in ("localhost", "127.0.0.1", "::1")
