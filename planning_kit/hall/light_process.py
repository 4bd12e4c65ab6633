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

import tornado.httpserver
import tornado.netutil

from planning_kit.hall.light_app import LARGEST_REQUEST, light_app
from planning_kit.hall.light_choices import LightChoices
from planning_kit.language import set_language

log = logging.getLogger(__name__)
_PORTS_TRIED = 20
_QUEUE = 512


@asynccontextmanager
async def light_pages(choices: LightChoices) -> AsyncIterator[int]:
    """Serve the light pages on the port that is lent, until the block is left.

    The port asked for or, where another program has it, one of those after it. Raises
    ``OSError`` where none of them is free.
    """
    app = light_app(choices)
    try:
        sockets = _bound(choices)
        server = tornado.httpserver.HTTPServer(
            app, max_body_size=LARGEST_REQUEST, max_buffer_size=2 * LARGEST_REQUEST
        )
        server.add_sockets(sockets)
        yield sockets[0].getsockname()[1]
        server.stop()
        await server.close_all_connections()
    finally:
        app.settings["light_desk"].close()


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

    def wait_for_the_hall() -> None:
        # The hall holds the other end; when it is gone, in whatever way, this read returns.
        sys.stdin.read()
        loop.call_soon_threadsafe(ending.set)

    threading.Thread(target=wait_for_the_hall, daemon=True).start()
    async with light_pages(choices) as port:
        sys.stdout.write(json.dumps({"port": port}) + "\n")
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
