"""Keeps the process of the light pages running as long as the hall does."""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from planning_kit.errors import KitError
from planning_kit.hall.light_choices import LightChoices
from planning_kit.language import N_

log = logging.getLogger(__name__)
_START_SECONDS = 60.0
_END_SECONDS = 10.0
_PAUSE_SECONDS = 1.0


class LightPages:
    """The running light pages, and where they listen."""

    def __init__(self, process: asyncio.subprocess.Process, choices: LightChoices) -> None:
        self.process = process
        self.choices = choices

    @property
    def port(self) -> int:
        """Return the port they listen on."""
        return self.choices.port

    def listen_also(self, host: str) -> None:
        """Listen at another address of this computer too; ``""`` ends that."""
        self.choices = replace(self.choices, room_host=host)
        if self.process.stdin is not None and self.process.returncode is None:
            self.process.stdin.write(json.dumps({"room_host": host}).encode() + b"\n")


@asynccontextmanager
async def kept_running(choices: LightChoices) -> AsyncIterator[LightPages]:
    """Start the light pages, lend them, and end them when the block is left.

    Should their process fail, it is started again on the same port. Raises ``KitError``
    ``hall.no-light-pages`` where it does not start.
    """
    process, port = await _started(choices)
    pages = LightPages(process, replace(choices, port=port))
    keeper = asyncio.create_task(_keep(pages))
    try:
        yield pages
    finally:
        keeper.cancel()
        await asyncio.wait([keeper])


async def _started(choices: LightChoices) -> tuple[asyncio.subprocess.Process, int]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "planning_kit.hall.light_process",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(choices.said().encode() + b"\n")
    try:
        line = await asyncio.wait_for(process.stdout.readline(), _START_SECONDS)
        return process, int(json.loads(line)["port"])
    except (TimeoutError, ValueError) as error:
        await _ended(process)
        raise KitError(
            "hall.no-light-pages",
            N_("The pages for phones could not be opened. Close what runs here and start again."),
        ) from error


async def _keep(pages: LightPages) -> None:
    try:
        while True:
            await pages.process.wait()
            log.error("planning-kit: the pages for phones ended and are started again")
            await asyncio.sleep(_PAUSE_SECONDS)
            try:
                pages.process, _port = await _started(pages.choices)
            except KitError:
                log.exception("planning-kit: the pages for phones do not start")
    finally:
        await _ended(pages.process)


async def _ended(process: asyncio.subprocess.Process) -> None:
    """Close the pipe that the process waits on, and end it for good should it not go."""
    if process.stdin is not None:
        process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), _END_SECONDS)
    except TimeoutError:
        process.kill()
        await process.wait()
