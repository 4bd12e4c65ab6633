"""What the process of the light pages is told when it starts."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from planning_kit.hall.choices import LOOPBACK


@dataclass(frozen=True)
class LightChoices:
    """``store_url`` and ``keys_file`` are the hall's own; ``hall_port`` is where it listens.

    ``host`` and ``port`` are where the light pages listen; port 0 takes any free one. At
    ``room_host`` they listen too, unless it is "".
    """

    store_url: str
    keys_file: Path
    hall_port: int
    practice: bool = False
    language: str = "th"
    host: str = LOOPBACK
    port: int = 0
    room_host: str = ""

    def said(self) -> str:
        """Return the choices as one line."""
        return json.dumps({**asdict(self), "keys_file": str(self.keys_file)})

    @classmethod
    def read(cls, line: str) -> Self:
        """Return the choices of such a line."""
        told = json.loads(line)
        return cls(**{**told, "keys_file": Path(told["keys_file"])})
