"""Doors of rooms that fetch a name when it is first asked for (PEP 562).

A process that needs one thing of a large room then does not carry the whole room's libraries.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def door(room: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of the package ``room``.

    ``homes`` maps each name to the file of the room that has it. What was fetched is kept, and
    any other name raises ``AttributeError``. No name may be that of one of the room's files:
    importing the file would put it in the name's place.
    """

    def fetch(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"{room} has no {name!r}")
        found = getattr(import_module(f"{room}.{homes[name]}"), name)
        setattr(sys.modules[room], name, found)
        return found

    return fetch
