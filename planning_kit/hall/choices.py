"""What whoever starts the hall chooses, with defaults that suit one laptop."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

DEFAULT_PORT = 8866
MOST_KERNELS = 40
LOOPBACK = "127.0.0.1"


@dataclass(frozen=True)
class HallChoices:
    """How a hall is served.

    ``store_url`` is the one database that every page reads and writes, ``keys_file`` where PIN
    and cookie secret lie. In ``practice`` nobody is asked for a PIN and every page says that
    its data are invented. With ``lan`` the room's phones may connect from the
    start. ``area`` and ``plan_start`` name the workbook that the first page
    shows. ``port`` 0 takes any free one. ``grace_seconds`` is how long a closed page's kernel
    waits for its page to come back, ``idle_seconds`` how long an untouched one lives.
    """

    store_url: str
    keys_file: Path
    practice: bool = False
    lan: bool = False
    area: str | None = None
    plan_start: int | None = None
    port: int = DEFAULT_PORT
    open_browser: bool = True
    new_pin: bool = False
    most_kernels: int = MOST_KERNELS
    grace_seconds: float = 30.0
    idle_seconds: int = 2 * 60 * 60
    notebooks: Path | None = None
