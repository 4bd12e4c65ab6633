"""What a batch leaves behind: ``receipt.json`` for programs, ``index.html`` for people.

``receipt.json`` is one object:

- ``schema``: 1, the version of this form;
- ``kit``: the version of the kit;
- ``started``, ``finished``: ISO 8601 times in UTC; ``finished`` is null while the batch runs,
  and stays so if the machine stops: then what is listed is what was done;
- ``interrupted``: true when someone ended the batch;
- ``asked``: how many reports were asked for;
- ``totals``: how many ended in each state (``done``, ``kept``, ``failed``, ``interrupted``);
- ``runs``: one object per report: ``area``, ``plan_start``, ``fiscal_year``, ``language``,
  ``notebook``, ``formats``, ``state``, ``title``, ``files`` and ``log`` (names beside the
  receipt), ``seconds``, ``attempts``, ``fingerprint``, and for a failure its ``code`` and
  ``sentence`` in ``th`` and ``en``.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import planning_kit
from planning_kit.runs.job import Outcome, State
from planning_kit.runs.writing import whole_file

RECEIPT_FILE = "receipt.json"
INDEX_FILE = "index.html"
SCHEMA = 1


@dataclass
class Receipt:
    """The outcomes of a batch, in the order the reports were asked for."""

    started: dt.datetime
    asked: int
    outcomes: list[Outcome] = field(default_factory=list)
    finished: dt.datetime | None = None
    interrupted: bool = False

    def totals(self) -> dict[State, int]:
        """Return how many reports ended in each state, zeros included."""
        return {state: sum(o.state is state for o in self.outcomes) for state in State}

    @property
    def all_good(self) -> bool:
        """Tell whether every report asked for is there."""
        return (
            not self.interrupted
            and len(self.outcomes) == self.asked
            and all(outcome.state.is_good for outcome in self.outcomes)
        )

    def as_dict(self) -> dict[str, Any]:
        """Return the content of ``receipt.json``."""
        return {
            "schema": SCHEMA,
            "kit": planning_kit.__version__,
            "started": self.started.isoformat(timespec="seconds"),
            "finished": self.finished and self.finished.isoformat(timespec="seconds"),
            "interrupted": self.interrupted,
            "asked": self.asked,
            "totals": {state.value: count for state, count in self.totals().items()},
            "runs": [outcome.as_dict() for outcome in self.outcomes],
        }

    def write(self, folder: Path) -> Path:
        """Write ``receipt.json`` into ``folder``, whole or not at all, and return its path."""
        path = folder / RECEIPT_FILE
        text = json.dumps(self.as_dict(), ensure_ascii=False, indent=1)
        with whole_file(path) as part:
            part.write_text(text + "\n", encoding="utf-8")
        return path


def earlier_outcomes(folder: Path) -> list[Outcome]:
    """Return the outcomes in the receipt of ``folder``; none where there is no readable one.

    It only ever saves work: what an unreadable receipt would have told is made again.
    """
    path = folder / RECEIPT_FILE
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return [Outcome.from_dict(entry) for entry in content["runs"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
