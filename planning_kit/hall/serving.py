"""Open the hall: listen on this computer alone, and close it cleanly."""

from __future__ import annotations

import asyncio
import errno
import shutil
import signal
import tempfile
import threading
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import tornado.httpserver
import tornado.netutil
import tornado.web

from planning_kit.errors import KitError
from planning_kit.hall.choices import LOOPBACK, HallChoices
from planning_kit.hall.entrance import first_pin_path
from planning_kit.hall.files_served import Smaller
from planning_kit.hall.keys import HallKeys
from planning_kit.hall.lan import RoomDoor, own_addresses
from planning_kit.hall.learner_desk import LearnerDesk
from planning_kit.hall.light_choices import LightChoices
from planning_kit.hall.light_keeper import kept_running
from planning_kit.hall.room import Room
from planning_kit.language import N_, current_language
from planning_kit.runs.no_holes import share_one_heap


@dataclass(frozen=True)
class Opened:
    """Where the hall is open: on this computer, and for the room's phones ("" for not)."""

    address: str
    join_address: str


def serve(choices: HallChoices, opened: Callable[[Opened], None]) -> None:
    """Serve until somebody stops it.

    ``opened`` is called with the addresses once pages can be asked for. Raises ``KitError``
    ``hall.port-taken`` where another program listens there, ``hall.cannot-keep`` and
    ``hall.bad-keys`` where PIN and cookie secret cannot be kept.
    """
    share_one_heap()
    keys = HallKeys(choices.keys_file)
    if choices.new_pin:
        keys.forget_pin()
    asyncio.run(_serve(choices, keys, opened))


@asynccontextmanager
async def opened_room(choices: HallChoices, keys: HallKeys) -> AsyncIterator[Room]:
    """Listen, and end every kernel when the block is left; errors as :func:`serve`."""
    room = Room()
    room.furnish(choices, keys)
    room.initialize()
    folder = tempfile.mkdtemp(prefix="planning-kit-hall-")
    desk = LearnerDesk(choices.store_url, practice=choices.practice)
    room.keep_connections_in(folder)
    try:
        settings = {**room.init_settings(), "learner_desk": desk}
        room.app = tornado.web.Application(room.init_handlers(), transforms=[Smaller], **settings)
        server = _listening(room)
        room.app.settings["hall_port"] = room.port
        door = room.app.settings["room_door"] = RoomDoor(room.app, room.port)
        yield room
        door.close()
        server.stop()
        await server.close_all_connections()
    finally:
        desk.close()
        await room.kernel_manager.shutdown_all(now=True)
        shutil.rmtree(folder, ignore_errors=True)


async def _serve(choices: HallChoices, keys: HallKeys, opened: Callable[[Opened], None]) -> None:
    closing = asyncio.Event()
    loop = asyncio.get_running_loop()
    signal.signal(signal.SIGTERM, lambda _number, _frame: loop.call_soon_threadsafe(closing.set))
    async with opened_room(choices, keys) as room, kept_running(_light(choices, room)) as light:
        room.app.settings["light_port"] = light.port
        door: RoomDoor = room.app.settings["room_door"]
        door.light_listen = light.listen_also
        path = "/" if choices.practice or keys.has_pin else first_pin_path(room.app.settings)
        address = f"http://{LOOPBACK}:{room.port}{path}"
        _open_to_the_room(choices, door, room)
        opened(Opened(address, door.host and f"http://{door.host}:{light.port}/join"))
        if choices.open_browser:
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        await closing.wait()


def _open_to_the_room(choices: HallChoices, door: RoomDoor, room: Room) -> None:
    if not choices.lan:
        return
    addresses = own_addresses()
    if not addresses:
        raise KitError(
            "hall.no-network",
            N_(
                "This computer is in no network that phones could share. Connect it to the Wi-Fi "
                "of the room or switch on its hotspot, or leave --lan out."
            ),
        )
    door.open(addresses[0])
    room.app.settings["light_host"] = door.host


def _light(choices: HallChoices, room: Room) -> LightChoices:
    """Return how the light pages are served: on the next port, for the same store."""
    return LightChoices(
        store_url=choices.store_url,
        keys_file=choices.keys_file,
        hall_port=room.port,
        practice=choices.practice,
        language=current_language(),
        port=room.port + 1 if choices.port else 0,
    )


def _listening(room: Room) -> tornado.httpserver.HTTPServer:
    try:
        sockets = tornado.netutil.bind_sockets(room.port, LOOPBACK)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise KitError(
            "hall.port-taken",
            N_("Another program uses port {port}. Choose another one: --port {other}"),
            port=room.port,
            other=room.port + 1,
        ) from error
    room.port = sockets[0].getsockname()[1]
    server = tornado.httpserver.HTTPServer(room.app)
    server.add_sockets(sockets)
    return server
