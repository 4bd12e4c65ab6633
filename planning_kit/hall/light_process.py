"""The process of the light pages: started by the hall, and gone when the hall is."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import socket
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import tornado.httpserver
import tornado.netutil

from planning_kit.hall.light_app import LARGEST_REQUEST, light_app
from planning_kit.hall.light_choices import LightChoices
from planning_kit.language import set_language

log = logging.getLogger(__name__)
_PORTS_TRIED = 20
_QUEUE = 512


class Listening:
    """The light pages on their ``port``, at this computer's own address and perhaps the room's."""

    def __init__(self, app: Any, port: int) -> None:
        self._app = app
        self.port = port
        self._room: tornado.httpserver.HTTPServer | None = None

    def listen_also(self, host: str) -> None:
        """Listen at the room's address too; ``""`` ends that."""
        if self._room is not None:
            self._room.stop()
            self._room = None
        if host:
            sockets = tornado.netutil.bind_sockets(self.port, host, backlog=_QUEUE)
            self._room = _server(self._app)
            self._room.add_sockets(sockets)


def _server(app: Any) -> tornado.httpserver.HTTPServer:
    return tornado.httpserver.HTTPServer(
        app, max_body_size=LARGEST_REQUEST, max_buffer_size=2 * LARGEST_REQUEST
    )


@asynccontextmanager
async def light_pages(choices: LightChoices) -> AsyncIterator[Listening]:
    """Serve the light pages on the port of what is lent, until the block is left.

    The port asked for or, where another program has it, one of those after it. Raises
    ``OSError`` where none of them is free.
    """
    app = light_app(choices)
    try:
        sockets = _bound(choices)
        server = _server(app)
        server.add_sockets(sockets)
        pages = Listening(app, sockets[0].getsockname()[1])
        pages.listen_also(choices.room_host)
        yield pages
        pages.listen_also("")
        server.stop()
        await server.close_all_connections()
    finally:
        app.settings["light_desk"].close()
        app.settings["learner_desk"].close()


def _bound(choices: LightChoices) -> list[socket.socket]:
    ports = range(choices.port, min(choices.port + _PORTS_TRIED, 65536)) if choices.port else [0]
    for port in ports:
        try:
            return tornado.netutil.bind_sockets(port, choices.host, backlog=_QUEUE)
        except OSError as error:
            taken = error
    raise taken


async def _serve(choices: LightChoices) -> None:
    ending = asyncio.Event()
    loop = asyncio.get_running_loop()

    async with light_pages(choices) as pages:

        def hear_the_hall() -> None:
            # The hall holds the other end; when it is gone, in whatever way, this reading ends.
            for line in sys.stdin:
                host = json.loads(line)["room_host"]
                loop.call_soon_threadsafe(pages.listen_also, host)
            loop.call_soon_threadsafe(ending.set)

        threading.Thread(target=hear_the_hall, daemon=True).start()
        sys.stdout.write(json.dumps({"port": pages.port}) + "\n")
        sys.stdout.flush()
        await ending.wait()


def main() -> None:
    """Read the choices from the hall, serve, and say on which port."""
    # Ctrl-C reaches the whole group; this process ends with the hall, not before it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger("tornado").setLevel(logging.ERROR)
    choices = LightChoices.read(sys.stdin.readline())
    set_language(choices.language)
    asyncio.run(_serve(choices))


if __name__ == "__main__":
    main()
