"""The room: whether phones may connect, and whether they can. One test phone tells."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from jupyter_server.auth.decorator import allow_unauthenticated

from planning_kit.errors import KitError
from planning_kit.hall.lan import HOTSPOT, RoomDoor, own_addresses
from planning_kit.hall.page import Page, Refused
from planning_kit.hall.permissions import Action
from planning_kit.language import _, speaking
from planning_kit.report.qr import qr_svg

HOTSPOT_DEVICES = 8


class RoomPage(Page):
    """Where the facilitator opens the door to the room and looks whether a phone comes in."""

    @property
    def door(self) -> RoomDoor:
        """Return the door."""
        door: RoomDoor = self.settings["room_door"]
        return door

    def get(self) -> None:
        """Show how the door stands, the address, and what to check."""
        self.need(Action.OPEN_ROOM)
        self.keep_language()
        with speaking(self.language):
            host = self.door.host
            known: dict[str, Any] = {"host": host, "addresses": own_addresses()}
            if host:
                address = f"http://{host}:{self.request.host.rpartition(':')[2]}/hello"
                known |= {
                    "test": address,
                    "qr": qr_svg(address, _("Address for the test phone")),
                    "hotspot": HOTSPOT_DEVICES if host == HOTSPOT else 0,
                    "seen": self.settings["phones_seen"],
                }
            self.show("room.html.j2", _("Phones in this room"), **known)

    def post(self) -> None:
        """Open the door, or close it."""
        self.need(Action.OPEN_ROOM)
        try:
            with speaking(self.language):
                if self.get_body_argument("what", "") == "open":
                    self.door.open(self.get_body_argument("host", ""))
                else:
                    self.door.close()
        except KitError as error:
            raise Refused(400, error) from error
        self.settings["phones_seen"].clear()
        self.settings["light_host"] = self.door.host
        self.redirect("/room")


class RoomNow(Page):
    """Where that page asks whether the test phone has come."""

    def get(self) -> None:
        """Answer with the times at which it came by each of the two doors."""
        self.need(Action.OPEN_ROOM)
        self.set_header("Cache-Control", "no-store")
        self.finish(dict(self.settings["phones_seen"]))


class Hello(Page):
    """What the test phone opens: it is sent on to the light pages, and comes back from there."""

    @allow_unauthenticated
    def get(self) -> None:
        """Note that a phone is here, and lead it on; nothing is noted of the phone itself."""
        seen: dict[str, str] = self.settings["phones_seen"]
        is_back = self.get_query_argument("back", "") == "1"
        if self.request.host_name == self.settings["room_door"].host:
            time = datetime.now().astimezone().strftime("%H:%M")
            seen["both" if is_back else "first"] = time
        onward = self.light_address("/hello")
        if not is_back and onward:
            self.redirect(onward)
            return
        with speaking(self.language):
            self.show("hello.html.j2", _("This phone is connected"))
